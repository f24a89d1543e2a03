"""Reads files, folders and standard input into records and findings."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from textassay.digests import sha256
from textassay.model import Finding
from textassay.read.findings import InputError
from textassay.read.source import Source
from textassay.read.stream import read_all, stream_errors
from textassay.read.walk import PLAIN, sources

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.model import Record
    from textassay.read.settings import ReadSettings

STDIN = "-"


def read(
    paths: Sequence[str | os.PathLike[str]], settings: ReadSettings
) -> Iterator[Record | Finding]:
    """Yield every input as a record or as a finding, sorted by path.

    A finding for which ``is_unread`` holds means that a text is missing from
    the run: no verdict is possible.

    Args:
        paths: Files, folders, and "-" for one record on standard input.
        settings: Columns, limits, patterns and declarations.

    Raises:
        RegistryError: The registry of a corpus is malformed (raised by
            ``settings.declarations``).
    """
    names = [os.fspath(path) for path in paths]
    if STDIN in names:
        yield from _standard_input(settings)
    for item in sources([name for name in names if name != STDIN], settings):
        if isinstance(item, Finding):
            yield item
        else:
            yield from _guarded(item, settings)


def _guarded(source: Source, settings: ReadSettings) -> Iterator[Record | Finding]:
    try:
        yield from _read_source(source, settings)
    except InputError as error:
        yield error.finding(source)
    except stream_errors() as error:
        reason = str(error) or type(error).__name__
        message = f"The file is damaged or cut short: {reason}. Restore it from its source."
        yield InputError(message, "REC001", reason=reason).finding(source)


def _read_source(source: Source, settings: ReadSettings) -> Iterator[Record | Finding]:
    kind = source.type.format
    if kind == "text":
        from textassay.read.plain import read_text

        yield from read_text(source, settings)
        return
    from textassay.read.rows import Rows
    from textassay.read.tables import read_table

    if kind == "jsonl":
        from textassay.read.jsonl import parse_jsonl as parse
    elif kind == "csv":
        from textassay.read.delimited import parse_csv as parse
    else:
        from textassay.read.parquet import parse_parquet as parse
    yield from read_table(Rows(source, settings), parse)


def _standard_input(settings: ReadSettings) -> Iterator[Record | Finding]:
    from textassay.read.plain import text_record

    settings = replace(settings, declarations=None)  # no registry knows standard input
    source = Source(settings.stdin_name, settings.stdin_name, "", PLAIN)
    try:
        data = read_all(sys.stdin.buffer, settings.max_record_bytes)
        digest = sha256(data)
        yield text_record(source, settings, data, digest=digest, size=len(data))
    except InputError as error:
        yield error.finding(source)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        yield InputError(f"Cannot read standard input: {reason}.", "REC001").finding(source)
