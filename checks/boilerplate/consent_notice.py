"""A cookie or consent notice was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A cookie or consent notice was left in the text."


@check(
    code="BPL016",
    name="consent-notice",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def consent_notice(document: Document, _context: Context) -> Iterator[Hit]:
    """A cookie or consent notice was left in the text.

    ## What it finds
    "We use cookies ...", "Accept all", "Privacy policy", "Al continuar navegando ...".

    ## Why it matters
    It is a legal form of the site and repeats on every page of it.

    ## How it decides
    Labels and openings of consent forms, from the lexicon.

    ## Known mistakes
    An article about such forms with a heading "Privacy policy".

    ## Options
    None.
    """
    return hits(document, Kind.CONSENT, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nPrivacy policy",
        span="Privacy policy",
    ),
    Bad(
        f"{_PROSA}\n\nUtilizamos cookies para mejorar su visita.",
        span="Utilizamos cookies para mejorar su visita.",
    ),
    Good(f"{_PROSE} Privacy was a worry for those who spoke."),
    Good(f"{_PROSA} Las cookies de chocolate se agotaron."),
)
