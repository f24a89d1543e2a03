"""New words that writers make of known ones, which no dictionary lists."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.vocabulary import LOWER, known_slip, vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.checks.typos.vocabulary import Vocabulary

SHORTEST_STEM, SHORTEST = 3, 6  # letters before the ending, and in all
WORD_ZIPF = 2.75  # of the known word; see morphology.STEM_ZIPF
_NOTHING = "-"


def coined(language: str, word: str) -> bool:
    """Tell whether a lower-case unknown word is a known one with a productive ending.

    "rigidify", "weekslong", "nidillo": rather new than misspelt, unless a list of
    misspellings has it.
    """
    words = vocabulary(language)
    if words is None or len(word) < SHORTEST or known_slip(language, word):
        return False
    return any(
        word.endswith(ending) and _from_known(words, word.removesuffix(ending), instead)
        for ending, instead in _endings(language)
    )


def _from_known(words: Vocabulary, stem: str, instead: tuple[str, ...]) -> bool:
    if len(stem) < SHORTEST_STEM:
        return False
    if words.language == "es" and stem.endswith("qu"):
        stem = f"{stem[:-2]}c"  # "banquilla", of "banca"
    known = (words.entry(stem + ending) for ending in instead)
    return any(flags & LOWER and zipf >= WORD_ZIPF for zipf, flags in known)


@cache
def _endings(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = (entry.split() for entry in entries(__file__, "derivations.txt"))
    return tuple(
        (ending, tuple("" if end == _NOTHING else end for end in instead))
        for code, ending, *instead in rows
        if code == language
    )
