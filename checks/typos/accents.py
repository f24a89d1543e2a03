"""Words that exist only with a diacritic and were written without it."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.known import bare
from textassay.checks.typos.spelling import accented, plain
from textassay.checks.typos.vocabulary import LOWER, foreign, plain_forms, vocabulary
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.typos.unknown import Unknown
    from textassay.checks.typos.vocabulary import Vocabulary
    from textassay.text.document import Document

LANGUAGES = ("de", "es", "fr", "it", "pt")
ORDINARY = 4.5  # Zipf of a word that opens sentences
NAME_GAP = 0.75  # Zipf by which the form outdoes the word written
SURNAME_GAP = 1.25  # the same before a name: "Leon Trotsky" and "Ramon Mercader" have 0.75 and 1.0
_FRENCH_REFORM = lazy("[\u00ee\u00fb]")  # of 1990: no circumflex on i and u
# of 1990 as well: "préfèrera", with the accent of "préfère"
_FRENCH_FUTURE = lazy(
    "\u00e9(?=[^aeiouy\u00e9\u00e8]+er(?:ai[st]?|as?|ons|ez|ont|aient|i[oe][nz]s?)$)"
)
_SPANISH_IACO = lazy("[i\u00ed]ac[oa]s?$")  # "cardiaco" is as good as "card\u00edaco"
CACHED = 20_000  # words; some 4 MB
VERBAL, VERB_ZIPF = 6, 1.5  # letters of a verb; frequency of its infinitive
SHORTEST_RARE, UNUSUAL = 5, 1.5  # letters and Zipf of a form that lacks the accent of a rare word
COMMON = 2.5  # rarer words were names or foreign words in half of the cases
_SURNAME = lazy(r" (?:d(?:[aeio]|el|os|as) (?:l[ao]s? )?)?[^\W\d_a-z\u00df-\u00ff]")
_TILDE = "\N{LATIN SMALL LETTER N WITH TILDE}"
_ABSTRACT = ("cion", "sion")
_GIVEN_NAMES = frozenset({"ascension", "asuncion", "concepcion", "encarnacion", "purificacion"})
_PRONOUNS = ("lo", "la", "los", "las", "le", "les", "me", "te", "se", "nos")
_ENDS = ".!?\u2026:;\n\u201c\u00ab\u00bf\u00a1(-\N{EN DASH}\N{EM DASH}"


def only_accented(document: Document, word: Unknown) -> str | None:
    """Return the form with diacritics, or None where more than they is wrong."""
    if word.language not in LANGUAGES:
        return None
    title = word.capitalised and _abstract(word)
    if word.capitalised and not title and not begins_sentence(document.text, word.start):
        return None
    form = _form(word.language, word.lowered)
    if form is None or (word.capitalised and not title and not _ordinary(document, word, form)):
        return None
    after = document.text[word.end : word.end + 1]
    if word.language == "it" and after in {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}:
        return None  # Italian typewriters write perche'
    return form


def _abstract(word: Unknown) -> bool:
    """Tell whether a Spanish word has an ending of no surname: "la Comision Nacional"."""
    return (
        word.language == "es"
        and word.lowered.endswith(_ABSTRACT)
        and word.lowered not in _GIVEN_NAMES
    )


def is_of_vos(written: str, form: str) -> bool:
    """Tell whether a Spanish form is a verb as it agrees with "vos": no slip of another person."""
    words, body = vocabulary("es"), written.removesuffix("s")
    ending = VOS.get(body[-1:])
    if words is None or ending is None or form != plain(written):
        return False
    small = body == written and words.zipf(form) > ORDER  # "par\u00e1" for "para"
    return not small and bool(words.flags(f"{body[:-1]}{ending}") & LOWER)


VOS = {"\u00e1": "ar", "\u00e9": "er", "\u00ed": "ir"}
ORDER = 5.5  # Zipf of a form above which an order is rarer than a slip


def accentable(language: str, written: str) -> bool:
    """Tell whether a form has another with diacritics that may be meant."""
    return language in LANGUAGES and _form(language, bare(written).lower()) is not None


def _ordinary(document: Document, word: Unknown, form: str) -> bool:
    """Tell whether the capitalised word is hardly a name ("Martin", "Leon Trotsky")."""
    words = vocabulary(word.language)
    gap = SURNAME_GAP if _SURNAME.match(document.text, word.end) else NAME_GAP
    least = max(ORDINARY, words.zipf(word.lowered) + gap) if words else 0.0
    return words is not None and words.zipf(form) >= least


@lru_cache(maxsize=CACHED)
def _form(language: str, word: str) -> str | None:
    words = vocabulary(language)
    if words is None or _accepted(language, word):
        return None
    return _usual(words, word) or (_rare(words, word) if language == "es" else None)


def _usual(words: Vocabulary, word: str) -> str | None:
    language = words.language
    if word.isascii() and word not in plain_forms(language):
        return None
    forms = accented(word, language)
    best = max(sorted(words.present(forms)), key=words.zipf, default="")
    if not words.flags(best) & LOWER:  # "evenement" lacks two
        twice = {other for form in forms for other in accented(form, language)}
        best = max(sorted(words.present(twice)), key=words.zipf, default="")
    if _allowed(language, word, best):
        return None
    zipf, flags = words.entry(best)
    if not flags & LOWER or zipf < COMMON or zipf < words.zipf(word):
        return None
    return best


def _rare(words: Vocabulary, word: str) -> str | None:
    """Return the Spanish word with an accent that a form lacks, however rare: "galanter\u00eda".

    The form itself must be rarer, and of no other language ("arcade", "maximum").
    """
    if len(word) < SHORTEST_RARE or words.zipf(word) > UNUSUAL:
        return None
    twins = spanish_twins(word)
    return max(twins)[1] if twins and foreign("es", word) <= UNUSUAL else None


def spanish_twins(word: str) -> list[tuple[float, str]]:
    """Return the Spanish words, each after its frequency, that differ by an accent they have."""
    words, tildes = vocabulary("es"), word.count(_TILDE)
    near = accented(word, "es") | accented(plain(word), "es")
    return [
        (zipf, twin)
        for twin, zipf, flags in (words.entries(near - {word}) if words else ())
        if flags & LOWER and not twin.isascii() and twin.count(_TILDE) == tildes
        if zipf or twin.endswith("mente") or not twin.endswith(_PRONOUNS)  # "b\u00f3telas"
    ]


def _allowed(language: str, word: str, form: str) -> bool:
    """Tell whether the word may stand beside the form that has other diacritics."""
    if language in {"de", "it"} and form == plain(word):
        return True  # "retr\u00f2" and foreign names; "ges\u00fcnder", which no list of forms has
    if language == "it" and word.endswith("a") and len(word) >= VERBAL:
        words = vocabulary(language)  # "disabilita": a verb that the list of forms lacks
        return words is not None and words.zipf(f"{word}re") >= VERB_ZIPF
    if language != "fr":
        return False
    without = _FRENCH_REFORM.sub(lambda match: plain(match.group()), form)
    return word in {without, _FRENCH_FUTURE.sub("\u00e8", form)}


@cache
def _variants() -> frozenset[str]:
    return frozenset(entries(__file__, "accent_variants.txt"))


def _accepted(language: str, word: str) -> bool:
    """Tell whether the norm accepts this spelling beside a more frequent one."""
    if language == "es" and (_SPANISH_IACO.search(word) or _is_of_trade(word)):
        return True
    return f"{language} {word}" in _variants()


def _is_of_trade(word: str) -> bool:
    """Tell whether a form in "-aria" is an adjective, as the frequency of its "-ario" shows."""
    words = vocabulary("es")
    stem = word.removesuffix("s").removesuffix("aria")
    adjective = words is not None and words.zipf(f"{stem}ario") >= COMMON
    return adjective and word.endswith(("aria", "arias"))


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a capital at this place needs no other reason."""
    before = text[max(0, start - 4) : start].rstrip(" \t\"'\N{NO-BREAK SPACE}")
    return not before or before[-1] in _ENDS or (start > 1 and text[start - 1] == "\n")
