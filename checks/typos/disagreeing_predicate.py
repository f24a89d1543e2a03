"""A participle or adjective of another number than the verb that it follows."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determiners, noun
from textassay.checks.typos.clauses import begins_clause, side_by_side
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.spanish_forms import PREPOSITIONS, agreeing, inflected
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LANGUAGES = ("es", "pt")
COMMON = 2.5  # Zipf of the right form
SHORTEST = 6  # letters of the word judged: shorter ones are adverbs and nouns as often
_VERBS = {
    ("es", "s"): frozenset(
        {"es", "era", "fue", "ser\u00e1", "ser\u00eda", "est\u00e1", "estaba", "estuvo"}
        | {"qued\u00f3", "result\u00f3", "estar\u00e1", "permanece", "sigue", "contin\u00faa"}
        | {"quedar\u00e1", "seguir\u00e1", "permaneci\u00f3"}
    ),
    ("es", "p"): frozenset(
        {"son", "eran", "fueron", "ser\u00e1n", "ser\u00edan", "est\u00e1n", "estaban"}
        | {"estuvieron", "quedaron", "resultaron", "estar\u00e1n", "fueran", "sean", "quedan"}
        | {"permanecen", "siguen", "contin\u00faan", "quedar\u00e1n", "seguir\u00e1n"}
        | {"permanecieron"}
    ),
    ("pt", "s"): frozenset({"foi", "era", "ser\u00e1", "est\u00e1", "estava", "ficou", "seria"}),
    ("pt", "p"): frozenset(
        {"s\u00e3o", "foram", "eram", "ser\u00e3o", "est\u00e3o", "estavam", "ficaram", "seriam"}
    ),
}
_PERFECT = {
    ("es", "ha"): "s",
    ("es", "hab\u00eda"): "s",
    ("es", "habr\u00eda"): "s",
    ("es", "han"): "p",
    ("es", "hab\u00edan"): "p",
    ("es", "habr\u00edan"): "p",
    ("pt", "tem"): "s",
    ("pt", "tinha"): "s",
    ("pt", "tinham"): "p",
}
_BEEN = frozenset({"sido", "estado"})
_COPULAS = _BEEN.union(*_VERBS.values())
_DEGREES = frozenset({"muy", "tan", "muito", "t\u00e3o"})
# Plurals in -es that are adjectives only
_NEVER_NOUNS = frozenset(
    {"accesibles", "amables", "conscientes", "considerables", "disponibles", "diferentes"}
    | {"evidentes", "excelentes", "favorables", "frecuentes", "fuertes", "grandes", "importantes"}
    | {"imposibles", "independientes", "interesantes", "notables", "posibles", "probables"}
    | {"recientes", "relevantes", "suficientes", "urgentes", "viables", "visibles"}
    | {"vulnerables"}
)
# "lo \u00faltimo es muchas veces \u00fatil"
_AMOUNTS = frozenset({"muchos", "muchas", "pocos", "pocas", "todos", "todas", "otros", "otras"}) | {
    *("varios", "varias", "cuantos", "cuantas", "tantos", "tantas", "nuestros", "nuestras")
}
MOST_WORDS = 8  # from the complements of a subject to its verb
_OF = frozenset({"de", "del"})
_CLAUSES = frozenset({"que", "y", "e", "o", "u", "ni", "no", "se", "como", "si", "donde", "cuando"})
# "El resto de la carga fue recuperada": what it is made of counts as much
_SENSES = frozenset(
    {"resto", "mayor\u00eda", "parte", "mitad", "serie", "grupo", "n\u00famero", "totalidad"}
    | {"conjunto", "minor\u00eda", "tercio", "cuarto", "multitud", "tipo", "clase", "total"}
    | {"especie", "docena", "decena", "centenar", "millar", "mill\u00f3n", "cantidad", "par"}
)
_PARTICIPLES = ("ado", "ido", "ada", "ida")
_ADJECTIVES = ("nte", "ble", "oso", "osa", "ivo", "iva", "ico", "ica", "ario", "aria")


@check(
    code="TYP021",
    name="disagreeing-predicate",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def disagreeing_predicate(document: Document, _context: Context) -> Iterator[Hit]:
    """A participle or adjective of another number than the verb that it follows.

    ## What it finds
    "fueron aprobado", "ha sido elegidos", "son muy importante", "es colombianos",
    "la ley fue aprobado".

    ## Why it matters
    One of the two words is wrong, often the trace of an edit or of a machine.

    ## How it decides
    A form of "to be" in a sure number and right after it a participle, or
    after "very" an adjective, in the other number, of which both numbers are
    known; in Spanish also any plural adjective of four frequent forms after a
    singular. Participles that are nouns, too ("los heridos"), are left alone.
    Spanish gender is judged of a participle whose subject, article and noun with one
    complement at most ("la propuesta del Gobierno"), begins the clause. Quotations are speech.

    ## Known mistakes
    It cannot see a subject further away, nor one of the wrong number.

    ## Options
    None.
    """
    language = document.language.code
    words, spans, text = document.words, document.word_spans, document.text
    for index, number in _copulas(document):
        degree = index + 1 < len(words) and words[index + 1] in _DEGREES
        place = index + 1 + degree
        if place >= len(words) or not words[place].islower():
            continue
        right = _other_number(language, words[place], number, degree=degree)
        if right is None and language == "es":
            right = _other_gender(document, index, words[place])
        if right is None:
            continue
        (start, end), before = spans[place], spans[index][1]
        if text[before:start].strip() not in {"", words[index + 1]} or "\n" in text[before:start]:
            continue
        if document.quotation_at(start) or document.language_at(start) != language:
            continue
        yield Hit(
            start,
            end,
            f"Disagreement: {words[index]} {words[place]} should be {words[index]} {right}.",
            evidence={"rule": "verb and predicate differ in number", "verb": words[index]},
            suggestion=right,
            edits=(Edit(start, end, right),),
        )


def _other_gender(document: Document, verb: int, predicate: str) -> str | None:
    """Return the participle in the gender of the subject right before the verb, if it has another.

    The subject, article and noun with one complement at most, begins a clause: "la ley fue
    aprobado", "la propuesta del Gobierno fue rechazado".
    """
    words, single = document.words, predicate.removesuffix("s")
    first = _article(document, verb - (words[verb] in _BEEN))
    determiner = determiners("es").get(words[first].lower()) if first >= 0 else None
    if determiner is None or not _participle(single) or not words[first + 1].islower():
        return None
    sure = noun("es", words[first + 1]) or agreeing(determiner, words[first + 1])
    if sure is None or (sure.gender, sure.number) != (determiner.gender, determiner.number):
        return None
    ending = {"m": "o", "f": "a"}[sure.gender]
    together = side_by_side(document, first, verb + 1) and begins_clause(document, first)
    if single.endswith(ending) or not together:
        return None
    return f"{single[:-1]}{ending}{predicate[len(single) :]}"


def _article(document: Document, verb: int) -> int:
    """Return the place two words before a verb, or before the complements of what stands there.

    "La propuesta de los sindicatos del transporte fue": the first noun of the chain.
    """
    words, first = document.words, verb - 2
    for of in range(verb - 2, max(1, verb - MOST_WORDS), -1):
        word = words[of]
        if word in _OF:
            if words[of - 1] in _SENSES:
                break
            first = of - 2
        elif word in PREPOSITIONS or word in _CLAUSES:
            break
    return first


@lru_cache(maxsize=REMEMBERED)
def _participle(single: str) -> bool:
    """Tell whether a word is a participle of a Spanish verb: "demasiado" and "vida" are none."""
    endings = ("ar",) if single.endswith(("ado", "ada")) else ("er", "ir")
    words = vocabulary("es")
    if words is None or not single.endswith(_PARTICIPLES):
        return False
    if not all(words.flags(f"{single[:-1]}{vowel}") & LOWER for vowel in "oa"):
        return False
    return any(words.flags(f"{single[:-3]}{ending}") & LOWER for ending in endings)


def _copulas(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places and numbers of the forms of "to be"."""
    language = document.language.code
    one, many = _VERBS.get((language, "s")), _VERBS.get((language, "p"))
    if one is None or many is None:
        return
    small = lowered(document)
    for index in places(document, _COPULAS):
        word = small[index]
        if word in one:
            yield index, "s"
        elif word in many:
            yield index, "p"
        elif word in _BEEN and index:
            number = _PERFECT.get((language, small[index - 1]))
            if number:
                yield index, number


