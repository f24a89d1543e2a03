"""The text points to a picture or video that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "The text points to a picture or video that is not there."


@check(
    code="BPL019",
    name="absent-media-reference",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    fix="unsafe",
)
def absent_media_reference(document: Document, _context: Context) -> Iterator[Hit]:
    """The text points to a picture or video that is not there.

    ## What it finds
    "shown below", "in the video above", "sobre estas líneas", "im folgenden Video".

    ## Why it matters
    The reader of the record looks for what only the page had.

    ## How it decides
    Phrases of the lexicon that point to a picture, video or list by its place. A remark
    only.

    ## Known mistakes
    A table that did survive in the text.

    ## Options
    None.
    """
    return hits(document, Kind.MEDIA, MESSAGE, Severity.INFO)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE} The new design is pictured below.",
        span="pictured below",
    ),
    Bad(
        f"{_PROSA} La maqueta, sobre estas líneas, costó poco.",
        span="sobre estas líneas",
    ),
    Good(f"{_PROSE} The river runs below the mill."),
    Good(f"{_PROSA} Estas líneas de autobús pasan por el puente."),
)
