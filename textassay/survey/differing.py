"""Which numbers differ where two records say the same thing in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import OtherNumber
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 5  # kept of one passage
BEFORE, BEHIND = 3, 2  # equal words around two numbers that stand for the same thing
_TOKEN = lazy(r"\d[\d.,:]*\d|\d|[^\W\d_]+")

_FIGURE = lazy(r"\d+")

Frame = tuple[str, ...]


def differing_numbers(
    ours: str, span: tuple[int, int], theirs: str, other: tuple[int, int]
) -> tuple[OtherNumber, ...]:
    """Return the numbers of a passage that are others in its copy.

    Args:
        ours: The text of the record.
        span: Where the passage stands in it.
        theirs: The text of the other record.
        other: Where the copy stands in that.

    Two numbers are compared where three words before and two behind are the
    same, and stand so only once in either passage.
    """
    if _FIGURE.findall(ours, *span) == _FIGURE.findall(theirs, *other):
        return ()  # nearly always, and thirty times as quick
    there = dict(_framed(theirs, *other))
    found = []
    for frame, place in dict(_framed(ours, *span)).items():
        copy = there.get(frame)
        if place and copy and ours[slice(*place)] != theirs[slice(*copy)]:
            found.append(OtherNumber(place[0], place[1], copy[0], copy[1], theirs[slice(*copy)]))
    return tuple(found[:MOST])


def _framed(text: str, start: int, end: int) -> Iterator[tuple[Frame, tuple[int, int] | None]]:
    """Yield the words around each number with its place; no place where they stand twice."""
    tokens = list(_TOKEN.finditer(text, start, end))
    words = [token.group().lower() for token in tokens]
    seen: set[Frame] = set()
    for index in range(BEFORE, len(tokens) - BEHIND):
        if words[index][0].isdecimal():
            frame = (*words[index - BEFORE : index], *words[index + 1 : index + 1 + BEHIND])
            yield frame, None if frame in seen else tokens[index].span()
            seen.add(frame)
