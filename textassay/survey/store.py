"""Adds up the facts of documents and joins to each record its share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textassay.contract import LineFacts, WordFacts
from textassay.model import NOTHING
from textassay.survey.tables import LINES, PAIRS, TABLES, WORDS, Key, Table, line_key, unpack

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from textassay.survey.database import Database
    from textassay.text.document import Document

ROWS_IN_MEMORY = 400_000
"""Rows a table may hold before DuckDB takes them over: about 90 MB for words."""

REPEATED = 2
"""Records that must have a pair of capitalised words to be kept of it."""

ALL = frozenset(table.name for table in TABLES)


Pairs = tuple[dict[Key, dict[str, int]], dict[Key, dict[str, int]]]
NO_PAIRS: Pairs = ({}, {})


class RecordFacts:
    """The facts for the keys that occur in some records, and nothing else."""

    def __init__(
        self, words: dict[Key, int], lines: dict[int, LineFacts], pairs: Pairs = NO_PAIRS
    ) -> None:
        """Hold the joined rows."""
        self._words = words
        self._lines = lines
        self._after, self._before = pairs

    def word(self, language: str, word: str) -> WordFacts:
        """Return the facts of a word form (zeros when unknown)."""
        packed = self._words.get((language, word))
        return WordFacts(*unpack(packed, len(WORDS.sums))) if packed else WordFacts()

    def line(self, key: int) -> LineFacts:
        """Return the facts of a line fingerprint (zeros when unknown)."""
        return self._lines.get(key) or LineFacts()

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one."""
        return self._after.get((language, word), NOTHING)

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""
        return self._before.get((language, word), NOTHING)


class FactStore:
    """The sums of all documents seen: a dictionary a table, DuckDB when they grow.

    First documents are added (or snapshots merged), then ``freeze`` ends the
    survey, then facts are joined, in this process or in forked ones.
    The same facts come out whatever the order, the split or the place that
    they were kept in.
    """

    def __init__(self, wanted: frozenset[str] = ALL, rows_in_memory: int = ROWS_IN_MEMORY) -> None:
        """Start empty; only the ``wanted`` tables are filled."""
        self.wanted = tuple(table for table in TABLES if table.name in wanted)
        self._limit = rows_in_memory
        self._sums: dict[str, dict[Key, int]] = {table.name: {} for table in self.wanted}
        self._spilled: set[str] = set()
        self._opened: Database | None = None
        self._by_line: dict[int, LineFacts] = {}
        self._by_word = NO_PAIRS
        self._frozen = False

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Remove what was kept on disk."""
        if self._opened is not None:
            self._opened.close()

    def add(self, document: Document) -> None:
        """Add the facts of one document.

        Raises:
            RuntimeError: The survey has ended.
        """
        if self._frozen:
            message = "facts were joined already: add every document before"
            raise RuntimeError(message)
        for table in self.wanted:
            sums = self._sums[table.name]
            for key, packed in table.rows(document):
                sums[key] = sums.get(key, 0) + packed
            if len(sums) > self._limit:
                self._spill(table)

    def merge(self, folder: Path) -> None:
        """Add the sums of a snapshot that ``save`` wrote.

        Raises:
            FileNotFoundError: The folder lacks a table.
        """
        for table in self.wanted:
            self._database.load(table, folder / f"{table.name}.parquet")
            self._spilled.add(table.name)

    def save(self, folder: Path) -> None:
        """Write the sums to a folder, one Parquet file a table, sorted by key."""
        folder.mkdir(parents=True, exist_ok=True)
        for table in self.wanted:
            self._spill(table)
            self._database.save(table, folder / f"{table.name}.parquet")

    def freeze(self) -> None:
        """End the survey: sum up what lies on disk and let go of the file."""
        for table in self.wanted:
            if table.name in self._spilled:
                self._spill(table)
        if LINES.name in self._sums:
            self._by_line = _grouped(self._sums[LINES.name])
            self._sums[LINES.name].clear()
        if PAIRS.name in self._sums:
            self._by_word = _indexed(
                (str(language), str(first), str(second), records)
                for (language, first, second), records in self._sums[PAIRS.name].items()
                if records >= REPEATED
            )
            self._sums[PAIRS.name].clear()
        if self._opened is not None:
            self._opened.freeze()
        self._frozen = True

    def join(self, documents: Sequence[Document]) -> RecordFacts:
        """Return the facts for the keys that occur in the documents."""
        if not self._frozen:
            self.freeze()
        names = {table.name for table in self.wanted}
        return RecordFacts(
            self._words(documents) if WORDS.name in names else {},
            self._lines(documents) if LINES.name in names else {},
            self._pairs(documents) if PAIRS.name in names else NO_PAIRS,
        )

    def _words(self, documents: Iterable[Document]) -> dict[Key, int]:
        keys: set[Key] = set()
        for document in documents:
            language = document.language.code
            keys.update((language, word) for word in document.words)
        if WORDS.name in self._spilled:
            return self._database.words(keys)
        sums = self._sums[WORDS.name]
        return {key: sums[key] for key in keys if key in sums}

    def _lines(self, documents: Iterable[Document]) -> dict[int, LineFacts]:
        keys = {
            line_key(document.text[line.start : line.end])
            for document in documents
            for line in document.lines
        }
        if LINES.name in self._spilled:
            return self._database.lines(keys)
        return {key: self._by_line[key] for key in keys if key in self._by_line}

    def _pairs(self, documents: Iterable[Document]) -> Pairs:
        keys: set[Key] = {
            (document.language.code, word.lower())
            for document in documents
            for word in document.words
            if word[0].isupper()
        }
        spilled = PAIRS.name in self._spilled
        rows = self._database.pairs(keys, REPEATED) if spilled else ()
        after, before = _indexed(rows) if spilled else self._by_word
        return (
            {key: after[key] for key in keys if key in after},
            {key: before[key] for key in keys if key in before},
        )

    def _spill(self, table: Table) -> None:
        sums = self._sums[table.name]
        self._spilled.add(table.name)
        if sums:
            self._database.append(table, sums)
            sums.clear()

    @property
    def _database(self) -> Database:
        if self._opened is None:
            from textassay.survey.database import Database

            self._opened = Database()
        return self._opened


def _grouped(sums: dict[Key, int]) -> dict[int, LineFacts]:
    grouped: dict[int, LineFacts] = {}
    for (key, _source), records in sums.items():
        before = grouped.get(int(key))
        grouped[int(key)] = (
            LineFacts(before.records + records, before.sources + 1)
            if before
            else LineFacts(records, 1)
        )
    return grouped


def _indexed(rows: Iterable[tuple[str, str, str, int]]) -> Pairs:
    after: dict[Key, dict[str, int]] = {}
    before: dict[Key, dict[str, int]] = {}
    for language, first, second, records in rows:
        after.setdefault((language, first), {})[second] = records
        before.setdefault((language, second), {})[first] = records
    return after, before


def survey(documents: Iterable[Document], wanted: frozenset[str] = ALL) -> FactStore:
    """Return the facts of the documents."""
    store = FactStore(wanted)
    for document in documents:
        store.add(document)
    return store