@lru_cache(maxsize=REMEMBERED)
def _other_number(language: str, word: str, number: str, *, degree: bool) -> str | None:
    """Return the form in the number asked for, or None where the word may stand."""
    single = word.removesuffix("s")
    if len(word) < SHORTEST or (single == word) == (number == "s"):
        return None
    adjective = language == "es" and number == "s" and word not in _AMOUNTS
    adjective = adjective and (word in _NEVER_NOUNS or inflected(word))
    if not adjective and not single.endswith(
        _PARTICIPLES + _ADJECTIVES if degree else _PARTICIPLES
    ):
        return None
    if not {f"{language} {word}", f"{language} {single}"}.isdisjoint(_not_adjectives()):
        return None
    right = single if number == "s" else f"{single}s"
    words = vocabulary(language)
    if words is None or not words.flags(word) & words.flags(right) & LOWER:
        return None
    return right if words.zipf(right) >= COMMON else None


@cache
def _not_adjectives() -> frozenset[str]:
    return frozenset(entries(__file__, "not_adjectives.txt"))


EXAMPLES = (
    Bad("Las leyes fueron aprobada ayer.", span="aprobada", fix="aprobadas", language="es"),
    Bad("El jurado ha sido elegidos hoy.", span="elegidos", fix="elegido", language="es"),
    Bad("Son muy importante para todos.", span="importante", fix="importantes", language="es"),
    Good("Las leyes fueron aprobadas y el plan es muy importante.", language="es"),
    Good("Lo que hubo fue heridos, y son resultado de ello.", language="es"),
)
