"""Draws the characters that a reader cannot see, or that would reorder a page.

Control, zero-width, bidirectional, tag and private-use characters and lone
surrogates become ``<U+200B>`` and the like. Tab and line breaks stay; so do the
zero-width joiner inside an emoji and the emoji variation selector.
"""

from __future__ import annotations

import re
from functools import cache

from textassay.text.patterns import lazy

# Inclusive ranges of code points without a shape of their own (Unicode 16
# categories Cc, Cf, Cs, Co, Zl, Zp and the default-ignorable rest).
RANGES = (
    (0x00, 0x08),
    (0x0B, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x034F, 0x034F),
    (0x0600, 0x0605),
    (0x061C, 0x061C),
    (0x06DD, 0x06DD),
    (0x070F, 0x070F),
    (0x08E2, 0x08E2),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x200B, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xD800, 0xF8FF),
    (0xFE00, 0xFE0E),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0xFFFE, 0xFFFF),
    (0x110BD, 0x110BD),
    (0x1BCA0, 0x1BCA3),
    (0x1D173, 0x1D17A),
    (0xE0000, 0x10FFFF),
)
SHORT = 40  # code points: in a longer text a no-break space is not the matter
_EDGES = lazy(r"\A[^\S\n]+|[^\S\n]+\Z")
_BLANKS = lazy(r"\A[^\S\n]+|[^\S\n]+\Z|[^\S\n]{2,}|[\u00a0\u202f]")
EMOJI = ((0x2600, 0x27BF), (0x1F000, 0x1FAFF))  # between these a joiner is in its place


@cache
def _invisible() -> re.Pattern[str]:
    emoji = _class(EMOJI)
    joined = f"(?<!{emoji})(?<!\\ufe0f)\\u200d|\\u200d(?!{emoji})"
    return re.compile(f"(?!\\u200d){_class(RANGES)}|{joined}")


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    spans = "".join(f"\\U{low:08x}-\\U{high:08x}" for low, high in ranges)
    return f"[{spans}]"


def name(character: str) -> str:
    """Return ``<U+XXXX>`` for a character."""
    return f"<U+{ord(character):04X}>"


def visible(text: str) -> str:
    """Return the text with every invisible character spelt out."""
    if text.isascii() and text.isprintable():
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _invisible().sub(lambda match: name(match.group()), text)


def blanks(text: str) -> str:
    """Return a marked text or a suggestion with the blanks that matter drawn.

    Those at its edges, doubled, or no-break in a short text; line breaks stay.
    """
    if len(text) > SHORT:
        return _EDGES.sub(_blank, text)
    return _BLANKS.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    return "".join(
        "\N{OPEN BOX}" if character == " " else name(character) for character in match.group()
    )


def one_line(text: str) -> str:
    """Return the text on one line: breaks drawn as arrows, tabs as blanks."""
    return visible(text).replace("\n", "\N{RETURN SYMBOL}").replace("\t", " ")
