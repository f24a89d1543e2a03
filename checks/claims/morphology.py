"""Inflects the lexicons: third persons and participles of verbs, plurals of nouns.

Only forms that can stand in running news are made: no first or second person.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator


class Form:
    """What a form of a verb or noun can be: bits, as a form may be several at once.

    Plain integers: a flag of the enum module costs as much as a whole rule.
    """

    SINGULAR: Final = 1  # agrees with a singular subject, or is a singular noun
    PLURAL: Final = 2
    PARTICIPLE: Final = 4
    GERUND: Final = 8
    INFINITIVE: Final = 16


Forms = dict[str, int]

_FINITE = Form.SINGULAR | Form.PLURAL
_HISSING = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
# Stressed on the last syllable, so the last consonant is doubled: admit -> admitted.
_DOUBLING = ("admit", "bet", "infer", "plan", "slam")


@cache
def verbs(name: str) -> Forms:
    """Return every form of the verbs in the lexicon ``<name>.<language>.txt``."""
    found: Forms = {}
    for line in entries(__file__, name):
        for form, role in verb_forms(_language(name), line).items():
            found[form] = found.get(form, 0) | role
    return found


def _language(name: str) -> str:
    return name.removesuffix(".txt")[-2:]


def verb_forms(language: str, line: str) -> Forms:
    """Return the forms of one verb, written as in the lexicons."""
    inflect = _spanish_verb if language == "es" else _english_verb
    found: Forms = {}
    for form, role in inflect(*line.split("/")):
        found[form] = found.get(form, 0) | role
    return found


@cache
def nouns(name: str) -> Forms:
    """Return singular and plural of the nouns in the lexicon ``<name>.<language>.txt``."""
    found: Forms = {}
    for line in entries(__file__, name):
        for form, role in noun_forms(_language(name), *line.split("/")).items():
            found[form] = found.get(form, 0) | role
    return found


def noun_forms(language: str, singular: str, plural: str = "") -> Forms:
    """Return the forms of one noun; ``plural`` where it is irregular."""
    inflect = _spanish_noun if language == "es" else _english_noun
    found: Forms = {}
    for form, role in inflect(singular, plural):
        found[form] = found.get(form, 0) | role
    return found


def singulars(word: str, language: str) -> Iterator[str]:
    """Yield what a noun may be a form of, none of it looked up: ``vecinas`` -> ``vecino``."""
    stems = [word]
    if word.endswith("s"):
        stems.append(word[:-1])
    if word.endswith("es"):
        stems.append(word[:-2])
    if language == "en":
        if word.endswith("men"):
            stems.append(word[:-2] + "an")
        if word.endswith("ies"):
            stems.append(word[:-3] + "y")
        yield from stems[1:]
        return
    if word.endswith("ces"):
        stems.append(word[:-3] + "z")
    if word.endswith(("nes", "ses")) and word[-4:-3] in _STRESSED:
        stems.append(word[:-4] + _STRESSED[word[-4]] + word[-3])
    for stem in (word, word.removesuffix("s")):
        if stem.endswith("a"):
            stems += (stem[:-1], stem[:-1] + "o")
    yield from stems[1:]


def _english_noun(singular: str, plural: str = "") -> list[tuple[str, int]]:
    if singular.endswith("man") and not plural:
        plural = singular[:-2] + "en"
    return [(singular, Form.SINGULAR), (plural or _english_s(singular), Form.PLURAL)]


def _english_s(word: str) -> str:
    if word.endswith(_HISSING):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _english_verb(base: str, past: str = "", participle: str = "") -> list[tuple[str, int]]:
    past = past or _english_ed(base)
    return [
        (base, Form.PLURAL | Form.INFINITIVE),
        (_english_s(base), Form.SINGULAR),
        (past, _FINITE if participle else _FINITE | Form.PARTICIPLE),
        (participle or past, Form.PARTICIPLE),
        (_english_ing(base), Form.GERUND),
    ]


def _english_ed(base: str) -> str:
    if base in _DOUBLING:
        return base + base[-1] + "ed"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return base + ("d" if base.endswith("e") else "ed")


def _english_ing(base: str) -> str:
    if base in _DOUBLING:
        return base + base[-1] + "ing"
    return (base[:-1] if base.endswith("e") and not base.endswith("ee") else base) + "ing"


def _spanish_noun(singular: str, plural: str = "") -> list[tuple[str, int]]:
    if plural:
        return [(singular, Form.SINGULAR), (plural, Form.PLURAL)]
    found = [(singular, Form.SINGULAR), (_spanish_s(singular), Form.PLURAL)]
    if singular.endswith("o"):
        feminine = singular[:-1] + "a"
    elif singular.endswith(("dor", "tor", "sor")):
        feminine = singular + "a"
    else:
        return found
    return [*found, (feminine, Form.SINGULAR), (feminine + "s", Form.PLURAL)]


def _spanish_s(word: str) -> str:
    if word[-1] in "aeiou\N{LATIN SMALL LETTER E WITH ACUTE}":
        return word + "s"
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word[-2:-1] in _ACCENTED and word.endswith(("n", "s")):
        return word[:-2] + _ACCENTED[word[-2]] + word[-1] + "es"
    return word + "es"


_ACCENTED = {
    "\N{LATIN SMALL LETTER A WITH ACUTE}": "a",
    "\N{LATIN SMALL LETTER E WITH ACUTE}": "e",
    "\N{LATIN SMALL LETTER I WITH ACUTE}": "i",
    "\N{LATIN SMALL LETTER O WITH ACUTE}": "o",
    "\N{LATIN SMALL LETTER U WITH ACUTE}": "u",
}
_STRESSED = {plain: accented for accented, plain in _ACCENTED.items()}
_O_ACUTE = "\N{LATIN SMALL LETTER O WITH ACUTE}"
_I_ACUTE = "\N{LATIN SMALL LETTER I WITH ACUTE}"
_A_ACUTE = "\N{LATIN SMALL LETTER A WITH ACUTE}"


def _spanish_verb(
    infinitive: str, present: str = "", preterite: str = "", participle: str = ""
) -> list[tuple[str, int]]:
    stem, first = infinitive[:-2], infinitive.endswith("ar")
    present = present or stem + ("a" if first else "e")
    preterite = preterite or stem + (_O_ACUTE if first else "i" + _O_ACUTE)
    imperfect = stem + ("aba" if first else _I_ACUTE + "a")
    participle = participle or stem + ("ado" if first else "ido")
    singular = (present, preterite, imperfect, infinitive + _A_ACUTE, f"{infinitive}{_I_ACUTE}a")
    plural = (
        present + "n",
        _preterite_plural(preterite, first=first),
        imperfect + "n",
        f"{infinitive}{_A_ACUTE}n",
        f"{infinitive}{_I_ACUTE}an",
    )
    gerund = preterite[:-1] + "endo" if preterite.endswith("i" + _O_ACUTE) else stem + "iendo"
    return [
        *((form, Form.SINGULAR) for form in singular),
        *((form, Form.PLURAL) for form in plural),
        *((participle[:-1] + ending, Form.PARTICIPLE) for ending in ("o", "a", "os", "as")),
        (stem + "ando" if first else gerund, Form.GERUND),
        (infinitive, Form.INFINITIVE),
    ]


def _preterite_plural(singular: str, *, first: bool) -> str:
    """Return the plural: dijo -> dijeron, expuso -> expusieron, vio -> vieron."""
    if singular.endswith(_O_ACUTE):
        return singular[:-1] + ("aron" if first else "eron")
    return singular[:-1] + ("eron" if singular.endswith(("jo", "io")) else "ieron")
