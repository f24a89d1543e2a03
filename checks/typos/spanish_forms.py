"""Gender and number that the ending of a Spanish word settles, beside a determiner.

No list of nouns is needed: "-os" is no feminine, and what ends in "-s" with a
singular beside it in the dictionary is no singular. Words whose ending misleads
("la mano", "el día", "el lunes") are a lexicon, classes of them endings.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import Noun, noun, plural_of
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.checks.typos.agreement import Determiner

COMMON = 3.0  # Zipf of the other number; rarer ones were forms that no one writes
SHORTEST = 4
LESS_FREQUENT = 1.5  # Zipf by which the plural of a noun may stay behind: "sobres", "cuatros" do
PREPOSITIONS = frozenset(
    {"a", "ante", "bajo", "con", "contra", "de", "desde", "durante", "en", "entre", "hacia"}
    | {"hasta", "mediante", "para", "por", "seg\u00fan", "sin", "sobre", "tras"}
)
LIKE = 1.0  # Zipf by which the plural of a noun in -o may stay behind, whatever verb it is, too
LONG = 6  # letters: shorter words in -o whose ending misleads are adverbs
_UNCOUNTED = frozenset(
    {"incluso", "primero", "claro", "junto", "excepto", "dentro", "justo", "seguro", "directo"}
    | {"cuanto", "ninguno", "aquello", "punto", "tercero", "mismo", "segundo", "r\u00e1pido"}
    | {"contado", "dado", "hecho", "dicho", "puesto", "visto", "salvo", "cierto", "medio", "nuevo"}
    | {"debido", "respecto", "pasado", "menudo", "peque\u00f1o", "lento", "largo", "alto", "cuarto"}
)
# Stems of adjectives that stand before their nouns
_BEFORE_NOUNS = frozenset(
    {"nuev", "\u00faltim", "pr\u00f3xim", "primer", "tercer", "segund", "cuart", "quint", "mism"}
    | {"propi", "antigu", "peque\u00f1", "divers", "distint", "numeros", "sucesiv", "presunt"}
    | {"supuest", "verdader", "ampli", "buen"}
    | {"citad", "mencionad", "llamad", "escas", "viej"}
)
# Adjectives that stand before nouns, and numbers, with one form for both genders
INVARIABLE = frozenset(
    {"principales", "grandes", "mejores", "peores", "mayores", "menores", "posibles", "actuales"}
    | {"recientes", "siguientes", "importantes", "diferentes", "graves", "fuertes", "breves"}
    | {"principal", "gran", "mejor", "peor", "mayor", "menor", "posible", "actual", "reciente"}
    | {"siguiente", "importante", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho"}
    | {"nueve", "diez"}
)
_DEMONSTRATIVES = frozenset({"este", "ese", "aquel", "esta", "esa", "aquella"})
_ARTICLES = frozenset({"los", "las", "unos", "unas"})
_VERB_ENDINGS = ("amos", "emos", "imos", "rlos", "rlas", "rles", "rnos", "rlo", "rla", "rle", "ndo")
# "los problemas", "los demócratas", "los días": masculine or of both genders
_BOTH = ("ma", "ta", "cida", "arca", "iatra", "cola")


# Nouns and adjectives, no infinitives: "los poder" has another error
_CONSONANTS = ("al", "el", "il", "or", "ad", "ud", "\u00f3n", "ez", "\u00e9n", "az")
_COMPARED = frozenset({"mal", "mejor", "peor", "mayor", "menor", "cual", "tal", "igual"})


def disagreeing(written: str, determiner: Determiner, word: str, *, pronoun: bool) -> Noun | None:
    """Return what a small word is, if it surely is not what its determiner asks for.

    ``written`` is the determiner in small letters; with ``pronoun`` it may be
    one here, so that a verb can follow.
    """
    if len(word) < SHORTEST or word.endswith(_VERB_ENDINGS):
        return None
    if word in _misleading():
        verb = determiner.clitic and (_verb(word) or _rare_verb(word))
        many = determiner.number == "p" and not verb and counted(word)
        return Noun(determiner.gender, "s", verb=False) if many else None
    if word.endswith("s"):
        return _plural(determiner, word, pronoun=pronoun)
    if determiner.number == "p":
        return _lacking_s(written, determiner, word, pronoun=pronoun)
    return None if pronoun else _singular_noun(written, determiner, word)


def agreeing(determiner: Determiner, word: str) -> Noun | None:
    """Return what a small word after its determiner is, if its ending fits and settles it."""
    if len(word) < SHORTEST or word in _misleading() or word.endswith(_VERB_ENDINGS):
        return None
    vowel = {"m": "o", "f": "a"}[determiner.gender]
    single = word.removesuffix("s")
    if (single == word) != (determiner.number == "s") or not single.endswith(vowel):
        return None
    if single in _misleading() or not (_known(single) and _known(f"{single}s")):
        return None
    return Noun(determiner.gender, determiner.number, verb=False)


def _singular_noun(written: str, determiner: Determiner, word: str) -> Noun | None:
    """Judge a word in o or a after a singular of the other gender."""
    if not _known(f"{word}s"):
        return None
    demonstrative = written in _DEMONSTRATIVES
    if word.endswith("o") and determiner.gender == "f":
        state = demonstrative and (word.endswith(("ado", "ido")) or _known(f"{word[:-1]}a"))
        return None if state else Noun("m", "s", verb=False)  # "esta abierto": "está"
    if word.endswith("a") and determiner.gender == "m" and not word.endswith(_BOTH):
        verb = demonstrative or (written == "el" and _verb(word))  # "él cambia", without accent
        return None if verb else Noun("f", "s", verb=False)
    return None


def _plural(determiner: Determiner, word: str, *, pronoun: bool) -> Noun | None:
    """Judge a word in s: a plural where its singular is known."""
    if not _known(word) or not _singular(word):
        return None
    if pronoun and not word.endswith("os") and (_verb(word[:-1]) or _known(f"{word[:-1]}n")):
        return None  # "los llevas": you carry them, "la tienes": you have it
    gender = determiner.gender
    if word.endswith("os"):
        gender = "m"
    elif word.endswith("as") and not (word[:-1].endswith(_BOTH) or word[:-1] in _misleading()):
        gender = "f"
    same = (gender, "p") == (determiner.gender, determiner.number)
    return None if same else Noun(gender, "p", verb=False)


def _lacking_s(written: str, determiner: Determiner, word: str, *, pronoun: bool) -> Noun | None:
    """Judge a word without s after a plural: a singular noun or adjective."""
    singular = Noun(determiner.gender, "s", verb=False)
    if written == "estas" and word.endswith("o"):
        return None  # "si no estas seguro": the verb lacks its accent
    if counted(word) and not determiner.clitic:
        return singular
    if word[-1] not in "aoe" and not word.endswith(_CONSONANTS):
        return None
    alone = pronoun or written not in _ARTICLES  # "otros piensa" has another error
    if alone and (_verb(word) or "ie" in word or "ue" in word or _rare_verb(word)):
        return None
    return singular if _has_plural(word) else None


def _has_plural(word: str) -> bool:
    """Tell whether a small word has a plural that is nearly as frequent, as nouns have."""
    words, plural = vocabulary("es"), plural_of("es", word)
    if words is None or plural is None or word.endswith("mente") or word in _COMPARED:
        return False
    zipf, flags = words.entry(word)
    return bool(flags & LOWER) and words.zipf(plural) >= max(COMMON, zipf - LESS_FREQUENT)


@lru_cache(maxsize=REMEMBERED)
def counted(word: str) -> bool:
    """Tell whether a small word in -o has a frequent plural, as nouns have: "soldado".

    Behind a word of number no verb of the first person stands.
    """
    words = vocabulary("es")
    if words is None or not word.endswith("o") or word in _UNCOUNTED:
        return False
    if len(word) < (LONG if word in _misleading() else SHORTEST):
        return False  # "luego", "tanto"
    zipf, flags = words.entry(word)
    return bool(flags & LOWER) and words.zipf(f"{word}s") >= max(COMMON, zipf - LIKE)


def plural_noun(word: str) -> Noun | None:
    """Return the gender of a small word in -os or -as that is a plural and no verb."""
    if len(word) < SHORTEST or word in _misleading() or word.endswith(_VERB_ENDINGS):
        return None
    single = word[:-1]
    if single in _misleading() or not (_known(word) and _known(single)):
        return None
    if word.endswith("os"):
        return Noun("m", "p", verb=False)
    return None if single.endswith(_BOTH) or _verb(single) else Noun("f", "p", verb=False)


def feminine(adjective: str) -> bool:
    """Tell whether a word in -o is an adjective: it has a feminine of some frequency."""
    if adjective in _misleading():
        return False  # "aquella cuyo hijo"
    return _known(f"{adjective[:-1]}a") and _known(f"{adjective[:-1]}as")


_ADJECTIVES = ("ado", "ido", "ada", "ida", "\u00faltimo", "\u00faltima", "mismo", "misma")


@lru_cache(maxsize=REMEMBERED)
def determined(determiner: Determiner, word: str) -> bool:
    """Tell whether a small word is a noun that agrees with a determiner, and no verb form."""
    sure = noun("es", word) or agreeing(determiner, word)
    single = word.removesuffix("s")
    if sure is None or sure.verb or _verb(single) or single.endswith(_ADJECTIVES):
        return False
    return (sure.gender, sure.number) == (determiner.gender, determiner.number)


@lru_cache(maxsize=REMEMBERED)
def adjectival(word: str) -> bool:
    """Tell whether a small word is one that stands before nouns, and is no noun itself."""
    single = word.removesuffix("s")
    return single.endswith(("o", "a")) and single[:-1] in _BEFORE_NOUNS


@lru_cache(maxsize=REMEMBERED)
def clashing(determiner: Determiner, adjective: str) -> Noun | None:
    """Return what an adjective that stands before nouns is, if its determiner has another gender.

    "la nuevo y ambicioso plan": no pronoun stands before it.
    """
    if not adjectival(adjective) or _verb(adjective.removesuffix("s")):
        return None
    plural = adjective.endswith("s")
    gender = "m" if adjective.removesuffix("s").endswith("o") else "f"
    same = gender == determiner.gender or plural != (determiner.number == "p")
    return None if same else Noun(gender, "p" if plural else "s", verb=False)


def leading(determiner: Determiner, adjective: str, after: list[str]) -> str | None:
    """Return the form of an adjective that its determiner and its noun, which agree, ask for."""
    if not adjectival(adjective) or not after or not after[0].islower():
        return None
    sure = noun("es", after[0]) or agreeing(determiner, after[0])
    kind = determiner.gender, determiner.number
    if sure is None or (sure.gender, sure.number) != kind:
        return None
    stem = adjective.removesuffix("s")[:-1]
    right = stem + ("o" if determiner.gender == "m" else "a") + ("s" if kind[1] == "p" else "")
    return right if right != adjective else None


@lru_cache(maxsize=REMEMBERED)
def inflected(adjective: str) -> bool:
    """Tell whether a plural in -os or -as is an adjective: all its four forms are frequent."""
    if adjective in _misleading() or adjective.endswith(_VERB_ENDINGS):
        return False
    return all(_known(f"{adjective[:-2]}{ending}") for ending in ("o", "a", "os", "as"))


@lru_cache(maxsize=REMEMBERED)
def _known(word: str) -> bool:
    words = vocabulary("es")
    zipf, flags = words.entry(word) if words else (0.0, 0)
    return bool(flags & LOWER) and zipf >= COMMON


def _singular(word: str) -> bool:
    if word.endswith("ces") and _known(f"{word[:-3]}z"):
        return True
    return _known(word[:-1]) or (word.endswith("es") and _known(word[:-2]))


@lru_cache(maxsize=REMEMBERED)
def _verb(word: str) -> bool:
    """Tell whether a word in a, e or o may be a verb."""
    return any(_known(word[:-1] + ending) for ending in ("ar", "er", "ir")) or word.endswith(
        ("aba", "\u00eda", "r\u00e1", "ara", "iera")
    )


def _rare_verb(word: str) -> bool:
    """Tell whether a word is a form of a verb of any frequency, or ends as irregular ones do."""
    words = vocabulary("es")
    stem = word[:-1].translate(_UNACCENTED)  # "desaf\u00edo", "desafiar"
    if word.endswith("ce"):
        stem = f"{stem[:-1]}z"  # "utilice", "utilizar"
    elif word.endswith(("gue", "que")):
        stem = stem[:-2] + {"g": "g", "q": "c"}[stem[-2]]
    return word.endswith(_IRREGULAR) or any(
        words is not None and words.valid(stem + ending) for ending in ("ar", "er", "ir")
    )


_UNACCENTED = str.maketrans({"\u00ed": "i", "\u00fa": "u"})
_IRREGULAR = (
    "aga",
    "aiga",
    "enga",
    "iga",
    "onga",
    "alga",
    "zca",
    "zco",
    "uya",
    "uyo",
    "epa",
    "aya",
)


@cache
def _misleading() -> frozenset[str]:
    rows = (entry.partition(" ") for entry in entries(__file__, "misleading_endings.txt"))
    return frozenset(word for language, _, word in rows if language == "es")
