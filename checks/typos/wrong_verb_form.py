"""A verb in a form that its auxiliary or subject excludes."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from textassay.checks.typos.english_gerunds import lacking
from textassay.checks.typos.english_pronouns import disagreeing
from textassay.checks.typos.english_verbs import lone_been, wrong_forms
from textassay.checks.typos.patterns import matches
from textassay.checks.typos.spanish_infinitives import behind_pronouns, finite
from textassay.checks.typos.spanish_participles import agreeing_participles
from textassay.checks.typos.spanish_subjunctives import indicatives
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="TYP008",
    name="wrong-verb-form",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es", "pt"),
    fix="unsafe",
)
def wrong_verb_form(document: Document, _context: Context) -> Iterator[Hit]:
    """A verb in a form that its auxiliary or subject excludes.

    ## What it finds
    "did not went", "has came", "they was", "la gente están", "hubieron muchos", "para que ayuda a",
    "puede reduce el gasto".

    ## Why it matters
    The sentence is wrong in every variety of edited prose.

    ## How it decides
    A table of closed patterns from grammars (``lexicon/patterns.txt``): each
    leaves one reading only. In English also any past or third person after
    do, a modal and the "to" of an infinitive (``lexicon/irregular_verbs.txt``),
    where a subject or a governing verb stands before and an object behind, a verb of another
    number behind a pronoun ("if he want") and one without its -ing behind a preposition. In
    Spanish any verb in -ar in the indicative after "para que", "sin que", "antes
    de que" and "a fin de que", before what follows a verb, and any finite verb after
    poder, deber and querer, or in the past after a preposition ("va a canceló"), infinitives and
    participles without their last letter ("volvió a perde", "una obra titulad"). Quotations are
    speech and are left alone.

    ## Known mistakes
    It cannot see a subject and a verb with words between them, nor dialect that is
    reported without quotation marks.

    ## Options
    None.
    """
    listed = tuple(matches(document, "TYP008", "Wrong verb form"))
    yield from listed
    language = document.language.code
    found: Iterator[tuple[int, str, str]] = iter(())
    if language == "es":
        found = chain(
            ((place, form, "the subjunctive follows") for place, form in indicatives(document)),
            ((place, form, "the infinitive follows") for place, form in finite(document)),
            (
                (place, form, "invariable after haber")
                for place, form in agreeing_participles(document)
            ),
            ((place, form, "no infinitive here") for place, form in behind_pronouns(document)),
        )
    elif language == "en":
        found = chain(
            wrong_forms(document), lone_been(document), disagreeing(document), lacking(document)
        )
    seen = {hit.start for hit in listed}
    for place, right, rule in found:
        start, end = document.word_spans[place]
        if start in seen or document.quotation_at(start):
            continue
        if document.sentence_language_at(start) != language:
            continue
        written = document.text[start:end]
        yield Hit(
            start,
            end,
            f"Wrong verb form: {written} should be {right}.",
            evidence={"rule": rule, "verb": written},
            suggestion=right,
            edits=(Edit(start, end, right),),
        )


EXAMPLES = (
    Bad("The mayor did not went home.", span="went", fix="go", language="en"),
    Bad("La gente están en la calle.", span="están", fix="está", language="es"),
    Good("The mayor did not go home, and went on.", language="en"),
    Good("Hubieron de esperar y la gente está en la calle.", language="es"),
)
