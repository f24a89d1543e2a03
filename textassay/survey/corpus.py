"""The sums of several documents, by 64-bit keys in arrays."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import numpy as np

from textassay.contract import LineFacts, WordFacts
from textassay.survey import snapshots
from textassay.survey.facts import NOBODY, NOTHING_PAIRED, NOWHERE, ONCE
from textassay.survey.forms import key
from textassay.survey.observation import Observation, observe
from textassay.survey.pairs import PairSums
from textassay.survey.sums import Sums, let_go, place_of, views
from textassay.survey.tables import LINES, PAIRS, WORDS

if TYPE_CHECKING:
    from textassay.survey.facts import Paired
    from textassay.survey.sorting import Columns
    from textassay.text.document import Document


class CorpusSums:
    """Adds up the facts of documents and of snapshots."""

    def __init__(self, wanted: frozenset[str], limit: int) -> None:
        """Start empty.

        Args:
            wanted: The names of the tables to fill.
            limit: Rows of a table held in memory.
        """
        self._wanted = wanted
        self._folder = Path(mkdtemp(prefix="textassay-facts-"))
        self._words = Sums(WORDS, self._folder, limit) if WORDS.name in wanted else None
        self._lines = Sums(LINES, self._folder, limit) if LINES.name in wanted else None
        self._pairs = PairSums(self._folder, limit) if PAIRS.name in wanted else None
        self._texts: set[int] = set()
        self._columns: Columns = ()
        self._word_rows: tuple[memoryview, ...] = ()
        self._line_rows: tuple[memoryview, ...] = ()
        self.pairs: Paired = NOTHING_PAIRED

    def add(self, document: Document) -> None:
        """Add the facts of one document."""
        self.take(observe(document, self._wanted))

    def take(self, observed: Observation) -> None:
        """Add what was observed of one document.

        Copies of a text speak for its words once: an editor wrote them once.
        """
        copied = observed.text in self._texts
        self._texts.add(observed.text)
        if self._words is not None and observed.words is not None and not copied:
            keys, counts, inside = observed.words
            self._words.add(keys, np.ones_like(counts), counts, inside)
        if self._pairs is not None and observed.pairs is not None and not copied:
            self._pairs.add(*observed.pairs)
        if self._lines is not None and observed.lines is not None:
            publisher, known = observed.lines
            self._lines.add(known, np.full(len(known), publisher), np.ones_like(known))

    def load(self, folder: Path) -> None:
        """Add the sums of a snapshot.

        Raises:
            FileNotFoundError: The folder lacks a table.
        """
        for sums in (self._words, self._lines):
            if sums is not None:
                sums.add(*snapshots.load(sums.table, folder))
        if self._pairs is not None:
            self._pairs.load(zip(*snapshots.load(PAIRS, folder), strict=True))

    def save(self, folder: Path) -> None:
        """Write the sums to a folder, one Parquet file a table, sorted by key."""
        for sums in (self._words, self._lines):
            if sums is not None:
                found = sums.frozen()
                snapshots.save(sums.table, found, folder)
        if self._pairs is not None:
            columns = list(zip(*self._pairs.rows(), strict=True)) or [()] * len(PAIRS.columns)
            snapshots.save(PAIRS, columns, folder)

    def freeze(self) -> None:
        """End the survey: sum everything up."""
        self._texts.clear()
        words: Columns = () if self._words is None else self._words.frozen()
        lines: Columns = () if self._lines is None else self._lines.reduced(_by_line)
        self._columns = (*words, *lines)
        self._word_rows, self._line_rows = views(words), views(lines)
        if self._pairs is not None:
            self.pairs = self._pairs.freeze()

    def rest(self) -> None:
        """Give back the memory of what was looked up in files."""
        let_go(self._columns)

    def word(self, language: str, word: str) -> WordFacts:
        """Return the sums of a word form."""
        if not self._word_rows:
            return NOBODY
        keys, *sums = self._word_rows
        at = place_of(keys, key(language, word))
        return NOBODY if at is None else WordFacts(*[column[at] for column in sums])

    def line(self, key: int) -> LineFacts:
        """Return the sums of a line."""
        if not self._line_rows:
            return NOWHERE
        keys, records, sources = self._line_rows
        at = place_of(keys, key)
        if at is None:
            return NOWHERE
        return ONCE if records[at] == 1 else LineFacts(records[at], sources[at])

    def close(self) -> None:
        """Remove what was kept on disk."""
        if self._pairs is not None:
            self._pairs.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _by_line(found: Columns) -> Columns:
    """Return key, records and sources of each line."""
    keys, _, records = found
    if not len(keys):
        return keys, keys, keys
    opens = np.ones(len(keys), bool)
    opens[1:] = keys[1:] != keys[:-1]
    firsts = opens.nonzero()[0]
    sources = np.diff(np.append(firsts, len(keys)))
    return keys[firsts], np.add.reduceat(records, firsts), sources
