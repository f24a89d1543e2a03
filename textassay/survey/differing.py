"""Which numbers differ where two records say the same thing in the same words."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from textassay.contract import OtherNumber
from textassay.frozen import NamedTuple
from textassay.text import plain
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

MOST = 5  # kept of one passage
BEFORE = 3  # and two behind: equal words around two numbers that stand for the same thing
ROOM = 40  # code points in which these words are looked for first
_FORM = r"\d[\d.,:]*\d|\d|[^\W\d_]+"  # of a number or a word
_TOKEN = lazy(_FORM)
_AND_BEHIND = lazy(rf"((?>\d[\d.,:]*\d|\d))[\W_]*+((?>{_FORM}))[\W_]*+((?>{_FORM}))")

_FIGURE = lazy(r"\d+")

_ARABIC_DIGITS = "0123456789"

Frame = tuple[str, ...]


class Figures(NamedTuple):
    """The runs of digits of a text: where each begins, and as written."""

    text: str
    starts: list[int]
    written: list[str]

    def places(self, start: int, end: int) -> list[int]:
        """Return where the runs of a passage begin."""
        return self.starts[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def within(self, start: int, end: int) -> list[str]:
        """Return the runs of a passage, which begins and ends with a word."""
        return self.written[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def figures(text: str) -> Figures:
    """Return the runs of digits of a text."""
    raw = plain.encoded(text)
    if raw is None:
        spans = [match.span() for match in _FIGURE.finditer(text)]
    else:
        kinds = np.frombuffer(b"\0%b\0" % raw.translate(_digits()), bool)
        edges = (kinds[1:] != kinds[:-1]).nonzero()[0].tolist()
        spans = list(zip(edges[::2], edges[1::2], strict=True))
    return Figures(text, [start for start, _ in spans], [text[slice(*span)] for span in spans])


@cache
def _digits() -> bytes:
    """Return what tells, of each byte of ``plain.encoded``, whether it is a digit."""
    return bytes(chr(byte) in _ARABIC_DIGITS for byte in range(256))


def differing_numbers(
    ours: Figures, span: tuple[int, int], theirs: Figures, other: tuple[int, int]
) -> tuple[OtherNumber, ...]:
    """Return the numbers of a passage that are others in its copy.

    Args:
        ours: The figures of the record.
        span: Where the passage stands in it.
        theirs: The figures of the other record.
        other: Where the copy stands in that.

    Two numbers are compared where three words before and two behind are the
    same, and stand so only once in either passage.
    """
    if ours.within(*span) == theirs.within(*other):
        return ()  # nearly always, and far quicker
    numbers, copies = list(_numbers(ours, *span)), list(_numbers(theirs, *other))
    behind = {number.behind for number in numbers} & {copy.behind for copy in copies}
    there = dict(_framed(theirs.text, other[0], copies, behind))
    found = []
    for frame, place in dict(_framed(ours.text, span[0], numbers, behind)).items():
        copy = there.get(frame)
        if place and copy:
            text = theirs.text[slice(*copy)]
            if ours.text[slice(*place)] != text:
                found.append(OtherNumber(place[0], place[1], copy[0], copy[1], text))
    return tuple(found[:MOST])


class _Number(NamedTuple):
    """A number of a passage, with the words behind it."""

    start: int
    end: int
    behind: Frame


def _numbers(found: Figures, start: int, end: int) -> Iterator[_Number]:
    """Yield the numbers of a passage that have words enough behind them."""
    done = start
    for at in found.places(start, end):
        if at < done:
            continue  # a part of the number before: "1.5"
        number = _AND_BEHIND.match(found.text, at, end)
        if number is None:
            return  # fewer words are left
        done = number.end(1)
        yield _Number(at, done, (number[2].lower(), number[3].lower()))


def _framed(
    text: str, start: int, numbers: Sequence[_Number], behind: AbstractSet[Frame]
) -> Iterator[tuple[Frame, tuple[int, int] | None]]:
    """Yield the words around each number with its place; no place where they stand twice.

    Only of numbers with some words ``behind`` them.
    """
    seen: set[Frame] = set()
    for number in numbers:
        if number.behind not in behind:
            continue
        before = _words_before(text, start, number.start)
        if before:
            frame = (*map(str.lower, before), *number.behind)
            yield frame, None if frame in seen else number[:2]
            seen.add(frame)


def _words_before(text: str, start: int, end: int) -> list[str]:
    """Return the last words before a number, none where there are too few."""
    room = ROOM
    while True:
        first = max(start, end - room)
        words = _TOKEN.findall(text, first, end)
        if first > start:
            del words[:1]  # it may be cut
        if len(words) >= BEFORE or first == start:
            return words[-BEFORE:] if len(words) >= BEFORE else []
        room *= 2
