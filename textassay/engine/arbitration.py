"""One defect, one finding: who speaks where two checks meet on a span.

The table, in the words of the annotation guideline:

1. Inside a damaged span (mojibake) nothing else is said, and no typo in the
   pieces of the word that it tore.
2. Inside a boilerplate or duplicate span of level error or warning no claim
   is judged, and only errors of encoding and typos are: deleting the span
   removes the rest.
3. On the same span the one of the lower rank speaks: errors before warnings
   before remarks, in the order encoding, typo, duplicate, boilerplate, claim;
   but a warning that removes the span comes before one that repairs it, and
   every claim comes after both, as in 2.
4. Within encoding and within typos, overlapping findings are one defect.
5. What damage hides gives way to the damage: it is judged on a text not yet there.

Whoever beats another is of lower rank, so no circle can drop all its members.

A finding is dropped when any other beats it, dropped or not: so turning a
check off can only bring findings back, never hide another's. Who spoke
instead keeps the dropped ones in its evidence, under "also".
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textassay.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.model import Finding

ORDER = ("encoding", "typo", "duplicate", "boilerplate", "claim")
DAMAGE = frozenset({"mojibake", "lost-character"})
REMOVED_WHOLE = frozenset({"duplicate", "boilerplate"})
WORD_LEVEL = frozenset({"encoding", "typo"})
HIDDEN = "hidden by damage"
"""In the evidence of a finding on a text whose safe edits are made, see hidden.py."""
SAME_SPAN = 0.8  # share of the union that two spans have in common to be one place


def arbitrate(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that speak, in their order, with what they beat.

    Args:
        findings: All findings of one record, sorted by position.
    """
    if len({finding.code for finding in findings}) <= 1:
        return list(findings)
    beaten_by: dict[int, int] = {}
    for loser, winner in _contests(findings):
        best = beaten_by.get(loser)
        if best is None or _weight(findings[winner]) < _weight(findings[best]):
            beaten_by[loser] = winner
    also: dict[int, list[Finding]] = {}
    for loser, winner in beaten_by.items():
        also.setdefault(_last(winner, beaten_by), []).append(findings[loser])
    return [
        _with(finding, also[index]) if index in also else finding
        for index, finding in enumerate(findings)
        if index not in beaten_by
    ]


def beats(one: Finding, other: Finding) -> bool:
    """Tell whether a finding makes another, overlapping or touching one superfluous."""
    if HIDDEN in one.evidence or HIDDEN in other.evidence:
        return HIDDEN not in one.evidence and one.category == other.category
    if one.check in DAMAGE and other.check not in DAMAGE:
        return (
            (other.category == one.category and _overlap(one, other))
            or other.category == "typo"
            or (one.start <= other.start and other.end <= one.end)
        )
    if other.check in DAMAGE:
        return False
    if one.category in REMOVED_WHOLE and one.severity is not Severity.INFO:
        if other.category == "claim":
            return True
        if other.category in WORD_LEVEL and other.severity is not Severity.ERROR:
            return one.start <= other.start and other.end <= one.end
    same_place = _share(one, other) >= SAME_SPAN or (
        one.category == other.category and one.category in WORD_LEVEL
    )
    return same_place and _weight(one) < _weight(other)


def _contests(findings: Sequence[Finding]) -> Iterator[tuple[int, int]]:
    """Yield ``(loser, winner)`` for each pair that meets and has one."""
    active: list[int] = []
    for index, finding in enumerate(findings):
        if finding.category not in ORDER or finding.start == finding.end:
            continue
        active = [other for other in active if findings[other].end >= finding.start]
        for other in active:
            if findings[other].code == finding.code or not _meet(findings[other], finding):
                continue
            if beats(findings[other], finding):
                yield index, other
            elif beats(finding, findings[other]):
                yield other, index
        active.append(index)


def _meet(one: Finding, other: Finding) -> bool:
    """Tell whether two findings overlap, or one touches a damaged span; ``one`` begins first."""
    return one.end > other.start or one.check in DAMAGE or other.check in DAMAGE


def _overlap(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def _share(one: Finding, other: Finding) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def _weight(finding: Finding) -> tuple[int, int, int, str, int]:
    length = finding.end - finding.start
    order = ORDER.index(finding.category)
    return _rank(finding), order, -length, finding.code, finding.start


def _rank(finding: Finding) -> int:
    if finding.check in DAMAGE:
        return 0
    if finding.severity is Severity.INFO:
        return 6
    if finding.category == "claim":
        return 4 + finding.severity.rank
    if finding.severity is Severity.ERROR:
        return 1
    return 2 if finding.category in REMOVED_WHOLE else 3


def _last(winner: int, beaten_by: dict[int, int]) -> int:
    seen = set()
    while winner in beaten_by and winner not in seen:
        seen.add(winner)
        winner = beaten_by[winner]
    return winner


def _with(finding: Finding, beaten: Sequence[Finding]) -> Finding:
    also = [
        {
            "code": other.code,
            "check": other.check,
            "start": other.start,
            "end": other.end,
            "message": other.message,
        }
        for other in beaten
    ]
    return replace(finding, evidence={**finding.evidence, "also": also})
