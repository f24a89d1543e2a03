"""A promotion of the outlet was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A promotion of the outlet was left in the text."


@check(
    code="BPL014",
    name="house-promotion",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def house_promotion(document: Document, _context: Context) -> Iterator[Hit]:
    """A promotion of the outlet was left in the text.

    ## What it finds
    "We invite you to ...", "Watch the full interview", "VIDEO: ...", "Visit our ...".

    ## Why it matters
    The outlet advertises itself; the reader of the record cannot follow.

    ## How it decides
    Invitations with their objects, from the lexicon; a line that is a sentence needs a
    second cue.

    ## Known mistakes
    A sentence that opens with such an imperative in an advice column.

    ## Options
    None.
    """
    return hits(document, Kind.PROMOTION, MESSAGE, Severity.WARNING)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nWatch the full interview with the mayor",
        span="Watch the full interview with the mayor",
    ),
    Bad(
        f"{_PROSA}\n\nMira el video de la sesión",
        span="Mira el video de la sesión",
    ),
    Good(f"{_PROSE} Watch the full moon from the bridge, the poster said."),
    Good(f"{_PROSA} Mira el río y no dice nada más."),
)
