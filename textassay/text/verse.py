"""Verse: short lines in a row that break where no sentence does."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 70
"""Code points; a hexameter in translation stays below."""
SHORTEST_RUN = 4
"""Lines; a menu or a row of headings seldom breaks at commas that often."""
_LIGHT_MARKS = ",;:-\N{EN DASH}\N{EM DASH}\N{IDEOGRAPHIC COMMA}\N{ARABIC COMMA}"
_ENDS = ".!?\N{HORIZONTAL ELLIPSIS}"
_LIGHT_SHARE = 0.2
"""At least one line in five ends at a comma or the like, or is a refrain."""
_INNER_BLANKS = 2
_FEWEST_SIGNS = 2
_SENTENCE_SHARE = 0.6
"""At most; lines that mostly end as sentences are short paragraphs, a dialogue or Q&A."""


def mark(contents: Sequence[str], roles: list[Role | None]) -> None:
    """Mark the runs of verse; one blank line parts stanzas, two end the run."""
    for run in _runs(contents, roles):
        if _is_verse([contents[index] for index in run]):
            for index in run:
                roles[index] = Role.VERSE


def _runs(contents: Sequence[str], roles: Sequence[Role | None]) -> list[list[int]]:
    """Return the runs of adjacent short lines whose role is open."""
    runs = []
    keyed = groupby(
        range(len(contents)),
        key=lambda index: roles[index] is None and len(contents[index]) <= LONGEST,
    )
    for short, indexes in keyed:
        run = list(indexes)
        if short and len(run) >= SHORTEST_RUN:
            runs.append(run)
    return runs


def _is_verse(lines: Sequence[str]) -> bool:
    """Tell whether the run breaks as verse does."""
    count = len(lines)
    light = sum(line[-1] in _LIGHT_MARKS for line in lines)
    sentences = sum(
        line.rstrip("\"')\N{RIGHT DOUBLE QUOTATION MARK}")[-1:] in _ENDS for line in lines
    )
    refrains = count - len(set(lines))
    worded = sum(line.count(" ") >= _INNER_BLANKS for line in lines)
    lower = sum(line[0].islower() for line in lines[1:])
    figures = sum(any(map(str.isdigit, line)) for line in lines)
    if figures * 4 > count or worded * 3 < count * 2 or sentences > _SENTENCE_SHARE * count:
        return False
    return light + refrains >= _LIGHT_SHARE * count and light + refrains + lower >= _FEWEST_SIGNS
