"""Adds up the facts of documents and hands each record its share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import LineFacts, WordFacts
from textassay.model import NOTHING
from textassay.survey import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textassay.text.document import Document


class FactStore:
    """The sums of all documents seen, by key."""

    def __init__(self) -> None:
        """Start empty."""
        self._words: dict[tuple[str, str], list[int]] = {}
        self._lines: dict[int, list[int]] = {}
        self._after: dict[tuple[str, str], dict[str, int]] = {}
        self._before: dict[tuple[str, str], dict[str, int]] = {}

    def add(self, document: Document) -> None:
        """Add the facts of one document."""
        language = document.language.code
        capitals = tables.capitalised_counts(document)
        for word, count in tables.word_counts(document).items():
            row = self._words.setdefault((language, word), [0, 0, 0])
            row[0] += 1
            row[1] += count
            row[2] += capitals[word]
        for key in tables.line_keys(document):
            row = self._lines.setdefault(key, [0, 0])
            row[0] += 1
        for left, right in tables.capitalised_pairs(document):
            after = self._after.setdefault((language, left), {})
            after[right] = after.get(right, 0) + 1
            before = self._before.setdefault((language, right), {})
            before[left] = before.get(left, 0) + 1

    def facts(self, document: Document) -> FactStore:
        """Return the facts for the keys that occur in the document."""
        del document
        return self

    def word(self, language: str, word: str) -> WordFacts:
        """Return the facts of a word form (zeros when unknown)."""
        row = self._words.get((language, word))
        return WordFacts(*row) if row else WordFacts()

    def line(self, key: int) -> LineFacts:
        """Return the facts of a line fingerprint (zeros when unknown)."""
        row = self._lines.get(key)
        return LineFacts(*row) if row else LineFacts()

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one."""
        return self._after.get((language, word), NOTHING)

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""
        return self._before.get((language, word), NOTHING)


def survey(documents: Iterable[Document]) -> FactStore:
    """Return the facts of the documents."""
    store = FactStore()
    for document in documents:
        store.add(document)
    return store
