"""Case and punctuation folding that keeps every offset."""

from __future__ import annotations

from textassay.text.patterns import lazy

_SAME_WIDTH = (
    ("\N{NO-BREAK SPACE}", " "),
    ("\N{NARROW NO-BREAK SPACE}", " "),
    ("\N{RIGHT SINGLE QUOTATION MARK}", "'"),
    ("\N{MODIFIER LETTER APOSTROPHE}", "'"),
    ("\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}", "i"),
)
"""The capital dotted I is the one letter whose lower case is longer (two code points)."""

_SURROGATE = lazy("[\ud800-\udfff]")


def fold(text: str) -> str:
    """Return ``text`` lower-cased with plain blanks and apostrophes.

    The result has the same length as ``text``, so offsets carry over, and can
    be encoded: a lone surrogate becomes U+FFFD.
    """
    if not text.isascii():
        for written, plain in _SAME_WIDTH:  # 15 times as fast as str.translate
            text = text.replace(written, plain)
        try:
            text.encode()
        except UnicodeEncodeError:  # encoding is quicker than to compile the pattern
            text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    return text.lower()
