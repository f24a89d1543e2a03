"""The fact tables, and what one document contributes to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text import lines
from textassay.text.fingerprints import line_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textassay.model import Record
    from textassay.text.document import Document

LONGEST_LINE = 300
"""Code points; longer lines are paragraphs, which the passages tell apart."""

_BLANKS = " \N{NO-BREAK SPACE}"
_INSIDE = ",;:"
_POSSESSIVE = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")


class Table(NamedTuple):
    """A fact table: key columns with their types in SQL, and sums."""

    name: str
    keys: tuple[tuple[str, str], ...]
    sums: tuple[str, ...]

    @property
    def columns(self) -> list[str]:
        """The names of all columns."""
        return [*(name for name, _ in self.keys), *self.sums]


WORDS = Table("words", keys=(("key", "BIGINT"),), sums=("records", "count", "capitalised"))
"""By the key of language and word form."""
LINES = Table("lines", keys=(("key", "BIGINT"), ("source", "BIGINT")), sums=("records",))
"""By the fingerprints of the line and of who published it."""
PAIRS = Table(
    "pairs",
    keys=(("language", "VARCHAR"), ("first", "VARCHAR"), ("second", "VARCHAR")),
    sums=("records",),
)
TABLES = (WORDS, LINES, PAIRS)


def source(record: Record) -> str:
    """Return who published a record: declared publisher, else the URL's host, else its folder."""
    declared = record.metadata.get("publisher")
    if isinstance(declared, str) and declared:
        return declared
    url = record.metadata.get("url")
    if isinstance(url, str) and url:
        from urllib.parse import urlsplit

        return urlsplit(url).hostname or url
    return record.path.rpartition("/")[0]


def bare(word: str) -> str:
    """Return a word lower-cased, without a possessive ending."""
    lowered = word.lower()
    return lowered[:-2] if lowered.endswith(_POSSESSIVE) else lowered


def line_keys(document: Document) -> set[int]:
    """Return the fingerprints of the lines that are no paragraphs and hold a letter."""
    pieces = {piece for piece in lines.texts(document.text) if len(piece) <= LONGEST_LINE}
    return {line_key(piece) for piece in pieces if any(map(str.isalpha, piece))}


def inside(text: str, starts: Iterable[int]) -> list[bool]:
    """Tell of words whether they stand behind a letter or a comma and one blank.

    No sentence begins there, so a capital belongs to the word.
    """
    return [
        start > 1
        and text[start - 1] in _BLANKS
        and (text[start - 2].isalpha() or text[start - 2] in _INSIDE)
        for start in starts
    ]


def inner_capitals(document: Document) -> Iterator[str]:
    """Yield each word that is capitalised inside a sentence."""
    text = document.text
    spans = [span for span in document.word_spans if text[span[0]].isupper()]
    for (start, end), within in zip(spans, inside(text, (s for s, _ in spans)), strict=True):
        if within:
            yield text[start:end]
