"""Pairs of capitalised words: counted in memory, added up by DuckDB once they outgrow it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textassay.survey.facts import REPEATED, Pairs
from textassay.survey.tables import PAIRS, bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import duckdb

    from textassay.text.document import Document

    Row = tuple[str, str, str, int]

MEMORY_LIMIT = "128MB"
"""What DuckDB may hold; past it, it works on disk."""


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
        self._frozen = False
        self._known: Pairs | None = None

    def __getstate__(self) -> dict[str, object]:
        """Leave the connection behind: every process opens its own."""
        return {**self.__dict__, "_open": None}

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

    def freeze(self) -> None:
        """Sum up; from now on the file is only read."""
        if not self._spilled:
            self._known = Pairs(self.rows())
            self._held.clear()
            return
        self._spill()
        self._connection.execute(
            "CREATE TABLE summed AS SELECT language, first, second, sum(records)::BIGINT AS records"
            " FROM pairs GROUP BY ALL HAVING sum(records) >= ?",
            [REPEATED],
        )
        self._connection.execute("DROP TABLE pairs")
        self.close()
        self._frozen = True

    def known(self, documents: Iterable[Document]) -> Pairs:
        """Return at least the pairs that hold a capitalised word of the documents."""
        if self._known is not None:
            return self._known
        import pandas as pd

        wanted = {
            (document.language.code, bare(word))
            for document in documents
            for word in document.vocabulary
            if word[0].isupper()
        }
        frame = pd.DataFrame(list(wanted), columns=["language", "word"], dtype="object")
        self._connection.register("wanted", frame)
        return Pairs(
            self._connection.execute(
                "SELECT summed.* FROM summed JOIN wanted "
                "ON summed.language = wanted.language AND word = first UNION "
                "SELECT summed.* FROM summed JOIN wanted "
                "ON summed.language = wanted.language AND word = second"
            ).fetchall()
        )

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
                read_only=self._frozen,
                config={
                    "memory_limit": MEMORY_LIMIT,
                    "temp_directory": str(self._folder / "spill"),
                    "threads": 1,
                    "preserve_insertion_order": False,
                },
            )
        return self._open
