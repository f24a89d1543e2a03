"""Adds up the facts of documents and joins to each record its share."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Self

from textassay.contract import LineFacts, WordFacts
from textassay.survey.facts import NOWHERE, Pairs, RecordFacts
from textassay.survey.neighbours import PASSAGES, Neighbours
from textassay.survey.tables import LINES, PAIRS, TABLES, WORDS, Key, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from textassay.survey.database import Database
    from textassay.survey.facts import Known
    from textassay.survey.neighbours import PassageSettings
    from textassay.text.document import Document

ROWS_IN_MEMORY = 400_000
"""Rows a table may hold before DuckDB takes them over: about 90 MB for words."""

EVERY = 256  # documents between two looks at how many rows there are

ALL = frozenset(table.name for table in TABLES) | {PASSAGES}

Sums = dict[str, "Counter[str | int | Key]"]


class TableSums:
    """The sums of one table in memory: a counter a sum and partition."""

    def __init__(self, table: Table) -> None:
        """Start with none."""
        self.table = table
        self.sums: tuple[Sums, ...] = tuple(defaultdict(Counter) for _ in table.sums)

    def add(self, document: Document) -> None:
        """Add what a document contributes."""
        for index, partition, keys in self.table.observe(document):
            self.sums[index][partition].update(keys)

    def __len__(self) -> int:
        """Return the number of rows."""
        return sum(map(len, self.sums[0].values()))

    def rows(self) -> Iterator[tuple[str | int, ...]]:
        """Yield partition, key columns and sums of each row."""
        for partition, first in self.sums[0].items():
            counters = [sums[partition] for sums in self.sums]
            for key in first:
                columns = key if isinstance(key, tuple) else (key,)
                yield (partition, *columns, *(counter[key] for counter in counters))


class InMemory:
    """Looks facts up in the sums themselves."""

    def __init__(self, tables: dict[str, TableSums]) -> None:
        """Index lines and pairs, whose keys spread over partitions."""
        empty: tuple[Sums, ...] = ({}, {}, {})
        self._words = tables[WORDS.name].sums if WORDS.name in tables else empty
        self._lines: dict[str | int | Key, LineFacts] = {}
        if LINES.name in tables:
            for records in tables[LINES.name].sums[0].values():
                for key, count in records.items():
                    before = self._lines.get(key, NOWHERE)
                    self._lines[key] = LineFacts(before.records + count, before.sources + 1)
        rows = tables[PAIRS.name].rows() if PAIRS.name in tables else ()
        self.pairs = Pairs((str(a), str(b), str(c), int(n)) for a, b, c, n in rows)

    def word(self, language: str, word: str) -> WordFacts:
        """Return the sums of a word form."""
        counters = [sums.get(language) for sums in self._words]
        return WordFacts(*(counter[word] if counter else 0 for counter in counters))

    def line(self, key: int) -> LineFacts:
        """Return the sums of a line."""
        return self._lines.get(key, NOWHERE)


class FactStore:
    """The sums of all documents seen: counters in memory, DuckDB when they grow.

    First documents are added (or snapshots merged), then ``freeze`` ends the
    survey, then facts are joined, in this process or in forked ones.
    The same facts come out whatever the order, the split or the place that
    they were kept in.
    """

    def __init__(
        self,
        wanted: frozenset[str] = ALL,
        rows_in_memory: int = ROWS_IN_MEMORY,
        passages: PassageSettings | None = None,
    ) -> None:
        """Start empty; only the ``wanted`` tables are filled."""
        self._neighbours = Neighbours(passages) if PASSAGES in wanted else None
        self.wanted = tuple(table for table in TABLES if table.name in wanted)
        self._limit = rows_in_memory
        self._tables = {table.name: TableSums(table) for table in self.wanted}
        self._opened: Database | None = None
        self._known: InMemory | None = None
        self._added = 0
        self._frozen = False

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Remove what was kept on disk."""
        if self._neighbours is not None:
            self._neighbours.close()
        if self._opened is not None:
            self._opened.close()

    @property
    def asked(self) -> bool:
        """Whether any facts are wanted at all."""
        return bool(self.wanted) or self._neighbours is not None

    def add(self, document: Document) -> None:
        """Add the facts of one document.

        Raises:
            RuntimeError: The survey has ended.
        """
        if self._frozen:
            message = "facts were joined already: add every document before"
            raise RuntimeError(message)
        for sums in self._tables.values():
            sums.add(document)
        if self._neighbours is not None:
            self._neighbours.add(document.record)
        self._added += 1
        due = self._added % EVERY == 0 or self._limit < EVERY
        if due and sum(map(len, self._tables.values())) > self._limit:
            self._spill()

    def merge(self, folder: Path) -> None:
        """Add the sums of a snapshot that ``save`` wrote.

        Raises:
            FileNotFoundError: The folder lacks a table.
        """
        for table in self.wanted:
            self._database.load(table, folder / f"{table.name}.parquet")

    def save(self, folder: Path) -> None:
        """Write the sums to a folder, one Parquet file a table, sorted by key."""
        folder.mkdir(parents=True, exist_ok=True)
        self._spill()
        for table in self.wanted:
            self._database.save(table, folder / f"{table.name}.parquet")

    def freeze(self) -> None:
        """End the survey: sum up what lies on disk and let go of the file."""
        if self._neighbours is not None:
            self._neighbours.freeze()
        if self._opened is not None:
            self._spill()
            self._opened.freeze()
        else:
            self._known = InMemory(self._tables)
        self._frozen = True

    def join(self, documents: Sequence[Document]) -> list[RecordFacts]:
        """Return the facts of each document."""
        if not self._frozen:
            self.freeze()
        known: Known = self._known or self._database.fetch(documents, self._tables)
        found = self._neighbours
        return [
            RecordFacts(document, known, found.matches(document.record.id) if found else ())
            for document in documents
        ]

    def _spill(self) -> None:
        for name, sums in self._tables.items():
            if len(sums):
                self._database.append(sums.table, sums.rows())
                self._tables[name] = TableSums(sums.table)

    @property
    def _database(self) -> Database:
        if self._opened is None:
            from textassay.survey.database import Database

            self._opened = Database()
        return self._opened


def survey(
    documents: Iterable[Document],
    wanted: frozenset[str] = ALL,
    passages: PassageSettings | None = None,
) -> FactStore:
    """Return the facts of the documents."""
    store = FactStore(wanted, passages=passages)
    for document in documents:
        store.add(document)
    return store
