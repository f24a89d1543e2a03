"""Words of a chat assistant were left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "Words of a chat assistant were left in the text."


@check(
    code="BPL018",
    name="assistant-residue",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def assistant_residue(document: Document, _context: Context) -> Iterator[Hit]:
    """Words of a chat assistant were left in the text.

    ## What it finds
    "As an AI language model ...", "Certainly! Here is ...", "Aquí tienes la traducción".

    ## Why it matters
    The text went through a machine that spoke to its user; what else it changed is unknown.

    ## How it decides
    Opening phrases of such answers, from the lexicon. It says nothing about who wrote the
    rest.

    ## Known mistakes
    An article that quotes an assistant on a line of its own without quotation marks.

    ## Options
    None.
    """
    return hits(document, Kind.ASSISTANT, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"Certainly! Here is the rewritten article:\n\n{_PROSE}",
        span="Certainly! Here is the rewritten article:",
    ),
    Bad(
        f"{_PROSA}\n\nComo modelo de lenguaje, no puedo opinar sobre el puente.",
        span="Como modelo de lenguaje, no puedo opinar sobre el puente.",
    ),
    Good(f"{_PROSE} Certainly here is where the old mill stood, he said."),
    Good(f"{_PROSA} Claro que aquí tienes amigos, le dijeron."),
)
