"""What one record is told: the facts for the keys that occur in it."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from textassay.contract import LineFacts, WordFacts
from textassay.model import NOTHING
from textassay.survey.tables import bare, inner_capitals, line_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from textassay.contract import RecordMatch
    from textassay.text.document import Document

REPEATED = 2
"""Records that must have a pair of capitalised words to be told of it."""

NOBODY = WordFacts()
NOWHERE = LineFacts()
ONCE = LineFacts(1, 1)


class Known(Protocol):
    """Where the sums are looked up: a corpus, or one document alone."""

    def word(self, language: str, word: str) -> WordFacts:
        """Return the sums of a word form."""

    def line(self, key: int) -> LineFacts:
        """Return the sums of a line."""


class Paired(Protocol):
    """Where pairs of capitalised words are looked up: memory, or a file."""

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one."""

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""


class Pairs:
    """Pairs of capitalised words that several records have, by either word."""

    def __init__(self, rows: Iterable[tuple[str, str, str, int]]) -> None:
        """Index rows of language, first word, second word and records."""
        self._after: dict[tuple[str, str], dict[str, int]] = {}
        self._before: dict[tuple[str, str], dict[str, int]] = {}
        for language, first, second, records in rows:
            if records >= REPEATED:
                self._after.setdefault((language, first), {})[second] = records
                self._before.setdefault((language, second), {})[first] = records

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one."""
        return self._after.get((language, word), NOTHING)

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""
        return self._before.get((language, word), NOTHING)


NOTHING_PAIRED = Pairs(())


class Alone:
    """The sums of one document, the only one."""

    def __init__(self, document: Document) -> None:
        """Count nothing yet."""
        self._document = document

    def word(self, language: str, word: str) -> WordFacts:
        """Return the sums of a word form."""
        if language != self._document.language.code or word not in self._counts:
            return NOBODY
        return WordFacts(1, self._counts[word], self._inside[word])

    def line(self, key: int) -> LineFacts:
        """Return the sums of a line."""
        return ONCE if key in self._lines else NOWHERE

    @cached_property
    def _counts(self) -> Counter[str]:
        return Counter(self._document.words)

    @cached_property
    def _inside(self) -> Counter[str]:
        return Counter(inner_capitals(self._document))

    @cached_property
    def _lines(self) -> set[int]:
        return line_keys(self._document)


class RecordFacts:
    """The facts of one record; of a word that it does not hold nothing is told.

    So any worker can judge any record, and what a record is told depends on
    no other record of its batch.
    """

    def __init__(
        self,
        document: Document,
        known: Known,
        pairs: Paired = NOTHING_PAIRED,
        matches: Sequence[RecordMatch] = (),
    ) -> None:
        """Restrict what is known to the keys of the document."""
        self._document = document
        self._known = known
        self._pairs = pairs
        self._matches = matches

    def word(self, language: str, word: str) -> WordFacts:
        """Return the facts of a word form of the record (zeros of any other)."""
        if word not in self._document.vocabulary:
            return NOBODY
        return self._known.word(language, word)

    def line(self, key: int) -> LineFacts:
        """Return the facts of a line fingerprint (zeros when unknown)."""
        return self._known.line(key)

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one."""
        return self._pairs.after(language, word) if self._has(word) else NOTHING

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""
        return self._pairs.before(language, word) if self._has(word) else NOTHING

    def matches(self) -> Sequence[RecordMatch]:
        """Return the earlier records that share text with this one, the most alike first."""
        return self._matches

    def _has(self, word: str) -> bool:
        return word in self._bare

    @cached_property
    def _bare(self) -> frozenset[str]:
        return frozenset(bare(word) for word in self._document.vocabulary if word[0].isupper())
