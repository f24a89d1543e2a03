"""Pairs of capitalised words: counted in memory, added up by DuckDB once they outgrow it."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from textassay.survey.facts import REPEATED, Pairs
from textassay.survey.pair_file import PairFile
from textassay.survey.tables import PAIRS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import duckdb

    from textassay.survey.facts import Paired

    Row = tuple[str, str, str, int]

MEMORY_LIMIT = "64MB"
"""What DuckDB may hold; past it, it works on disk."""

FETCHED = 10_000  # rows handed from DuckDB at once


class PairSums:
    """How many records have which pairs."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Start empty.

        Args:
            folder: Where DuckDB may keep its file.
            limit: Pairs held in memory.
        """
        self._folder = folder
        self._limit = limit
        self._held: Counter[tuple[str, str, str]] = Counter()
        self._open: duckdb.DuckDBPyConnection | None = None
        self._spilled = False

    def add(self, language: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Add the pairs of one record."""
        self._held.update((language, first, second) for first, second in pairs)
        if len(self._held) > self._limit:
            self._spill()

    def load(self, rows: Iterable[Row]) -> None:
        """Add sums."""
        for language, first, second, records in rows:
            self._held[language, first, second] += int(records)
        if len(self._held) > self._limit:
            self._spill()

    def rows(self) -> Iterator[Row]:
        """Yield all sums."""
        if not self._spilled:
            yield from ((*key, records) for key, records in self._held.items())
            return
        self._spill()
        yield from self._connection.execute(
            "SELECT language, first, second, sum(records)::BIGINT FROM pairs GROUP BY ALL"
        ).fetchall()

    def freeze(self) -> Paired:
        """Return the pairs of several records, to be asked for word by word."""
        if not self._spilled:
            known = Pairs(self.rows())
            self._held.clear()
            return known
        self._spill()
        result = self._connection.execute(
            "SELECT language, first, second, sum(records)::BIGINT FROM pairs GROUP BY ALL "
            "HAVING sum(records) >= ? ORDER BY language, first, second",
            [REPEATED],
        )
        parts = iter(lambda: result.fetchmany(FETCHED), [])
        found = PairFile(self._folder / "pairs.sqlite", chain.from_iterable(parts))
        self.close()
        return found

    def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def _spill(self) -> None:
        import pandas as pd

        rows = [(*key, records) for key, records in self._held.items()]
        self._held.clear()
        if not self._spilled:
            keys = ", ".join(f"{name} {kind}" for name, kind in PAIRS.keys)
            self._connection.execute(f"CREATE TABLE pairs ({keys}, records BIGINT)")
            self._spilled = True
        self._connection.append("pairs", pd.DataFrame(rows, columns=PAIRS.columns))

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        if self._open is None:
            import duckdb

            self._folder.mkdir(parents=True, exist_ok=True)
            self._open = duckdb.connect(
                self._folder / "pairs.duckdb",
                config={
                    "memory_limit": MEMORY_LIMIT,
                    "temp_directory": str(self._folder / "spill"),
                    "threads": 1,
                    "preserve_insertion_order": False,
                },
            )
        return self._open
