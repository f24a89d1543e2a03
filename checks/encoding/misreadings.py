"""Every way of reading text in the wrong character set that is looked for.

A misreading is a pair: what the bytes meant and what they were read as. It
proposes edits for a token; whether they are any good is for the model to say.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from textassay.frozen import NamedTuple
from textassay.text.character_model import model
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

UTF_8 = "utf-8"
SINGLE_BYTE = (
    "cp1252",
    "latin-1",
    "mac-roman",
    "cp437",
    "cp850",
    "cp1250",
    "cp1251",
    "koi8-r",
    "cp1253",
    "cp1254",
    "cp1256",
    "iso8859-2",
    "cp1257",
    "iso8859-10",
    "iso8859-15",
    "cp866",
    "cp852",
    "cp1255",
)
EXOTIC = frozenset({"cp1257", "iso8859-10", "iso8859-15", "cp866", "cp852", "cp1255"})
"""Sets as which UTF-8 is hardly ever read: a likelier one that fits goes first."""
LATIN = frozenset(
    {"cp1250", "cp1252", "cp1254", "cp1257", "cp1258"}
    | {"cp437", "cp850", "cp852", "iso8859-2", "mac-roman"}
)
"""Single-byte sets of Latin letters."""
AT_HOME = {
    "cp1250": frozenset({"bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"}),
    "iso8859-2": frozenset({"bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"}),
    "cp1254": frozenset({"az", "tr"}),
    "cp1257": frozenset({"et", "lt", "lv"}),
}
"""Languages that were written in a set whose letters look right in another one."""
DOUBLE_BYTE = ("gb18030", "cp932", "big5", "cp949")
JUDGED = 5_000  # answers that are kept
LONGEST_WORD = 40
Answer = TypeVar("Answer")
_CHANGES = lazy(r"[^\x00-\x7f]+")
_LOST = "\N{REPLACEMENT CHARACTER}"
_END_OF_C1 = 0xA0
_FIRST_HIGH, _TWO, _THREE, _FOUR, _END = 0x80, 0xC2, 0xE0, 0xF0, 0xF5
_SINGLE_MIX_UPS = """\
cp1251>cp1252 cp1251>koi8-r koi8-r>cp1251 koi8-r>cp1252 cp1251>mac-roman cp866>cp1251 cp866>cp1252
iso8859-5>cp1251 iso8859-5>cp1252 cp1250>cp1252 cp1252>cp1250 cp1252>cp1251 cp1252>mac-roman
mac-roman>cp1252 cp1252>cp437 cp437>cp1252 cp1252>cp850 cp850>cp1252 iso8859-2>cp1252 cp852>cp1252
iso8859-2>cp1250 cp1250>iso8859-2 cp1253>cp1252 iso8859-7>cp1252 cp1255>cp1252 cp1256>cp1252
cp1254>cp1252 cp1257>cp1252 cp874>cp1252 cp1258>cp1252 mac-roman>cp437 cp437>mac-roman"""
_DOUBLE_MIX_UPS = """\
gbk>cp1252 gbk>latin-1 big5>cp1252 cp932>cp1252 euc_jp>latin-1 euc_jp>cp1252 cp949>cp1252 big5>gbk
gbk>big5 cp932>gbk cp949>gbk gbk>cp949 euc_jp>cp932 cp932>euc_jp gbk>cp932 big5>cp932 cp949>cp932"""

Edits = tuple[tuple[int, int, str], ...]
"""Start, end and replacement, in order, within a token."""


class Misreading(NamedTuple):
    """Bytes that meant ``meant`` and were read as ``read_as``."""

    meant: str
    read_as: str

    @property
    def name(self) -> str:
        """The chain, as shown in evidence."""
        return f"{self.meant} read as {self.read_as}"


def remembered(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """Keep the answers for the last words asked about: names come again and again.

    The word is the last argument; longer tokens are lines of another script.
    """
    cached = lru_cache(maxsize=JUDGED)(function)

    def answer(*asked: Any) -> Answer:  # noqa: ANN401 - whatever the function takes
        return (cached if len(asked[-1]) <= LONGEST_WORD else function)(*asked)

    return answer


@cache
def table(codec: str) -> Mapping[str, int]:
    """Return the byte of each character beyond ASCII of a single-byte codec.

    Bytes that the codec leaves undefined stand for the C1 control of the same
    number, as browsers and most libraries read them.
    """
    high = bytes(range(_FIRST_HIGH, 0x100)).decode(codec, "surrogateescape")
    return {
        chr(byte) if "\udc80" <= char <= "\udcff" else char: byte
        for byte, char in enumerate(high, _FIRST_HIGH)
    }


@cache
def _undefined(codec: str) -> tuple[int, ...]:
    return tuple(byte for char, byte in table(codec).items() if ord(char) == byte < _END_OF_C1)


def _class(codec: str, first: int, end: int, extra: str = "") -> str:
    chars = sorted(char for char, byte in table(codec).items() if first <= byte < end)
    return f"[{''.join(map(re.escape, chars))}{extra}]"


@cache
def leads(codec: str) -> frozenset[str]:
    """Return the characters that a lead byte of UTF-8 looks like in the codec."""
    return frozenset(char for char, byte in table(codec).items() if _TWO <= byte < _END)


@cache
def trails(codec: str) -> frozenset[str]:
    """Return the characters that a trail byte of UTF-8 looks like in the codec."""
    return frozenset(char for char, byte in table(codec).items() if byte < _TWO - 2) | {_LOST}


@cache
def sequence(codec: str) -> re.Pattern[str]:
    """Return the pattern of UTF-8 sequences as they look in the codec."""
    trail = _class(codec, _FIRST_HIGH, 0xC0, _LOST)
    two, three = _class(codec, _TWO, _THREE), _class(codec, _THREE, _FOUR)
    four = _class(codec, _FOUR, _END)
    return re.compile(f"{four}{trail}{{3}}|{three}{trail}{{2}}|{two}{trail}")


def utf8_edits(codec: str, token: str) -> Edits:
    """Return the edits that undo UTF-8 read as a single-byte codec."""
    edits: list[tuple[int, int, str]] = []
    for first, last, meant in utf8_sequences(codec, token):
        if edits and edits[-1][1] == first:
            start, _, before = edits.pop()
            edits.append((start, last, before + meant))
        else:
            edits.append((first, last, meant))
    return tuple(edits)


def utf8_sequences(codec: str, text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and meaning of each sequence of UTF-8 read as a single-byte codec."""
    for match in sequence(codec).finditer(text):
        start, end = match.span()
        around = (text[max(0, start - 1) : start] or " ", text[end : end + 1] or " ")
        meant = _decoded(codec, match.group(), around)
        if meant is not None:
            yield start, end, meant


