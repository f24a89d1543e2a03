"""The outline of a text: one byte a code point that says what kind stands there.

Letters, blanks and marks at the same offsets as in the text, so that places
where two words or marks meet oddly are found as bytes, in one scan for all
checks. What is found is judged on the text itself.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable

SMALL, SMALL_BEYOND, SMALL_LEAD = "a", "e", "y"
CAPITAL, CAPITAL_BEYOND = "A", "C"
"""Letters; those beyond ASCII are kinds of their own. A small one that UTF-8 read as
another set shows before another small one (Arabic as \u00ff\u00df) is a lead."""
DIGIT, BLANK, BLANK_BEYOND, BREAK = "0", " ", "n", "\n"
POINT, STOP, CLOSING, CLOSING_BEYOND = ".", ",", ")", ">"
"""The full stop, ``,;`` and other marks that close, in ASCII but ``?``, and beyond."""
OPENING, OPENING_BEYOND = "(", "<"
SIGN, QUOTE, APOSTROPHE, MARK = "s", "q", "p", "m"
"""Beyond ASCII: signs that never stand in words, quotation marks among them that open;
single ones, of which one is an apostrophe; marks that may stand in words."""
OTHER, UNKNOWN = "o", "x"
"""Other characters of ASCII, all the rest."""

_LEADS = "\u00df\u00e3\u00f0\u00ff\u0153\u011b\u0131"
_SMALL = "".join(map(chr, [*range(0xDF, 0xF7), *range(0xF8, 0x100)])) + (
    "\u0105\u0107\u010d\u0119\u011f\u0142\u0151\u0159\u015b\u015f\u0161\u016f\u0171\u017c\u017e"
)
_CAPITALS = "".join(map(chr, [*range(0xC0, 0xD7), *range(0xD8, 0xDF)])) + "\u0152"
_SIGNS = (
    "\u00a2\u00a3\u00a4\u00a5\u00a6\u00a7\u00a8\u00a9\u00ac\u00ae\u00af\u00b1\u00b4\u00b6\u00b8"
    "\u00bc\u00bd\u00be\u00f7\u2022\u20ac\u2122\u2039\u203a"
)
_KINDS = {
    SMALL: "abcdefghijklmnopqrstuvwxyz",
    SMALL_LEAD: _LEADS,
    SMALL_BEYOND: _SMALL,
    CAPITAL: "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    CAPITAL_BEYOND: _CAPITALS,
    DIGIT: "0123456789",
    BLANK: " \t",
    BLANK_BEYOND: "\u00a0\u2002\u2003\u2009\u202f",
    BREAK: "\n\r\v\f",
    POINT: ".",
    STOP: ",;",
    CLOSING: ":!)]",
    CLOSING_BEYOND: "\u201d\u00bb",
    OPENING: "([",
    OPENING_BEYOND: "\u00bf\u00a1",
    SIGN: _SIGNS,
    QUOTE: "\u201c\u201e\u201a\u00ab",
    APOSTROPHE: "\u2019\u2018",
    MARK: "\u00b0\u00b7\u00d7\u2013\u2014\u2026\u00ad\u2192",
    OTHER: "".join(chr(code) for code in range(128) if chr(code) != "?"),
}
STAND_INS = {
    "\u20ac": "\x80",
    "\u201a": "\x82",
    "\u201e": "\x84",
    "\u2026": "\x85",
    "\u2039": "\x8b",
    "\u0152": "\x8c",
    "\u2018": "\x91",
    "\u2019": "\x92",
    "\u201c": "\x93",
    "\u201d": "\x94",
    "\u2022": "\x95",
    "\u2013": "\x96",
    "\u2014": "\x97",
    "\u2122": "\x99",
    "\u203a": "\x9b",
    "\u0153": "\x9c",
}
"""Bytes of Windows for what European texts need beyond Latin-1."""
_LIKE = {
    BLANK_BEYOND: "\u00a0",
    SMALL_BEYOND: "\u00e9",
    SMALL_LEAD: "\u00df",
    MARK: "\u00b7",
}
"""What stands for others of a kind that have no byte of their own."""
_CONTROLS = dict.fromkeys(map(chr, range(0x80, 0xA0)), "?")


@cache
def known() -> frozenset[str]:
    """Return the characters whose kind the outline tells, all of ASCII too."""
    return frozenset("".join(_KINDS.values())) | frozenset(map(chr, range(128)))


@cache
def _replaced() -> dict[str, str]:
    """Return what stands for each character that Latin-1 lacks or whose byte is taken."""
    others = {char: like for kind, like in _LIKE.items() for char in _KINDS[kind] if char > "\xff"}
    return others | STAND_INS | _CONTROLS


@cache
def _written() -> frozenset[str]:
    return frozenset(_replaced())


def narrow(text: str, present: frozenset[str]) -> bytes:
    """Return one byte for each code point of a text, ``?`` for those without one.

    Latin-1 but for controls and ``STAND_INS``; other small letters, blanks and marks
    that are known are written as one of their kind. Ten times as fast as a codec of
    256 characters, which looks each up.

    Args:
        text: The text.
        present: Its distinct characters beyond ASCII at least.
    """
    if text.isascii():
        return text.encode("ascii")
    replaced = _replaced()
    for char in sorted(present & _written()):  # controls come first
        text = text.replace(char, replaced[char])
    return text.encode("latin-1", "replace")


def outline(narrowed: bytes) -> bytes:
    """Return the kind of each character of a narrow text, one byte each.

    A question mark is unknown as well: it stands for what the table lacks.
    """
    return narrowed.translate(_kinds())


def figures(text: str, outlined: bytes, rare: Iterable[str]) -> list[int]:
    """Return where each run of decimal digits begins.

    Args:
        text: The text.
        outlined: Its outline.
        rare: Its characters that the outline does not tell: digits of other scripts, maybe.
    """
    if any(map(str.isdecimal, rare)):
        return [match.start() for match in _FIGURE.finditer(text)]
    return [match.start() for match in _digits().finditer(outlined)]


_FIGURE = lazy(r"\d+")


@cache
def _digits() -> re.Pattern[bytes]:
    """Return the pattern of a run; it begins with a literal, to which the engine skips."""
    return re.compile(b"%b%b*" % (DIGIT.encode(), DIGIT.encode()))


@cache
def _kinds() -> bytes:
    kinds = {char: kind for kind in reversed(_KINDS) for char in _KINDS[kind]}
    meant = {byte: char for char, byte in STAND_INS.items()}
    table = (meant.get(chr(byte), chr(byte)) for byte in range(256))
    return "".join(kinds.get(char, UNKNOWN) for char in table).encode("ascii")
