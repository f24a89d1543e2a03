"""A disclaimer of the outlet was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A disclaimer of the outlet was left in the text."


@check(
    code="BPL012",
    name="disclaimer",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def disclaimer(document: Document, _context: Context) -> Iterator[Hit]:
    """A disclaimer of the outlet was left in the text.

    ## What it finds
    "The views expressed ...", "This article does not constitute advice", "Este artículo ha
    sido traducido ...".

    ## Why it matters
    It speaks about the article, not in it, and repeats over the whole source.

    ## How it decides
    Opening phrases of the lexicon on a line of its own; a sentence that begins with a piece of
    the site ("The views in this column") and says what it is not is a warning.

    ## Known mistakes
    An opinion piece that is about such a disclaimer.

    ## Options
    None.
    """
    return hits(document, Kind.DISCLAIMER, MESSAGE, Severity.WARNING)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nThe views expressed are those of the author.",
        span="The views expressed are those of the author.",
    ),
    Bad(
        f"{_PROSA}\n\nLas opiniones expresadas son del autor.",
        span="Las opiniones expresadas son del autor.",
    ),
    Good(f"{_PROSE} Many views were expressed in the debate."),
    Good(f"{_PROSA} Las opiniones del pueblo son varias."),
)
