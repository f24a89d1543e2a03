"""Where Markdown quotes code: between fences, and between backticks in a line."""

from __future__ import annotations

from itertools import chain
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
    inline = [
        match.span()
        for match in _INLINE.finditer(text)
        if not any(start <= match.start() < end for start, end in blocks)
    ]
    return sorted(chain(blocks, inline))


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
