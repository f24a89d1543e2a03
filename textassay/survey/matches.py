"""What the survey of passages found, by record: in memory, or past a limit in a file."""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING

from textassay.survey.private_file import PrivateFile

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
        self._file: PrivateFile | None = None
        passages = 0
        for record, matches in found:
            self._held[record] = matches
            passages += sum(1 + len(match.passages) for match in matches)
            if passages > limit:
                self._write()
                passages = 0
        if self._file is not None:
            self._write().connection.execute("COMMIT")
            self._file.close()

    def of(self, record: str) -> tuple[RecordMatch, ...]:
        """Return the matches of a record, the most alike first."""
        if self._file is None:
            return self._held.get(record, ())
        row = self._file.connection.execute(
            "SELECT matches FROM found WHERE record = ?", (_key(record),)
        ).fetchone()
        found: tuple[RecordMatch, ...] = pickle.loads(row[0]) if row else ()  # noqa: S301 - our own private file
        return found

    def close(self) -> None:
        """Remove the file."""
        if self._file is not None:
            self._file.close()
            with suppress(FileNotFoundError):
                self._file.path.unlink()

    def _write(self) -> PrivateFile:
        if self._file is None:
            handle, name = mkstemp(prefix="textassay-matches-")
            os.close(handle)
            self._file = PrivateFile(Path(name), CACHE_KIB)
            connection = self._file.connection
            connection.execute("CREATE TABLE found (record BLOB PRIMARY KEY, matches BLOB)")
            connection.execute("BEGIN")
        self._file.connection.executemany(
            "INSERT OR REPLACE INTO found VALUES (?, ?)",
            (
                (_key(record), pickle.dumps(matches, pickle.HIGHEST_PROTOCOL))
                for record, matches in self._held.items()
            ),
        )
        self._held.clear()
        return self._file


def _key(record: str) -> bytes:
    return record.encode("utf-8", "surrogatepass")
