"""Which of many words may be two edits from one: those of nearly the same letters.

The bag of a word has a bit for each letter, and one for each that it has twice.
An edit takes a letter away, or adds one, or both, so that the bags of two words
two edits apart differ in four bits at most: of a thousand words some thirty.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from textassay.checks.typos.vocabulary import EDITS, POOLS, common_words, cuts, shelves

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Bags = NDArray[Any]

KINDS = 32  # of letters, by their code points
BITS = 2 * EDITS


def alike(language: str, word: str, least: float, accented: float) -> list[str]:
    """Return those of ``common_words`` that may be two edits from a lower-case word."""
    import numpy as np

    key = language, word[0], len(word), least, accented
    pool = common_words(*key)
    apart = np.bitwise_count(_pool(*key) ^ np.uint64(_bag(word)))
    return [pool[at] for at in (apart <= BITS).nonzero()[0].tolist()]


def _bag(word: str) -> int:
    once = twice = 0
    for char in word:
        bit = 1 << (ord(char) % KINDS) & ~1
        twice |= once & bit
        once |= bit
    return once | twice << KINDS


@lru_cache(maxsize=POOLS)
def _pool(language: str, letter: str, size: int, least: float, accented: float) -> Bags:
    """Return the bags of ``common_words``."""
    import numpy as np

    shelved = _shelved(language, letter)
    pieces = [shelved[shelf][:end] for shelf, end in cuts(language, letter, size, least, accented)]
    return np.concatenate([np.zeros(0, np.uint64), *pieces])


@cache
def _shelved(language: str, letter: str) -> dict[tuple[int, bool], Bags]:
    """Return the bags of the words of each shelf."""
    import numpy as np

    found: dict[tuple[int, bool], Bags] = {}
    words = [word for shelf in shelves(language, letter).values() for word in shelf.words]
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
    for key, shelf in shelves(language, letter).items():
        found[key], bags = bags[: len(shelf.words)], bags[len(shelf.words) :]
    return found
