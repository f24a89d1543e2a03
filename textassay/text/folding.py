"""Case and punctuation folding that keeps every offset."""

from __future__ import annotations

_SAME_WIDTH = str.maketrans(
    {
        "\N{NO-BREAK SPACE}": " ",
        "\N{NARROW NO-BREAK SPACE}": " ",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}": "i",
    }
)


def fold(text: str) -> str:
    """Return ``text`` lower-cased with plain blanks and apostrophes.

    The result has the same length as ``text``, so offsets carry over.
    """
    if text.isascii():
        return text.lower()
    folded = text.translate(_SAME_WIDTH).lower()
    if len(folded) == len(text):
        return folded
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
