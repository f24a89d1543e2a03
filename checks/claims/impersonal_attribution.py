"""An assertion is attributed to nobody: "it is said", "se dice", reportedly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.cues import cues
from textassay.checks.claims.hearsay import is_attributed, is_of_courts
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="CLM002",
    name="impersonal-attribution",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def impersonal_attribution(document: Document, _context: Context) -> Iterator[Hit]:
    """An assertion is attributed to nobody: "it is said", "se dice", reportedly.

    ## What it finds
    Impersonal clauses ("it is believed that", "según se informa", "se supo
    que"), passives of hearsay ("is said to"), adverbs of hearsay
    ("reportedly", "supuestamente"), rumours without an owner, and the Spanish
    conditional of rumour ("habría firmado").

    ## Why it matters
    Somebody said it, and the record hides who: the assertion cannot be
    checked against its source.

    ## How it decides
    Phrase files per language; quotations are left out. Passives and adverbs
    are left alone where the same sentence names a source, a conditional where
    anything in its sentence makes it one of what might have been. "Allegedly"
    beside police or courts is a remark.

    ## Known mistakes
    A source named two sentences away.

    ## Options
    None.
    """
    language = document.language.code
    name = f"impersonal.{language}.txt"
    for first, last in phrases.find(name, document.folded, cues(document, "impersonal")):
        if document.quotation_at(first) is not None or is_attributed(document, first, last):
            continue
        written = document.text[first:last].rstrip()
        phrase = " ".join(written.split())
        yield Hit(
            first,
            first + len(written),
            f"Attributed to nobody: {phrase}.",
            evidence={"rule": "impersonal attribution", "lexicon": name},
            severity=Severity.INFO if is_of_courts(document, first, last) else None,
        )


EXAMPLES = (
    Bad(
        "It is widely believed that the bridge is unsafe.",
        span="It is widely believed that",
        language="en",
    ),
    Bad("The bridge is reportedly unsafe.", span="reportedly", language="en"),
    Bad("Según se informa, el puente es inseguro.", span="Según se informa", language="es"),
    Good("It is believed by nobody but the mayor.", language="en"),
    Good('"It is said that ours is the oldest," Ms Roe said.', language="en"),
    Good("El puente es inseguro, dijo Ana Ruiz.", language="es"),
)
