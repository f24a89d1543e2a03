"""Words of any script as arrays: where they stand and a 64-bit key of each.

One pass of numpy over the code points; no Python loop over characters. A word
is a run of letters, digits and marks; in scripts written without blanks
(Chinese, Japanese, Thai, Lao, Burmese, Khmer) each letter is a word. Case is
folded where that keeps the length.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from textassay.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    Keys = NDArray[np.uint64]
    Offsets = NDArray[np.int64]

_LAST = 0x1FFFF  # code points above it (plane 2 on) are taken as ideographs
_OTHER, _WORD, _DENSE = 0, 1, 2
_DENSE_BLOCKS = (
    (0x0E00, 0x0EFF),
    (0x1000, 0x109F),
    (0x1780, 0x17FF),
    (0x3040, 0x30FF),
    (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
)
BASE = 0x9E3779B97F4A7C15  # keys are polynomials in it
_30, _27, _31 = np.uint64(30), np.uint64(27), np.uint64(31)
_FIRST_FACTOR, _SECOND_FACTOR = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_FIRST_MARK = 0x300
STEM = 4  # letters that a stem keeps at least
ENDING = 3  # letters that inflection may change
PAGE_BITS = 8  # code points are looked up by pages of 256, each when a text first needs it
BLOCK = 1 << 17  # code points worked on at once: arrays of this size stay in the cache


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: ``text[starts[i]:ends[i]]`` has key ``keys[i]``.

    ``stems`` are keys of the words without what inflection mostly changes,
    scattered by ``mix``; ``keys`` are not.
    """

    starts: Offsets
    ends: Offsets
    keys: Keys
    stems: Keys

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)


def mix(values: Keys) -> Keys:
    """Scatter the bits of 64-bit keys (the finaliser of SplitMix64)."""
    mixed = values >> _30
    mixed ^= values
    mixed *= _FIRST_FACTOR
    shifted = mixed >> _27
    mixed ^= shifted
    mixed *= _SECOND_FACTOR
    np.right_shift(mixed, _31, out=shifted)
    mixed ^= shifted
    return mixed


def tokenize(text: str) -> Tokens:
    """Return the words of a text with their offsets in code points."""
    if len(text) <= BLOCK:
        return _tokenize(text)
    parts = []
    for start, block in blocks(text):
        part = _tokenize(block)
        parts.append(Tokens(part.starts + start, part.ends + start, part.keys, part.stems))
    return Tokens(
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([part.keys for part in parts]),
        np.concatenate([part.stems for part in parts]),
    )


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """Yield a text in blocks that end at a blank, each with its offset."""
    if len(text) <= BLOCK:
        yield 0, text
        return
    start = 0
    while start < len(text):
        end = text.rfind(" ", start, start + BLOCK) + 1 or start + BLOCK
        yield start, text[start:end]
        start = end


def _tokenize(text: str) -> Tokens:
    raw = plain.encoded(text)
    if raw is not None:
        kinds_of_bytes, values = _byte_tables()
        word = np.frombuffer(b"\0%b\0" % raw.translate(kinds_of_bytes), bool)
        edges = (word[1:] != word[:-1]).nonzero()[0]
        scattered = values.take(np.frombuffer(raw, np.uint8))
        return _keyed(scattered, edges[::2].copy(), edges[1::2].copy())
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    points = np.minimum(points, _LAST)
    kinds, values = _tables_for(points)
    kind = kinds[points]
    word = kind == _WORD
    opens, closes = word.copy(), word.copy()
    opens[1:] &= ~word[:-1]
    closes[:-1] &= ~word[1:]
    if len(kind) and kind.max() == _DENSE:
        dense = kind == _DENSE
        opens |= dense
        closes |= dense
    return _keyed(values.take(points), opens.nonzero()[0], closes.nonzero()[0] + 1)


def _keyed(scattered: Keys, starts: Offsets, ends: Offsets) -> Tokens:
    """Return the words between these offsets, keyed by the values of their letters."""
    sums = _sums(scattered)
    lengths = ends - starts
    kept = np.maximum(np.minimum(lengths, STEM), lengths - ENDING)
    before, shift = sums[starts], powers()[1][starts]
    return Tokens(
        starts,
        ends,
        (sums[ends] - before) * shift,
        mix((sums[starts + kept] - before) * shift),
    )


def span_keys(scattered: Keys, starts: Offsets, ends: Offsets) -> Keys:
    """Return the polynomial of each span over the values of its letters."""
    sums = _sums(scattered)
    keys: Keys = (sums[ends] - sums[starts]) * powers()[1][starts]
    return keys


def _sums(scattered: Keys) -> Keys:
    """Return the sums of the values times powers, up to each letter; the values are used up."""
    count = len(scattered)
    scattered *= powers()[0][:count]
    sums = np.empty(count + 1, np.uint64)
    sums[0] = 0
    np.add.accumulate(scattered, out=sums[1:])
    return sums


@cache
def powers() -> tuple[Keys, Keys]:
    """Return the powers of the base, and their inverses modulo 2 ** 64."""
    bases = np.full(BLOCK, BASE, np.uint64)
    inverses = np.full(BLOCK, pow(BASE, -1, 1 << 64), np.uint64)
    bases[0] = inverses[0] = 1
    return np.multiply.accumulate(bases), np.multiply.accumulate(inverses)


def _known(point: int) -> tuple[int, int]:
    """Return the kind of a code point and the point that it is folded to."""
    if point == _LAST:
        return _DENSE, point
    char = chr(point)
    is_mark = point >= _FIRST_MARK and unicodedata.category(char) in {"Mn", "Mc"}
    if not char.isalnum() and not is_mark:
        return _OTHER, point
    if any(first <= point <= last for first, last in _DENSE_BLOCKS):
        return _DENSE, point
    lower = char.lower()
    return _WORD, ord(lower) if len(lower) == 1 else point


@cache
def _byte_tables() -> tuple[bytes, Keys]:
    """Return the kind and the scattered folded value of each byte of ``plain.encoded``."""
    stand_ins = dict(plain.STAND_INS)
    known = [_known(ord(stand_ins.get(chr(byte), chr(byte)))) for byte in range(256)]
    kinds, folded = zip(*known, strict=True)
    return bytes(kinds), mix(np.array(folded, np.uint64) + np.uint64(1))


@cache
def _tables() -> tuple[NDArray[np.uint8], Keys, NDArray[np.bool_]]:
    """Return kinds and scattered folded values of code points, and the pages that are filled in."""
    filled = np.zeros((_LAST >> PAGE_BITS) + 1, bool)
    return np.zeros(_LAST + 1, np.uint8), np.zeros(_LAST + 1, np.uint64), filled


def _tables_for(points: NDArray[np.uint32]) -> tuple[NDArray[np.uint8], Keys]:
    """Return the kind and the scattered folded value of each code point, these filled in."""
    kinds, values, filled = _tables()
    pages = np.bincount(points >> PAGE_BITS, minlength=len(filled)) > 0
    for page in (pages & ~filled).nonzero()[0].tolist():
        first = page << PAGE_BITS
        for point in range(first, first + (1 << PAGE_BITS)):
            kinds[point], values[point] = _known(point)
        filled[page] = True
        part = slice(first, first + (1 << PAGE_BITS))
        values[part] = mix(values[part] + np.uint64(1))
    return kinds, values
