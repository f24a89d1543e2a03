"""What the survey of passages found, by record: in memory, or past a limit in a file."""

from __future__ import annotations

import os
import pickle
import sqlite3
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textassay.contract import RecordMatch

PASSAGES_IN_MEMORY = 20_000
"""Shared passages held before a file takes over: about 10 MB."""

CACHE_KIB = 2_048  # what SQLite may hold of the file


class Matches:
    """The earlier records that each record matches.

    Written once, by one process; any process may read, forked ones too.
    """

    def __init__(
        self,
        found: Iterable[tuple[str, tuple[RecordMatch, ...]]] = (),
        limit: int = PASSAGES_IN_MEMORY,
    ) -> None:
        """Keep what was found.

        Args:
            found: Record and matches; each record once.
            limit: Passages held in memory.
        """
        self._held: dict[str, tuple[RecordMatch, ...]] = {}
        self._path: Path | None = None
        self._open: tuple[int, sqlite3.Connection] | None = None
        passages = 0
        for record, matches in found:
            self._held[record] = matches
            passages += sum(1 + len(match.passages) for match in matches)
            if passages > limit:
                self._write()
                passages = 0
        if self._path is not None:
            self._write()
            self._connection.execute("COMMIT")
            self._connection.close()
            self._open = None

    def __getstate__(self) -> dict[str, object]:
        """Leave the connection behind: every process opens its own."""
        return {**self.__dict__, "_open": None}

    def of(self, record: str) -> tuple[RecordMatch, ...]:
        """Return the matches of a record, the most alike first."""
        if self._path is None:
            return self._held.get(record, ())
        row = self._connection.execute(
            "SELECT matches FROM found WHERE record = ?", (_key(record),)
        ).fetchone()
        found: tuple[RecordMatch, ...] = pickle.loads(row[0]) if row else ()  # noqa: S301 - our own private file
        return found

    def close(self) -> None:
        """Remove the file."""
        if self._path is not None:
            if self._open is not None:
                self._open[1].close()
                self._open = None
            with suppress(FileNotFoundError):
                self._path.unlink()

    def _write(self) -> None:
        if self._path is None:
            handle, name = mkstemp(prefix="textassay-matches-")
            os.close(handle)
            self._path = Path(name)
            self._connection.execute("CREATE TABLE found (record BLOB PRIMARY KEY, matches BLOB)")
            self._connection.execute("BEGIN")
        self._connection.executemany(
            "INSERT OR REPLACE INTO found VALUES (?, ?)",
            (
                (_key(record), pickle.dumps(matches, pickle.HIGHEST_PROTOCOL))
                for record, matches in self._held.items()
            ),
        )
        self._held.clear()

    @property
    def _connection(self) -> sqlite3.Connection:
        process = os.getpid()
        if self._open is None or self._open[0] != process:
            connection = sqlite3.connect(str(self._path), isolation_level=None)
            connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = OFF")
            self._open = (process, connection)
        return self._open[1]


def _key(record: str) -> bytes:
    return record.encode("utf-8", "surrogatepass")
