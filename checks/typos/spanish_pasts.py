"""Spanish pasts of the third person that lack their accent: "el equipo llego".

Without it the form is a first person ("llego") or a noun ("cambio"). What stands
before it excludes both, or the rest of the sentence tells of others.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determiners, noun
from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.spanish_forms import agreeing
from textassay.checks.typos.spanish_openings import subject_before
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary

if TYPE_CHECKING:
    from textassay.text.document import Document

A_NOUN = 0.5  # Zipf: "lleg\u00f3" is thrice "llego"; "cambio" is a noun
NOT_A_NOUN = -1.0  # where an object follows or a pronoun stands before
MUCH = 3.0  # Zipf by which the past may be rarer where no noun can stand
FREQUENT = 3.0
FREQUENT_VERB = 2.25  # where a verb it must be
_CLITICS = frozenset({"le", "les", "lo", "nos"})
_DATIVES = frozenset({"le", "les"})
_BEFORE_VERB = frozenset(
    {"y", "e", "que", "no", "lo", "la", "los", "las", "le", "les", "tambi\u00e9n", "luego", "ya"}
    | {"despu\u00e9s", "finalmente", "quien", "donde", "cuando", "adem\u00e1s", "nunca"}
)
_AFTER_VERB = frozenset(
    {"a", "al", "en", "con", "el", "la", "los", "las", "un", "una", "su", "sus", "que", "por"}
    | {"sobre", "hasta", "desde", "como", "m\u00e1s", "hoy", "ayer", "este", "esta", "contra"}
)
_FIRST_PERSON = frozenset(
    {"yo", "me", "m\u00ed", "mi", "mis", "nos", "nosotros", "conmigo", "nuestro", "nuestra"}
    | {"nuestros", "nuestras"}
)
# What follows a verb and no noun: "el gobierno anuncio la medida"
_OBJECTS = frozenset({"el", "la", "las", "los", "su", "sus", "un", "una", "unas", "unos"})
# First persons that are no noun: before "que" they are verbs
_SAYING = frozenset(
    {"aseguro", "informo", "explico", "afirmo", "indico", "aclaro", "agrego", "confirmo"}
    | {"denuncio", "reitero", "detallo", "remarco", "se\u00f1alo", "comento", "destaco"}
)
# What follows a verb and no noun, where the form is a noun, too
_NUMBERS = frozenset(
    {"dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "unos", "unas"}
)
_AMOUNTS = frozenset(
    {"millones", "mil", "euros", "d\u00f3lares", "pesos", "empleados", "personas", "trabajadores"}
)
# Adjectives, and nouns that stand behind another: "el equipo completo", "el plan piloto"
_BEHIND_NOUNS = frozenset(
    {"activo", "acto", "amargo", "ancho", "bajo", "blanco", "calmo", "centro", "claro", "completo"}
    | {"contento", "continuo", "corto", "desnudo", "directo", "distinto", "estrecho", "exacto"}
    | {"extremo", "fijo", "hondo", "junto", "justo", "largo", "libre", "limpio", "lleno", "loco"}
    | {"maduro", "modelo", "nuevo", "objetivo", "oscuro", "pasado", "piloto", "previo", "propio"}
    | {"puro", "quieto", "sano", "seco", "sumo", "supremo", "tipo", "tranquilo", "vago", "vario"}
    | {"canto", "cuarto", "electo", "mismo", "medio", "necesario", "solo", "vecino"}
)
_FRAMES = frozenset({"acuerdo", "convenio", "ley", "plan", "contrato", "tratado", "programa"})
_BEFORE_NOUNS = frozenset(
    {"primer", "tercer", "gran", "buen", "mal", "mejor", "peor", "mayor", "menor", "\u00fanico"}
    | {"nuevo", "peque\u00f1o", "segundo", "\u00faltimo", "propio", "mismo", "otro", "viejo"}
    | {"pr\u00f3ximo", "siguiente", "antiguo", "presunto", "supuesto", "breve", "simple", "posible"}
    | {"actual", "futuro", "largo", "corto", "enorme", "verdadero", "famoso", "doble", "cierto"}
    | {"cuarto", "quinto", "sexto", "primero", "joven", "ex", "exitoso", "reciente", "alto", "bajo"}
)
A_FRAME = 1.5  # Zipf by which the past may be rarer than a noun that cannot stand there
_SHORT = 4
_CONTRACTED = frozenset({"al", "del"})
_PREPOSITIONS = frozenset({"a", "con", "de", "desde", "en", "entre", "hasta", "para", "por", "sin"})
_ONE_SYLLABLE = frozenset({"crio", "fio", "guio", "lio", "pio"})  # no accent since 2010


def may_be_past(word: str) -> bool:
    """Tell whether a word may be a past of the third person without its accent."""
    return word[-1] == "o" and word.islower() and _third_person(word, -MUCH) is not None


def past_form(document: Document, index: int) -> str | None:
    """Return the past form of a first person that has another subject."""
    if index == 0 or not side_by_side(document, index - 1, index):
        return None
    word, before = document.words[index], document.words[index - 1]
    if before.lower() == "se" or (before in _DATIVES and _noun_before(document, index - 1)):
        return _third_person(word, -MUCH)
    pronoun, has_object = before in _CLITICS, _has_object(document, index)
    past = _third_person(word, NOT_A_NOUN if pronoun or has_object else A_NOUN)
    if past is None or (before.lower() == "seg\u00fan" and has_object):
        return past  # "seg\u00fan informo la alcaldesa"
    if _third_subject(document, index - pronoun) or _told(document, index):
        return past
    return None


def opening_past(document: Document, index: int) -> str | None:
    """Return the same where the subject that opens the sentence is all that stands before."""
    word, after = document.words[index], document.words[index + 1 : index + 2]
    if word in _BEHIND_NOUNS or not after or not side_by_side(document, index, index + 1):
        return None
    if document.words[index - 1].lower() in _BEFORE_NOUNS | _FRAMES:
        return None
    object_ = after[0] in _OBJECTS | _NUMBERS or after[0].isdecimal()
    step = after[0] == "a" and document.words[index + 2 : index + 3] == [word]  # "paso a paso"
    if step or not (object_ or after[0] in _AFTER_VERB):
        return None
    words = vocabulary("es")
    no_noun = words is not None and words.zipf(f"{word}s") < FREQUENT_VERB
    past = _third_person(word, -A_FRAME if object_ or no_noun else A_NOUN)
    return past if past and subject_before(document, index) else None


def _told(document: Document, index: int) -> bool:
    """Tell whether the sentence has another past of the third person, and no first person."""
    words, spans = document.words, document.word_spans
    sentence = document.sentence_at(spans[index][0])
    if sentence is None or document.quotation_at(spans[index][0]) is not None:
        return False
    if not words[index - 1].endswith("mente") and words[index - 1].lower() not in _BEFORE_VERB:
        return False
    if index + 1 >= len(words) or words[index + 1] not in _AFTER_VERB:
        return False
    if _third_person(words[index], A_NOUN) is None:
        return False
    first, last = index, index
    while first and spans[first - 1][0] >= sentence.start:
        first -= 1
    while last + 1 < len(words) and spans[last + 1][0] < sentence.end:
        last += 1
    others = {word.lower() for word in words[first : last + 1]}
    return _FIRST_PERSON.isdisjoint(others) and any(map(_past_of_third, others))


@cache
def _past_of_third(word: str) -> bool:
    words = vocabulary("es")
    if words is None or len(word) <= _SHORT or not word.endswith(("\u00f3", "aron", "ieron")):
        return False
    zipf, flags = words.entry(word)
    return bool(flags & LOWER) and zipf >= FREQUENT_VERB


def _noun_before(document: Document, index: int) -> bool:
    """Tell whether a word that has a plural stands right before: "el mandatario le deseo"."""
    words = vocabulary("es")
    if words is None or not index or not side_by_side(document, index - 1, index):
        return False
    noun_ = document.words[index - 1]
    return noun_.islower() and len(noun_) > _SHORT and words.zipf(f"{noun_}s") >= FREQUENT


def _third_subject(document: Document, index: int) -> bool:
    """Tell whether a noun or a name, no first person, stands before the place."""
    start = document.word_spans[index][0]
    if index == 0 or document.quotation_at(start) is not None:
        return False
    if index > 1 and _subject_before(document, index):
        return True
    before = document.words[index - 1]
    sentence = document.sentence_at(start)
    first = sentence is not None and sentence.start == document.word_spans[index - 1][0]
    return before[0].isupper() and len(before) >= _SHORT and not before.isupper() and not first


def _has_object(document: Document, index: int) -> bool:
    """Tell whether an article or a clause follows, as after a verb, and the word is one."""
    if index + 1 >= len(document.words) or not side_by_side(document, index, index + 1):
        return False
    if document.words[index + 1] == "que":
        return document.words[index] in _SAYING
    after = document.words[index + 1 : index + 3]
    amount = len(after) > 1 and after[0].isdecimal() and after[1] in _AMOUNTS
    if after[0] not in _OBJECTS and not amount:
        return False
    words = vocabulary("es")
    return words is not None and words.zipf(f"{document.words[index][:-1]}as") < FREQUENT


def _subject_before(document: Document, index: int) -> bool:
    """Tell whether a determiner and a sure singular noun, the subject, stand before."""
    article, head = document.words[index - 2 : index]
    determiner = determiners("es").get(article.lower())
    if determiner is None or not head.islower() or article.lower() in _CONTRACTED:
        return False
    meant = noun("es", head) or agreeing(determiner, head)
    if meant is None:
        return False
    earlier = document.words[index - 3].lower() if index > 2 else ""  # noqa: PLR2004 - one more
    return meant.number == determiner.number == "s" and earlier not in _PREPOSITIONS


@lru_cache(maxsize=REMEMBERED)
def _third_person(word: str, more_frequent: float) -> str | None:
    """Return the past, if it is that much more frequent than the form without its accent."""
    words = vocabulary("es")
    if words is None or len(word) < _SHORT or word in _ONE_SYLLABLE:
        return None
    past = f"{word[:-1]}\N{LATIN SMALL LETTER O WITH ACUTE}"
    zipf, flags = words.entry(past)
    plain, known = words.entry(word)
    least = max(plain + more_frequent, FREQUENT if more_frequent > 0 else FREQUENT_VERB)
    return past if flags & known & LOWER and zipf >= least else None
