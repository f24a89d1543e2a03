"""A copyright notice was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A copyright notice was left in the text."


@check(
    code="BPL011",
    name="copyright-notice",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def copyright_notice(document: Document, _context: Context) -> Iterator[Hit]:
    """A copyright notice was left in the text.

    ## What it finds
    "© 2024 ...", "All rights reserved", "Todos los derechos reservados".

    ## Why it matters
    The notice speaks of the page; what may be done with the record belongs in its licence
    field.

    ## How it decides
    A line that opens with the sign or a phrase of the lexicon, or ends with one. In a
    record that grants a licence for software the notice belongs to it: a remark.

    ## Known mistakes
    The notice of a book that the record itself is.

    ## Options
    None.
    """
    found = list(hits(document, Kind.COPYRIGHT, MESSAGE, Severity.ERROR))
    licence = bool(found) and _grants_licence(document.folded)
    return (hit._replace(severity=Severity.INFO) if licence else hit for hit in found)


def _grants_licence(folded: str) -> bool:
    """Tell whether a lower-cased text has phrases that only licences for software have."""
    return any(phrase in folded for phrase in entries(__file__, "licences.txt"))


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\n\N{COPYRIGHT SIGN} 2024 Riverton Post. All rights reserved.",
        span="\N{COPYRIGHT SIGN} 2024 Riverton Post. All rights reserved.",
    ),
    Bad(
        f"{_PROSA}\n\nTodos los derechos reservados",
        span="Todos los derechos reservados",
    ),
    Good(f"{_PROSE} Copyright law was not discussed."),
    Good(f"{_PROSA} Todos los derechos de paso se mantienen."),
)
