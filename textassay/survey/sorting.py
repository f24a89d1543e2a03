"""Rows of whole numbers sorted by their first column, within a limit of memory.

Grouping is what every corpus fact needs, and sorting is how it is done here:
equal keys lie side by side. Rows up to a limit are sorted in memory; past it
they are written to files, each of them sorted, and come back part by part:
each part holds the rows of every file whose first column lies in one range.
Rows that are equal in the first column come in any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Columns = tuple[NDArray[np.int64], ...]

ROWS_IN_MEMORY = 250_000
"""Three columns of them are 6 MB, from 4 MB of text; the work on a part takes ten times that."""

SAMPLES = 64  # values that a file of sorted rows tells of itself for each part that is made


class Run(NamedTuple):
    """A file of sorted rows: one column after the other, ``sample`` from the first."""

    path: Path
    length: int
    sample: NDArray[np.int64]


class Rows:
    """Rows of 64-bit numbers that come back sorted."""

    def __init__(self, names: Sequence[str], folder: Path, *, limit: int = ROWS_IN_MEMORY) -> None:
        """Start empty.

        Args:
            names: The columns; rows are sorted by the first.
            folder: Where files may be kept.
            limit: Rows held in memory (0: each addition goes to a file).
        """
        self._names = tuple(names)
        self._folder = folder
        self._limit = limit
        self._part = limit or ROWS_IN_MEMORY
        self._held: list[Columns] = []
        self._count = 0
        self._runs: list[Run] = []

    def append(self, *columns: NDArray[np.int64]) -> None:
        """Add rows, one array a column."""
        if not len(columns[0]):
            return
        self._held.append(columns)
        self._count += len(columns[0])
        if self._count > self._limit:
            self._spill()

    def sorted(self) -> Iterator[Columns]:
        """Yield all rows in order, in parts; rows equal in the first column stay together."""
        if self._runs:
            self._spill()
            yield from self._from_disk()
        elif self._held:
            yield self._taken()
        self.close()

    def close(self) -> None:
        """Let go of everything."""
        self._held.clear()
        self._count = 0
        for run in self._runs:
            run.path.unlink(missing_ok=True)
        self._runs.clear()

    def _taken(self) -> Columns:
        """Return the rows held, sorted, and hold them no longer."""
        columns = _joined(self._held)
        self._held.clear()
        self._count = 0
        order = columns[0].argsort()
        return tuple(column[order] for column in columns)

    def _spill(self) -> None:
        if not self._held:
            return
        columns = self._taken()
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._folder / f"{'-'.join(self._names)}.{len(self._runs)}.rows"
        with path.open("wb") as file:
            for column in columns:
                column.astype(np.int64, copy=False).tofile(file)
        first = columns[0]
        step = max(1, self._part // SAMPLES)
        self._runs.append(Run(path, len(first), first[::step].copy()))

    def _from_disk(self) -> Iterator[Columns]:
        bounds = self._bounds()
        cuts = [_cuts(run, bounds) for run in self._runs]
        for part in range(len(bounds) + 1):
            pieces = [
                self._piece(run, cut[part], cut[part + 1])
                for run, cut in zip(self._runs, cuts, strict=True)
                if cut[part] < cut[part + 1]
            ]
            if pieces:
                columns = _joined(pieces)
                order = columns[0].argsort()
                yield tuple(column[order] for column in columns)

    def _bounds(self) -> NDArray[np.int64]:
        """Return the values of the first column at which parts begin, of about equal size."""
        samples = np.sort(np.concatenate([run.sample for run in self._runs]))
        parts = sum(run.length for run in self._runs) // self._part + 1
        return np.unique(samples[:: max(1, len(samples) // parts)][1:])

    def _piece(self, run: Run, start: int, end: int) -> Columns:
        size = np.dtype(np.int64).itemsize
        return tuple(
            np.fromfile(run.path, np.int64, end - start, offset=(place * run.length + start) * size)
            for place in range(len(self._names))
        )


def _cuts(run: Run, bounds: NDArray[np.int64]) -> list[int]:
    """Return where the parts begin in a file, and its end."""
    first = np.memmap(run.path, np.int64, "r", shape=(run.length,))
    return [0, *np.searchsorted(first, bounds, side="left").tolist(), run.length]


def _joined(parts: Sequence[Columns]) -> Columns:
    if len(parts) == 1:
        return parts[0]
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))
