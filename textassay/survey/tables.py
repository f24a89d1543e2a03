"""The rows of facts that one document contributes to each table."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textassay.model import Record
    from textassay.text.document import Document

Key = tuple[str | int, ...]

FIELD = 32
"""Bits of one sum; the sums of a row are packed into one integer to save memory."""

_MASK = (1 << FIELD) - 1
_MID_SENTENCE = re.compile(r"(?<=[^\W\d_][ ,;:\u00a0])[^\W\d_a-z][\w'\u2019-]*")
"""A word after a letter or a comma and one blank: no sentence begins there.

``[^\\W\\d_a-z]`` keeps lower-case ASCII out early; the rest is tested per word.
"""


_CAPITALISED_PAIR = re.compile(
    r"(?<![\w'\u2019-])([^\W\d_a-z][\w'\u2019-]*)(?= ([^\W\d_a-z][\w'\u2019-]*))"
)


@dataclass(frozen=True, slots=True)
class Table:
    """A fact table: typed key columns, and sums that add up over documents."""

    name: str
    keys: tuple[tuple[str, str], ...]
    sums: tuple[str, ...]
    rows: Callable[[Document], Iterable[tuple[Key, int]]]


def pack(*sums: int) -> int:
    """Return several sums in one integer; adding two adds each sum."""
    packed = 0
    for position, value in enumerate(sums):
        packed |= value << (FIELD * position)
    return packed


def unpack(packed: int, count: int) -> tuple[int, ...]:
    """Return the ``count`` sums of a packed integer."""
    return tuple(packed >> (FIELD * position) & _MASK for position in range(count))


def fingerprint(text: str) -> int:
    """Return a signed 64-bit key of a text, the same on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def line_key(text: str) -> int:
    """Return the fingerprint of a line, case and white space folded."""
    return fingerprint(" ".join(text.casefold().split()))


def source(record: Record) -> str:
    """Return who published a record: declared publisher, else the URL's host, else its folder."""
    declared = record.metadata.get("publisher")
    if isinstance(declared, str) and declared:
        return declared
    url = record.metadata.get("url")
    if isinstance(url, str) and url:
        return urlsplit(url).hostname or url
    return record.path.rpartition("/")[0]


def word_rows(document: Document) -> Iterable[tuple[Key, int]]:
    """Yield each word form with records, count and capitals inside a sentence."""
    language = document.language.code
    capitals = Counter(word for word in _MID_SENTENCE.findall(document.text) if word[:1].isupper())
    for word, count in Counter(document.words).items():
        yield (language, word), pack(1, count, min(capitals[word], count))


def pair_rows(document: Document) -> Iterable[tuple[Key, int]]:
    """Yield each pair of capitalised words with one blank between, once, lower-cased.

    They are the names and fixed phrases that a corpus repeats ("Foreign
    Ministry"); a possessive ending is left out.
    """
    language = document.language.code
    pairs = {
        (_bare(left), _bare(right))
        for left, right in _CAPITALISED_PAIR.findall(document.text)
        if left[0].isupper() and right[0].isupper()
    }
    for left, right in pairs:
        yield (language, left, right), 1


def _bare(word: str) -> str:
    lowered = word.lower()
    return lowered[:-2] if lowered.endswith(("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")) else lowered


def line_rows(document: Document) -> Iterable[tuple[Key, int]]:
    """Yield the fingerprint of each line that holds a letter, once, with the source."""
    text = document.text
    publisher = source(document.record)
    keys = {
        line_key(piece)
        for line in document.lines
        if any(map(str.isalpha, piece := text[line.start : line.end]))
    }
    for key in keys:
        yield (key, publisher), 1


WORDS = Table(
    "words",
    keys=(("language", "VARCHAR"), ("word", "VARCHAR")),
    sums=("records", "count", "capitalised"),
    rows=word_rows,
)
LINES = Table(
    "lines",
    keys=(("key", "BIGINT"), ("source", "VARCHAR")),
    sums=("records",),
    rows=line_rows,
)
PAIRS = Table(
    "pairs",
    keys=(("language", "VARCHAR"), ("first", "VARCHAR"), ("second", "VARCHAR")),
    sums=("records",),
    rows=pair_rows,
)
TABLES = (WORDS, LINES, PAIRS)
