"""Words that a language builds by rule and no dictionary lists in full."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.spelling import accented
from textassay.checks.typos.vocabulary import LOWER, Vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTEST_STEM = 4  # "re" + three letters is as often a typo as a word
USUAL = 2.5  # of a word with an accent that an order of vos lacks; "\u00fasala" has 2.25
STEM_ZIPF = 2.75  # rarer stems made two typos in three look like derived words
_CLITICS = {
    "es": ("lo", "la", "los", "las", "le", "les", "me", "te", "se", "nos", "os"),
    "it": ("lo", "la", "li", "le", "gli", "mi", "ti", "si", "ci", "vi", "ne"),
}
_VERBAL = {
    "es": ("ar", "er", "ir", "ando", "endo", "iendo", "yendo"),
    "it": ("ar", "er", "ir", "ando", "endo"),
}
_PLURAL_ORDERS = ("ad", "ed", "id")
_FIRST = ("me", "te", "se", "nos", "os")  # the first of two pronouns
_BEFORE = {"me": ("se", "te"), "nos": ("se", "te"), "te": ("se",), "se": ()}
_OF_ORDERS = frozenset({"lo", "la", "los", "las", "le", "les", "me", "nos", "te"})
_VOWELS = frozenset("aeiou")
_INFINITIVES = ("ar", "er", "ir")
_STRESSED = ("\u00eda", "i\u00f3", "\u00f3", "\u00ed", "\u00e9", "\u00e1")
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
        or adverb(words, word)
        or (words.language == "de" and (_compound(words, word) or _spelt_before_1996(words, word)))
    )


def _solid(words: Vocabulary, stem: str) -> bool:
    if len(stem) < SHORTEST_STEM:
        return False
    zipf, flags = words.entry(stem)
    return bool(flags & LOWER) and zipf >= STEM_ZIPF


@cache
def prefixes(language: str) -> tuple[str, ...]:
    """Return the productive prefixes of a language."""
    return _listed("prefixes.txt", language)


@cache
def suffixes(language: str) -> tuple[str, ...]:
    """Return the productive suffixes of a language."""
    return _listed("suffixes.txt", language)


def _listed(name: str, language: str) -> tuple[str, ...]:
    rows = (entry.partition(" ") for entry in entries(__file__, name))
    return tuple(affix for where, _, affix in rows if where == language)


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
    if language not in _CLITICS or not word.endswith(_CLITICS[language]):
        return False
    for clitic in _CLITICS[language]:
        if not word.endswith(clitic):
            continue
        stem = word[: -len(clitic)]
        verb = stem.translate(_ACCENTS) if language == "es" else stem
        if _infinite(words, verb):
            return True
        if language == "es" and _finite(words, stem, verb, clitic):
            return True
        if language == "it" and _italian_order(words, stem, clitic):
            return True
        if stem.endswith(_BEFORE.get(clitic, _FIRST)) and _with_clitic(words, stem):
            return True
    return False


def with_object(words: Vocabulary, word: str) -> bool:
    """Tell whether a lower-case word is a known infinitive or gerund and one pronoun."""
    clitics = [clitic for clitic in _CLITICS[words.language] if word.endswith(clitic)]
    return any(_infinite(words, word.removesuffix(clitic)) for clitic in clitics)


def _infinite(words: Vocabulary, verb: str) -> bool:
    """Tell whether a verb before a pronoun is an infinitive or gerund; Italian ones lose an e."""
    full = f"{verb}e" if words.language == "it" and verb.endswith("r") else verb
    return verb.endswith(_VERBAL[words.language]) and bool(words.flags(full) & LOWER)


def _italian_order(words: Vocabulary, stem: str, clitic: str) -> bool:
    """Tell whether an Italian pronoun is glued to an order, a participle or a short infinitive.

    "spezzala", "apriteci", "preparatosi", "distrarne" (of "distrarre").
    """
    if stem.endswith("iamo") and words.flags(stem) & LOWER:
        return True
    if stem.endswith(("ate", "ete", "ite")) and words.flags(f"{stem[:-2]}re") & LOWER:
        return True
    if stem.endswith(("ato", "uto", "ito", "r")):
        full = f"{stem}re" if stem.endswith("r") else stem
        return (clitic == "si" or full != stem) and bool(words.flags(full) & LOWER)
    infinitives = [f"{stem}re"] if stem.endswith("a") else [f"{stem[:-1]}ere", f"{stem[:-1]}ire"]
    return stem.endswith(("a", "i")) and any(words.flags(form) & LOWER for form in infinitives)


def adverb(words: Vocabulary, word: str) -> bool:
    """Tell whether a lower-case word is a known Italian adjective with -mente ("facilmente")."""
    stem = word.removesuffix("mente")
    full = f"{stem}e" if stem.endswith(("l", "r")) else stem
    return (
        words.language == "it"
        and stem != word
        and full.endswith(("a", "e"))
        and bool(words.flags(full) & LOWER)
    )


def _finite(words: Vocabulary, stem: str, plain: str, clitic: str) -> bool:
    """Tell whether a Spanish pronoun is glued to a verb form, as old books and orders have it.

    The accent shows it: "pi\u00e9rdese", "qued\u00f3se", "d\u00edtelo" (two pronouns, the stem
    keeps the accent); without one, orders: "casadme", "usala" (of vos).
    """
    word = stem + clitic
    twins = words.entries(accented(word, "es") | accented(plain + clitic, "es"))
    for twin, zipf, flags in twins:
        usual = not twin.isascii() if stem != plain else zipf >= USUAL
        if usual and flags & LOWER:
            return False  # "petalo", "ve\u00e1se"
    if sum(map(_VOWELS.__contains__, plain)) == 1 and words.flags(plain + clitic) & LOWER:
        return False  # "p\u00f3nte"
    if stem != plain:
        forms: tuple[str, ...] = (plain, f"{plain}s") if clitic == "nos" else (plain,)
        if any(pair in stem for pair in _HIATUS):
            forms += (stem,)  # "re\u00fanenos"
        return any(words.flags(form) & LOWER for form in forms) or _ending_verb(words, stem)
    if stem.endswith(_PLURAL_ORDERS):
        return bool(words.flags(f"{stem[:-1]}r") & LOWER)
    infinitive = f"{stem}r"
    lacking = clitic == "te" and words.flags(f"{stem}nte")  # "importate": "importante"
    order = clitic in _OF_ORDERS and not lacking
    return order and infinitive.endswith(_INFINITIVES) and _solid(words, infinitive)


_HIATUS = ("a\u00ed", "e\u00ed", "o\u00ed", "a\u00fa", "e\u00fa")


def _ending_verb(words: Vocabulary, form: str) -> bool:
    """Tell whether a word with the accent in its ending is a verb: "qued\u00f3", "ver\u00eda"."""
    ending = next((end for end in _STRESSED if form.endswith(end)), None)
    if ending is None:
        return False
    root = form.removesuffix(ending)
    if root.endswith(_INFINITIVES) and words.flags(root) & LOWER:
        return True  # "ver\u00e1"
    return any(words.flags(root + end) & LOWER for end in _INFINITIVES)


def _spelt_before_1996(words: Vocabulary, word: str) -> bool:
    """Tell whether a German word has the old \u00df: "wu\u00dfte"."""
    if word.endswith("ni\u00df"):
        return words.flags(f"{word[:-1]}s") != 0  # "Ged\u00e4chtni\u00df"
    return "\u00df" in word and words.flags(word.replace("\u00df", "ss")) != 0


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
