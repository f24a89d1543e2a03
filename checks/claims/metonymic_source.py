"""A city or a bloc speaks: "Beijing says", "Occidente ha acusado"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.cues import by_rarest_word, cues, is_written, vocabulary_of
from textassay.checks.claims.morphology import Form
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_BEFORE = {
    "en": lazy(r"\baccording\s+to\s+$"),
    "es": lazy(r"\bseg\N{LATIN SMALL LETTER U WITH ACUTE}n\s+$"),
}
_BETWEEN = {
    "en": lazy(r"\s+(?:(?:has|have|had|also|later|again|now|repeatedly|strongly)\s+){0,2}"),
    "es": lazy(r"\s+(?:(?:ha|han|hab\N{LATIN SMALL LETTER I WITH ACUTE}a|le|les|ya|no)\s+){0,2}"),
}
_WORD = lazy(r"[^\W\d_]+")
_PLACED = lazy(
    r"\b(?:of|in|from|at|to|near|for|with|de|en|a|desde|hacia|para|con|across|outside)\s+$"
)
_REACH = 16  # code points before a name that may hold "according to"


@check(
    code="CLM006",
    name="metonymic-source",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("en", "es"),
)
def metonymic_source(document: Document, _context: Context) -> Iterator[Hit]:
    """A city or a bloc speaks: "Beijing says", "Occidente ha acusado".

    ## What it finds
    Capitals and blocs as the subject of a verb of saying, or after "according
    to".

    ## Why it matters
    No person, office or document is named that said it, or when.

    ## How it decides
    A list of capitals and blocs, directly before a finite verb of saying.
    Quotations are left alone.

    ## Known mistakes
    A sports team with the name of its city.

    ## Options
    None.
    """
    language = document.language.code
    for start, name in _named(document, language):
        floor = max(0, start - _REACH)
        if document.quotation_at(start) is not None:
            continue
        before = _BEFORE[language].search(document.folded, floor, start)
        end = start + len(name)
        if before is None and _PLACED.search(document.folded, floor, start):
            continue
        if before is None:
            end = _verb_end(document, end, language)
        if end:
            yield Hit(
                before.start() if before else start,
                end,
                f"A place speaks: {document.text[start : start + len(name)]}.",
                evidence={"rule": "metonymic source", "lexicon": f"metonyms.{language}.txt"},
            )


def _verb_end(document: Document, end: int, language: str) -> int:
    """Return where the verb of saying behind a name ends, 0 if there is none."""
    between = _BETWEEN[language].match(document.folded, end)
    word = _WORD.match(document.folded, between.end()) if between else None
    if word is None:
        return 0
    words = vocabulary_of(language)
    form = words.sayings().get(word.group(), 0)
    finite = form & (Form.SINGULAR | Form.PLURAL) and word.group() not in words.judgings()
    auxiliary = bool(between and between.group().strip())
    return word.end() if finite or (auxiliary and bool(form & Form.PARTICIPLE)) else 0


def _named(document: Document, language: str) -> Iterator[tuple[int, str]]:
    """Yield offset and name of each capital or bloc."""
    names = by_rarest_word(f"metonyms.{language}.txt")
    for offset, word in cues(document, "metonym"):
        for inside, name in names[word]:
            start = offset - inside
            if start >= 0 and is_written(document.folded, start, name):
                yield start, name
                break


EXAMPLES = (
    Bad("Beijing has denied the report.", span="Beijing has denied", language="en"),
    Bad("Según Moscú, no hubo acuerdo.", span="Según Moscú", language="es"),
    Good("Beijing hosted the games.", language="en"),
    Good("El alcalde de Moscú dijo que no.", language="es"),
)
