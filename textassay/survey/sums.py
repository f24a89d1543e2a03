"""Sums by 64-bit keys in sorted arrays: in memory, or on disk once they outgrow it.

Rows are added as they come and summed up whenever they are many; past a limit
sorted sums go to files, which bring equal keys together part by part. In the
end they lie in arrays, mapped into memory where they came from disk, and are
searched by bisection.
"""

from __future__ import annotations

import mmap
from bisect import bisect_left
from typing import TYPE_CHECKING

import numpy as np

from textassay.survey.sorting import ROWS_IN_MEMORY, Rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from textassay.survey.sorting import Columns
    from textassay.survey.tables import Table

    Column = NDArray[np.int64]

FEWEST = 100_000  # rows that wait at least before they are summed up


class Sums:
    """The rows of a table whose keys are numbers, summed up."""

    def __init__(self, table: Table, folder: Path, limit: int) -> None:
        """Start empty.

        Args:
            table: The table.
            folder: Where rows go that outgrow memory.
            limit: Rows held in memory.
        """
        self.table = table
        self._width = len(table.keys)
        self._folder = folder / table.name
        self._limit = limit
        self._waiting: list[Columns] = []
        self._count = 0
        self._held: Columns = tuple(np.zeros(0, np.int64) for _ in table.columns)
        self._spilled: Rows | None = None
        self._written = 0

    def add(self, *columns: Column) -> None:
        """Add rows: keys, then sums."""
        self._waiting.append(columns)
        self._count += len(columns[0])
        if self._count > max(FEWEST, len(self._held[0])) or self._limit < FEWEST:
            self._sum_up()
            if len(self._held[0]) > self._limit:
                self._spill()

    def frozen(self) -> Columns:
        """Return all rows, sorted by key; more may be added later."""
        self._sum_up()
        if self._spilled is not None:
            self._spill()
            self._held = self._mapped(map(self._summed, self._spilled.sorted()))
            self._spilled = None
        return self._held

    def reduced(self, reduce: Callable[[Columns], Columns]) -> Columns:
        """Return what a function makes of all rows; it is given equal keys together.

        What was in memory stays there; what was in files goes to files.
        """
        found = self.frozen()
        if not isinstance(found[0], np.memmap):
            return reduce(found)
        columns = self._mapped(map(reduce, parted(found, ROWS_IN_MEMORY)))
        let_go(found)
        return columns

    def _mapped(self, parts: Iterable[Columns]) -> Columns:
        """Write columns to new files, part by part, and return them mapped into memory."""
        self._written += 1
        files = [self._folder / f"{name}-{self._written}.bin" for name in self.table.columns]
        for part in parts:
            for file, column in zip(files, part, strict=True):
                with file.open("ab") as target:
                    column.tofile(target)
        return tuple(np.memmap(file, np.int64, "r") for file in files)

    def _sum_up(self) -> None:
        if self._waiting:
            parts = [self._held, *self._waiting]
            joined = tuple(np.concatenate(column) for column in zip(*parts, strict=True))
            self._held = self._summed(joined)
            self._waiting.clear()
            self._count = 0

    def _summed(self, columns: Columns) -> Columns:
        """Return rows with different keys, sorted by them."""
        keys = columns[: self._width]
        if not len(keys[0]):
            return columns
        order = keys[0].argsort() if self._width == 1 else np.lexsort(keys[::-1])
        opens = np.zeros(len(order), bool)
        opens[0] = True
        ordered = [column[order] for column in columns]
        for key in ordered[: self._width]:
            opens[1:] |= key[1:] != key[:-1]
        firsts = opens.nonzero()[0]
        return (
            *(key[firsts] for key in ordered[: self._width]),
            *(np.add.reduceat(column, firsts) for column in ordered[self._width :]),
        )

    def _spill(self) -> None:
        if self._spilled is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._spilled = Rows(self.table.columns, self._folder, limit=0)
        self._spilled.append(*self._held)
        self._held = tuple(column[:0] for column in self._held)


def parted(columns: Columns, rows: int) -> Iterator[Columns]:
    """Yield sorted columns in parts of about so many rows; equal keys stay together."""
    keys = columns[0]
    start = 0
    while start < len(keys):
        last = keys[min(start + rows, len(keys)) - 1]
        end = int(keys.searchsorted(last, side="right"))
        yield tuple(column[start:end] for column in columns)
        start = end


def let_go(columns: Columns) -> None:
    """Give back the memory of columns that lie in files; what is asked for is read again."""
    for column in columns:
        if isinstance(column.base, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
            column.base.madvise(mmap.MADV_DONTNEED)


def views(columns: Columns) -> tuple[memoryview, ...]:
    """Return the columns as memory: it gives numbers of Python, in half the time of an array."""
    return tuple([column.data for column in columns])


def place_of(keys: memoryview, key: int) -> int | None:
    """Return the first row with a key, None where there is none."""
    at = bisect_left(keys, key)
    return at if at < len(keys) and keys[at] == key else None
