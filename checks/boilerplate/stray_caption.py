"""The caption of a picture was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.checks.boilerplate.weights import SURE
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "The caption of a picture was left in the text."


@check(
    code="BPL006",
    name="stray-caption",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def stray_caption(document: Document, _context: Context) -> Iterator[Hit]:
    """The caption of a picture was left in the text.

    ## What it finds
    Lines that say what a picture shows, which is not there: "In this file photo ...",
    "Vista general de ...", a long line without full stop among lines that all have one, a
    line given twice below the title.

    ## Why it matters
    It breaks the thread of the story and often repeats it; without its picture it may
    mislead.

    ## How it decides
    Opening phrases decide, and so does a credit at the end: "... Photo: Name", "... / EFE",
    "... [Name/Reuters]". A bare agency after a full stop signs an article as well: it is a
    credit (BPL007), and only it is the span. An error from one point on. A line of 12 to
    45 words that ends no sentence, between two lines of prose, in a record whose other
    long lines end theirs, counts .6; verbs of captions in the present tense, words that
    point into a picture, a date with its year and a credit at the end add. So does a line
    given twice below the title.

    ## Known mistakes
    A paragraph whose full stop was lost; a long section heading. A caption that ends in a
    full stop and has no credit is not found.

    ## Options
    None.
    """
    return hits(document, Kind.CAPTION, MESSAGE, Severity.WARNING, certain=SURE)


_MORE = "Work on the foundations will begin in spring and last until the autumn."
_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nIn this file photo, workers inspect the bridge\n\n{_MORE}",
        span="In this file photo, workers inspect the bridge",
    ),
    Bad(
        f"{_PROSA}\n\nImagen de archivo del puente viejo\n\n{_MORE}",
        span="Imagen de archivo del puente viejo",
    ),
    Good(f"{_PROSE}\n\nA picture of the mayor hangs in the hall."),
    Good(f"{_PROSA} La imagen de la ciudad ha mejorado mucho, según los vecinos consultados."),
)
