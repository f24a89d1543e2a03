"""Gender and number of determiners and of nouns that settle theirs."""

from __future__ import annotations

from functools import cache, lru_cache

from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.frozen import NamedTuple
from textassay.text.lexicon import entries

COMMON = 3.0  # Zipf; rarer words with such endings were names and inventions
SHORTEST_STEM = 3
WHOLE = frozenset({"cora\u00e7\u00e3o", "cora\u00e7\u00f5es"})  # endings that are words: exceptions
PLACES = {("m", "s"): 0, ("f", "s"): 1, ("m", "p"): 2, ("f", "p"): 3}


class Determiner(NamedTuple):
    """A determiner; ``clitic``: it is a pronoun before verbs too."""

    gender: str
    number: str
    clitic: bool
    forms: tuple[str, ...]

    def form(self, gender: str, number: str) -> str | None:
        """Return its form for a noun, or None where it has none of its own."""
        form = self.forms[PLACES[gender, number]]
        return None if form == "-" else form


class Noun(NamedTuple):
    """What is sure of a noun; ``verb``: the form may be a verb too."""

    gender: str
    number: str
    verb: bool


@cache
def determiners(language: str) -> dict[str, Determiner]:
    """Return the determiners of a language by form."""
    found = {}
    for entry in entries(__file__, "determiners.txt"):
        where, form, gender, number, kind, *forms = entry.split()
        if where == language:
            found[form] = Determiner(gender, number, kind == "clitic", tuple(forms))
    return found


@lru_cache(maxsize=REMEMBERED)
def noun(language: str, word: str) -> Noun | None:
    """Return what is sure of a lower-case word, or None."""
    listed = _nouns(language).get(word)
    if listed:
        return listed
    for gender, number, ending in _endings(language):
        if word.endswith(ending) and (len(word) >= len(ending) + SHORTEST_STEM or word in WHOLE):
            words = vocabulary(language)
            zipf, flags = words.entry(word) if words else (0.0, 0)
            if words is None or not flags & LOWER or zipf < COMMON:
                return None
            verb = language == "fr" and ending.endswith("s") and words.valid(f"{word[:-4]}er")
            return Noun(gender, number, verb)  # "nous le pensions"
    return None


@cache
def invariable_nouns(language: str) -> dict[str, str]:
    """Return the genders of the listed nouns of one form for both numbers: "crisis"."""
    rows = (entry.split() for entry in entries(__file__, "gendered_nouns.txt"))
    several = language in {"es", "fr"}
    return {
        word: gender
        for where, gender, word, _ in rows
        if several and where == language and word.endswith("s")
    }


@cache
def _nouns(language: str) -> dict[str, Noun]:
    found = {}
    for entry in entries(__file__, "gendered_nouns.txt"):
        where, gender, word, kind = entry.split()
        if where != language:
            continue
        if word not in invariable_nouns(language):
            found[word] = Noun(gender, "s", kind == "verb")
        plural = plural_of(language, word)
        if plural:
            found[plural] = Noun(gender, "p", kind == "verb")
    return found


def plural_of(language: str, word: str) -> str | None:
    """Return the plural of a noun whose ending settles it."""
    if language in {"es", "pt", "fr"} and word[-1] in "aeo\u00e9\u00ed\u00e1":
        return f"{word}s"
    if language != "es":
        return None
    if word[-1] == "z":
        return f"{word[:-1]}ces"
    if word.endswith("\u00f3n"):
        return f"{word[:-2]}ones"
    return f"{word}es" if word[-1] in "rdlj" else None


@cache
def _endings(language: str) -> tuple[tuple[str, str, str], ...]:
    rows = (entry.split() for entry in entries(__file__, "gender_endings.txt"))
    mine = [(gender, number, ending) for where, gender, number, ending in rows if where == language]
    return tuple(sorted(mine, key=lambda row: -len(row[2])))  # a longer one is an exception
