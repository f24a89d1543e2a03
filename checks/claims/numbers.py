"""Numbers in running text, in figures and in words."""

from __future__ import annotations

from functools import cache

from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

FIGURES = r"\d{1,3}(?:[.,]\d{3})+|\d+"
_SEPARATOR = lazy(r"[.,]")


@cache
def words() -> dict[str, int]:
    """Return the small numbers in words, English and Spanish."""
    rows = (line.split("\t") for line in entries(__file__, "numbers.txt"))
    return {word: int(value) for word, value in rows}


@cache
def pattern() -> str:
    """Return a pattern for a whole number in figures or words, lower case."""
    return rf"(?:{FIGURES}|{'|'.join(sorted(words(), key=len, reverse=True))})"


def value(written: str) -> int:
    """Return the whole number that ``pattern`` matched."""
    known = words().get(written)
    return known if known is not None else int(_SEPARATOR.sub("", written))
