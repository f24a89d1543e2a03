"""British and American spellings stand side by side in one record."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, RelatedSpan, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

USUAL = 2  # words of the other convention that make it the record's own


@check(
    code="TYP016",
    name="mixed-spelling",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("en",),
)
def mixed_spelling(document: Document, _context: Context) -> Iterator[Hit]:
    """British and American spellings stand side by side in one record.

    ## What it finds
    The first word of the rarer convention: "color" among "colour" and
    "programme".

    ## Why it matters
    Often a trace of pasted text; a remark, since each spelling is right.

    ## How it decides
    Words in small letters outside of quotations, from a list of pairs without
    "-ise" and "-ize". At least two words of the one convention and fewer of
    the other.

    ## Known mistakes
    Technical words that keep one spelling ("computer program").

    ## Options
    None.
    """
    british, american = _pairs()
    types = document.vocabulary
    if types.isdisjoint(british) or types.isdisjoint(american):
        return
    places: dict[str, list[int]] = {"British": [], "American": []}
    for index, word in enumerate(document.words):
        kind = "British" if word in british else "American" if word in american else None
        if kind and document.quotation_at(document.word_spans[index][0]) is None:
            places[kind].append(index)
    rare, usual = sorted(places, key=lambda kind: len(places[kind]))
    if not places[rare] or len(places[usual]) < max(USUAL, len(places[rare]) + 1):
        return
    start, end = document.word_spans[places[rare][0]]
    yield Hit(
        start,
        end,
        f"Mixed spelling: {document.text[start:end]} is {rare}, the rest is {usual}.",
        evidence={"rule": "two conventions", rare: len(places[rare]), usual: len(places[usual])},
        related=(RelatedSpan(*document.word_spans[places[usual][0]]),),
    )


@cache
def _pairs() -> tuple[frozenset[str], frozenset[str]]:
    """Return the British and the American words that the other does not use."""
    rows = [entry.split() for entry in entries(__file__, "british_american.txt")]
    british, american = {row[0] for row in rows}, {row[1] for row in rows}
    return frozenset(british - american), frozenset(american - british)


EXAMPLES = (
    Bad("The colour of the harbour and the color of the sea.", span="color", language="en"),
    Good("The colour of the harbour. “The color of money,” he said.", language="en"),
    Good("The organization of the harbour and its colour.", language="en"),
)
