"""The words of a language with their frequency: memory-mapped tables.

``lexicon/<language>.trie`` and ``.values`` are compiled by
``tools/build_vocabulary.py``; sources and licences: ``lexicon/LICENSES.txt``.
"""

from __future__ import annotations

import os
from bisect import bisect_left
from functools import cache, lru_cache
from mmap import ACCESS_READ, mmap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from marisa_trie import Trie

LANGUAGES = ("de", "en", "es", "fr", "it", "pt")
LOWER, TITLE, LISTED = 1, 2, 4  # what a dictionary says of a word; see Vocabulary.flags
STEPS_PER_ZIPF = 4.0
EDITS = 2  # letters more or fewer
COMMON = 3.0  # Zipf of the words of the lists
FREQUENT = 3.5  # Zipf; some 15,000 words, read in 3 ms
FIRST_WORDS = 500  # looked up one by one before all that are frequent are read
CACHED = 20_000  # words; some 4 MB
REMEMBERED = 5_000  # words of which an answer of grammar is kept: about 1 MB a question
_FOLDER = os.path.join(os.path.dirname(__file__), "lexicon")  # noqa: PTH118, PTH120 - start-up


class Vocabulary:
    """The words of one language; every question takes a lower-case word."""

    def __init__(self, language: str, trie: Trie, values: mmap) -> None:
        """Wrap the two tables of a language."""
        self.language = language
        self._find = trie.get
        self._values = values
        self._asked = 0
        self.frequency: Callable[[str], float | None] = self._frequency
        """Returns the Zipf frequency of a small word that is ``FREQUENT``, None of others."""

    def _value(self, word: str) -> int:
        key = self._find(word)
        return 0 if key is None else self._values[key]

    def zipf(self, word: str) -> float:
        """Return log10 of occurrences per 10^9 words, in steps of .25 (0: unseen)."""
        return (self._value(word) >> 3) / STEPS_PER_ZIPF

    def flags(self, word: str) -> int:
        """Return LOWER if it may be written small, TITLE if capitalised.

        LISTED: a list of inflected forms has it, which alone proves less.
        """
        return self._value(word) & 7

    def entry(self, word: str) -> tuple[float, int]:
        """Return ``(zipf, flags)`` of a word."""
        value = self._value(word)
        return (value >> 3) / STEPS_PER_ZIPF, value & 7

    def _frequency(self, word: str) -> float | None:
        zipf, flags = self.entry(word)
        self._asked += 1
        if self._asked > FIRST_WORDS:
            self.frequency = frequent(self.language).get
        return zipf if flags & LOWER and zipf >= FREQUENT else None

    def present(self, words: Iterable[str]) -> list[str]:
        """Return those of many words that the tables have, for speed."""
        find = self._find
        return [word for word in words if find(word) is not None]

    def written_right(self, words: Iterable[str]) -> list[str]:
        """Return those of many words that a dictionary has as they are written, for speed."""
        find, values = self._find, self._values
        return [
            word
            for word in words
            if word.isalpha()
            and (key := find(word.lower())) is not None
            and (values[key] & LOWER or (values[key] & TITLE and word[0].isupper()))
        ]

    def entries(self, words: Iterable[str]) -> list[tuple[str, float, int]]:
        """Return ``(word, zipf, flags)`` of those that the tables have, for speed."""
        find, values = self._find, self._values
        keys = [(word, key) for word in words if (key := find(word)) is not None]
        return [(word, (values[key] >> 3) / STEPS_PER_ZIPF, values[key] & 7) for word, key in keys]

    def valid(self, written: str) -> bool:
        """Tell whether a dictionary has the word as it is written."""
        lowered = written.lower()
        flags = self._value(lowered) & 7
        if flags & LOWER:
            return True
        return bool(flags & TITLE) and lowered[:1] != written[:1]


