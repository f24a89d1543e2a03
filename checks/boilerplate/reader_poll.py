"""A poll or quiz for readers was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A poll or quiz for readers was left in the text."


@check(
    code="BPL017",
    name="reader-poll",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def reader_poll(document: Document, _context: Context) -> Iterator[Hit]:
    """A poll or quiz for readers was left in the text.

    ## What it finds
    "Poll: ...", "Take our quiz", "Was this article helpful?", "Vota".

    ## Why it matters
    It asks the visitor of a page that is not there.

    ## How it decides
    Labels and openings of polls, from the lexicon. A question with three short answers behind
    it, parted by strokes, or a call to vote, is a warning.

    ## Known mistakes
    A report whose heading is "Poll".

    ## Options
    None.
    """
    return hits(document, Kind.POLL, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nTake our poll on the bridge",
        span="Take our poll on the bridge",
    ),
    Bad(
        f"{_PROSA}\n\nParticipa en nuestra encuesta",
        span="Participa en nuestra encuesta",
    ),
    Good(f"{_PROSE} A poll found that most people agree."),
    Good(f"{_PROSA} La encuesta reveló que la mayoría está de acuerdo."),
)
