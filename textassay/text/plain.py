"""Texts with blanks for all that belongs to no word: then ``str.split`` finds the words.

Works on bytes of Latin-1, three to ten times as fast as a pattern; a text
with letters or marks that do not fit is left to patterns.
"""

from __future__ import annotations

import codecs
import re
import sys
from functools import cache, lru_cache
from unicodedata import combining

_FIRST, _LAST = "\N{HYPHEN}", "\u2bff"
"""From punctuation to symbols; letters and marks among them do not pass."""
STAND_INS = (
    ("\x01", "\N{RIGHT SINGLE QUOTATION MARK}"),
    ("\x02", "\N{LATIN SMALL LIGATURE OE}"),
    ("\x03", "\N{LATIN CAPITAL LIGATURE OE}"),
    ("\x04", "\N{COMBINING ACUTE ACCENT}"),
    ("\x05", "\N{COMBINING TILDE}"),
    ("\x06", "\N{COMBINING GRAVE ACCENT}"),
    ("\x07", "\N{COMBINING DIAERESIS}"),
    ("\x08", "\N{COMBINING CIRCUMFLEX ACCENT}"),
    ("\x0e", "\N{COMBINING CEDILLA}"),
)
"""Bytes that stand in ``encoded`` for what European texts need beyond Latin-1."""
_FREQUENT = (
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{EN DASH}\N{EM DASH}"
    "\N{LEFT SINGLE QUOTATION MARK}\N{HORIZONTAL ELLIPSIS}\N{BULLET}"
)
_LIGATURES = b"\x02\x03"
_MARKS = b"\x04\x05\x06\x07\x08\x0e"
_JOINTS = b"\x01'\xad\xb7-"
OTHER_JOINTS = "\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
"""What joins words beside the bytes of ``encoded``; texts with them are left to patterns."""
LETTER, MARK, JOINT, UPPER = 1, 2, 4, 8


def separated(text: str) -> str | None:
    """Return the text with a blank for whatever is no letter or digit, same length.

    None where it has letters, digits or marks beyond Latin-1.
    """
    raw = encoded(text)
    return None if raw is None else _decoded(raw.translate(_alphanumeric()))


def words(text: str) -> bytes | None:
    """Return the text in Latin-1, a blank for whatever belongs to no word, same length.

    Words are letters with single inner apostrophes, hyphens and middle dots;
    None where the text has letters, joints or marks beyond Latin-1.
    """
    if any(joint in text for joint in OTHER_JOINTS):
        return None
    raw = encoded(f" {text} ")
    if raw is None:
        return None
    found = _loose().sub(b" ", raw.translate(_lettered()))
    if not text.isascii() and any(mark in found for mark in _MARKS) and _lone_mark().search(found):
        return None
    return found[1:-1]


def split(raw: bytes) -> list[str]:
    """Return the words of what ``words`` returned, as written."""
    return _decoded(raw).split()


def starts(raw: bytes) -> list[int]:
    """Return where each word of what ``words`` returned begins.

    A survey of passages has loaded numpy, which is five times as fast; for a
    single text loading it would take longer than all the rest.
    """
    numpy = sys.modules.get("numpy")
    if numpy is not None:
        inside = numpy.frombuffer(b" %b" % raw, numpy.uint8) != ord(" ")
        found: list[int] = (inside[1:] > inside[:-1]).nonzero()[0].tolist()
        return found
    found = []
    at = 0
    for piece in raw.split(b" "):
        if piece:
            found.append(at)
        at += len(piece) + 1
    return found


@lru_cache(maxsize=1)  # a survey asks twice
def encoded(text: str) -> bytes | None:
    """Return the text in Latin-1, other punctuation as blanks, or None if more does not fit.

    Some characters beyond Latin-1 become the bytes of ``STAND_INS``.
    """
    if any(byte in text for byte, _ in STAND_INS):
        return None
    if text.isascii():
        return text.encode("ascii")
    for byte, char in STAND_INS:
        text = text.replace(char, byte)
    for char in _FREQUENT:
        text = text.replace(char, " ")
    try:
        return text.encode("latin-1", _HANDLER)
    except UnicodeEncodeError:
        return None


def kind_of(byte: int) -> int:
    """Return what a byte of ``encoded`` is to a word: letter, mark, joint or, 0, none of them."""
    if byte in _MARKS:
        return MARK
    if byte in _JOINTS:
        return JOINT
    char = next((char for stand_in, char in STAND_INS if stand_in == chr(byte)), chr(byte))
    return (LETTER | UPPER * char.isupper()) if char.isalpha() else 0


def has_marks(raw: bytes) -> bool:
    """Tell whether ``encoded`` text holds combining marks."""
    return any(mark in raw for mark in _MARKS)


def _decoded(raw: bytes) -> str:
    text = raw.decode("latin-1")
    for byte, char in STAND_INS:
        text = text.replace(byte, char)
    return text


def _blank(error: UnicodeError) -> tuple[str, int]:
    """Stand in for punctuation that Latin-1 lacks, as an error handler of codecs does."""
    try:
        if not isinstance(error, UnicodeEncodeError):
            raise error
        run = error.object[error.start : error.end]
        if any(not _FIRST <= char <= _LAST or char.isalnum() or combining(char) for char in run):
            raise error
        return " " * len(run), error.end
    finally:
        del error  # raised, it holds this frame and all before it: a circle that keeps documents


_HANDLER = "textassay.blank"
codecs.register_error(_HANDLER, _blank)


def _table(kept: bytes, *, digits: bool) -> bytes:
    return bytes(
        point
        if point in kept or (chr(point).isalnum() if digits else chr(point).isalpha())
        else ord(" ")
        for point in range(256)
    )


@cache
def _alphanumeric() -> bytes:
    return _table(_LIGATURES + _MARKS, digits=True)


@cache
def _lettered() -> bytes:
    return _table(_LIGATURES + _MARKS + _JOINTS, digits=False)


@cache
def _loose() -> re.Pattern[bytes]:
    """Return the pattern of joints that have no letter on one side.

    It begins with the set of joints, so that the engine skips to the next one.
    """
    return re.compile(b"[%b](?:(?=[ %b])|(?<=[ %b][%b]))" % ((_JOINTS,) * 4))


@cache
def _lone_mark() -> re.Pattern[bytes]:
    return re.compile(b" [%b]" % _MARKS)
