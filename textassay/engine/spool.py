"""Keeps records between survey and inspection: in memory, then on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Self, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.model import Record

MEMORY = 8 * 1024 * 1024  # bytes of text kept in memory before a file takes over


class Spool:
    """Holds what is put in and gives it back in order, any number of times.

    A file is read only once, so its records must wait somewhere until the
    whole corpus is surveyed; past ``MEMORY`` characters that is a private
    temporary file.
    """

    def __init__(self) -> None:
        """Start empty, in memory."""
        self._records: list[Record] = []
        self._held = 0
        self._file: BinaryIO | None = None
        self.characters = 0
        self.count = 0

    def __enter__(self) -> Self:
        """Return the spool itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Remove the temporary file."""
        if self._file is not None:
            self._file.close()

    def put(self, record: Record) -> None:
        """Add a record."""
        self._records.append(record)
        self._held += len(record.text)
        self.characters += len(record.text)
        self.count += 1
        if self._held > MEMORY:
            self._flush()

    def __iter__(self) -> Iterator[Record]:
        """Yield the records in the order they came."""
        if self._file is not None:
            import pickle

            self._flush()
            end = self._file.tell()
            self._file.seek(0)
            while self._file.tell() < end:
                yield from pickle.load(self._file)  # noqa: S301 - our own private file
        yield from self._records

    def _flush(self) -> None:
        if self._file is None:
            from tempfile import TemporaryFile

            self._file = cast("BinaryIO", TemporaryFile())  # noqa: SIM115 - __exit__ closes it
        import pickle

        self._file.seek(0, 2)
        pickle.dump(self._records, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self._records = []
        self._held = 0
