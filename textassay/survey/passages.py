"""Which records share text with which: surveyed once, joined to each record.

The rows are fingerprints ``(key, record, offset)``. Sorting brings equal keys
together; keys that few records share name the candidates; candidates are
aligned word by word. What comes out depends on the set of records only, not
on their order or on how they were split.
"""

from __future__ import annotations

import shutil
from collections import OrderedDict, defaultdict, deque
from heapq import merge
from itertools import chain, groupby, islice
from operator import itemgetter
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, Protocol, TypeVar

import numpy as np

from textassay.frozen import NamedTuple
from textassay.survey.comparison import Copy, compare, compare_fingerprints, copy
from textassay.survey.fingerprints import places_of
from textassay.survey.index import Index
from textassay.survey.library import Library
from textassay.survey.observation import Fingerprinted, fingerprinted
from textassay.survey.seeds import LINKS, RARE, candidates, seeds
from textassay.survey.sorting import ROWS_IN_MEMORY, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from textassay.contract import RecordMatch
    from textassay.model import Record
    from textassay.survey.library import Shelved
    from textassay.survey.neighbours import PassageSettings
    from textassay.survey.seeds import Numbers

    Group = tuple[int, list[tuple[int, int]]]
    """A later record with the kind and the earlier record of each of its pairs."""

    Pairs = Numbers
    """Later and earlier record packed into one number, sorted."""

THOROUGH = 1  # links that make a candidate of a reference record: paraphrase is looked for
ROOM = 2_000_000  # code points of texts kept tokenised while candidates are aligned: 20 MB
BITS = 32  # of a packed pair, for the earlier record
MATCHES = 16  # earlier records that a record is matched with at most
AGAINST = 2  # of the kinds of pairs: in this run, with the index, with the reference
GROUPS = 16  # records compared with earlier ones in one task
BATCHED = 500_000  # code points of the pairs of records that are aligned at once
BATCH = 256  # records whose fingerprints are handed on together


Item = TypeVar("Item")
Result = TypeVar("Result")


class Mapped(Protocol):
    """Applies a function to items, results in order."""

    def __call__(
        self, function: Callable[[Item], Result], items: Iterable[Item], /
    ) -> Iterator[Result]:
        """Yield ``function(item)`` of each item."""


