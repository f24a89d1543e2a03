"""An adjective of another gender or number than the noun before it."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import PLACES, Noun, determiners, noun
from textassay.checks.typos.forms import Question
from textassay.checks.typos.spanish_forms import PREPOSITIONS, agreeing, plural_noun
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LANGUAGES = ("es", "pt")
RELATION_COMMON = 2.0  # "radiol\u00f3gicos": such adjectives are rare and look like nothing else
COMMON = 3.0  # Zipf of the right form; rarer pairs were nouns that look like adjectives
ENDINGS: tuple[str, ...] = ("ad", "id", "iv", "os", "ari", "ic", "an", "e\u00f1", "europe")
ENDINGS += ("blanc", "amarill", "antigu", "modern", "correct", "secret", "extens", "inmens")
ENDINGS += ("distint", "estrict", "corrupt", "honest", "supuest", "intens")
ENDINGS += ("argentin", "palestin", "filipin", "femenin", "masculin", "clandestin")
# One form for both genders: "las elecciones presidencial"
_SINGLE = (
    "ional",
    "torial",
    "cial",
    "toral",
    "dical",
    "eral",
    "ural",
    "sonal",
    "bal",
    "inal",
    "ular",
)
# In the singular alone: "da a la mascota diferentes apariencias"
_WITH_E: tuple[str, ...] = ("urgente", "portante", "diferente", "xistente", "uficiente")
_WITH_E += ("ecuente", "ependiente")
_WITH_E += ("reciente", "vigente", "manente", "minente", "levante", "celente")
_ONE_GENDER: tuple[str, ...] = (*_SINGLE, *(f"{ending}es" for ending in _SINGLE), *_WITH_E)
_ONE_GENDER += ("ible", "able", "ibles", "ables")
SHORTEST = 6
# "Salió de la reunión escoltado": what the subject is, not what the noun is
_STATES = tuple(f"{stem}{form}" for stem in ("ad", "id", "os") for form in ("o", "a", "os", "as"))
_RELATIONS = ("ico", "ica", "ivo", "iva", "ario", "aria")
_KINDS = tuple(Noun(gender, number, verb=False) for gender, number in PLACES)
_AND = frozenset({"y", "e", "o", "u"})
_FORMS = ("o", "a", "os", "as")
_ADJECTIVAL = (*(ending + form for ending in ENDINGS for form in _FORMS), *_ONE_GENDER)
_CONTRACTED = frozenset(
    {"del", "al", "do", "da", "dos", "das", "no", "na", "nos", "nas", "ao", "aos"}
)
_ABSOLUTE = frozenset({"vez"})  # "una vez instalados": what was installed comes after
_BEFORE_HEAD = frozenset(
    {"de", "del", "da", "do", "dos", "das", "con", "com", "y", "e", "en", "em"}
)


@check(
    code="TYP018",
    name="disagreeing-adjective",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def disagreeing_adjective(document: Document, _context: Context) -> Iterator[Hit]:
    """An adjective of another gender or number than the noun before it.

    ## What it finds
    "las medidas adoptados", "la situación económico", "uma cidade antigo".

    ## Why it matters
    One of the two words is wrong, often the trace of an edit or of a machine.

    ## How it decides
    Determiner, noun and adjective stand side by side; the noun's gender is sure
    and the determiner agrees with it; the adjective has four forms of which
    another one agrees, or in Spanish two ("presidencial", "presidenciales"). A
    noun that itself hangs on another ("grupo de las
    personas armado") is left alone, as are nouns that look like adjectives.

    ## Known mistakes
    It cannot see an adjective with words between, nor one that belongs to a
    noun further back.

    ## Options
    None.
    """
    language = document.language.code
    words, spans, text = document.words, document.word_spans, document.text
    for place, sure in _nouns(document):
        head, adjective = words[place : place + 2]
        right = _agreeing(language, adjective, sure)
        (start, stop), (begin, end) = spans[place : place + 2]
        if right is None or text[stop:begin] != " " or _shared(document, place + 1, sure):
            continue
        if text[end : end + 2].lstrip()[:1] == "-" or document.quotation_at(start):
            continue
        if document.language_at(start) == language:
            yield Hit(
                begin,
                end,
                f"Disagreement: {head} {adjective} should be {head} {right}.",
                evidence={"rule": "noun and adjective differ in gender or number", "noun": head},
                suggestion=right,
                edits=(Edit(begin, end, right),),
                severity=_severity(document, place, adjective),
            )


def _severity(document: Document, place: int, adjective: str) -> Severity:
    """Return a remark for what may be the state of a subject that stands before."""
    start = document.word_spans[place - 1][0] if place else 0
    sentence = document.sentence_at(start)
    opens = sentence is not None and sentence.start == start
    verb = adjective.endswith(("da", "sa"))  # "el hombre olvida"
    unsure = adjective.endswith(_STATES) and (verb or not opens)
    return Severity.INFO if unsure else Severity.WARNING


def _nouns(document: Document) -> Iterator[tuple[int, Noun]]:
    """Yield the sure nouns before an adjective, with their place."""
    words, spans, text = document.words, document.word_spans, document.text
    language = document.language.code
    adjectives = _ADJECTIVES.those(language, document.vocabulary)
    for place in compress(count(), map(adjectives.__contains__, words) if adjectives else ()):
        head = words[place - 1] if place else ""
        if not head.islower():
            continue
        if place > 1 and (sure := _determined(language, words[max(0, place - 3) : place])):
            if text[spans[place - 2][1] : spans[place - 1][0]] == " ":
                yield place - 1, sure
        elif language == "es" and words[place].endswith(_RELATIONS) and head[-2:] in {"os", "as"}:
            before = words[place - 2].lower() if place > 1 else ""
            beside = before in determiners("es") or before in PREPOSITIONS  # "tema de iconos nuevo"
            if not beside and (sure := plural_noun(head)):
                yield place - 1, sure


def _determined(language: str, before: list[str]) -> Noun | None:
    """Return what a noun is that agrees with the determiner before it."""
    written, head = before[-2].lower(), before[-1]
    determiner = determiners(language).get(written)
    if determiner is None or written in _CONTRACTED or head in _ABSOLUTE:
        return None
    if len(before) > 2 and before[0].lower() in _BEFORE_HEAD:  # noqa: PLR2004 - one word more
        return None
    sure = noun(language, head)
    if sure is None and language == "es":
        sure = agreeing(determiner, head)
        if head.endswith("sis") and determiner.gender == "f":
            sure = Noun("f", determiner.number, verb=False)  # "la crisis", "las crisis"
    same = sure and (sure.gender, sure.number) == (determiner.gender, determiner.number)
    return sure if same else None


def _shared(document: Document, place: int, sure: Noun) -> bool:
    """Tell whether singular adjectives share a plural: "los sectores público y privado"."""
    following = document.words[place + 1] if place + 1 < len(document.words) else ""
    end = document.word_spans[place][1]
    listed = document.text[end : end + 1] == ","  # "los gobiernos federal, estatal y local"
    return sure.number == "p" and (following in _AND or listed)


def _adjective(language: str, word: str) -> bool:
    """Tell whether a small word may be an adjective with four forms."""
    adjectival = word.endswith(_ADJECTIVAL) and word.islower()
    return adjectival and any(_agreeing(language, word, sure) for sure in _KINDS)


_ADJECTIVES = Question(_adjective)


@lru_cache(maxsize=REMEMBERED)
def _agreeing(language: str, adjective: str, sure: Noun) -> str | None:
    """Return the form that agrees, or None where the word does or may be another."""
    words = vocabulary(language)
    if adjective.endswith(_ONE_GENDER):
        return _numbered(language, adjective, sure)
    ending = next(
        (form for form in sorted(_FORMS, key=len)[::-1] if adjective.endswith(form)), None
    )
    if words is None or ending is None or len(adjective) < SHORTEST:
        return None
    if f"{language} {adjective}" in _not_adjectives():
        return None
    stem = adjective[: -len(ending)]
    wanted = _FORMS[PLACES[sure.gender, sure.number]]
    if ending == wanted or not stem.endswith(ENDINGS):
        return None
    flags = LOWER
    for form in _FORMS:
        flags &= words.flags(stem + form)
    least = RELATION_COMMON if adjective.endswith(_RELATIONS) else COMMON
    return stem + wanted if flags & LOWER and words.zipf(stem + wanted) >= least else None


def _numbered(language: str, adjective: str, sure: Noun) -> str | None:
    """Return the form that agrees of a Spanish adjective with one form for both genders."""
    words, plural = vocabulary(language), adjective.endswith("s")
    if language != "es" or words is None or plural == (sure.number == "p"):
        return None
    single = adjective.removesuffix("s" if adjective.endswith("bles") else "es")
    if f"{language} {single}" in _not_adjectives() or len(single) < SHORTEST:
        return None
    many = f"{single}s" if single.endswith("e") else f"{single}es"
    known = words.flags(single) & words.flags(many) & LOWER
    return (single if plural else many) if known and words.zipf(many) >= COMMON else None


@cache
def _not_adjectives() -> frozenset[str]:
    return frozenset(entries(__file__, "not_adjectives.txt"))


EXAMPLES = (
    Bad("Rechazó las medidas adoptados ayer.", span="adoptados", fix="adoptadas", language="es"),
    Bad("Es la situación económico del país.", span="económico", fix="económica", language="es"),
    Good("Un grupo de las personas armado con palos.", language="es"),
    Good("La situación dado que todo cambia; la población estado.", language="es"),
)
