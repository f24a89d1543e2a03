"""The records of a corpus by number: who they are and, if kept, their text.

One SQLite file: a record is looked up by its number in logarithmic time,
however many there are, and texts lie in it compressed.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textassay.model import Record

CACHE_KIB = 8_192  # what SQLite may hold of the file
DATES = ("registered", "retrieved", "published")  # declared dates, the first known one counts
NO_DATE = "~"  # sorts behind every ISO 8601 date
LEVEL = 1  # of Zstandard: texts are read once or twice, speed counts

_TABLE = """
CREATE TABLE IF NOT EXISTS records (
  number INTEGER PRIMARY KEY, id TEXT, path TEXT, sha256 TEXT, words INTEGER,
  whole INTEGER, precedence TEXT, text BLOB
)"""
_COLUMNS = "number, id, path, sha256, words, whole, precedence"


@dataclass(frozen=True, slots=True)
class Shelved:
    """A record on the shelf.

    ``whole`` is the key of all its words; ``precedence`` sorts records: the
    one that comes first is the original of the others.
    """

    number: int
    id: str
    path: str
    sha256: str
    words: int
    whole: int
    precedence: str


def precedence(record: Record) -> str:
    """Return a string that sorts the original before its copies.

    The earliest by declared date first, then the longest, then by id; records
    without a date come after those with one.
    """
    dates = (record.metadata.get(field) for field in DATES)
    date = next((str(value) for value in dates if value), NO_DATE)
    return json.dumps([date, 10**12 - len(record.text), record.id], ensure_ascii=False)


class Library:
    """Records in a SQLite file (None: in memory)."""

    def __init__(
        self, path: Path | None = None, *, keep_texts: bool = True, compress: bool = True
    ) -> None:
        """Open or create the file.

        Args:
            path: The file.
            keep_texts: Keep the texts beside who the records are.
            compress: Compress them; a file that lasts one run is quicker without.
        """
        self._connection = sqlite3.connect(path or ":memory:", isolation_level=None)
        self._connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute(_TABLE)
        self._connection.execute("CREATE INDEX IF NOT EXISTS by_whole ON records (whole)")
        self._connection.execute("CREATE INDEX IF NOT EXISTS by_id ON records (id)")
        self._connection.execute("BEGIN")
        self._keep_texts = keep_texts
        self._compress = compress
        self.count = self._connection.execute("SELECT count(*) FROM records").fetchone()[0]

    def add(self, record: Record, words: int, whole: int) -> int:
        """Shelve a record and return its number."""
        raw = record.text.encode("utf-8", "surrogatepass") if self._keep_texts else None
        number: int = self.count
        self._connection.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                number,
                record.id,
                record.path,
                record.sha256,
                words,
                whole,
                precedence(record),
                self._packed(raw),
            ),
        )
        self.count += 1
        return number

    def take(self, other: Library, number: int) -> None:
        """Shelve a record of another library."""
        row = other._connection.execute(
            f"SELECT {_COLUMNS} FROM records WHERE number = ?",  # noqa: S608 - names are our own
            (number,),
        ).fetchone()
        raw = other._raw(number) if self._keep_texts else None
        self._connection.execute(
            "INSERT INTO records VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (self.count, *row[1:], self._packed(raw)),
        )
        self.count += 1

    def get(self, number: int) -> Shelved:
        """Return the record of a number."""
        row = self._connection.execute(
            f"SELECT {_COLUMNS} FROM records WHERE number = ?",  # noqa: S608 - names are our own
            (number,),
        ).fetchone()
        return Shelved(*row)

    def read(self, number: int) -> tuple[Shelved, str]:
        """Return a record with its text, "" where that was not kept."""
        *row, blob = self._connection.execute(
            f"SELECT {_COLUMNS}, text FROM records WHERE number = ?",  # noqa: S608 - names are our own
            (number,),
        ).fetchone()
        raw = self._unpacked(blob)
        return Shelved(*row), "" if raw is None else raw.decode("utf-8", "surrogatepass")

    def _raw(self, number: int) -> bytes | None:
        (blob,) = self._connection.execute(
            "SELECT text FROM records WHERE number = ?", (number,)
        ).fetchone()
        return self._unpacked(blob)

    def _unpacked(self, blob: bytes | None) -> bytes | None:
        if blob is None or not self._compress:
            return blob
        from zstandard import ZstdDecompressor

        return ZstdDecompressor().decompress(blob)

    def _packed(self, raw: bytes | None) -> bytes | None:
        if raw is None or not self._compress:
            return raw
        from zstandard import ZstdCompressor

        return ZstdCompressor(LEVEL).compress(raw)

    def same_words(self, key: int) -> int | None:
        """Return the first record whose words have a key all together."""
        (number,) = self._connection.execute(
            "SELECT min(number) FROM records WHERE whole = ? AND words > 0", (key,)
        ).fetchone()
        return None if number is None else int(number)

    def has(self, record: str, sha256: str) -> bool:
        """Tell whether this version of a record is on the shelf."""
        found = self._connection.execute(
            "SELECT 1 FROM records WHERE id = ? AND sha256 = ?", (record, sha256)
        ).fetchone()
        return bool(sha256) and found is not None

    def withdraw(self, record: str) -> None:
        """Forget the text and the name of earlier versions of a record."""
        self._connection.execute(
            "UPDATE records SET id = '', whole = 0, words = 0, text = NULL WHERE id = ?", (record,)
        )

    def ordered(self) -> Iterator[tuple[int, int]]:
        """Yield the numbers in the order of precedence, each with how many words it has."""
        yield from self._connection.execute(
            "SELECT number, words FROM records ORDER BY precedence, number"
        )

    def repeated(self) -> Iterator[tuple[int, int]]:
        """Yield number and key of all words of each record whose words another one has too."""
        yield from self._connection.execute(
            "SELECT number, whole FROM records WHERE words > 0 AND whole IN "
            "(SELECT whole FROM records GROUP BY whole HAVING count(*) > 1)"
        )

    def __iter__(self) -> Iterator[Shelved]:
        """Yield the records by number."""
        for row in self._connection.execute(
            f"SELECT {_COLUMNS} FROM records"  # noqa: S608 - names are our own
        ):
            yield Shelved(*row)

    def close(self) -> None:
        """Write what was added and close the file."""
        self._connection.execute("COMMIT")
        self._connection.close()
