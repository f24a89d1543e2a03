"""Which characters texts are written with, and which only look like the fruit of a wrong guess."""

from __future__ import annotations

from functools import cache
from unicodedata import category

from textassay.checks.encoding.suspicion import exemplars
from textassay.text.alphabet import span_of

TYPOGRAPHIC = frozenset(
    "\u00ab\u00bb\u201c\u201d\u2018\u2019\u201a\u201e\u2013\u2014\u2026\u2022\u00b7\u00b0\u00ba"
    "\u00aa\u00a9\u00ae\u2122\u20ac\u00a3\u00bf\u00a1\u00a7\u00b6\u00a0\u00ad\u202f"
)
_ODD_LETTERS = (
    frozenset("\N{LATIN SMALL LETTER LONG S}")
    | span_of(0x1D00, 0x1DBF)  # phonetic extensions
    | span_of(0x2C00, 0x2DFF)
    | span_of(0xA720, 0xA7FF)
)
_RARE_LETTERS = span_of(0x0180, 0x02AF) | span_of(0x0460, 0x052F)
"""Letters of Latin and Cyrillic that count where a living language has them."""
_SYMBOLS = (("\u2190", "\u22ff"), ("\u2600", "\u27bf"), ("\U0001f000", "\U0001faff"))


@cache
def is_usual(char: str) -> bool:
    """Tell whether a character is a letter of a living language, or a common mark or symbol.

    Left out are phonetic letters, the long s, letters in circles and their like.
    """
    if char.isascii() or char in TYPOGRAPHIC:
        return True
    kind = category(char)
    if kind[0] == "L":
        return char not in _ODD_LETTERS and (char not in _RARE_LETTERS or char in _letters())
    return kind[0] in "MNP" or kind == "Sc" or any(a <= char <= b for a, b in _SYMBOLS)


@cache
def _letters() -> frozenset[str]:
    return frozenset().union(*exemplars().values())
