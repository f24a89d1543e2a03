"""Short lines near leftovers: remarks only, as half of such lines may be content.

On the labelled lines of either half, 305 of 471 lines that these rules add
are leftovers; a linear model over 60 features added fewer right ones. Of the
lines of four words or more between two leftovers inside the prose none of 7 was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.weights import INFO, WARNING
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

WORDS = 10
REACH = 3  # rows to either side
SENTENCE_WORDS = 5
TEASER_WORDS = 4
STEM = 5  # letters that inflected forms share
_CONTENT_WORD = lazy(r"[^\W\d_]{5,}")
ORDERED = frozenset({Role.LIST_ITEM, Role.TABLE, Role.VERSE, Role.TITLE})


def count(tallies: list[Tally], prose: tuple[int, int]) -> None:
    """Count the short lines that stand near leftovers."""
    known = [index for index, tally in enumerate(tallies) if tally.cues and tally.best() >= WARNING]
    if not known:
        return
    first, last = prose
    near = {index + step for index in known for step in range(-REACH, REACH + 1)}
    told: set[str] | None = None
    for index in sorted(near.intersection(range(1, len(tallies))).difference(known)):
        tally = tallies[index]
        if tally.best() >= INFO or tally.row.role in ORDERED:
            continue
        between = index - 1 in known and index + 1 in known and not _is_sentence(tally.row)
        between &= index > last or tally.row.words < TEASER_WORDS
        if not between:
            if not _is_short(tally.row) or not (index > last >= 0 or first < index < last):
                continue
            if index < last:
                told = _stems(tallies) if told is None else told
                if tally.row.role is Role.HEADING or not _is_news(tally.row, told):
                    continue
        kind = Kind.RELATED if tally.row.words >= TEASER_WORDS else Kind.NAVIGATION
        tally.add(kind, "between two leftovers" if between else "short line near a leftover")


def _is_sentence(row: Row) -> bool:
    return row.ended and row.words >= SENTENCE_WORDS


def _is_short(row: Row) -> bool:
    return (
        not row.ended
        and row.words <= WORDS
        and row.text[-1] not in ",;"
        and not row.text[0].islower()
        and not row.text.startswith(("--", "\N{EM DASH}"))  # who is quoted above
    )


def _stems(tallies: list[Tally]) -> set[str]:
    """Return the beginnings of the words of the prose."""
    prose = " ".join(tally.row.folded for tally in tallies if tally.row.prose)
    return {word[:STEM] for word in _CONTENT_WORD.findall(prose)}


def _is_news(row: Row, told: set[str]) -> bool:
    """Tell whether a line has a word that the prose has not, or none of any length."""
    words = _CONTENT_WORD.findall(row.folded)
    return not words or any(word[:STEM] not in told for word in words)