def _decoded(codec: str, run: str, around: tuple[str, str]) -> str | None:
    """Decode one sequence; a lost byte is the likeliest one that the codec lacks."""
    choices = _undefined(codec) if _LOST in run else (0,)
    found = []
    for byte in choices:
        data = bytes(byte if char == _LOST else table(codec)[char] for char in run)
        try:
            char = data.decode(UTF_8)
        except UnicodeDecodeError:
            continue
        if len(choices) == 1 or (char.isprintable() and not char.isspace()):
            found.append(char)
    if not found:
        return None
    return max(found, key=lambda char: model().score(char, *around)) if len(found) > 1 else found[0]


@cache
def swap(misreading: Misreading) -> Mapping[str, str]:
    """Return the character that each misread one stood for."""
    meant = {byte: char for char, byte in table(misreading.meant).items()}
    return {char: meant[byte] for char, byte in table(misreading.read_as).items()}


def single_byte_edits(misreading: Misreading, token: str) -> Edits:
    """Return the edits that undo one single-byte codec read as another."""
    characters = swap(misreading)
    if not characters.keys() >= beyond_ascii(token):
        return ()  # the codec lacks a character: the token was not read by it
    edits = []
    for match in _CHANGES.finditer(token):
        start, run = match.start(), match.group()
        meant = "".join(map(characters.__getitem__, run))
        if not meant.isprintable():
            return ()
        edits += [
            (start + first, start + last, meant[first:last])
            for first, last in _differences(run, meant)
        ]
    return tuple(edits)


@lru_cache(maxsize=1024)
def beyond_ascii(token: str) -> frozenset[str]:
    """Return the characters of a token beyond ASCII."""
    return frozenset(char for char in token if not char.isascii())


def _differences(run: str, meant: str) -> Iterator[tuple[int, int]]:
    start = None
    for index, (before, after) in enumerate(zip(run, meant, strict=True)):
        if before == after and start is not None:
            yield start, index
            start = None
        elif before != after and start is None:
            start = index
    if start is not None:
        yield start, len(run)


def double_byte_edits(misreading: Misreading, token: str) -> Edits:
    """Return the edit that undoes a double-byte codec on either side."""
    if misreading.read_as in SINGLE_BYTE and not (
        table(misreading.read_as).keys() >= beyond_ascii(token)
    ):
        return ()
    for start, end in _windows(token):
        piece = token[start:end]
        try:
            meant = piece.encode(misreading.read_as).decode(misreading.meant)
        except UnicodeEncodeError:
            return ()  # the codec lacks a character: the token was not read by it
        except UnicodeDecodeError:
            continue
        if meant == piece or not meant.isprintable():
            return ()
        first = 0
        while first < min(len(meant), len(piece)) and meant[first] == piece[first]:
            first += 1
        last = 0
        shorter = min(len(meant), len(piece)) - first
        while last < shorter and meant[-1 - last] == piece[-1 - last]:
            last += 1
        return ((start + first, end - last, meant[first : len(meant) - last]),)
    return ()


def _windows(token: str) -> Iterator[tuple[int, int]]:
    """Yield the token, then the token without what may be cut at its ends."""
    size = len(token)
    for cut in (0, 1, 2):
        for start in range(cut + 1):
            if size - cut > 0:
                yield start, size - (cut - start)


@cache
def misreadings() -> tuple[Misreading, ...]:
    """Return all of them but UTF-8 read as a single-byte codec."""
    pairs = [pair.split(">") for pair in (_SINGLE_MIX_UPS + " " + _DOUBLE_MIX_UPS).split()]
    return tuple(
        [Misreading(UTF_8, codec) for codec in DOUBLE_BYTE]
        + [Misreading(meant, read_as) for meant, read_as in pairs]
    )


@remembered
def edits_of(misreading: Misreading, token: str) -> Edits:
    """Return the edits of a misreading for a token; none where it does not apply."""
    if misreading.meant == UTF_8 and misreading.read_as in SINGLE_BYTE:
        return utf8_edits(misreading.read_as, token)
    if is_single(misreading):
        return single_byte_edits(misreading, token)
    return double_byte_edits(misreading, token)


@cache
def is_single(misreading: Misreading) -> bool:
    """Tell whether both codecs are single-byte ones."""
    return f"{misreading.meant}>{misreading.read_as}" in _SINGLE_MIX_UPS.split()


def applied(token: str, edits: Edits) -> str:
    """Return the token with the edits applied."""
    pieces = []
    position = 0
    for start, end, meant in edits:
        pieces += [token[position:start], meant]
        position = end
    return "".join(pieces) + token[position:]
