"""Verse: short lines in a row that break where no sentence does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.text import shapes
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 70
"""Code points; a hexameter in translation stays below."""
SHORTEST_RUN = 4
"""Lines; a menu or a row of headings seldom breaks at commas that often."""
_LIGHT_MARKS = ",;:-\N{EN DASH}\N{EM DASH}\N{IDEOGRAPHIC COMMA}\N{ARABIC COMMA}"
_UNSUNG = lazy(r"[\d{}()<>\[\]=/\\|_$#@*+:]")
"""What lines of verse do not hold: figures, brackets, signs of program code."""
_UNSUNG_SHARE = 0.15
_LIGHT_SHARE = 0.2
"""At least one line in five ends at a comma or the like, or is a refrain."""
_INNER_BLANKS = 2
_WORDED_SHARE = 0.8
"""Four lines of five have three words or more; in menus half of them have."""
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
    first = 0
    for index, role in enumerate([*roles, Role.BLANK]):
        if role is None and len(contents[index]) <= LONGEST:
            continue
        if index - first >= SHORTEST_RUN:
            runs.append(list(range(first, index)))
        first = index + 1
    return runs


def _is_verse(lines: Sequence[str]) -> bool:
    """Tell whether the run breaks as verse does.

    Menus, forms and program code are runs of short lines too: they hold
    figures, brackets and single words, and seldom end at a comma.
    """
    count = len(lines)
    if sum(line.count(" ") >= _INNER_BLANKS for line in lines) < _WORDED_SHARE * count:
        return False
    if sum(_UNSUNG.search(line) is not None for line in lines) > _UNSUNG_SHARE * count:
        return False
    if sum(shapes.is_sentence(line) for line in lines) > _SENTENCE_SHARE * count:
        return False
    light = sum(line[-1] in _LIGHT_MARKS for line in lines)
    lower = sum(line[0].islower() for line in lines[1:])
    signs = light + count - len(set(lines))
    return light > 0 and signs >= _LIGHT_SHARE * count and signs + lower >= _FEWEST_SIGNS
