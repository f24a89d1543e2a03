"""Rows of whole numbers sorted by their first column, in memory or, past a limit, by DuckDB.

Grouping is what every corpus fact needs, and sorting is how it is done here:
equal keys lie side by side. Few rows are sorted in memory; more than
``ROWS_IN_MEMORY`` go to a DuckDB table, which sorts within the memory that it
is given and puts the rest on disk. Rows that are equal in the first column
come in any order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    import duckdb
    from numpy.typing import NDArray

    Columns = tuple[NDArray[np.int64], ...]

ROWS_IN_MEMORY = 1_500_000  # 36 MB for rows of three columns; about 20 MB of text
VECTORS = 128  # vectors of 2,048 rows that are fetched at once
MEMORY_LIMIT = "96MB"  # of DuckDB; two tables are sorted at once


class Rows:
    """Rows of 64-bit numbers that come back sorted."""

    def __init__(
        self,
        names: Sequence[str],
        folder: Path,
        *,
        limit: int = ROWS_IN_MEMORY,
        memory: str = MEMORY_LIMIT,
    ) -> None:
        """Start empty.

        Args:
            names: The columns; rows are sorted by the first.
            folder: Where DuckDB may keep its files.
            limit: Rows held in memory.
            memory: What DuckDB may hold, in its own notation.
        """
        self._names = tuple(names)
        self._file = folder / f"{'-'.join(names)}.duckdb"
        self._limit = limit
        self._memory = memory
        self._held: list[Columns] = []
        self._count = 0
        self._database: duckdb.DuckDBPyConnection | None = None

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
        parts = self._in_memory() if self._database is None else self._from_disk()
        rest: Columns | None = None
        for part in parts:
            columns = part if rest is None else _joined([rest, part])
            first = columns[0]
            cut = int(np.searchsorted(first, first[-1], side="left"))
            if cut:
                yield tuple(column[:cut] for column in columns)
            rest = tuple(column[cut:] for column in columns)
        if rest is not None and len(rest[0]):
            yield rest
        self.close()

    def close(self) -> None:
        """Let go of everything."""
        self._held.clear()
        self._count = 0
        if self._database is not None:
            self._database.close()
            self._database = None
            self._file.unlink(missing_ok=True)

    def _in_memory(self) -> Iterator[Columns]:
        if self._held:
            columns = _joined(self._held)
            self._held.clear()
            order = columns[0].argsort()
            yield tuple(column[order] for column in columns)

    def _from_disk(self) -> Iterator[Columns]:
        self._spill()
        assert self._database is not None  # noqa: S101 - the caller has looked
        names = ", ".join(self._names)
        result = self._database.execute(
            f"SELECT {names} FROM rows ORDER BY {self._names[0]}"  # noqa: S608 - names are our own
        )
        while len(part := result.fetch_df_chunk(VECTORS)):
            yield tuple(part[name].to_numpy() for name in self._names)

    def _spill(self) -> None:
        import duckdb
        import pandas as pd

        if self._database is None:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._database = duckdb.connect(
                self._file,
                config={
                    "memory_limit": self._memory,
                    "temp_directory": str(self._file.with_suffix(".spill")),
                    "threads": 1,
                    "preserve_insertion_order": False,
                },
            )
            columns = ", ".join(f"{name} BIGINT" for name in self._names)
            self._database.execute(f"CREATE TABLE rows ({columns})")
        if self._held:
            columns_held = _joined(self._held)
            self._database.append(
                "rows", pd.DataFrame(dict(zip(self._names, columns_held, strict=True)))
            )
        self._held.clear()
        self._count = 0


def _joined(parts: Sequence[Columns]) -> Columns:
    if len(parts) == 1:
        return parts[0]
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))
