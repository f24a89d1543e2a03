"""Offsets at the edge: code points to UTF-8 bytes and UTF-16 units, and back.

Inside textassay every offset counts code points. Editors speak UTF-16 (the
language server protocol, JavaScript), files speak bytes.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["utf-8", "utf-16"]

STRIDE = 1024
"""Code points between two stored sums: 8 bytes of memory for 1 KB of text."""
_ERRORS = "surrogatepass"  # lone surrogates have a width too


class OffsetMap:
    """Converts offsets of one text; conversions cost one stride at most.

    Args:
        text: The text that offsets count in.
        unit: "utf-8" for bytes, "utf-16" for 16-bit units.
    """

    __slots__ = ("_sums", "_text", "_unit")

    def __init__(self, text: str, unit: Unit) -> None:
        """Sum the widths stride by stride."""
        self._text = text
        self._unit = unit
        pieces = (text[start : start + STRIDE] for start in range(0, len(text), STRIDE))
        self._sums = [0, *accumulate(width(piece, unit) for piece in pieces)]

    def to_units(self, offset: int) -> int:
        """Return the units before a code point offset (0 <= offset <= length)."""
        whole = min(offset // STRIDE, len(self._sums) - 1)
        return self._sums[whole] + width(self._text[whole * STRIDE : offset], self._unit)

    def to_code_points(self, units: int) -> int:
        """Return the code point that holds the unit, its offset in code points."""
        if units >= self._sums[-1]:
            return len(self._text)
        whole = bisect_right(self._sums, units) - 1
        offset = whole * STRIDE
        reached = self._sums[whole]
        for character in self._text[offset : offset + STRIDE]:
            reached += width(character, self._unit)
            if reached > units:
                break
            offset += 1
        return offset


def width(piece: str, unit: Unit) -> int:
    """Return the length of a piece of text in bytes or UTF-16 units."""
    if piece.isascii():
        return len(piece)
    if unit == "utf-8":
        return len(piece.encode("utf-8", _ERRORS))
    return len(piece.encode("utf-16-le", _ERRORS)) // 2
