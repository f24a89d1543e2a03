"""Facts that outgrow memory: DuckDB adds them up on disk."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from textassay.contract import LineFacts, WordFacts
from textassay.survey.facts import NOBODY, NOWHERE, REPEATED, Pairs
from textassay.survey.tables import LINES, PAIRS, TABLES, WORDS, Table, bare, line_keys

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import duckdb

    from textassay.text.document import Document

MEMORY_LIMIT = "256MB"
"""What DuckDB may hold; past it, it works on disk."""


class Fetched:
    """Looks facts up in rows that were fetched for a batch of documents."""

    def __init__(
        self,
        words: dict[tuple[str, str], WordFacts],
        lines: dict[int, LineFacts],
        pairs: Iterable[tuple[str, str, str, int]],
    ) -> None:
        """Hold the rows."""
        self._words = words
        self._lines = lines
        self.pairs = Pairs(pairs)

    def word(self, language: str, word: str) -> WordFacts:
        """Return the sums of a word form."""
        return self._words.get((language, word), NOBODY)

    def line(self, key: int) -> LineFacts:
        """Return the sums of a line."""
        return self._lines.get(key, NOWHERE)


class Database:
    """The fact tables in a private temporary DuckDB file."""

    def __init__(self, memory_limit: str = MEMORY_LIMIT) -> None:
        """Create the file."""
        self._folder = Path(mkdtemp(prefix="textassay-facts-"))
        self._memory_limit = memory_limit
        self._frozen = False
        self._open: duckdb.DuckDBPyConnection | None = None
        self._summed: set[str] = set()
        self._created: set[str] = set()

    def __getstate__(self) -> dict[str, object]:
        """Leave the connection behind: every process opens its own."""
        return {**self.__dict__, "_open": None}

    @property
    def _connection(self) -> duckdb.DuckDBPyConnection:
        if self._open is None:
            import duckdb

            self._open = duckdb.connect(
                self._folder / "facts.duckdb",
                read_only=self._frozen,
                config={
                    "memory_limit": self._memory_limit,
                    "temp_directory": str(self._folder / "spill"),
                    "threads": 1,
                    "preserve_insertion_order": False,
                },
            )
        return self._open

    def append(self, table: Table, rows: Iterable[tuple[str | int, ...]]) -> None:
        """Add rows of keys and sums to a table."""
        import pandas as pd

        frame = pd.DataFrame(list(rows), columns=_columns(table))
        self._create(table)
        self._connection.append(table.name, frame)
        self._summed.discard(table.name)

    def load(self, table: Table, path: Path) -> None:
        """Add the rows of a snapshot.

        Raises:
            FileNotFoundError: There is no such file.
        """
        if not path.is_file():
            message = f"{path} is missing: a facts snapshot is a folder that --save-facts wrote"
            raise FileNotFoundError(message)
        self._create(table)
        columns = ", ".join(_columns(table))
        self._connection.execute(
            f"INSERT INTO {table.name} SELECT {columns} FROM read_parquet(?)",  # noqa: S608 - names are our own
            [str(path)],
        )
        self._summed.discard(table.name)

    def save(self, table: Table, path: Path) -> None:
        """Write a table, summed and sorted by key."""
        self._create(table)
        self._sum(table)
        order = ", ".join(name for name, _ in table.keys)
        target = str(path).replace("'", "''")
        self._connection.execute(
            f"COPY (SELECT * FROM {table.name} ORDER BY {order}) "  # noqa: S608 - names are our own
            f"TO '{target}' (FORMAT parquet, COMPRESSION zstd)"
        )

    def freeze(self) -> None:
        """Sum up every table and close; from now on the file is only read."""
        for table in TABLES:
            self._create(table)
            self._sum(table)
        self._disconnect()
        self._frozen = True

    def close(self) -> None:
        """Close and remove the file."""
        self._disconnect()
        shutil.rmtree(self._folder, ignore_errors=True)

    def fetch(self, documents: Sequence[Document], wanted: Collection[str]) -> Fetched:
        """Return what the wanted tables know of the keys of the documents."""
        return Fetched(
            self._words(documents) if WORDS.name in wanted else {},
            self._lines(documents) if LINES.name in wanted else {},
            self._pairs(documents) if PAIRS.name in wanted else (),
        )

    def _words(self, documents: Iterable[Document]) -> dict[tuple[str, str], WordFacts]:
        self._want({(d.language.code, word) for d in documents for word in d.vocabulary})
        rows = self._connection.execute(
            "SELECT language, word, records, count, capitalised "
            "FROM words JOIN wanted USING (language, word)"
        ).fetchall()
        return {(language, word): WordFacts(*sums) for language, word, *sums in rows}

    def _lines(self, documents: Iterable[Document]) -> dict[int, LineFacts]:
        import pandas as pd

        keys = {key for document in documents for key in line_keys(document)}
        self._connection.register("wanted", pd.DataFrame({"key": list(keys)}, dtype="int64"))
        rows = self._connection.execute(
            "SELECT key, sum(records), count(*) FROM lines JOIN wanted USING (key) GROUP BY key"
        ).fetchall()
        return {key: LineFacts(int(records), sources) for key, records, sources in rows}

    def _pairs(self, documents: Iterable[Document]) -> list[tuple[str, str, str, int]]:
        self._want(
            {
                (document.language.code, bare(word))
                for document in documents
                for word in document.vocabulary
                if word[0].isupper()
            }
        )
        return self._connection.execute(
            "SELECT pairs.* FROM pairs JOIN wanted "
            "ON pairs.language = wanted.language AND word = first WHERE records >= ? UNION "
            "SELECT pairs.* FROM pairs JOIN wanted "
            "ON pairs.language = wanted.language AND word = second WHERE records >= ?",
            [REPEATED, REPEATED],
        ).fetchall()

    def _want(self, keys: set[tuple[str, str]]) -> None:
        import pandas as pd

        frame = pd.DataFrame(list(keys), columns=["language", "word"], dtype="object")
        self._connection.register("wanted", frame)

    def _disconnect(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def _create(self, table: Table) -> None:
        if table.name not in self._created:
            keys = [f"{name} {kind}" for name, kind in table.keys]
            sums = [f"{name} BIGINT" for name in table.sums]
            self._connection.execute(f"CREATE TABLE {table.name} ({', '.join([*keys, *sums])})")
            self._created.add(table.name)

    def _sum(self, table: Table) -> None:
        if table.name in self._summed:
            return
        name = table.name
        keys = ", ".join(key for key, _ in table.keys)
        sums = ", ".join(f"sum({column})::BIGINT AS {column}" for column in table.sums)
        self._connection.execute(
            f"CREATE TABLE summed AS SELECT {keys}, {sums} FROM {name} GROUP BY {keys}"  # noqa: S608 - names are our own
        )
        self._connection.execute(f"DROP TABLE {name}")
        self._connection.execute(f"ALTER TABLE summed RENAME TO {name}")
        self._summed.add(name)


def _columns(table: Table) -> list[str]:
    return [*(name for name, _ in table.keys), *table.sums]
