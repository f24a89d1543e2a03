"""A small word is missing from a fixed construction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.english_infinitives import missing_to
from textassay.checks.typos.patterns import matches
from textassay.checks.typos.spanish_governed import ungoverned
from textassay.checks.typos.spanish_participles import lone_participles
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="TYP010",
    name="missing-word",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
    fix="unsafe",
)
def missing_word(document: Document, _context: Context) -> Iterator[Hit]:
    """A small word is missing from a fixed construction.

    ## What it finds
    "is one the most", "according the report", "a través la puerta".

    ## Why it matters
    The sentence does not parse.

    ## How it decides
    A table of closed patterns from grammars (``lexicon/patterns.txt``): each
    leaves one reading only. In English also a plain form that is hardly a noun behind
    what asks for "to" ("was forced cancel the fair"), in Spanish an infinitive right behind
    a verb that asks for a preposition or "que" (``lexicon/governed_verbs.txt``: "va llevar el
    plan"), and "sido" in a sentence without a form of haber. Quotations are speech and are
    left alone.

    ## Known mistakes
    It cannot see a word missing from free text.

    ## Options
    None.
    """
    yield from matches(document, "TYP010", "Missing word")
    language = document.language.code
    for place, meant, rule in _found(document, language):
        start, end = document.word_spans[place]
        if document.quotation_at(start) or document.sentence_language_at(start) != language:
            continue
        written = document.text[start:end]
        yield Hit(
            start,
            end,
            f"Missing word: {written} should be {meant}.",
            evidence={"rule": rule},
            suggestion=meant,
            edits=(Edit(start, end, meant),),
        )


def _found(document: Document, language: str) -> Iterator[tuple[int, str, str]]:
    """Yield the places of what lacks a word, with it, and why."""
    find = {"en": missing_to, "es": ungoverned}[language]
    for place, meant in find(document):
        yield place, meant, "a word stands before the infinitive"
    if language == "es":
        for place, meant in lone_participles(document):
            yield place, meant, "the participle takes a form of haber"


EXAMPLES = (
    Bad("It is one the largest lakes.", span="one the", fix="one of the", language="en"),
    Bad("Pasó a través la puerta.", span="a través", fix="a través de", language="es"),
    Good("It is one of the largest lakes, according to them.", language="en"),
    Good("A través de la puerta y a pesar del frío.", language="es"),
)
