"""The credit of a picture or an agency line was left in the text."""

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

MESSAGE = "The credit of a picture or an agency line was left in the text."


@check(
    code="BPL007",
    name="stray-credit",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def stray_credit(document: Document, _context: Context) -> Iterator[Hit]:
    """The credit of a picture or an agency line was left in the text.

    ## What it finds
    "Photo: ...", "(Foto: ...)", "Getty Images", "Reporting by ...", on a line of its own or
    in brackets inside a line. A short line that ends in such brackets is a caption
    (BPL006).

    ## Why it matters
    The credit belongs to a picture that is not there; an agency line is no sentence of the
    story.

    ## How it decides
    Opening phrases of the lexicon, and brackets that hold a word for picture or an agency
    after a stroke: an error from one point on. In brackets, and behind the last sentence of
    a paragraph, only the credit is the span.

    ## Known mistakes
    A bracketed source of a quoted picture in an essay about photographs.

    ## Options
    None.
    """
    return hits(document, Kind.CREDIT, MESSAGE, Severity.WARNING, certain=SURE)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nPhoto: Ana Example",
        span="Photo: Ana Example",
    ),
    Bad(
        f"{_PROSE} (Foto: Ana Example) {_PROSE}",
        span="(Foto: Ana Example)",
    ),
    Good(f"{_PROSE} She kept the photo by her bed."),
    Good(f"{_PROSA} El crédito será de dos millones."),
)