class Passages:
    """The survey of passages: add every record, then freeze for the matches."""

    def __init__(self, settings: PassageSettings) -> None:
        """Start empty; what outgrows memory goes to a private folder."""
        self._folder = Path(mkdtemp(prefix="textassay-passages-"))
        self._library = Library(self._folder / "records.sqlite", compress=False)
        self._links = settings.links or LINKS
        self._limit = settings.rows_in_memory or ROWS_IN_MEMORY
        self._rows = self._sorter(("key", "record", "place"), self._folder)
        self._pending: list[tuple[Numbers, Numbers, Numbers]] = []
        self._index = Index(settings.index) if settings.index else None
        self._against = Index(settings.against) if settings.against else None
        self._update = settings.update
        self._read = Copies(self._library.read)

    def close(self) -> None:
        """Close every file and remove what was kept for this run."""
        self._read.clear()
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

    def freeze(self, mapped: Mapped = map) -> Iterator[tuple[str, tuple[RecordMatch, ...]]]:
        """End the survey; yield records with the earlier ones that share their text.

        Args:
            mapped: Applies a function to items, as ``map`` does, in other
                processes maybe.
        """
        self._hand_on()
        ordered = np.fromiter(chain.from_iterable(self._library.ordered()), np.int64)
        order = ordered[::2].tolist()
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
        pairs = self._linked(ranks, words=ordered[1::2])
        indexes = (None, self._index, self._against)
        readers = [Copies(index.library.read) if index else None for index in indexes]
        waiting: deque[list[Group]] = deque()
        for results in mapped(Comparer(), self._tasks(_groups(pairs), order, waiting)):
            for (later, group), matches in zip(waiting.popleft(), results, strict=True):
                found = [(False, -match.contained, 0, earlier, match) for earlier, match in matches]
                for kind, earlier in group:
                    index, read = indexes[kind], readers[kind]
                    if index is None or read is None:
                        continue
                    reference = kind == AGAINST
                    match = self._matched(index, read, earlier, order[later], reference=reference)
                    if match is not None:
                        found.append((reference, -match.contained, kind, earlier, match))
                if found:
                    found.sort(key=itemgetter(0, 1, 3, 2))
                    best = tuple(match for *_, match in found[:MATCHES])
                    yield self._library.get(order[later]).id, best
        if self._index is not None and self._update:
            self._keep(self._index)

    def _tasks(
        self, groups: Iterator[Group], order: Sequence[int], waiting: deque[list[Group]]
    ) -> Iterator[Task]:
        """Yield the comparisons inside this run; the groups they belong to wait in order."""
        texts: dict[int, tuple[Shelved, str]] = {}
        while taken := list(islice(groups, GROUPS)):
            waiting.append(taken)
            pairs = [
                (order[later], [(earlier, order[earlier]) for kind, earlier in group if not kind])
                for later, group in taken
            ]
            numbers = {number for _, others in pairs for _, number in others}
            numbers |= {number for number, others in pairs if others}
            texts = {number: texts.get(number) or self._library.read(number) for number in numbers}
            yield Task(texts, pairs)

    def _sorter(self, names: Sequence[str], folder: Path) -> Rows:
        return Rows(names, folder, limit=self._limit)

    def _hand_on(self) -> None:
        if self._pending:
            self._rows.append(*(np.concatenate(part) for part in zip(*self._pending, strict=True)))
            self._pending.clear()

    def _linked(self, ranks: Numbers, words: Numbers) -> tuple[Pairs, Pairs, Pairs]:
        """Return the pairs to compare: in this run, with the index, with the reference.

        The later record is a rank; so is the earlier one in this run, of the
        others it is a number.

        Args:
            ranks: The rank of each record.
            words: How many words a record has, by rank.
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
            links["within"].append(*seeds(keys, ranks[records], places, words))
            for kind, index in (("index", self._index), ("against", self._against)):
                if index is not None:
                    links[kind].append(*_looked_up(index, keys, ranks[records], places))
        if segment is not None:
            segment.finish()
        return (
            _pairs(links["within"], self._links, self._same_words(ranks)),
            _pairs(links["index"], self._links, self._same_in(self._index, ranks)),
            _pairs(links["against"], THOROUGH, self._same_in(self._against, ranks)),
        )

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
            return compare([(ours, read(number))], reference=reference)[0]
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


class Task(NamedTuple):
    """Records to compare: by number, who they are and what they say; later with earlier ones.

    Of an earlier record both the rank and the number are told.
    """

    texts: dict[int, tuple[Shelved, str]]
    pairs: list[tuple[int, list[tuple[int, int]]]]


class Comparer:
    """Compares records that it is handed, in whatever process it finds itself."""

    def __init__(self) -> None:
        """Start with no record."""
        self._texts: dict[int, tuple[Shelved, str]] = {}
        self._read = Copies(self._texts.__getitem__)

    def __call__(self, task: Task) -> list[list[tuple[int, RecordMatch]]]:
        """Return for each later record the earlier ones that match, by rank."""
        self._texts.update(task.texts)
        results: list[list[tuple[int, RecordMatch]]] = [[] for _ in task.pairs]
        for batch in self._batches(task.pairs):
            found = compare([pair for _, _, pair in batch])
            for (at, rank, _), match in zip(batch, found, strict=True):
                if match is not None:
                    results[at].append((rank, match))
        self._texts.clear()
        return results

    def _batches(
        self, pairs: Sequence[tuple[int, Sequence[tuple[int, int]]]]
    ) -> Iterator[list[tuple[int, int, tuple[Copy, Copy]]]]:
        """Yield pairs of records, as many at once as there is room for: place, rank, records."""
        batch: list[tuple[int, int, tuple[Copy, Copy]]] = []
        size = 0
        for at, (later, others) in enumerate(pairs):
            for rank, number in others:
                pair = self._read(later), self._read(number)
                batch.append((at, rank, pair))
                size += sum(len(copy.text) for copy in pair)
                if size > BATCHED:
                    yield batch
                    batch, size = [], 0
        if batch:
            yield batch


class Copies:
    """Records made ready to be compared, by number; those asked for lately are kept."""

    def __init__(self, read: Callable[[int], tuple[Shelved, str]], room: int = ROOM) -> None:
        """Start with none.

        Args:
            read: Returns who a record is, and its text.
            room: The code points that may be kept.
        """
        self._source = read
        self._left = room
        self._kept: OrderedDict[int, Copy] = OrderedDict()

    def __call__(self, number: int) -> Copy:
        """Return the record of a number."""
        known = self._kept.get(number)
        if known is not None:
            self._kept.move_to_end(number)
            return known
        shelved, text = self._source(number)
        made = copy(shelved, text)
        self._kept[number] = made
        self._left -= len(text)
        while self._left < 0 and len(self._kept) > 2:  # noqa: PLR2004 - two are compared
            _, oldest = self._kept.popitem(last=False)
            self._left += len(oldest.text)
        return made

    def clear(self) -> None:
        """Keep none."""
        self._kept.clear()


def _groups(pairs: Iterable[Pairs]) -> Iterator[Group]:
    """Yield each later record with the kinds and the earlier records of its pairs."""
    candidates_of = merge(*(_unpacked(part, kind) for kind, part in enumerate(pairs)))
    for later, group in groupby(candidates_of, key=itemgetter(0)):
        yield later, [(kind, earlier) for _, kind, earlier in group]


def _pairs(links: Rows, fewest: int, more: Iterator[tuple[int, int]]) -> Pairs:
    """Return the pairs that links make candidates, and more pairs, each once."""
    parts = [_packed(candidates(part, fewest)) for part in links.sorted()]
    return np.unique(np.concatenate([*parts, _packed(list(more))]))


def _packed(pairs: Sequence[tuple[int, int]]) -> Pairs:
    columns = np.array(pairs, np.int64).reshape(-1, 2)
    return (columns[:, 1] << BITS) + columns[:, 0]


def _unpacked(pairs: Pairs, kind: int) -> Iterator[tuple[int, int, int]]:
    """Yield later record, kind and earlier record of each pair."""
    for start in range(0, len(pairs), BATCH):
        for pair in pairs[start : start + BATCH].tolist():
            yield pair >> BITS, kind, pair & ((1 << BITS) - 1)


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
