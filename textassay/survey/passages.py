"""Which records share text with which: surveyed once, joined to each record.

The rows are fingerprints ``(key, record, offset)``. Sorting brings equal keys
together; keys that few records share name the candidates; candidates are
aligned word by word. What comes out depends on the set of records only, not
on their order or on how they were split.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

import numpy as np

from textassay.survey.alignment import prepare
from textassay.survey.comparison import Copy, compare, compare_fingerprints
from textassay.survey.fingerprints import places_of
from textassay.survey.index import Index
from textassay.survey.library import Library
from textassay.survey.observation import Fingerprinted, fingerprinted
from textassay.survey.seeds import LINKS, RARE, candidates, seeds
from textassay.survey.sorting import MEMORY_LIMIT, ROWS_IN_MEMORY, Rows
from textassay.survey.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from textassay.contract import RecordMatch
    from textassay.model import Record
    from textassay.survey.neighbours import PassageSettings
    from textassay.survey.seeds import Numbers

    Found = dict[str, tuple[RecordMatch, ...]]

THOROUGH = 1  # links that make a candidate of a reference record: paraphrase is looked for
TEXTS = 512  # texts kept tokenised while candidates are aligned
MATCHES = 16  # earlier records that a record is matched with at most
BATCH = 256  # records whose fingerprints are handed on together


class Passages:
    """The survey of passages: add every record, then freeze for the matches."""

    def __init__(self, settings: PassageSettings) -> None:
        """Start empty; what outgrows memory goes to a private folder."""
        self._folder = Path(mkdtemp(prefix="textassay-passages-"))
        self._library = Library(self._folder / "records.sqlite", compress=False)
        self._links = settings.links or LINKS
        self._limit = settings.rows_in_memory or ROWS_IN_MEMORY
        self._memory = settings.memory or MEMORY_LIMIT
        self._rows = self._sorter(("key", "record", "place"), self._folder)
        self._pending: list[tuple[Numbers, Numbers, Numbers]] = []
        self._index = Index(settings.index) if settings.index else None
        self._against = Index(settings.against) if settings.against else None
        self._update = settings.update
        self._read = lru_cache(maxsize=TEXTS)(self._copy)

    def close(self) -> None:
        """Close every file and remove what was kept for this run."""
        self._read.cache_clear()
        self._rows.close()
        self._library.close()
        for index in (self._index, self._against):
            if index is not None:
                index.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def add(self, record: Record) -> None:
        """Add the fingerprints of one record."""
        self.take(record, fingerprinted(record.text))

    def take(self, record: Record, found: Fingerprinted) -> None:
        """Add fingerprints that were made elsewhere."""
        number = self._library.add(record, found.words, found.whole)
        self._pending.append((found.keys, np.full(len(found.keys), number), found.offsets))
        if len(self._pending) >= BATCH:
            self._hand_on()

    def freeze(self) -> Found:
        """End the survey; return for each record the earlier ones that share its text."""
        self._hand_on()
        order = list(self._library.ordered())
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        within, kept, against = self._linked(ranks)
        found: defaultdict[int, list[tuple[bool, float, int, RecordMatch]]] = defaultdict(list)
        for earlier, later in sorted(within):
            match = compare(self._read(order[later]), self._read(order[earlier]))
            if match is not None:
                found[later].append((False, -match.contained, earlier, match))
        for index, pairs in ((self._index, kept), (self._against, against)):
            if index is None:
                continue
            reference = index is self._against
            read = lru_cache(maxsize=TEXTS)(_reader(index))
            for number, later in sorted(pairs):
                match = self._matched(index, read, number, order[later], reference=reference)
                if match is not None:
                    found[later].append((reference, -match.contained, number, match))
        if self._index is not None and self._update:
            self._keep(self._index)
        return {
            self._library.get(order[later]).id: tuple(
                match for *_, match in sorted(matches, key=lambda entry: entry[:3])[:MATCHES]
            )
            for later, matches in found.items()
        }

    def _sorter(self, names: Sequence[str], folder: Path) -> Rows:
        return Rows(names, folder, limit=self._limit, memory=self._memory)

    def _hand_on(self) -> None:
        if self._pending:
            self._rows.append(*(np.concatenate(part) for part in zip(*self._pending, strict=True)))
            self._pending.clear()

    def _linked(
        self, ranks: Numbers
    ) -> tuple[set[tuple[int, int]], set[tuple[int, int]], set[tuple[int, int]]]:
        """Return the pairs to compare: in this run, with the index, with the reference.

        The later record is a rank; so is the earlier one in this run, of the
        others it is a number.
        """
        names = ("earlier", "later", "ours", "theirs")
        links = {
            kind: self._sorter(names, self._folder / kind)
            for kind in ("within", "index", "against")
        }
        segment = self._index.segment() if self._index is not None and self._update else None
        fresh = self._fresh()
        shelf = np.cumsum(fresh) - 1 + (self._index.library.count if self._index else 0)
        for keys, records, places in self._rows.sorted():
            if segment is not None:
                new = fresh[records]
                segment.append(keys[new], shelf[records[new]], places[new])
            links["within"].append(*seeds(keys, ranks[records], places))
            for kind, index in (("index", self._index), ("against", self._against)):
                if index is not None:
                    links[kind].append(*_looked_up(index, keys, ranks[records], places))
        if segment is not None:
            segment.finish()
        within = self._pairs(links["within"], self._links) | set(self._same_words(ranks))
        kept = self._pairs(links["index"], self._links) | set(self._same_in(self._index, ranks))
        against = self._pairs(links["against"], THOROUGH)
        return within, kept, against | set(self._same_in(self._against, ranks))

    @staticmethod
    def _pairs(links: Rows, fewest: int) -> set[tuple[int, int]]:
        return {pair for part in links.sorted() for pair in candidates(part, fewest)}

    def _same_words(self, ranks: Numbers) -> Iterator[tuple[int, int]]:
        groups: defaultdict[int, list[int]] = defaultdict(list)
        for number, key in self._library.repeated():
            groups[key].append(int(ranks[number]))
        for group in groups.values():
            first = min(group)
            yield from ((first, rank) for rank in group if rank != first)

    def _same_in(self, index: Index | None, ranks: Numbers) -> Iterator[tuple[int, int]]:
        if index is not None:
            for shelved in self._library:
                number = index.library.same_words(shelved.whole)
                if number is not None and shelved.words:
                    yield number, int(ranks[shelved.number])

    def _matched(
        self,
        index: Index,
        read: Callable[[int], Copy],
        number: int,
        later: int,
        *,
        reference: bool,
    ) -> RecordMatch | None:
        """Compare a record of this run with one of an index, but not with itself."""
        ours, other = self._read(later), index.library.get(number)
        if not other.id or (not reference and other.id == ours.shelved.id):
            return None
        if index.texts:
            return compare(ours, read(number), reference=reference)
        keys, places = places_of(ours.prepared.tokens)
        keys, first = np.unique(keys, return_index=True)
        asked, numbers, offsets = index.lookup(keys, RARE)
        mine = numbers == number
        here = places[first][asked[mine]]
        return compare_fingerprints(ours, other, here, offsets[mine], reference=reference)

    def _fresh(self) -> NDArray[np.bool_]:
        """Tell for each record of this run whether the index lacks this version of it."""
        if self._index is None:
            return np.zeros(self._library.count, bool)
        shelf = self._index.library
        return np.array([not shelf.has(item.id, item.sha256) for item in self._library], bool)

    def _keep(self, index: Index) -> None:
        """Shelve the new records of this run in the index, in the order of their numbers."""
        fresh = [item for item, new in zip(self._library, self._fresh(), strict=True) if new]
        for item in fresh:
            index.library.withdraw(item.id)
        for item in fresh:
            index.library.take(self._library, item.number)

    def _copy(self, number: int) -> Copy:
        return _reader_of(self._library, number)


def _looked_up(
    index: Index, keys: Numbers, ranks: Numbers, places: Numbers
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Link rows of this run with the rows of an index that have the same key."""
    distinct, first, counts = np.unique(keys, return_index=True, return_counts=True)
    asked, numbers, offsets = index.lookup(distinct, RARE)
    repeats = counts[asked]
    at = np.repeat(first[asked], repeats)
    at += np.arange(len(at)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return np.repeat(numbers, repeats), ranks[at], np.repeat(offsets, repeats), places[at]


def _reader(index: Index) -> Callable[[int], Copy]:
    return lambda number: _reader_of(index.library, number)


def _reader_of(library: Library, number: int) -> Copy:
    text = library.text(number) or ""
    return Copy(library.get(number), text, prepare(tokenize(text)))
