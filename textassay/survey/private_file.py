"""A private SQLite file: written by one process, then read by any, forked ones too."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class PrivateFile:
    """A SQLite file with a connection for each process that asks.

    It need not survive a crash, so nothing waits for the disk.
    """

    def __init__(self, path: Path, cache_kib: int) -> None:
        """Name the file; it is opened when it is first asked.

        Args:
            path: Where it is, or will be.
            cache_kib: What SQLite may hold of it in memory.
        """
        self.path = path
        self._cache_kib = cache_kib
        self._open: tuple[int, sqlite3.Connection] | None = None

    def __getstate__(self) -> dict[str, object]:
        """Leave the connection behind: every process opens its own."""
        return {**self.__dict__, "_open": None}

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of this process."""
        process = os.getpid()
        if self._open is None or self._open[0] != process:
            connection = sqlite3.connect(str(self.path), isolation_level=None)
            connection.execute(f"PRAGMA cache_size = -{self._cache_kib}")
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("PRAGMA journal_mode = OFF")
            self._open = (process, connection)
        return self._open[1]

    def close(self) -> None:
        """Close the connection; asking again opens the file again."""
        if self._open is not None:
            self._open[1].close()
            self._open = None
