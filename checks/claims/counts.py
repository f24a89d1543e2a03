"""Counts of the same thing that differ: "212 patients treated at night", "187 patients ..."."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.frozen import NamedTuple
from textassay.text.lexicon import entries
from textassay.text.lines import Role
from textassay.text.patterns import lazy, matches_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

LANGUAGES = ("en", "es")  # whose light words are known
FEWEST_SWAPPED = 3  # digits: two that are swapped are too often chance
_YEARS = range(1500, 2100)
SAME_WORDS = 4  # the noun, and three words of what is said of it, a year among them
CONTRAST = 60  # code points before it whose own figure sets two apart: "a 16-bit image has 65535"

# A figure, what it counts and what is said of it, up to a year at the end.
COUNT = lazy(
    r"(?P<number>\d(?<![\w.,:/$\N{EURO SIGN}\N{POUND SIGN}-]\d)"
    r"(?:\d{0,2}(?:[.,]\d{3})+|\d{1,5}))[^\S\r\n]+"
    r"(?P<said>[^\W\d_]{3,}[^\d,.;:()\n\"\N{LEFT DOUBLE QUOTATION MARK}"
    r"\N{RIGHT DOUBLE QUOTATION MARK}]{8,80}(?:(?:19|20)\d\d\b)?)"
)
_FIGURE = lazy(r"\d")
_SEPARATOR = lazy(r"[.,]")


class Count(NamedTuple):
    """A number, and where it and what it counts stand."""

    start: int
    end: int
    number: str


def conflicting(document: Document) -> Iterator[tuple[Count, Count]]:
    """Yield the pairs of plain counts of the same thing with different numbers."""
    if document.language.code not in LANGUAGES:
        return
    known: dict[tuple[str, ...], Count] = {}
    light = _light()
    for match in matches_at(COUNT, document.folded, document.figures):
        words = [word for word in match["said"].split() if word not in light]
        found = Count(match.start(), match.end(), _SEPARATOR.sub("", match["number"]))
        for key in _keys(words, found.number):
            first = known.setdefault(key, found)
            if first.number != found.number and _is_plain(document, first, found):
                yield first, found
                break


def _keys(words: list[str], number: str) -> Iterator[tuple[str, ...]]:
    """Yield what only counts of the same thing share.

    Either what is said of them, or the noun and the digits in another order:
    "1,254 pupils", "1,245 pupils". No such pair was among 1,650 figures of
    three digits and more in 2.6 million words.
    """
    if words and words[0] in _amounts():
        return
    if len(words) >= SAME_WORDS:
        yield tuple(words[:SAME_WORDS])
    if words and len(number) >= FEWEST_SWAPPED and int(number) not in _YEARS:
        yield words[0], "".join(sorted(number))


def _is_plain(document: Document, *counts: Count) -> bool:
    """Tell whether all are exact numbers in running text, alone in their sentence so far."""
    rough = phrases.pattern("rough.txt")
    for count in counts:
        sentence = document.sentence_at(count.start)
        if sentence is None or document.line_at(count.start).role != Role.PARAGRAPH:
            return False
        floor = max(sentence.start, count.start - CONTRAST)
        if _FIGURE.search(document.folded, floor, count.start):
            return False
        if rough.search(document.folded, floor, count.start + 1):
            return False
    return True


@cache
def _light() -> frozenset[str]:
    """Return the words that say nothing of what is counted."""
    return frozenset(entries(__file__, "light_words.txt"))


@cache
def _amounts() -> frozenset[str]:
    """Return the units: what is measured by them is named elsewhere ("a sum for this purpose")."""
    return frozenset(entries(__file__, "units.txt"))
