"""The strings one edit away from many words at once: all edits as numbers.

The number of a word is the sum of a number a letter times a power of ``_BASE``
by its place, modulo 2^64, so that those of its 450 edits follow from the sums
before and after the edit. ``lexicon/<language>.near``, a Bloom filter of the
words that may be meant (by ``tools/build_vocabulary.py``), leaves two or three of
them to look up. From five words on that takes a fifth of the time of strings.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from textassay.checks.typos.spelling import ALPHABETS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from numpy.typing import NDArray

    Array = NDArray[Any]
    Edited = tuple[tuple[Array, ...], Array]  # word and place of each row, numbers by letter

LETTERS = 0x300  # code points told apart; a few dozen words of the dictionaries have others
LONGEST = 46  # letters of a word
MARKS = 3  # a word, in the filter; one string in 300 that is no word has all three
_BASE = 0x9E3779B97F4A7C15
_CYCLE = 1 << 64
_NONE: frozenset[str] = frozenset()
_FOLDER = os.path.join(os.path.dirname(__file__), "lexicon")  # noqa: PTH118, PTH120 - start-up


def edits_together(language: str, words: Sequence[str]) -> list[AbstractSet[str]]:
    """Return, for each lower-case word, the strings one edit away that may be words.

    Args:
        language: One of ``vocabulary.LANGUAGES``.
        words: Words of at most ``LONGEST`` letters.
    """
    found: dict[int, set[str]] = {}
    alphabet = ALPHABETS[language]
    marks = _marks(language)
    dropped, swapped, changed, added = _edits(words, alphabet)
    for row, at, _ in _passing(marks, *dropped):
        word = words[row]
        found.setdefault(row, set()).add(word[:at] + word[at + 1 :])
    for row, at, _ in _passing(marks, *swapped):
        word = words[row]
        other = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        found.setdefault(row, set()).add(other)
    for row, at, letter in _passing(marks, *changed):
        word = words[row]
        found.setdefault(row, set()).add(word[:at] + alphabet[letter] + word[at + 1 :])
    for row, at, letter in _passing(marks, *added):
        word = words[row]
        found.setdefault(row, set()).add(word[:at] + alphabet[letter] + word[at:])
    for row, near in found.items():
        near.discard(words[row])  # two equal letters swapped, a letter put for itself
    return [found.get(row) or _NONE for row in range(len(words))]


def _edits(words: Sequence[str], alphabet: str) -> tuple[Edited, Edited, Edited, Edited]:
    """Return the numbers of the words with a letter less, two swapped, one changed, one more."""
    import numpy as np

    letters, powers = _letters(words), _powers()
    width = letters.shape[1]
    placed = letters * powers[:width]
    before = np.zeros((len(words), width + 1), np.uint64)
    np.cumsum(placed, axis=1, out=before[:, 1:])
    whole = before[:, -1:]
    after = whole - before
    new = _new(alphabet)
    back = np.uint64(pow(_BASE, -1, _CYCLE))
    sizes = np.fromiter(map(len, words), np.intp, len(words))[:, None]
    places = np.arange(width + 1)
    inside = (places[:-1] < sizes).nonzero()
    pairs = (places[1:-1] < sizes).nonzero()
    gaps = (places <= sizes).nonzero()
    dropped = before[:, :-1] + after[:, 1:] * back
    swapped = whole + (letters[:, 1:] - letters[:, :-1]) * (powers[: width - 1] - powers[1:width])
    return (
        (inside, dropped[inside][:, None]),
        (pairs, swapped[pairs][:, None]),
        (inside, (whole - placed)[inside][:, None] + new[inside[1]]),
        (gaps, (before + after * powers[1])[gaps][:, None] + new[gaps[1]]),
    )


@cache
def _new(alphabet: str) -> Array:
    """Return what a letter adds to the number of a word, a row a place."""
    return _letters(list(alphabet))[:, 0] * _powers()[:, None]


def numbers(words: Sequence[str]) -> Array:
    """Return the number of each word."""
    import numpy as np

    letters = _letters(words)
    total: Array = (letters * _powers()[: letters.shape[1]]).sum(axis=1, dtype=np.uint64)
    return total


def mark(values: Array, size: int, number: int) -> Array:
    """Return where in a filter of 2^``size`` marks each value has its mark of that number."""
    import numpy as np

    shift = max(0, 64 - size * (1 + number))
    found = values >> np.uint64(shift)
    if number:
        found &= np.uint64((1 << size) - 1)
    return found.view(np.int64)


def _passing(marks: Array, at: tuple[Array, ...], values: Array) -> Iterator[tuple[int, int, int]]:
    """Yield the word, the place and the letter of the numbers that the filter has."""
    flat = values.reshape(-1)
    size = len(marks).bit_length() - 1
    left = marks[mark(flat, size, 0)].nonzero()[0]
    for number in range(1, MARKS):
        left = left[marks[mark(flat[left], size, number)]]
    pairs, letters = divmod(left, values.shape[1])
    rows, places = at
    return zip(rows[pairs].tolist(), places[pairs].tolist(), letters.tolist(), strict=True)


def _letters(words: Sequence[str]) -> Array:
    """Return the numbers of the letters, a row a word, zero behind its end."""
    import numpy as np

    longest = max(map(len, words))
    codes = np.array(words, dtype=f"<U{longest}").view(np.uint32).reshape(len(words), longest)
    found: Array = _alphabet()[np.minimum(codes, LETTERS)]
    return found


@cache
def _alphabet() -> Array:
    """Return a number for each code point, by the mixing function of SplitMix64."""
    import numpy as np

    found = np.arange(LETTERS + 1, dtype=np.uint64) * np.uint64(_BASE)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        found = (found ^ (found >> np.uint64(shift))) * np.uint64(factor)
    found ^= found >> np.uint64(31)
    return found


@cache
def _powers() -> Array:
    import numpy as np

    return np.array([pow(_BASE, place, _CYCLE) for place in range(LONGEST + 2)], np.uint64)


@cache
def _marks(language: str) -> Array:
    import numpy as np

    path = os.path.join(_FOLDER, f"{language}.near")  # noqa: PTH118 - start-up
    return np.unpackbits(np.fromfile(path, np.uint8)).view(bool)
