"""A word that sounds or looks like the one that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.english_confusions import confused
from textassay.checks.typos.patterns import matches
from textassay.checks.typos.spanish_governed import misgoverned
from textassay.checks.typos.spanish_openings import auxiliaries
from textassay.checks.typos.spelling import same_case
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="TYP009",
    name="confused-word",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es", "pt"),
    fix="unsafe",
)
def confused_word(document: Document, _context: Context) -> Iterator[Hit]:
    """A word that sounds or looks like the one that was meant.

    ## What it finds
    "should of", "it's own", "more then ten", "untied states", "padres y hijos",
    "a el parque", "ha echo".

    ## Why it matters
    It is a word, so that no dictionary sees it.

    ## How it decides
    A table of closed patterns from grammars (``lexicon/patterns.txt``): each
    leaves one reading only. In English also "then" and "that" between a
    comparative (a word in -er that has a superlative) and what is compared, and
    "there" between a preposition or a verb and a plural noun. In Spanish also a preposition
    that its verb does not take before a clause ("se negó de firmar").

    ## Known mistakes
    It cannot see pairs that need the meaning ("affect" and "effect" as verbs).

    ## Options
    None.
    """
    listed = tuple(matches(document, "TYP009", "Confused word", quoted=True))
    yield from listed
    language = document.language.code
    seen = {hit.start for hit in listed}
    for find in _RULES.get(language, ()):
        yield from _confused(document, find(document), seen)


_RULES = {"en": (confused,), "es": (auxiliaries, misgoverned)}


def _confused(
    document: Document, found: Iterable[tuple[int, str]], seen: set[int]
) -> Iterator[Hit]:
    """Yield what no pattern has found."""
    for place, word in found:
        start, end = document.word_spans[place]
        if start in seen or document.sentence_language_at(start) != document.language.code:
            continue
        written = document.text[start:end]
        meant = same_case(written, word)
        yield Hit(
            start,
            end,
            f"Confused word: {written} should be {meant}.",
            evidence={"rule": "the words around", "before": document.words[place - 1]},
            suggestion=meant,
            edits=(Edit(start, end, meant),),
        )


EXAMPLES = (
    Bad("The city has it's own rules.", span="it's", fix="its", language="en"),
    Bad("Vinieron padres y hijos.", span="y", fix="e", language="es"),
    Bad("It was stronger then the old one.", span="then", fix="than", language="en"),
    Good("It's its own fault, more or less, then.", language="en"),
    Good("Había hielo y hierro.", language="es"),
)
