"""The mark of an advert was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "The mark of an advert was left in the text."


@check(
    code="BPL005",
    name="advert-mark",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def advert_mark(document: Document, _context: Context) -> Iterator[Hit]:
    """The mark of an advert was left in the text.

    ## What it finds
    Lines such as "Advertisement", "Publicidad", "Anzeige", "Sponsored content", and
    affiliate notices.

    ## Why it matters
    The advert itself is gone or, worse, still there beside its mark.

    ## How it decides
    A line that is a mark of advertising, marks and dashes aside, decides by itself, and so does
    a short one that says that the article goes on behind an advert.

    ## Known mistakes
    A heading "Advertising" in a text about the trade.

    ## Options
    None.
    """
    return hits(document, Kind.ADVERT, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nADVERTISEMENT\n\n{_PROSE}",
        span="ADVERTISEMENT",
    ),
    Bad(
        f"{_PROSA}\n\n\N{EN DASH} Publicidad \N{EN DASH}\n\n{_PROSA}",
        span="\N{EN DASH} Publicidad \N{EN DASH}",
    ),
    Good(f"{_PROSE} An advertisement in the paper had called for volunteers."),
    Good(f"{_PROSA} La publicidad del acto llegó tarde."),
)
