"""How bytes become text, with the evidence for it."""

from __future__ import annotations

import codecs
from unicodedata import category

from textassay.frozen import NamedTuple
from textassay.model import Decoding
from textassay.read.findings import InputError

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
# A text of letters only in UTF-16 has the blanks between words left, one byte in twelve.
_NUL_SHARE = 0.05
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})


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
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data, encoding)
    _refuse_signature(data)
    if b"\x00" in data and (unmarked := _unmarked(data)):
        return unmarked
    _refuse_controls(data)
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
    """Raise REC005 for bytes that are not text in any encoding of one byte or more."""
    _refuse_signature(data)
    _refuse_controls(data)


def _refuse_signature(data: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature) and (b"\x00" in data or not _is_utf8(data)):
            message = f"The file is {kind}, not text. Extract its text first."
            raise InputError(message, "REC005", signature=kind)


def _refuse_controls(data: bytes) -> None:
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


def detect(data: bytes, error: UnicodeDecodeError, *, whole: bool = True) -> Decoding:
    """Return how bytes that are not UTF-8 are most likely decoded.

    Args:
        data: The bytes, or the first of them.
        error: What strict UTF-8 says of them.
        whole: Whether they are all, and may not end inside a character.

    Raises:
        InputError: REC002, no encoding gives plausible text.
    """
    from textassay.read.charset import guess

    for decoding in guess(data):
        try:
            codecs.getincrementaldecoder(decoding.encoding)().decode(data, whole)
        except UnicodeDecodeError:
            continue
        return decoding
    message = (
        f"The bytes are not UTF-8 at byte {error.start} and fit no known encoding. "
        "Find out how the file was made and save it as UTF-8."
    )
    raise InputError(message, "REC002", byte=error.start)


def _detected(data: bytes, error: UnicodeDecodeError) -> Decoded:
    if b"\x00" in data:
        message = (
            f"The bytes are not UTF-8 at byte {error.start} and hold NUL bytes. "
            "Save the file as UTF-8."
        )
        raise InputError(message, "REC002", byte=error.start)
    decoding = detect(data, error)
    return Decoded(data.decode(decoding.encoding), decoding)


def _unmarked(data: bytes) -> Decoded | None:
    """Return UTF-16 text without a mark: every other byte of its ASCII is NUL."""
    odd, even = data[1::2].count(0), data[::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    if max(odd, even) < _NUL_SHARE * len(data) or min(odd, even) > max(odd, even) / 10:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    if any(category(letter) in _NO_TEXT and letter not in "\t\n\v\f\r" for letter in set(text)):
        return None
    return Decoded(text, Decoding(encoding, confidence=0.99, evidence="NUL in every other byte"))


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
