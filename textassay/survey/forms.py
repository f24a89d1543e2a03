"""The word forms of a text as 64-bit keys, with those that are capitalised inside a sentence.

Words are those of ``textassay.text.words``. One pass of numpy over the bytes
of ``plain.encoded``; a text that does not fit is cut into words by patterns.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from textassay.frozen import NamedTuple
from textassay.survey.tables import bare, inside
from textassay.survey.tokens import blocks, mix, powers, span_keys
from textassay.text import plain, words
from textassay.text.fingerprints import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from textassay.survey.tokens import Keys, Offsets
    from textassay.text.document import Document

    Flags = NDArray[np.bool_]
    Cut = tuple[Offsets, Offsets, Flags, Keys]

_TOUCHING = "_'-\N{RIGHT SINGLE QUOTATION MARK}"


class Forms(NamedTuple):
    """The words of a text: ``text[starts[i]:ends[i]]`` has key ``keys[i]``."""

    text: str
    starts: Offsets
    ends: Offsets
    capital: Flags
    keys: Keys

    def inner(self) -> Flags:
        """Tell which words are capitalised behind a letter or a comma and one blank."""
        found = self.capital.copy()
        found[found] = inside(self.text, self.starts[found].tolist())
        return found

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the pairs of capitalised words with one blank between, folded."""
        capital = self.capital
        near = capital[:-1] & capital[1:] & (self.starts[1:] - self.ends[:-1] == 1)
        at = near.nonzero()[0]
        text = self.text
        for start, end, stop in zip(
            self.starts[at].tolist(),
            self.ends[at].tolist(),
            self.ends[at + 1].tolist(),
            strict=True,
        ):
            if text[end] == " " and not (start and _touches(text[start - 1])):
                yield bare(text[start:end]), bare(text[end + 1 : stop])


def forms(text: str) -> Forms:
    """Return the words of a text, as written."""
    cut = [
        (starts + offset, ends + offset, capital, keys)
        for offset, block in blocks(text)
        for starts, ends, capital, keys in (_cut(block),)
    ]
    if len(cut) == 1:
        return Forms(text, *cut[0])
    return Forms(text, *map(np.concatenate, zip(*cut, strict=True)))


def rows(document: Document, found: Forms) -> tuple[Keys, Offsets, Offsets]:
    """Return the keys of the different words, and how often each occurs, in all and inside."""
    keys = mix(found.keys + _language(document.language.code)) & ~np.uint64(1)
    keys |= found.inner()  # the lowest bit tells a capital inside a sentence
    keys.sort()
    opens = np.ones(len(keys), bool)
    opens[1:] = (keys[1:] ^ keys[:-1]) > 1
    firsts = opens.nonzero()[0]
    if not len(firsts):
        none = np.zeros(0, np.int64)
        return keys, none, none
    counts = np.diff(np.append(firsts, len(keys)))
    capitalised = np.add.reduceat((keys & np.uint64(1)).view(np.int64), firsts)
    return keys[firsts] & ~np.uint64(1), counts, capitalised


def key(language: str, word: str) -> int:
    """Return the signed key of a word of a language, as ``rows`` does."""
    letters = mix(np.array([ord(char) + 1 for char in word], np.uint64))
    spread = letters * powers()[0][: len(letters)]
    total = spread.sum(dtype=np.uint64, keepdims=True) + _language(language)
    return int((mix(total) & ~np.uint64(1)).view(np.int64)[0])


@cache
def _language(code: str) -> np.uint64:
    return np.int64(fingerprint(code)).astype(np.uint64)


def _touches(char: str) -> bool:
    return char.isalnum() or char in _TOUCHING


def _cut(text: str) -> Cut:
    raw = None
    if not any(joint in text for joint in plain.OTHER_JOINTS):
        raw = plain.encoded(text)
    return (_cut_bytes(raw) if raw is not None else None) or _cut_by_pattern(text)


def _cut_bytes(raw: bytes) -> Cut | None:
    """Cut Latin text into words; None where a mark has no letter before it."""
    kinds_of_bytes, values = _tables()
    kinds = np.frombuffer(b"\0%b\0" % raw.translate(kinds_of_bytes), np.uint8)
    letters = (kinds & (plain.LETTER | plain.MARK)) > 0
    word = letters.copy()
    word[1:-1] |= (kinds[1:-1] == plain.JOINT) & letters[:-2] & letters[2:]
    if plain.has_marks(raw) and ((kinds[1:] == plain.MARK) & ~word[:-1]).any():
        return None
    edges = (word[1:] != word[:-1]).nonzero()[0]
    starts, ends = edges[::2].copy(), edges[1::2].copy()
    capital = kinds[starts + 1] == plain.LETTER | plain.UPPER
    return starts, ends, capital, span_keys(values.take(np.frombuffer(raw, np.uint8)), starts, ends)


def _cut_by_pattern(text: str) -> Cut:
    spans = np.array(words.spans(text), np.int64).reshape(-1, 2)
    starts, ends = spans[:, 0].copy(), spans[:, 1].copy()
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    capital = np.array([text[start].isupper() for start in starts.tolist()], bool)
    keys = span_keys(mix(points.astype(np.uint64) + np.uint64(1)), starts, ends)
    return starts, ends, capital, keys


@cache
def _tables() -> tuple[bytes, Keys]:
    """Return the kind and the scattered value of each byte of ``plain.encoded``."""
    stand_ins = dict(plain.STAND_INS)
    chars = [stand_ins.get(chr(byte), chr(byte)) for byte in range(256)]
    values = mix(np.array([ord(char) for char in chars], np.uint64) + np.uint64(1))
    return bytes(map(plain.kind_of, range(256))), values
