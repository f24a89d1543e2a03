"""JSON Lines: one JSON object a line is one record."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from textassay.model import Decoding
from textassay.read.decoding import STRICT, mark_of, refuse_binary
from textassay.read.findings import InputError
from textassay.read.rows import missing_column
from textassay.read.stream import oversized
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from textassay.model import Finding, Record
    from textassay.read.rows import Rows

_UTF8_MARK = b"\xef\xbb\xbf"
_HEAD = 4096
_LONE = lazy("[\ud800-\udfff]")


def _no_constant(name: str) -> float:
    message = f"{name} is not JSON"
    raise ValueError(message)


_DECODER = json.JSONDecoder(parse_constant=_no_constant)


def parse_jsonl(stream: io.BufferedReader, rows: Rows) -> Iterator[Record | Finding]:
    """Yield a record or finding for each line that is not blank."""
    head = stream.peek(_HEAD)[:_HEAD]
    if mark_of(head):
        message = "The file is UTF-16 or UTF-32; JSON Lines is always UTF-8. Save it as UTF-8."
        raise InputError(message, "REC002", encoding=mark_of(head))
    refuse_binary(head)
    for number, line in _lines(stream, rows.settings.max_record_bytes):
        try:
            if isinstance(line, InputError):
                raise line
            if line.isspace():
                continue
            columns = _columns(line, rows.settings.text_column)
            decoding = STRICT
            if b"\\ud" in line or b"\\uD" in line:
                columns, decoding = _mended(columns)
            yield rows.record(number, columns, raw=line, decoding=decoding)
        except InputError as error:
            yield from rows.troubles(number, error, number)


def _lines(stream: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | InputError]]:
    """Yield the lines without their ends; of one too long only that it is so."""
    number = 0
    while line := stream.readline(limit + 2):
        number += 1
        if number == 1:
            line = line.removeprefix(_UTF8_MARK)
        if len(line) > limit and not line.endswith(b"\n"):
            while (rest := stream.readline(limit)) and not rest.endswith(b"\n"):
                pass
            yield number, oversized(limit)
        else:
            yield number, line.rstrip(b"\r\n") or b"\n"


def _columns(line: bytes, text_column: str) -> dict[str, Any]:
    try:
        value = _DECODER.decode(line.decode())
    except UnicodeDecodeError as error:
        message = f"The line is not UTF-8 at its byte {error.start + 1}. Save the file as UTF-8."
        raise InputError(message, "REC002", byte=error.start) from error
    except json.JSONDecodeError as error:
        message = f"The line is not JSON: {error.msg} at its column {error.colno}. Mend the line."
        raise InputError(message, "REC007", column=error.colno) from error
    except (RecursionError, ValueError) as error:
        message = f"The line is not usable JSON: {type(error).__name__}. Mend the line."
        raise InputError(message, "REC007") from error
    if not isinstance(value, dict):
        message = f"The line holds no JSON object but a {type(value).__name__}. Mend the line."
        raise InputError(message, "REC007")
    if text_column not in value:
        raise missing_column(text_column, list(value))
    return value


def _mended(columns: dict[str, Any]) -> tuple[dict[str, Any], Decoding]:
    """Return the row with lone surrogates as U+FFFD: no encoding can hold them."""
    lost = len(_LONE.findall(json.dumps(columns, ensure_ascii=False)))
    if not lost:
        return columns, STRICT
    evidence = f"strict UTF-8; {lost} lone surrogate{'s' if lost > 1 else ''} read as U+FFFD"
    mended: dict[str, Any] = _without_lone(columns)
    return mended, Decoding(evidence=evidence)


def _without_lone(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(value, str):
        return _LONE.sub("\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {_without_lone(key): _without_lone(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_without_lone(item) for item in value]
    return value
