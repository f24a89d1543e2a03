"""The fact tables, and what one document contributes to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from textassay.text.fingerprints import line_key
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textassay.model import Record
    from textassay.text.document import Document

Key = tuple[str | int, ...]

LONGEST_LINE = 300
"""Code points; longer lines are paragraphs, which the passages tell apart."""

_MID_SENTENCE = lazy(
    r"(?<=[^\W\d_][ ,;:\u00a0])"
    r"(?![a-z])[^\W\d_][\w'\u2019-]*"
)
"""A word after a letter or a comma and one blank: no sentence begins there."""

_CAPITALISED_PAIR = lazy(
    r"(?<![\w'\u2019-])(?![a-z])([^\W\d_][\w'\u2019-]*)(?= (?![a-z])([^\W\d_][\w'\u2019-]*))"
)
_POSSESSIVE = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")


class Table(NamedTuple):
    """A fact table: a partition column, key columns, and sums.

    ``observe`` gives, for a document, the sum that is meant (by index), the
    partition, and the keys: each time that a key occurs there adds one.
    """

    name: str
    keys: tuple[tuple[str, str], ...]
    sums: tuple[str, ...]
    observe: Callable[[Document], Iterator[tuple[int, str, Iterable[str | int | Key]]]]


def source(record: Record) -> str:
    """Return who published a record: declared publisher, else the URL's host, else its folder."""
    declared = record.metadata.get("publisher")
    if isinstance(declared, str) and declared:
        return declared
    url = record.metadata.get("url")
    if isinstance(url, str) and url:
        return urlsplit(url).hostname or url
    return record.path.rpartition("/")[0]


def bare(word: str) -> str:
    """Return a word lower-cased, without a possessive ending."""
    lowered = word.lower()
    return lowered[:-2] if lowered.endswith(_POSSESSIVE) else lowered


def line_keys(document: Document) -> set[int]:
    """Return the fingerprints of the lines that are no paragraphs and hold a letter."""
    text = document.text
    return {
        line_key(piece)
        for line in document.lines
        if line.end - line.start <= LONGEST_LINE
        and any(map(str.isalpha, piece := text[line.start : line.end]))
    }


def pairs(document: Document) -> set[tuple[str, str]]:
    """Return the pairs of capitalised words with one blank between, folded.

    They are the names and fixed phrases that a corpus repeats ("Foreign
    Ministry"); lower-cased, a possessive ending left out.
    """
    return {
        (bare(first), bare(second))
        for first, second in _CAPITALISED_PAIR.findall(document.text)
        if first[0].isupper() and second[0].isupper()
    }


def _words(document: Document) -> Iterator[tuple[int, str, Iterable[str]]]:
    language = document.language.code
    yield 0, language, document.vocabulary
    yield 1, language, document.words
    capitals = [word for word in _MID_SENTENCE.findall(document.text) if word[0].isupper()]
    yield 2, language, filter(document.vocabulary.__contains__, capitals)


def _lines(document: Document) -> Iterator[tuple[int, str, Iterable[int]]]:
    yield 0, source(document.record), line_keys(document)


def _pairs(document: Document) -> Iterator[tuple[int, str, Iterable[Key]]]:
    yield 0, document.language.code, pairs(document)


WORDS = Table(
    "words",
    keys=(("language", "VARCHAR"), ("word", "VARCHAR")),
    sums=("records", "count", "capitalised"),
    observe=_words,
)
LINES = Table(
    "lines",
    keys=(("source", "VARCHAR"), ("key", "BIGINT")),
    sums=("records",),
    observe=_lines,
)
PAIRS = Table(
    "pairs",
    keys=(("language", "VARCHAR"), ("first", "VARCHAR"), ("second", "VARCHAR")),
    sums=("records",),
    observe=_pairs,
)
TABLES = (WORDS, LINES, PAIRS)
