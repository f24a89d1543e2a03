"""Words that a language builds by rule and no dictionary lists in full."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.vocabulary import LOWER, Vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_STEM = 4  # "re" + three letters is as often a typo as a word
STEM_ZIPF = 2.75  # rarer stems made two typos in three look like derived words
_CLITICS = {
    "es": ("lo", "la", "los", "las", "le", "les", "me", "te", "se", "nos", "os"),
    "it": ("lo", "la", "li", "le", "gli", "mi", "ti", "si", "ci", "vi", "ne"),
}
_VERBAL = {
    "es": ("ar", "er", "ir", "ando", "endo", "iendo", "yendo"),
    "it": ("ar", "er", "ir", "ando", "endo"),
}
_ACCENTS = str.maketrans(
    "\N{LATIN SMALL LETTER A WITH ACUTE}\N{LATIN SMALL LETTER E WITH ACUTE}"
    "\N{LATIN SMALL LETTER I WITH ACUTE}\N{LATIN SMALL LETTER O WITH ACUTE}"
    "\N{LATIN SMALL LETTER U WITH ACUTE}",
    "aeiou",
)


def built(words: Vocabulary, word: str) -> bool:
    """Tell whether a lower-case word is a known stem with known affixes."""
    return (
        any(_solid(words, stem) for stem in _without_prefix(words.language, word))
        or _with_clitic(words, word)
        or (words.language == "de" and _compound(words, word))
    )


def _solid(words: Vocabulary, stem: str) -> bool:
    if len(stem) < SHORTEST_STEM:
        return False
    zipf, flags = words.entry(stem)
    return bool(flags & LOWER) and zipf >= STEM_ZIPF


@cache
def prefixes(language: str) -> tuple[str, ...]:
    """Return the productive prefixes of a language."""
    return tuple(
        entry.partition(" ")[2]
        for entry in entries(__file__, "prefixes.txt")
        if entry.startswith(f"{language} ")
    )


def _without_prefix(language: str, word: str) -> Iterator[str]:
    mine = prefixes(language)
    if not word.startswith(mine):
        return
    for prefix in mine:
        if word.startswith(prefix):
            stem = word[len(prefix) :]
            yield stem
            if stem.startswith("rr"):
                yield stem[1:]


def _with_clitic(words: Vocabulary, word: str) -> bool:
    language = words.language
    if language not in _CLITICS:
        return False
    for clitic in _CLITICS[language]:
        if not word.endswith(clitic):
            continue
        stem = word[: -len(clitic)]
        verb = stem.translate(_ACCENTS) if language == "es" else stem
        full = f"{verb}e" if language == "it" and verb.endswith("r") else verb
        if verb.endswith(_VERBAL[language]) and words.flags(full) & LOWER:
            return True
        if stem != word and stem.endswith(("me", "te", "se", "nos")) and _with_clitic(words, stem):
            return True
    return False


def _compound(words: Vocabulary, word: str) -> bool:
    """German: two words, with or without a linking s."""
    for cut in range(SHORTEST_STEM, len(word) - SHORTEST_STEM + 1):
        tail = word[cut:]
        zipf, flags = words.entry(tail)
        if zipf < STEM_ZIPF or not flags:
            continue
        head = word[:cut]
        for stem in (head, head.removesuffix("s"), head.removesuffix("n")):
            if len(stem) >= SHORTEST_STEM and words.flags(stem):
                return True
    return False
