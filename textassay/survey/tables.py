"""The fact tables, and what one document contributes to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from textassay.text import lines
from textassay.text.fingerprints import line_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textassay.model import Record
    from textassay.text.document import Document

Key = tuple[str | int, ...]

LONGEST_LINE = 300
"""Code points; longer lines are paragraphs, which the passages tell apart."""

_BLANKS = " \N{NO-BREAK SPACE}"
_INSIDE = ",;:"
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
    pieces = {text[start:end] for start, end in lines.split(text) if end - start <= LONGEST_LINE}
    return {line_key(piece) for piece in pieces if any(map(str.isalpha, piece))}


def inner_capitals(document: Document) -> Iterator[str]:
    """Yield each capitalised word behind a letter or a comma and one blank.

    No sentence begins there, so the capital belongs to the word.
    """
    text = document.text
    for start, end in document.capitals:
        if start > 1 and text[start - 1] in _BLANKS:
            before = text[start - 2]
            if before.isalpha() or before in _INSIDE:
                yield text[start:end]


def pairs(document: Document) -> set[tuple[str, str]]:
    """Return the pairs of capitalised words with one blank between, folded.

    They are the names and fixed phrases that a corpus repeats ("Foreign
    Ministry"); lower-cased, a possessive ending left out.
    """
    text = document.text
    found = set()
    previous, stop = "", -2
    for start, end in document.capitals:
        word = text[start:end]
        if start == stop + 1 and text[stop] == " ":
            found.add((bare(previous), bare(word)))
        previous, stop = word, end
    return found


def _words(document: Document) -> Iterator[tuple[int, str, Iterable[str]]]:
    language = document.language.code
    yield 0, language, document.vocabulary
    yield 1, language, document.words
    yield 2, language, filter(document.vocabulary.__contains__, inner_capitals(document))


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
