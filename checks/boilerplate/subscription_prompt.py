"""A prompt to subscribe, sign in or donate was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A prompt to subscribe, sign in or donate was left in the text."


@check(
    code="BPL004",
    name="subscription-prompt",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def subscription_prompt(document: Document, _context: Context) -> Iterator[Hit]:
    """A prompt to subscribe, sign in or donate was left in the text.

    ## What it finds
    Lines such as "Sign up for our newsletter", "Already a subscriber?", "Descarga la app",
    "Hazte socio", and appeals for donations.

    ## Why it matters
    It is an offer of the site, repeated on every page of it.

    ## How it decides
    Imperatives of subscribing, signing in and giving with their objects, from the lexicon,
    decide when they are or open the line; inside a line they need a second cue. A line that
    opens with a call and names a channel or a price ("Chip in $2 a month") is a warning, where
    it asks, speaks of "our" or has no full stop; in text about programs it is none.

    ## Known mistakes
    A report on a newspaper's own subscriptions.

    ## Options
    None.
    """
    return hits(document, Kind.SUBSCRIBE, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nSign up for our newsletter",
        span="Sign up for our newsletter",
    ),
    Bad(
        f"{_PROSA}\n\nSuscríbete a nuestro boletín",
        span="Suscríbete a nuestro boletín",
    ),
    Good(f"{_PROSE} Residents can sign up for the works at the town hall."),
    Good(f"{_PROSA} Los vecinos se suscriben a la idea."),
)
