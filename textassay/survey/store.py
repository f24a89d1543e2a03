"""Adds up the facts of documents and joins to each record its share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from textassay.survey.facts import NOTHING_PAIRED, Alone, RecordFacts
from textassay.survey.neighbours import PASSAGES, Neighbours
from textassay.survey.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from textassay.model import Record
    from textassay.survey.corpus import CorpusSums
    from textassay.survey.neighbours import PassageSettings
    from textassay.survey.observation import Observation
    from textassay.survey.passages import Mapped
    from textassay.text.document import Document

ROWS_IN_MEMORY = 200_000
"""Rows a table may hold before files take them over: about 7 MB for words."""

RECORDS_BETWEEN_RESTS = 256  # some 2 MB of text, which look at each page of the sums

SUMMED = frozenset(table.name for table in TABLES)
ALL = SUMMED | {PASSAGES}


class FactStore:
    """The sums of all documents seen, in memory or, past a limit, on disk.

    First documents are added (or snapshots merged), then ``freeze`` ends the
    survey, then facts are joined, in this process or in forked ones.
    The same facts come out whatever the order, the split or the place that
    they were kept in. One document alone is counted when it is asked about.
    """

    def __init__(
        self,
        wanted: frozenset[str] = ALL,
        rows_in_memory: int = ROWS_IN_MEMORY,
        passages: PassageSettings | None = None,
    ) -> None:
        """Start empty; only the ``wanted`` tables are filled."""
        self._neighbours = Neighbours(passages) if PASSAGES in wanted else None
        self.wanted = wanted
        self._wanted = wanted & SUMMED
        self._limit = rows_in_memory
        self._alone: Document | None = None
        self._corpus: CorpusSums | None = None
        self._frozen = False
        self._joined = 0

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Remove what was kept on disk."""
        if self._neighbours is not None:
            self._neighbours.close()
        if self._corpus is not None:
            self._corpus.close()

    @property
    def asked(self) -> bool:
        """Whether any facts are wanted at all."""
        return bool(self._wanted) or self._neighbours is not None

    def add(self, document: Document) -> None:
        """Add the facts of one document.

        Raises:
            RuntimeError: The survey has ended.
        """
        self._still_open()
        if self._neighbours is not None:
            self._neighbours.add(document.record)
        if not self._wanted:
            return
        if self._corpus is None and self._alone is None:
            self._alone = document
        else:
            self._started().add(document)

    def take(self, record: Record, observed: Observation) -> None:
        """Add what another process observed of a record.

        Raises:
            RuntimeError: The survey has ended.
        """
        self._still_open()
        if self._neighbours is not None and observed.passages is not None:
            self._neighbours.take(record, observed.passages)
        if self._wanted:
            self._started().take(observed)

    def merge(self, folder: Path) -> None:
        """Add the sums of a snapshot that ``save`` wrote.

        Raises:
            FileNotFoundError: The folder lacks a table.
        """
        self._started().load(folder)

    def save(self, folder: Path) -> None:
        """Write the sums to a folder, one Parquet file a table, sorted by key."""
        self._started().save(folder)

    def freeze(self, mapped: Mapped = map) -> None:
        """End the survey: sum everything up, and compare what shares passages.

        Args:
            mapped: Applies a function to items, as ``map`` does, in other
                processes maybe.
        """
        if self._neighbours is not None:
            self._neighbours.freeze(mapped)
        if self._corpus is not None:
            self._corpus.freeze()
        self._frozen = True

    def join(self, documents: Sequence[Document]) -> list[RecordFacts]:
        """Return the facts of each document."""
        if not self._frozen:
            self.freeze()
        found = self._neighbours
        corpus = self._corpus
        pairs = NOTHING_PAIRED if corpus is None else corpus.pairs
        self._joined += len(documents)
        if corpus is not None and self._joined >= RECORDS_BETWEEN_RESTS:
            corpus.rest()
            self._joined = 0
        return [
            RecordFacts(
                document,
                corpus or Alone(self._alone or document),
                pairs,
                found.matches(document.record.id) if found else (),
            )
            for document in documents
        ]

    def _still_open(self) -> None:
        if self._frozen:
            message = "facts were joined already: add every document before"
            raise RuntimeError(message)

    def _started(self) -> CorpusSums:
        if self._corpus is None:
            from textassay.survey.corpus import CorpusSums

            self._corpus = CorpusSums(self._wanted, self._limit)
            if self._alone is not None:
                self._corpus.add(self._alone)
                self._alone = None
        return self._corpus


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
