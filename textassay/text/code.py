"""Where Markdown quotes code: between fences, and between backticks in a line."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FENCES = ("```", "~~~")
_INLINE = lazy(r"`[^`\n]+`")


def spans(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return start and end of each piece of code, in order, marks included.

    Args:
        text: Markdown.
        lines: Start and end of each of its lines.
    """
    if not any(mark in text for mark in ("`", *_FENCES)):
        return []
    blocks = list(_blocks(text, lines))
    inline = [match.span() for match in _INLINE.finditer(text)]
    return sorted([*blocks, *(span for span in inline if not holds(blocks, *span))])


def holds(pieces: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Tell whether one of some pieces in order, none over another, holds a span."""
    index = bisect_right(pieces, (start, sys.maxsize)) - 1
    return index >= 0 and end <= pieces[index][1]


def _blocks(text: str, lines: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the fenced blocks; a fence that nothing closes opens none."""
    opened, fence = 0, ""
    for start, end in lines:
        line = text[start:end].strip()
        if fence and line == fence:
            yield opened, end
            fence = ""
        elif not fence and line.startswith(_FENCES):
            opened, fence = start, line[:3]
