"""Pairs of capitalised words in a SQLite file, asked for word by word.

DuckDB adds the pairs up, but reads its whole table to answer for one record:
at 40 MB of text that took as long as every twentieth check.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

CACHE_KIB = 4_096  # what SQLite may hold of the file

_SCHEMA = """
CREATE TABLE pairs (
  language TEXT, first TEXT, second TEXT, records INT, PRIMARY KEY (language, first, second)
) WITHOUT ROWID;
BEGIN
"""
_AFTER = "SELECT second, records FROM pairs WHERE language = ? AND first = ?"
_BEFORE = "SELECT first, records FROM pairs WHERE language = ? AND second = ?"


class PairFile:
    """Written once; then any process may read, forked ones too."""

    def __init__(self, path: Path, rows: Iterable[tuple[str, str, str, int]]) -> None:
        """Write language, first word, second word and records of each pair, sorted."""
        self._path = path
        self._open: tuple[int, sqlite3.Connection] | None = None
        self._connection.executescript(_SCHEMA)
        self._connection.executemany("INSERT INTO pairs VALUES (?, ?, ?, ?)", rows)
        self._connection.execute("CREATE INDEX by_second ON pairs (language, second)")
        self._connection.execute("COMMIT")
        self.close()

    def __getstate__(self) -> dict[str, object]:
        """Leave the connection behind: every process opens its own."""
        return {**self.__dict__, "_open": None}

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one."""
        return dict(self._connection.execute(_AFTER, (language, word)))

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""
        return dict(self._connection.execute(_BEFORE, (language, word)))

    def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            self._open[1].close()
            self._open = None

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
