"""CSV with a header line: comma, semicolon or tab, whichever gives the text column."""

from __future__ import annotations

import codecs
import csv
import io
from typing import TYPE_CHECKING, Any

from textassay.model import Decoding
from textassay.read.decoding import STRICT, detect, mark_of, refuse_binary
from textassay.read.findings import InputError
from textassay.read.rows import missing_column
from textassay.read.stream import BUFFER, oversized
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.model import Finding, Record
    from textassay.read.rows import Rows

DELIMITERS = (",", ";", "\t")
_ESCAPED = lazy("[\ud800-\udfff]")


def parse_csv(stream: io.BufferedReader, rows: Rows) -> Iterator[Record | Finding]:
    """Yield a record or finding for each row after the header."""
    limit = rows.settings.max_record_bytes
    decoding = _decoding(stream.peek(BUFFER)[:BUFFER])
    # Bytes that break the encoding come through as surrogates, to be told row by row.
    text = io.TextIOWrapper(
        stream, encoding=decoding.encoding, errors="surrogateescape", newline=""
    )
    csv.field_size_limit(limit)
    lines = _Lines(text, limit)
    header = _header(lines, rows.settings.text_column)
    if header is None:
        return
    names, delimiter = header
    parser = csv.reader(lines, delimiter=delimiter, strict=True)
    number = 0
    while True:
        number += 1
        try:
            row = next(parser)
            if row:
                yield rows.record(number, _columns(row, names, decoding), decoding=decoding)
        except StopIteration:
            return
        except UnicodeDecodeError as error:  # the decoder cannot go on from here
            message = (
                f"The rest of the file is not {decoding.encoding}: {error.reason}. Restore it."
            )
            yield from rows.troubles(number, InputError(message, "REC002"), lines.number + 1)
            return
        except csv.Error as error:
            message = f"The row is not CSV: {error}. Mend the row."
            yield from rows.troubles(number, InputError(message, "REC007"), lines.number)
        except InputError as error:
            yield from rows.troubles(number, error, lines.number)


class _Lines:
    """The lines of a text stream, none of them longer than the limit."""

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self._text = text
        self._limit = limit
        self.number = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit + 2)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > self._limit and not line.endswith(("\n", "\r")):
            while (rest := self._text.readline(self._limit)) and not rest.endswith(("\n", "\r")):
                pass
            raise oversized(self._limit)
        return line


def _header(lines: _Lines, column: str) -> tuple[list[str], str] | None:
    first = next(lines, None)
    if first is None:
        return None
    found: list[str] = []
    for delimiter in DELIMITERS:
        try:
            names = next(csv.reader([first], delimiter=delimiter), [])
        except csv.Error:
            continue
        if column in names:
            return names, delimiter
        found = max(found, names, key=len)
    raise missing_column(column, [_shown(name) for name in found])


def _columns(row: list[str], names: list[str], decoding: Decoding) -> dict[str, Any]:
    if len(row) != len(names):
        message = f"The row has {len(row)} fields, the header {len(names)}. Mend the row."
        raise InputError(message, "REC007", fields=len(row), header=len(names))
    if any(_ESCAPED.search(field) for field in row if not field.isascii()):
        message = f"The row is not {decoding.encoding} throughout. Save the file as UTF-8."
        raise InputError(message, "REC002", encoding=decoding.encoding)
    return dict(zip(names, row, strict=True))


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in name[:80])


def _decoding(sample: bytes) -> Decoding:
    """Return how a file is decoded, judged by its first mebibyte."""
    refuse_binary(sample)
    marked = mark_of(sample)
    if marked:
        return Decoding(marked[:6], bom=True, evidence="byte order mark")
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError as error:
        return detect(sample, error, whole=len(sample) < BUFFER)
    if sample.startswith(codecs.BOM_UTF8):
        return Decoding("utf-8-sig", bom=True, evidence="strict UTF-8, byte order mark")
    return STRICT
