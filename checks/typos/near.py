"""The words one edit away, without making the strings that are no words.

Four letters in a row that no word of the language has rule out most edits:
those that leave such letters alone, and those that make such letters. Of 450
strings one edit from a word of eight letters, thirty are left to look up.
``lexicon/<language>.grams`` (by ``tools/build_vocabulary.py``) has the letters
that follow (``>abc``) and precede (``<abc``) three others.
"""

from __future__ import annotations

import os
from functools import cache
from sys import modules
from typing import TYPE_CHECKING, ClassVar

from textassay.checks.typos.spelling import ALPHABETS

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from marisa_trie import Trie

_FOLDER = os.path.join(os.path.dirname(__file__), "lexicon")  # noqa: PTH118, PTH120 - start-up
FEW = 500  # words; to import numpy takes as long as to make their strings one by one
CACHED = 1_000  # words; of 20,000, eight times as much memory, one in seven was asked for again
SIDE = 3  # letters that decide which letter may stand beside them


class _Letters(dict[str, frozenset[str]]):
    """The letters beside three others, read from the table when first asked for."""

    def __init__(self, table: Trie, side: str) -> None:
        super().__init__()
        self._keys = table.keys
        self._side = side

    def __missing__(self, three: str) -> frozenset[str]:
        rows = self._keys(self._side + three)
        self[three] = found = _letters(rows[0][SIDE + 1 :] if rows else "")
        return found


@cache
def _letters(text: str) -> frozenset[str]:
    """Return one set for equal texts: half of the rows have the letters of another."""
    return frozenset(text)


@cache
def _beside(language: str) -> tuple[_Letters, _Letters]:
    """Return the letters after and the letters before three others."""
    from marisa_trie import Trie

    table = Trie()
    table.mmap(os.path.join(_FOLDER, f"{language}.grams"))  # noqa: PTH118
    return _Letters(table, ">"), _Letters(table, "<")


@cache
def _alphabet(language: str) -> frozenset[str]:
    return frozenset(ALPHABETS[language])


def one_edit(word: str, language: str) -> set[str]:
    """Return the strings one edit away that may be frequent words of the language."""
    after, before = _beside(language)
    alphabet, whole = _alphabet(language), f"^{word}$"
    last = len(whole) - 1
    sound, broken = _bounds(whole, after)
    found: list[str] = []
    for place in range(max(1, broken - 1), min(last, sound) + 1):
        left, right = whole[:place], whole[place + 1 :]
        follow = after[left[-SIDE:]] if place >= SIDE else None
        fits = alphabet if follow is None else follow & alphabet
        here = whole[place]
        if place + 1 < last and (follow is None or right[0] in follow):
            found.append(left + right[0] + here + right[1:])
        if place > broken:
            letters = fits & before[(here + right)[:SIDE]] if last - place >= SIDE - 1 else fits
            found += [left + char + here + right for char in letters]
        if place >= broken and place < last:
            letters = fits & before[right[:SIDE]] if last - place >= SIDE else fits
            found += [left + char + right for char in letters]
            if follow is None or right[0] in follow:
                found.append(left + right)
    return {text[1:-1] for text in found if text != whole}


class Edits(dict[str, "AbstractSet[str]"]):
    """The strings one edit away of words of a language; a memory of the last ones."""

    met: ClassVar[int] = 0

    def __init__(self, language: str) -> None:
        """Remember nothing yet."""
        super().__init__()
        self._language = language

    def __missing__(self, word: str) -> AbstractSet[str]:
        """Make the strings of one word."""
        self[word] = found = one_edit(word, self._language)
        return found

    def look_ahead(self, words: AbstractSet[str]) -> None:
        """Make the strings of many words together, once so many were met that it pays."""
        new = [word for word in words if word not in self]
        Edits.met += len(new)
        if not new or (Edits.met <= FEW and "numpy" not in modules):
            return
        from textassay.checks.typos.together import edits_together

        if len(self) > CACHED:
            self.clear()
        self.update(zip(new, edits_together(self._language, new), strict=True))


@cache
def edits(language: str) -> Edits:
    """Return the memory of a language."""
    return Edits(language)


def odd(word: str, language: str) -> bool:
    """Tell whether the word has four letters in a row that no word of the language has."""
    whole = f"^{word}$"
    return _bounds(whole, _beside(language)[0])[0] < len(whole)


def _bounds(whole: str, after: _Letters) -> tuple[int, int]:
    """Return where an edit must begin at the latest, and the last place it must reach."""
    odd = [
        place
        for place in range(len(whole) - SIDE)
        if whole[place + SIDE] not in after[whole[place : place + SIDE]]
    ]
    return (odd[0] + SIDE, odd[-1]) if odd else (len(whole), -1)
