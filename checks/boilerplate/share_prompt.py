"""A prompt to share or follow was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A prompt to share or follow was left in the text."


@check(
    code="BPL003",
    name="share-prompt",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def share_prompt(document: Document, _context: Context) -> Iterator[Hit]:
    """A prompt to share or follow was left in the text.

    ## What it finds
    Lines such as "Share this article", "Follow us on ...", "Síguenos en redes", and rows of
    names of networks.

    ## Why it matters
    It is the site speaking to its visitors, not the article.

    ## How it decides
    Imperatives of sharing and following with their objects, from the lexicon, decide when
    they are or open the line. What only a site says of itself ("follow us on ...", "nuestro
    canal de WhatsApp") decides anywhere outside quotations and takes its sentence; the rest needs a
    second cue inside a line. So does a row of three networks or actions and nothing else. What
    somebody says in the article (", the mayor urged") is none.

    ## Known mistakes
    An article about social networks that quotes such a prompt on a line of its own.

    ## Options
    None.
    """
    return hits(document, Kind.SHARE, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nShare this article",
        span="Share this article",
    ),
    Bad(
        f"{_PROSA}\n\nSíguenos en redes",
        span="Síguenos en redes",
    ),
    Good(f"{_PROSE} The farmers share this water with the town."),
    Good(f"{_PROSA} Los vecinos comparten la noticia en la plaza."),
)
