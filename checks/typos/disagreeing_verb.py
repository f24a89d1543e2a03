"""A verb of another number than the subject right before it."""

from __future__ import annotations

from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determiners, noun
from textassay.checks.typos.clauses import begins_clause, side_by_side
from textassay.checks.typos.english_heads import hidden_head, single_head
from textassay.checks.typos.english_subjects import DETERMINERS, IRREGULAR, subject_start
from textassay.checks.typos.forms import Question
from textassay.checks.typos.spanish_clauses import NUMBERED, clashing, other_number
from textassay.checks.typos.spanish_forms import agreeing
from textassay.checks.typos.spanish_subjects import plural_subject, plural_verb, singular_head
from textassay.checks.typos.technical import technical
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LANGUAGES = ("en", "es", "pt")
# "Nuestra prioridad son los usuarios" is right: to be agrees with what follows
_TO_BE = frozenset(
    {"son", "fueron", "eran", "ser\u00e1n", "s\u00e3o", "foram", "eram", "ser\u00e3o"}
)
# "Los vecinos hace tiempo que esperan", "Los precios es lo de menos"
_LOOSE = frozenset({"hace", "es", "era"})
_NOUNS_TOO = frozenset({"shows", "makes", "claims", "wants", "plans", "needs", "faces"})
_OBJECTS = (["a"], ["an"], ["the"], ["that"], ["how"], ["why"], ["it"], ["its"], ["to"], ["this"])
_SINGULAR_BE, _PLURAL_BE = frozenset({"has", "was", "is"}), frozenset({"have", "were", "are"})
_CONTRACTED = frozenset({"al", "del"})  # no subject: "del cuero salen las correas"
_ENDINGS = ("\u00f3", "r\u00e1")  # pasts and futures of Spanish, in the singular


