"""Which of many words may be two edits from one: those of nearly the same letters.

The bag of a word has a bit for each letter, and one for each that it has twice.
An edit takes a letter away, or adds one, or both, so that the bags of two words
two edits apart differ in four bits at most: of a thousand words some thirty.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from textassay.checks.typos.vocabulary import EDITS, STEPS_PER_ZIPF, shelf
from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[Any]

KINDS = 32  # of letters, by their code points
BITS = 2 * EDITS


class Bags(NamedTuple):
    """Of each word of a shelf: its bag, its frequency in steps, whether it is plain."""

    bags: Array
    steps: Array
    plain: Array


def alike(language: str, word: str, least: float, accented: float) -> list[str]:
    """Return those of ``common_words`` that may be two edits from a lower-case word."""
    import numpy as np

    mine = shelf(language, word[0])
    where = mine.around(len(word))
    bags, steps, plain = (column[where] for column in _bags(language, word[0]))
    fits = np.bitwise_count(bags ^ np.uint64(_bag(word))) <= BITS
    fits &= steps >= np.where(plain, least * STEPS_PER_ZIPF, accented * STEPS_PER_ZIPF)
    return [mine.words[where.start + at] for at in fits.nonzero()[0].tolist()]


def _bag(word: str) -> int:
    once = twice = 0
    for char in word:
        bit = 1 << (ord(char) % KINDS) & ~1
        twice |= once & bit
        once |= bit
    return once | twice << KINDS


@cache
def _bags(language: str, letter: str) -> Bags:
    """Return the bags of a shelf."""
    import numpy as np

    words, steps, _ = shelf(language, letter)
    width = max(map(len, words), default=1)
    codes = np.array(words, f"<U{width}").view(np.uint32).reshape(len(words), width)
    bits = np.uint32(1) << np.arange(KINDS, dtype=np.uint32)
    bits[0] = 0  # behind the end of a shorter word
    once, twice = np.zeros((2, len(words)), np.uint32)
    for column in codes.T:
        letters = bits[column % KINDS]
        twice |= once & letters
        once |= letters
    bags = once | twice.astype(np.uint64) << np.uint64(KINDS)
    plain = np.fromiter(map(str.isascii, words), bool, len(words))
    return Bags(bags, np.array(steps, np.int8), plain)
