"""Captions: what a picture shows, left in the text without the picture."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.boilerplate import stamps
from textassay.checks.boilerplate.kinds import Kind
from textassay.text import lexicon

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

WORDS = 12  # unended lines that are shorter are headings or list items
WORDS_LEAST = 6
WORDS_MOST = 45
ENDED_SHARE = 0.9  # of the long lines: a record that ends its sentences
LONG_LINES = 6  # fewer say nothing of the record's habit


_BROKEN = (
    '[.?!\N{HORIZONTAL ELLIPSIS}]\\s|[:;?!"\\N{EN DASH}\\N{EM DASH}\\N{LEFT DOUBLE QUOTATION MARK}'
    "\\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}]|\\s-\\s|//"
)
"""What headlines and cut-off paragraphs have inside, and captions seldom: a pause or speech."""


def count(tallies: list[Tally], prose: tuple[int, int]) -> None:
    """Count the cues of captions on the rows that look like one.

    ``prose`` are the indexes of the first and the last row of prose.
    """
    found = [tally.row for tally in tallies]
    first, last = prose
    regular = _ends_sentences(found)
    for index, row in enumerate(found):
        if not WORDS_LEAST <= row.words <= WORDS_MOST or row.text.isupper():
            continue
        inside = first < index < last and not row.ended
        if inside and stamps.has_day(row.folded):
            if _alone(found, index):
                tallies[index].add(Kind.CAPTION, "unended with a day")
        elif row.words < WORDS:
            continue
        elif index and found[index - 1].folded == row.folded:
            _twice(tallies, index)
        elif inside and regular and _alone(found, index):
            tallies[index].add(Kind.CAPTION, "unended among ended")
            if not _verbs().isdisjoint(row.folded.split()):
                tallies[index].add(Kind.CAPTION, "shows in the present tense")


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicon.entries(__file__, "caption_verbs.txt"))


def _twice(tallies: list[Tally], index: int) -> None:
    """Count a line given twice: below the title, or without its full stop."""
    near = index <= NEAR_THE_TITLE
    if near or not tallies[index].row.ended:
        for tally in tallies[index - 1 : index + 1]:
            tally.add(Kind.CAPTION, "line given twice")
            if near:
                tally.add(Kind.CAPTION, "below the title")


NEAR_THE_TITLE = 3


def _ends_sentences(found: list[Row]) -> bool:
    long_ones = [row.ended for row in found if row.words >= WORDS]
    return len(long_ones) >= LONG_LINES and sum(long_ones) >= ENDED_SHARE * len(long_ones)


def _alone(found: list[Row], index: int) -> bool:
    """Tell whether prose stands on both sides and the line says no speech."""
    row = found[index]
    return (
        found[index - 1].prose
        and found[index + 1].prose
        and not row.ornament
        and not row.continues
        and row.text[0].isupper()
        and row.text[-1].isalnum()
        and not _titled(row)
        and not re.search(_BROKEN, row.text)
    )


TITLE_SHARE = 0.6  # of the words have a capital: a title or a list of names


def _titled(row: Row) -> bool:
    """Tell whether the line is a numbered title or in title case."""
    words = row.text.split()
    capitals = sum(word[0].isupper() for word in words)
    return words[1][0].isdecimal() or capitals >= TITLE_SHARE * len(words)
