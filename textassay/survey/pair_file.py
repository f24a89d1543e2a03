"""Pairs of capitalised words in a SQLite file: added up there, then asked for word by word.

DuckDB added the pairs up before. It read its whole table to answer for one
record, and held 70 MB with pandas, through which rows go to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.survey.facts import REPEATED
from textassay.survey.private_file import PrivateFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    Row = tuple[str, str, str, int]

CACHE_KIB = 8_192  # what SQLite may hold of the file

_SCHEMA = """
CREATE TABLE pairs (
  language TEXT, first TEXT, second TEXT, records INT, PRIMARY KEY (language, first, second)
) WITHOUT ROWID;
BEGIN
"""
_ADD = "INSERT INTO pairs VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET records = records + ?4"
_INDEX = f"CREATE INDEX by_second ON pairs (language, second) WHERE records >= {REPEATED}"
_WHERE = f"WHERE records >= {REPEATED} AND language = ? AND"
_AFTER = f"SELECT second, records FROM pairs {_WHERE} first = ?"  # noqa: S608 - our own words
_BEFORE = f"SELECT first, records FROM pairs {_WHERE} second = ?"  # noqa: S608


class PairFile:
    """Written by one process, then finished; from then on any process may read."""

    def __init__(self, path: Path) -> None:
        """Create the file."""
        self._file = PrivateFile(path, CACHE_KIB)
        self._file.connection.executescript(_SCHEMA)

    def add(self, rows: Iterable[Row]) -> None:
        """Add language, first word, second word and records; sorted rows are quick."""
        self._file.connection.executemany(_ADD, rows)

    def rows(self) -> Iterator[Row]:
        """Yield all sums."""
        yield from self._file.connection.execute(
            "SELECT language, first, second, records FROM pairs"
        )

    def finish(self) -> None:
        """End writing."""
        self._file.connection.execute(_INDEX)
        self._file.connection.execute("COMMIT")
        self.close()

    def after(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word after this one."""
        return dict(self._file.connection.execute(_AFTER, (language, word)))

    def before(self, language: str, word: str) -> Mapping[str, int]:
        """Return how many records have which capitalised word before this one."""
        return dict(self._file.connection.execute(_BEFORE, (language, word)))

    def close(self) -> None:
        """Close the file."""
        self._file.close()
