"""An article or demonstrative of another gender or number than its noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determined, noun
from textassay.checks.typos.spelling import same_case
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LANGUAGES = ("es", "fr", "it", "pt")


@check(
    code="TYP007",
    name="disagreeing-determiner",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def disagreeing_determiner(document: Document, _context: Context) -> Iterator[Hit]:
    """An article or demonstrative of another gender or number than its noun.

    ## What it finds
    "la problema", "el situación", "los persona", "este semana", "um viagem".

    ## Why it matters
    One of the two words is wrong, often the trace of an edit or of a machine.

    ## How it decides
    Only nouns whose gender is sure: by endings that have one gender ("-ción",
    "-miento") or from a list. Determiners that are pronouns too ("la
    trabajo") need a noun that is no verb form. Quotations are speech.

    ## Known mistakes
    It cannot see adjectives, nor words between the two. A word that is cited
    ("el situación de Pérez") is flagged.

    ## Options
    None.
    """
    language = document.language.code
    words, spans, text = document.words, document.word_spans, document.text
    for index, determiner in determined(document):
        written, following = words[index], words[index + 1]
        meant = noun(language, following) if following.islower() else None
        if meant is None or (meant.gender, meant.number) == (determiner.gender, determiner.number):
            continue
        (start, stop), (begin, end) = spans[index], spans[index + 1]
        if text[stop:begin] != " " or (determiner.clitic and meant.verb):
            continue
        if document.quotation_at(start) or document.language_at(start) != language:
            continue
        form = determiner.form(meant.gender, meant.number)
        fixed = f"{same_case(written, form)} {following}" if form else None
        yield Hit(
            start,
            end,
            f"Disagreement: {written} {following}"
            + (f" should be {fixed}." if fixed else " differ in gender or number."),
            evidence={
                "rule": "determiner and noun differ in gender or number",
                "noun": f"{meant.gender} {meant.number}",
                "determiner": f"{determiner.gender} {determiner.number}",
            },
            suggestion=fixed,
            edits=(Edit(start, end, fixed),) if fixed else (),
        )


EXAMPLES = (
    Bad("Hay que resolver la problema hoy.", span="la problema", fix="el problema", language="es"),
    Bad("Vimos el situación de cerca.", span="el situación", fix="la situación", language="es"),
    Good("La trabajo desde hace años y los forma él.", language="es"),
    Good("El agua del río y la acción del viento.", language="es"),
)
