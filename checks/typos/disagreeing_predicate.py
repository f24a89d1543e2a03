"""A participle or adjective of another number than the verb that it follows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import LOWER, vocabulary
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
        | {"qued\u00f3", "result\u00f3", "estar\u00e1"}
    ),
    ("es", "p"): frozenset(
        {"son", "eran", "fueron", "ser\u00e1n", "ser\u00edan", "est\u00e1n", "estaban"}
        | {"estuvieron", "quedaron", "resultaron", "estar\u00e1n", "fueran", "sean"}
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
_DEGREES = frozenset({"muy", "tan", "muito", "t\u00e3o"})
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
    "fueron aprobado", "ha sido elegidos", "son muy importante".

    ## Why it matters
    One of the two words is wrong, often the trace of an edit or of a machine.

    ## How it decides
    A form of "to be" in a sure number and right after it a participle, or
    after "very" an adjective, in the other number, of which both numbers are
    known. Participles that are nouns, too ("los heridos"), are left alone.
    Quotations are speech.

    ## Known mistakes
    It cannot see gender, nor a subject of the wrong number.

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


def _copulas(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places and numbers of the forms of "to be"."""
    language = document.language.code
    one, many = _VERBS.get((language, "s")), _VERBS.get((language, "p"))
    if one is None or many is None:
        return
    small = lowered(document)
    for index in places(document, {*one, *many, *_BEEN}):
        word = small[index]
        if word in one:
            yield index, "s"
        elif word in many:
            yield index, "p"
        elif word in _BEEN and index:
            number = _PERFECT.get((language, small[index - 1]))
            if number:
                yield index, number


@cache
def _other_number(language: str, word: str, number: str, *, degree: bool) -> str | None:
    """Return the form in the number asked for, or None where the word may stand."""
    single = word.removesuffix("s")
    if len(word) < SHORTEST or (single == word) == (number == "s"):
        return None
    if not single.endswith(_PARTICIPLES + _ADJECTIVES if degree else _PARTICIPLES):
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
