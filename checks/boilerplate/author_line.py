"""A line about the author was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A line about the author was left in the text."


@check(
    code="BPL009",
    name="author-line",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    fix="unsafe",
)
def author_line(document: Document, _context: Context) -> Iterator[Hit]:
    """A line about the author was left in the text.

    ## What it finds
    "By Ana Example", "Written by ...", "About the author", and short notes on who wrote the
    text.

    ## Why it matters
    Who wrote a record is metadata; inside the text it looks like a sentence of it.

    ## How it decides
    "By" and its sisters before a name, in the head of the record; phrases of the lexicon.

    ## Known mistakes
    A poem signed at its end.

    ## Options
    None.
    """
    return hits(document, Kind.BYLINE, MESSAGE, Severity.INFO)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"Council votes for the bridge\n\nBy Ana Example\n\n{_PROSE}",
        span="By Ana Example",
    ),
    Bad(
        f"El puente\n\nEscrito por Ana Ejemplo\n\n{_PROSA}",
        span="Escrito por Ana Ejemplo",
    ),
    Good(f"{_PROSE}\n\nBy noon the water had gone down and the road was open."),
    Good(_PROSA),
)
