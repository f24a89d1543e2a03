"""A bare link or source line was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A bare link or source line was left in the text."


@check(
    code="BPL015",
    name="bare-source-link",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def bare_source_link(document: Document, _context: Context) -> Iterator[Hit]:
    """A bare link or source line was left in the text.

    ## What it finds
    "Source: ...", "Fuente: ...", "Originally published on ...", a web address alone on its
    line.

    ## Why it matters
    Where a record comes from is provenance; in the text it is noise, and often it is the
    only trace of it: note it before deleting it.

    ## How it decides
    Opening phrases of the lexicon; an address that is the whole line, unless the line
    before leads to it. In text about programs such an address is a remark.

    ## Known mistakes
    A list of useful addresses that belongs to the article.

    ## Options
    None.
    """
    return hits(document, Kind.SOURCE, MESSAGE, Severity.WARNING)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nSource: Riverton Post",
        span="Source: Riverton Post",
    ),
    Bad(
        f"{_PROSA}\n\nFuente: Correo de Ejemplo",
        span="Fuente: Correo de Ejemplo",
    ),
    Good(f"{_PROSE} The source: a spring behind the mill that never dries, old people say."),
    Good(f"{_PROSA} La fuente está seca desde hace un año."),
)
