"""Damages clean text through real codec round trips, with ground-truth spans.

``damage`` gives a text in which a word, a line or the whole document was read
in the wrong character set, and the spans ``(start, end, original)`` of what
changed. Nothing is invented: bytes are made by one codec and read by another.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

CP = ("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1256")
OTHERS = ("latin-1", "iso8859-2", "mac-roman", "cp437", "cp850", "koi8-r")
ASIAN = ("gb18030", "cp932", "big5", "cp949")
MIX_UPS = (
    ("cp1251", "cp1252"),
    ("koi8-r", "cp1251"),
    ("cp1251", "koi8-r"),
    ("cp866", "cp1251"),
    ("cp1251", "mac-roman"),
    ("cp1250", "cp1252"),
    ("cp1252", "cp1250"),
    ("iso8859-2", "cp1252"),
    ("mac-roman", "cp1252"),
    ("cp1252", "mac-roman"),
    ("cp437", "cp1252"),
    ("cp1252", "cp437"),
    ("cp850", "cp1252"),
    ("cp1253", "cp1252"),
    ("cp1254", "cp1252"),
    ("cp1255", "cp1252"),
    ("cp1256", "cp1252"),
    ("cp1257", "cp1252"),
    ("cp1252", "cp1251"),
)
ASIAN_MIX_UPS = (
    ("gbk", "cp1252"),
    ("big5", "cp1252"),
    ("cp932", "cp1252"),
    ("euc_jp", "cp1252"),
    ("cp949", "cp1252"),
    ("big5", "gbk"),
    ("gbk", "big5"),
    ("cp949", "gbk"),
)


@dataclass(frozen=True, slots=True)
class Kind:
    """A chain of misreadings; ``lossy`` loses the bytes that the reader lacks."""

    family: str
    chain: tuple[tuple[str, str], ...]
    lossy: bool = False

    @property
    def name(self) -> str:
        """The chain in words."""
        steps = " + ".join(f"{meant}>{read_as}" for meant, read_as in self.chain)
        return steps + (" lossy" if self.lossy else "")


def kinds() -> list[Kind]:
    """Return all kinds of damage, by family."""
    single = [("utf-8", codec) for codec in (*CP, *OTHERS)]
    found = [Kind("utf-8 as single-byte", (step,)) for step in single]
    found += [Kind("utf-8 as double-byte", (("utf-8", codec),)) for codec in ASIAN]
    found += [Kind("single-byte mix-up", (step,)) for step in MIX_UPS]
    found += [Kind("double-byte mix-up", (step,)) for step in ASIAN_MIX_UPS]
    for codec in ("cp1252", "latin-1", "mac-roman", "cp1251"):
        found += [Kind("encoded twice or more", (("utf-8", codec),) * times) for times in (2, 3)]
    found.append(Kind("encoded twice or more", (("utf-8", "cp1252"), ("utf-8", "latin-1"))))
    found += [
        Kind("with lost bytes", (("utf-8", codec),), lossy=True) for codec in ("cp1252", "cp1253")
    ]
    return found


@cache
def _reading(codec: str) -> tuple[str, ...]:
    chars = []
    for byte in range(256):
        try:
            chars.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            chars.append(chr(byte))
    return tuple(chars)


def misread(text: str, kind: Kind) -> str | None:
    """Return the text as it was misread, or None where bytes cannot be made."""
    for meant, read_as in kind.chain:
        try:
            data = text.encode(meant)
            if kind.lossy:
                text = data.decode(read_as, "replace")
            elif read_as in {*ASIAN, "gbk"}:
                text = data.decode(read_as)
            else:
                text = "".join(map(_reading(read_as).__getitem__, data))
        except UnicodeError:
            return None
    return text


def damage(
    text: str, kind: Kind, scope: str, random: Random
) -> tuple[str, list[tuple[int, int, str]]] | None:
    """Return damaged text and its true spans, or None where nothing changes.

    Args:
        text: Clean text, paragraphs as lines.
        kind: The damage.
        scope: "word" (one in ten words beyond ASCII), "line" or "document".
        random: Chooses words and the line.
    """
    lines = text.split("\n")
    chosen = [number for number, line in enumerate(lines) if not line.isascii()]
    if not chosen:
        return None
    if scope == "line":
        chosen = [random.choice(chosen)]
    pieces: list[tuple[str, str | None]] = []
    for number, line in enumerate(lines):
        for word in line.split(" "):
            hit = number in chosen and not word.isascii()
            if scope == "word":
                hit = hit and random.random() < 0.1
            pieces += [(word, misread(word, kind) if hit else None), (" ", None)]
        pieces[-1] = ("\n", None)
    return _joined(pieces[:-1])


def _joined(pieces: list[tuple[str, str | None]]) -> tuple[str, list[tuple[int, int, str]]] | None:
    text: list[str] = []
    spans = []
    position = 0
    for original, damaged in pieces:
        shown = original if damaged is None else damaged
        if shown != original:
            first, last = _common(original, shown)
            spans.append(
                (
                    position + first,
                    position + len(shown) - last,
                    original[first : len(original) - last],
                )
            )
        text.append(shown)
        position += len(shown)
    return ("".join(text), spans) if spans else None


def _common(original: str, damaged: str) -> tuple[int, int]:
    """Return the lengths of the common start and the common end."""
    shorter = min(len(original), len(damaged))
    first = 0
    while first < shorter and original[first] == damaged[first]:
        first += 1
    last = 0
    while last < shorter - first and original[-1 - last] == damaged[-1 - last]:
        last += 1
    return first, last