@cache
def frequent(language: str) -> dict[str, float]:
    """Return the small words of a dictionary that are ``FREQUENT``, with their Zipf frequency."""
    found: dict[str, float] = {}
    for steps, line in _common(language):
        if steps < FREQUENT * STEPS_PER_ZIPF:
            break
        found.update(dict.fromkeys(line.split(), steps / STEPS_PER_ZIPF))
    return found


class Shelf(NamedTuple):
    """The frequent words of one first letter: by length, the most frequent first."""

    words: list[str]
    steps: list[int]
    begins: list[int]
    """Where the words of each length begin."""

    def around(self, size: int) -> slice:
        """Return where those stand whose length differs from one by ``EDITS`` at most."""
        last = len(self.begins) - 1
        first, end = max(0, size - EDITS), size + EDITS + 1
        return slice(self.begins[min(first, last)], self.begins[min(end, last)])


@cache
def shelf(language: str, letter: str) -> Shelf:
    """Return the words of ``COMMON`` frequency that begin with a letter."""
    lines = [row for row in _common(language) if row[1].startswith(letter)]
    rows = [(word, steps) for steps, line in lines for word in line.split()]
    rows.sort(key=lambda row: len(row[0]))
    sizes = [len(word) for word, _ in rows]
    begins = [bisect_left(sizes, size) for size in range(max(sizes, default=0) + 2)]
    return Shelf([word for word, _ in rows], [steps for _, steps in rows], begins)


def common_words(
    language: str, word: str, least: float = COMMON, accented: float = COMMON
) -> list[str]:
    """Return the words that may be two edits from a lower-case one.

    Args:
        language: One of ``LANGUAGES``.
        word: The word; those begin with its first letter.
        least: The Zipf frequency that those without diacritics have, at the least.
        accented: That of those with diacritics.
    """
    mine = shelf(language, word[0])
    where = mine.around(len(word))
    return [
        other
        for other, steps in zip(mine.words[where], mine.steps[where], strict=True)
        if steps >= STEPS_PER_ZIPF * (least if other.isascii() else accented)
    ]


@cache
def _common(language: str) -> list[tuple[int, str]]:
    """Return the words of each step of frequency and first letter, the most frequent first."""
    with open(os.path.join(_FOLDER, f"{language}.common"), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        rows = [line.partition(" ") for line in file.read().split("\n")]
    return [(int(steps), words) for steps, _, words in rows]


@cache
def plain_forms(language: str) -> Trie:
    """Return what is left of the words with diacritics without them."""
    from marisa_trie import Trie

    trie = Trie()
    trie.mmap(os.path.join(_FOLDER, f"{language}.plain"))  # noqa: PTH118
    return trie


def known_slip(language: str, word: str) -> str | None:
    """Return the correction of a misspelling that many people make."""
    table = _slips() if language == "en" else None
    found = table.keys(f"{word}\t") if table else ()
    return found[0].partition("\t")[2] if found else None


@cache
def _slips() -> Trie:
    from marisa_trie import Trie

    trie = Trie()
    trie.mmap(os.path.join(_FOLDER, "en.slips"))  # noqa: PTH118
    return trie


@cache
def vocabulary(language: str) -> Vocabulary | None:
    """Return the vocabulary of a language, or None where we have none."""
    if language not in LANGUAGES:
        return None
    from marisa_trie import Trie

    trie = Trie()
    path = os.path.join(_FOLDER, language)  # noqa: PTH118
    trie.mmap(f"{path}.trie")
    with open(f"{path}.values", "rb") as file:  # noqa: PTH123
        return Vocabulary(language, trie, mmap(file.fileno(), 0, access=ACCESS_READ))


@lru_cache(maxsize=CACHED)
def foreign(language: str, word: str) -> float:
    """Return the frequency in the language, of the others we have, that uses it most."""
    return max([look_up(word) for look_up in _others(language)])


@cache
def _others(language: str) -> tuple[Callable[[str], float], ...]:
    """Return what looks up the frequency in each of the other languages."""
    found = (vocabulary(code) for code in LANGUAGES if code != language)
    return tuple(other.zipf for other in found if other)
