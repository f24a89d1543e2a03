"""What the readers of table files share: opening, hashing, and the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.read.findings import input_finding
from textassay.read.source import open_source
from textassay.read.stream import HashingStream, decompressed

if TYPE_CHECKING:
    import io
    from collections.abc import Callable, Iterator

    from textassay.model import Finding, Record
    from textassay.read.rows import Rows


def read_table(
    rows: Rows, parse: Callable[[io.BufferedReader, Rows], Iterator[Record | Finding]]
) -> Iterator[Record | Finding]:
    """Yield the rows of a table file, then compare the file with its registry entry.

    The bytes are hashed only where an entry of the whole file declares a
    digest; the rows have digests of their own.
    """
    declared = rows.declared()
    with open_source(rows.source) as raw:
        expected = declared.sha256 if declared else None
        hashing = HashingStream(raw) if expected else None
        yield from parse(decompressed(hashing or raw, rows.source.type.compression), rows)
        if hashing is not None and (found := hashing.hexdigest()) != expected:
            message = (
                "The file is not the one that was registered: its SHA-256 differs. "
                "Restore it, or register the new version."
            )
            yield input_finding(
                "PRV002", rows.source, message, unread=False, registered=expected, found=found
            )
    yield from rows.end()
