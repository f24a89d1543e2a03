"""What to do with one record: keep it, mend it, look at it, or drop it.

The rule, in order; findings that somebody waived do not count:

1. *reject*: it was not read, or less than a tenth of its letters and digits
   remain once its errors are taken out that mark text as copied, as leftover
   boilerplate, or as damaged without a repair at hand.
2. *fit*: no error and no warning.
3. *fix*: every error and warning brings the edit that mends it.
4. *review*: a person must decide about at least one of them.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from textassay.frozen import NamedTuple
from textassay.model import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textassay.model import Finding
    from textassay.report.run import RecordRow

RecordVerdict = Literal["fit", "fix", "review", "reject"]
VERDICTS: tuple[RecordVerdict, ...] = ("fit", "fix", "review", "reject")
LEFT_AT_LEAST = 0.1  # of the letters and digits; with less there is no text to mend
_TAKEN_OUT = frozenset({"boilerplate", "duplicate"})


MEANING = {
    "fit": "no error and no warning",
    "fix": "all needed edits are at hand",
    "review": "a person must decide",
    "reject": "nothing to keep",
}


class Fitness(NamedTuple):
    """The verdict, and the share of characters left after the safe edits.

    ``kept`` is in [0, 1]; text that a safe edit puts in does not count.
    """

    verdict: RecordVerdict
    kept: float


def fitness(text: str, findings: Sequence[Finding]) -> Fitness:
    """Return what to do with a record that was read.

    Args:
        text: The text of the record.
        findings: All that was found in it.
    """
    grave = [
        finding
        for finding in findings
        if finding.severity is not Severity.INFO and finding.state != "waived"
    ]
    return Fitness(_verdict(text, grave), _kept(text, grave))


def _verdict(text: str, grave: Sequence[Finding]) -> RecordVerdict:
    if not grave:
        return "fit"
    lost = list(_merged((item.start, item.end) for item in grave if _takes_out(item)))
    if 2 * sum(end - start for start, end in lost) > len(text) and (
        _letters(_without(text, lost)) < LEFT_AT_LEAST * _letters([text])
    ):
        return "reject"
    return "fix" if all(finding.edits for finding in grave) else "review"


def _takes_out(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and (
        finding.category in _TAKEN_OUT or (finding.category == "encoding" and not finding.edits)
    )


def _kept(text: str, grave: Iterable[Finding]) -> float:
    """Return the share of the text that no safe edit deletes or replaces by less."""
    edits = {edit for finding in grave for edit in finding.edits if edit.safe}
    gone = sum(max(0, edit.end - edit.start - len(edit.replacement)) for edit in edits)
    return max(0.0, 1.0 - gone / len(text)) if text else 0.0


def _merged(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    last = 0
    for start, end in sorted(spans):
        if end > last:
            yield max(start, last), end
            last = end


def _without(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[str]:
    last = 0
    for start, end in spans:
        yield text[last:start]
        last = end
    yield text[last:]


def _letters(pieces: Iterable[str]) -> int:
    return sum(map(str.isalnum, "".join(pieces)))


def counts(records: Iterable[RecordRow]) -> dict[str, int]:
    """Return how many records were given each verdict, those of no record too."""
    given = Counter(record.verdict for record in records)
    return {verdict: given[verdict] for verdict in VERDICTS}


def sentence(records: Sequence[RecordRow]) -> str:
    """Return the verdicts as words: ``3 fit, 1 fix, 2 review``."""
    return ", ".join(f"{count:,} {name}" for name, count in counts(records).items() if count)
