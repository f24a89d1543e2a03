"""An accusation or an expectation that nobody owns: "is expected to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.cues import cues
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="CLM005",
    name="agentless-claim",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("en", "es"),
)
def agentless_claim(document: Document, _context: Context) -> Iterator[Hit]:
    """An accusation or an expectation that nobody owns: "is expected to".

    ## What it finds
    Passives without an agent ("is expected to", "was accused of", "ha sido
    criticado"), fears and doubts that "there are", "allegedly".

    ## Why it matters
    Who expects, accuses or fears decides how much the sentence is worth.

    ## How it decides
    Phrase files per language; a passive with "by" and quotations are left
    alone.

    ## Known mistakes
    Many are plain news style, which is why this is a remark.

    ## Options
    None.
    """
    name = f"agentless.{document.language.code}.txt"
    for start, end in phrases.find(name, document.folded, cues(document, "agentless")):
        if document.quotation_at(start) is None:
            phrase = " ".join(document.text[start:end].split())
            yield Hit(
                start,
                end,
                f"Nobody is named who says so: {phrase}.",
                evidence={"rule": "agentless accusation or expectation", "lexicon": name},
            )


EXAMPLES = (
    Bad("The mayor is widely expected to resign.", span="is widely expected to", language="en"),
    Bad("El alcalde ha sido acusado de fraude.", span="ha sido acusado de", language="es"),
    Good("The mayor expects to resign.", language="en"),
    Good("El alcalde espera que dimita el concejal.", language="es"),
)
