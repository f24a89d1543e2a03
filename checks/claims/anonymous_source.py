"""An assertion is attributed to one unnamed person or to "sources"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.attributions import attributions
from textassay.checks.claims.clauses import Source
from textassay.checks.claims.cues import cues, sentence_index
from textassay.checks.claims.resolution import unresolved
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="CLM003",
    name="anonymous-source",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def anonymous_source(document: Document, _context: Context) -> Iterator[Hit]:
    """An assertion is attributed to one unnamed person or to "sources".

    ## What it finds
    "A senior official said", "one resident told", "según fuentes", "dijo una
    vecina": an indefinite human noun, or sources, with a verb of saying; and
    the wish to stay unnamed ("on condition of anonymity").

    ## Why it matters
    The reader cannot tell who spoke, nor whether that person could know.

    ## How it decides
    Grammar: see `english.py` and `spanish.py`. Left alone are phrases with a
    name in or right behind them, spokespeople, and quotations.

    ## Known mistakes
    A person named two sentences later.

    ## Options
    None.
    """
    for found in unresolved(document, frozenset({Source.ANONYMOUS})):
        phrase = " ".join(document.text[found.start : found.end].split())
        yield Hit(
            found.start,
            found.end,
            f"The source has no name: {phrase}.",
            evidence={"rule": f"anonymous source, {found.form}", "head": found.head},
        )
    yield from _wishes(document)


def _wishes(document: Document) -> Iterator[Hit]:
    """Yield the wishes to stay unnamed in sentences whose source no rule found."""
    name = f"anonymity.{document.language.code}.txt"
    for first, last in phrases.find(name, document.folded, cues(document, "anonymity")):
        index = sentence_index(document, first)
        found = any(sentence_index(document, one.start) == index for one in attributions(document))
        if found or document.quotation_at(first) is not None:
            continue
        phrase = " ".join(document.text[first:last].split())
        yield Hit(
            first,
            last,
            f"The source has no name: {phrase}.",
            evidence={"rule": "wish to stay unnamed", "lexicon": name},
        )


EXAMPLES = (
    Bad(
        "A senior official said the talks had failed.", span="A senior official said", language="en"
    ),
    Bad("Según fuentes oficiales, el acuerdo se rompió.", span="Según fuentes", language="es"),
    Good("Ann Roe, a senior official, said the talks had failed.", language="en"),
    Good("Según la ministra Ana Ruiz, el acuerdo se rompió.", language="es"),
)