@check(
    code="TYP019",
    name="disagreeing-verb",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def disagreeing_verb(document: Document, _context: Context) -> Iterator[Hit]:
    """A verb of another number than the subject right before it.

    ## What it finds
    "The results was clear.", "Las autoridades ha confirmado", "El gobierno han
    dicho", "Los ministros de Exteriores volverá".

    ## Why it matters
    The sentence is wrong, often the trace of an edit or of a machine.

    ## How it decides
    Only at the start of a sentence or, in Spanish and Portuguese, of a clause
    ("que los ministros dijo"): determiner, noun, verb side by side, the
    noun's number sure, the verb from a closed list; in English up to five words
    that end in a plural and hold no preposition, pronoun or conjunction, or a noun in
    the singular that names no group of people; in
    Spanish a plural with one complement ("de ...") and any past or future of a
    verb, and a noun of either number that opens a sentence or what somebody said, with its
    complements, before a past, imperfect or future. Collective nouns ("la
    mayoría", "the staff") take both numbers.

    ## Known mistakes
    It cannot see a subject with words between it and its verb. A title whose
    plural is one thing ("The Birds is a film") is flagged in small letters.

    ## Options
    None.
    """
    language = document.language.code
    words, spans = document.words, document.word_spans
    subject_before = {"en": _english_subject, "es": _spanish_subject}.get(language, _subject)
    verbs = _wanted(language, document.vocabulary)
    for index in compress(count(), map(verbs.__contains__, words) if verbs else ()):
        subject = subject_before(document, index)
        if subject is None:
            continue
        first, number = subject
        right = _right(language, number, words[index])
        start, end = spans[index]
        if right is None or document.quotation_at(start) or document.language_at(start) != language:
            continue
        written = " ".join(words[first:index])
        yield Hit(
            start,
            end,
            f"Disagreement: {written} {words[index]} should be {written} {right}.",
            evidence={"rule": "subject and verb differ in number", "subject": written},
            suggestion=right,
            edits=(Edit(start, end, right),),
        )


def _english_subject(document: Document, verb: int) -> tuple[int, str] | None:
    """Return the first place and the number of the subject before a verb, where sure."""
    words, written = document.words, document.words[verb]
    if written in _NOUNS_TOO and words[verb + 1 : verb + 2] not in _OBJECTS:
        return None
    many = verb > 0 and (words[verb - 1][-1] == "s" or words[verb - 1] in IRREGULAR)
    first, number = None, "p"
    if many and written in _PLURAL_BE:
        first, number = hidden_head(document, verb, number="s"), "s"
    elif many and written in _verbs("en", "p"):
        first = subject_start(document, verb)
        if first is not None and words[first].lower() not in DETERMINERS and technical(document):
            return None  # "If choices is defined": the name of a thing
    elif written in _PLURAL_BE and verb > 1:
        first, number = single_head(document, verb), "s"
    elif not many and written in _SINGULAR_BE:
        first = hidden_head(document, verb, number="p")
    return None if first is None else (first, number)


def _spanish_subject(document: Document, verb: int) -> tuple[int, str] | None:
    """Return the same for a subject of several words, or of two."""
    written = document.words[verb]
    first = plural_subject(document, verb) if _right("es", "p", written) else None
    if first is not None and written not in _LOOSE:
        return first, "p"
    if written in _singulars():
        head = singular_head(document, verb)
        if head is not None:
            return head, "s"
    short = _subject(document, verb)
    if short is not None and (short[1] == "s" or written in _LOOSE):
        return short if _right("es", short[1], written) else None
    return clashing(document, verb)


def _wanted(language: str, words: frozenset[str]) -> frozenset[str]:
    """Return the verbs of a document that may disagree."""
    listed = words & (_verbs(language, "s").keys() | _verbs(language, "p").keys())
    if language == "es":
        listed |= words & _singulars().keys()
        listed |= _SINGULARS.those("es", words) | NUMBERED.those("es", words)
    return listed


def _singular(_: str, word: str) -> bool:
    return word.endswith(_ENDINGS) and plural_verb(word) is not None


_SINGULARS = Question(_singular)


def _right(language: str, number: str, verb: str) -> str | None:
    """Return the form of a verb that a subject of this number asks for, if it is not this."""
    if language != "es":
        return _verbs(language, number).get(verb)
    listed = _singulars() if number == "s" else _verbs("es", "p")
    if verb in listed or (number == "p" and plural_verb(verb)):
        return listed.get(verb) or plural_verb(verb)
    other = other_number(verb)
    return other if other and verb.endswith("n") == (number == "s") else None


def _subject(document: Document, verb: int) -> tuple[int, str] | None:
    """Return the same for determiner and noun at the start of a clause."""
    language, words, first = document.language.code, document.words, verb - 2
    number = _number(language, words[first].lower(), words[first + 1]) if first >= 0 else None
    if number is None or not side_by_side(document, first, verb):
        return None
    return (first, number) if begins_clause(document, first) else None


def _number(language: str, first: str, head: str) -> str | None:
    """Return "s" or "p" where the number of determiner and noun is sure."""
    determiner = determiners(language).get(first)
    if determiner is None or first in _CONTRACTED or not head.islower():
        return None
    if f"{language} {head}" in _collectives():
        return None
    sure = noun(language, head)
    if determiner and sure is None and language == "es":
        sure = agreeing(determiner, head)
    if sure is None:
        return None
    same = (determiner.gender, determiner.number) == (sure.gender, sure.number)
    return sure.number if same else None


@cache
def _verbs(language: str, number: str) -> dict[str, str]:
    """Return the verbs of the other number with their right form."""
    rows = [entry.split() for entry in entries(__file__, "verb_numbers.txt")]
    if number == "p":
        return {one: many for where, one, many in rows if where.rstrip("+") == language}
    return {many: one for where, one, many in rows if where == language and many not in _TO_BE}


@cache
def _singulars() -> dict[str, str]:
    """Return the singulars of all plural verbs of Spanish that are listed."""
    return {many: one for one, many in _verbs("es", "p").items() if many not in _TO_BE}


@cache
def _collectives() -> frozenset[str]:
    return frozenset(entries(__file__, "collectives.txt"))


EXAMPLES = (
    Bad("The results was clear.", span="was", fix="were", language="en"),
    Bad("Las autoridades ha confirmado la noticia.", span="ha", fix="han", language="es"),
    Bad("El gobierno han dicho que no.", span="han", fix="ha", language="es"),
    Bad("Brent crude futures was down.", span="was", fix="were", language="en"),
    Good("The threat Israel faces is not new. The number of levels was low.", language="en"),
    Good("The news is good. The list of results was clear.", language="en"),
    Bad("Los ministros de Exteriores volverá hoy.", span="volverá", fix="volverán", language="es"),
    Good("Los vecinos de la zona hace tiempo que esperan.", language="es"),
    Good("La mayoría son jóvenes. El gobierno ha dicho que no.", language="es"),
)
