"""Residue of an embedded post or player was left in the text."""

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

MESSAGE = "Residue of an embedded post or player was left in the text."


@check(
    code="BPL013",
    name="embed-residue",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def embed_residue(document: Document, _context: Context) -> Iterator[Hit]:
    """Residue of an embedded post or player was left in the text.

    ## What it finds
    "pic.twitter.com/...", "— Name (@handle) 3 May 2021", "View this post on Instagram",
    "Your browser does not support ...".

    ## Why it matters
    The post is gone or torn from its frame: whose words they are can no longer be seen.

    ## How it decides
    The forms of such residue, and phrases of the lexicon: an error from one point on. Inside
    a line only the residue is the span. The line above "— Name (@handle)" is the post where
    it has a handle, a hashtag or a link; without them and unended it is a remark.

    ## Known mistakes
    A text that prints a handle after a dash for another reason.

    ## Options
    None.
    """
    return hits(document, Kind.EMBED, MESSAGE, Severity.WARNING, certain=SURE)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE} pic.twitter.com/AbC123xyz",
        span="pic.twitter.com/AbC123xyz",
    ),
    Bad(
        f"{_PROSE}\n\nView this post on Instagram",
        span="View this post on Instagram",
    ),
    Good(f"{_PROSE} She posted the picture on her page."),
    Good(f"{_PROSA} Su cuenta (@ejemplo) tiene mil seguidores."),
)
