"""One text file is one record."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textassay.digests import sha256
from textassay.model import NOTHING, Record
from textassay.read.decoding import decode
from textassay.read.rows import empty, joined
from textassay.read.source import open_source
from textassay.read.stream import HashingStream, decompressed, oversized, read_all

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.read.settings import ReadSettings
    from textassay.read.source import Source


def read_text(source: Source, settings: ReadSettings) -> Iterator[Record]:
    """Yield the record of a text file.

    Raises:
        InputError: The file cannot be a record.
    """
    limit = settings.max_record_bytes
    with open_source(source) as raw:
        if source.type.compression is None:
            data = _bounded(raw.fileno(), limit)
            digest, size = sha256(data), len(data)
        else:
            stream = HashingStream(raw)
            data = read_all(decompressed(stream, source.type.compression), limit)
            digest, size = stream.hexdigest(), stream.size
    yield text_record(source, settings, data, digest=digest, size=size)


def text_record(
    source: Source, settings: ReadSettings, data: bytes, *, digest: str, size: int
) -> Record:
    """Return the record of the bytes of a text.

    Raises:
        InputError: The bytes are no text.
    """
    text, decoding = decode(data)
    if not text or text.isspace() or text == "\N{ZERO WIDTH NO-BREAK SPACE}":
        raise empty()
    declarations = settings.declarations
    declared = declarations.declared(source.path) if declarations else None
    metadata, language, registered = joined(NOTHING, declared)
    return Record(
        id=source.id,
        path=source.path,
        text=text,
        sha256=digest,
        size=size,
        decoding=decoding,
        language=language,
        metadata=metadata,
        registered=registered,
    )


def _bounded(descriptor: int, limit: int) -> bytes:
    """Return a whole file; its size is known beforehand, but not trusted."""
    expected = os.fstat(descriptor).st_size
    if expected > limit:
        raise oversized(limit)
    data = os.read(descriptor, expected + 1)
    if len(data) == expected:
        return data
    parts = [data]
    total = len(data)
    while total <= limit and (part := os.read(descriptor, limit + 1 - total)):
        parts.append(part)
        total += len(part)
    if total > limit:
        raise oversized(limit)
    return b"".join(parts)
