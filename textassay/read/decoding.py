"""How bytes become text, with the evidence for it."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING, NamedTuple

from textassay.model import Decoding
from textassay.read.findings import InputError

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch, CharsetMatches

# The UTF-32 marks first: the little-endian one begins like that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\x28\xb5\x2f\xfd", "zstandard data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"PAR1", "a Parquet table"),
    (b"\x7fELF", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\x00", "a SQLite database"),
)
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1b"))
# Of 20,000 random 1 KB blocks of compressed data all hold more than 5 % of
# control bytes; text with a stray NUL or form feed stays far below.
_BINARY_SHARE = 0.05
_SAMPLE = 1 << 20  # bytes shown to the detector; it reads in steps of 512 anyway


class Decoded(NamedTuple):
    """A text and how it was decoded."""

    text: str
    decoding: Decoding


STRICT = Decoding()
_WITH_MARK = Decoding("utf-8", bom=True, evidence="strict UTF-8, byte order mark")


def decode(data: bytes) -> Decoded:
    """Return the text of the bytes; a byte order mark stays as a character.

    Raises:
        InputError: REC005 for binary data, REC002 where nothing decodes it.
    """
    refuse_binary(data)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _detected(data, error)
    decoding = _WITH_MARK if text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") else STRICT
    return Decoded(text, decoding)


def mark_of(data: bytes) -> str | None:
    """Return the UTF-16 or UTF-32 encoding that a byte order mark announces."""
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def refuse_binary(data: bytes) -> None:
    """Raise REC005 for bytes that are not text in any encoding."""
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (b"\x00" in data or not _is_utf8(data)):
            message = f"The file is {kind}, not text. Extract its text first."
            raise InputError(message, "REC005", signature=kind)
    if b"\x00" not in data or mark_of(data):
        return
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _BINARY_SHARE * len(data):
        share = round(controls / len(data), 3)
        message = (
            f"The file is binary, not text: {share:.0%} of its bytes are control bytes. "
            "Extract its text first; if it is UTF-16, save it as UTF-8."
        )
        raise InputError(message, "REC005", share=share, threshold=_BINARY_SHARE)


def detect(data: bytes, error: UnicodeDecodeError | None = None) -> Decoding:
    """Return what the statistics of the bytes say of their encoding.

    Raises:
        InputError: REC002, no encoding gives plausible text.
    """
    from charset_normalizer import from_bytes

    matches = from_bytes(data[:_SAMPLE])
    best = matches.best()
    if best is None:
        place = f" at byte {error.start}" if error else ""
        message = (
            f"The bytes are not UTF-8{place} and fit no known encoding. "
            "Find out how the file was made and save it as UTF-8."
        )
        raise InputError(message, "REC002", detector="charset-normalizer")
    encoding = _western(matches, best, data[:_SAMPLE])
    confidence = round(1.0 - best.chaos, 3)
    evidence = f"charset-normalizer: {best.encoding}, chaos {best.chaos:.3f}"
    return Decoding(encoding, confidence=min(confidence, 0.999), evidence=evidence)


def _detected(data: bytes, error: UnicodeDecodeError) -> Decoded:
    if b"\x00" in data:
        message = (
            f"The bytes are not UTF-8 at byte {error.start} and hold NUL bytes. "
            "Save the file as UTF-8."
        )
        raise InputError(message, "REC002", byte=error.start)
    decoding = detect(data, error)
    try:
        return Decoded(data.decode(decoding.encoding), decoding)
    except (UnicodeDecodeError, LookupError) as other:
        message = (
            f"The bytes are not UTF-8 at byte {error.start}, nor {decoding.encoding} throughout. "
            "Find out how the file was made and save it as UTF-8."
        )
        raise InputError(message, "REC002", byte=error.start) from other


def _western(matches: CharsetMatches, best: CharsetMatch, sample: bytes) -> str:
    """Return windows-1252 where it is as good as what the detector took.

    The detector takes any one of a family that decodes alike: for accented
    Portuguese and English it says cp1250 with the very figures of cp1252.
    """
    for match in matches:
        if match.encoding == "cp1252":
            equal = match.chaos <= best.chaos and match.coherence >= best.coherence
            return "cp1252" if equal else best.encoding
    try:
        same = sample.decode("cp1252") == sample.decode(best.encoding)
    except UnicodeDecodeError:
        return best.encoding
    return "cp1252" if same else best.encoding


def _by_mark(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        message = (
            f"The byte order mark says {encoding}, which the bytes are not: "
            f"{error.reason} at byte {error.start}. Save the file as UTF-8."
        )
        raise InputError(message, "REC002", encoding=encoding, byte=error.start) from error
    return Decoded(text, Decoding(encoding, bom=True, evidence="byte order mark"))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
