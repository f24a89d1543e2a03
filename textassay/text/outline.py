"""The outline of a text: one byte a code point that says what kind stands there.

Letters, blanks and marks at the same offsets as in the text, so that places
where two words or marks meet oddly are found as bytes, in one scan for all
checks. Making it runs at 400 MB/s; what is found is judged on the text itself.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import Any

SMALL, CAPITAL, CAPITAL_BEYOND = "a", "A", "C"
"""Letters; capitals beyond ASCII are a kind of their own."""
DIGIT, BLANK, BREAK = "0", " ", "\n"
STOP, CLOSING, CLOSING_BEYOND = ",", ")", ">"
"""``.,;`` and other marks that close, in ASCII but ``?``, and beyond."""
OPENING, OPENING_BEYOND = "(", "<"
SIGN, OTHER, UNKNOWN = "s", "o", "x"
"""Signs beyond ASCII that never stand in words, other characters of ASCII, all the rest."""

_WELL_PLACED = "\u00b7\u2019\u2018\u2013\u2014\u2026\u00ad"  # signs that may stand in words
_SMALL = "".join(map(chr, [*range(0xDF, 0xF7), *range(0xF8, 0x100)])) + (
    "\u0105\u0107\u010d\u0119\u011b\u011f\u0131\u0142\u0151\u0159\u015b\u015f\u0161\u016f\u0171\u017c\u017e"
)
_CAPITALS = "".join(map(chr, [*range(0xC0, 0xD7), *range(0xD8, 0xDF)]))
_SIGNS = (
    "\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00ac\u00ae\u00af\u00b1\u00b4\u00b6\u00b8"
    "\u201c\u00ab\u201e\u201a\u2039\u203a\u2022\u20ac\u2122"
)
_KINDS = {
    SMALL: "abcdefghijklmnopqrstuvwxyz" + _SMALL,
    CAPITAL: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    CAPITAL_BEYOND: _CAPITALS,
    DIGIT: "0123456789",
    BLANK: " \t\u00a0\u2002\u2003\u2009\u202f",
    BREAK: "\n\r\v\f",
    STOP: ".,;",
    CLOSING: ":!)]",
    CLOSING_BEYOND: "\u201d\u00bb",
    OPENING: "([",
    OPENING_BEYOND: "\u00bf\u00a1",
    SIGN: _SIGNS,
    OTHER: _WELL_PLACED + "".join(chr(code) for code in range(128) if chr(code) != "?"),
}
_BYTES = 256


@cache
def known() -> frozenset[str]:
    """Return the characters beyond ASCII whose kind the outline tells."""
    return frozenset("".join(_KINDS.values())) - frozenset(map(chr, range(128)))


def outline(text: str) -> bytes:
    """Return the kind of each code point of a text, one byte each.

    A question mark is unknown as well: it stands for what the table lacks.
    """
    if text.isascii():
        return text.encode("ascii").translate(_kinds())
    return codecs.charmap_encode(text, "replace", _numbers())[0].translate(_kinds())


@cache
def _table() -> str:
    """Return the characters of the outline: ASCII, then 128 others."""
    beyond = "".join(sorted(known()))
    return "".join(map(chr, range(128))) + beyond.ljust(_BYTES - 128, "\ufffe")


@cache
def _numbers() -> Any:  # noqa: ANN401 - what codecs.charmap_build makes has no public type
    return codecs.charmap_build(_table())


@cache
def _kinds() -> bytes:
    kinds = {char: kind for kind in reversed(_KINDS) for char in _KINDS[kind]}
    return "".join(kinds.get(char, UNKNOWN) for char in _table()).encode("ascii")
