"""Parquet: DuckDB reads a private copy of the very bytes that were hashed."""

from __future__ import annotations

import os
import shutil
from datetime import date, datetime
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from textassay.read.decoding import STRICT, decode
from textassay.read.findings import InputError
from textassay.read.rows import missing_column
from textassay.read.stream import BUFFER

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from textassay.model import Finding, Record
    from textassay.read.rows import Rows

_ROWS = 256  # rows fetched at once
# DuckDB opens our copy and nothing else: no extension, no other file, no network.
_CONFIG: dict[str, Any] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def parse_parquet(stream: io.BufferedReader, rows: Rows) -> Iterator[Record | Finding]:
    """Yield a record or finding for each row."""
    with TemporaryDirectory(prefix="textassay-") as folder:
        path = os.path.join(folder, "table.parquet")
        with open(path, "wb") as copy:
            shutil.copyfileobj(stream, copy, BUFFER)
        yield from _rows(path, folder, rows)


def _rows(path: str, folder: str, rows: Rows) -> Iterator[Record | Finding]:
    import duckdb

    try:
        with duckdb.connect(config=_CONFIG) as connection:
            quoted = folder.replace("'", "''")
            connection.execute(f"SET allowed_directories = ['{quoted}']")
            connection.execute("SET enable_external_access = false")
            result = connection.execute("SELECT * FROM read_parquet(?)", [path])
            names = [column[0] for column in result.description or ()]
            if rows.settings.text_column not in names:
                raise missing_column(rows.settings.text_column, names)
            number = 0
            while batch := result.fetchmany(_ROWS):
                for row in batch:
                    number += 1
                    yield from _row(rows, number, dict(zip(names, row, strict=True)))
    except duckdb.Error as error:
        reason = str(error).replace(path, rows.source.path).splitlines()[0][:200]
        message = f"The file is not a readable Parquet table: {reason} Write it anew."
        raise InputError(message, "REC001", reason=reason) from error


def _row(rows: Rows, number: int, columns: dict[str, Any]) -> Iterator[Record | Finding]:
    column = rows.settings.text_column
    decoding = STRICT
    try:
        if isinstance(columns[column], bytes):
            columns[column], decoding = decode(columns[column])
        plain = {name: _plain(value) for name, value in columns.items()}
        yield rows.record(number, plain, decoding=decoding)
    except InputError as error:
        yield from rows.troubles(number, error)


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a table
    """Return a value as JSON knows it; dates in ISO 8601."""
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return str(value)
