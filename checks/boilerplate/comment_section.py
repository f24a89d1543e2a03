"""A line of the comment section was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A line of the comment section was left in the text."


@check(
    code="BPL010",
    name="comment-section",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def comment_section(document: Document, _context: Context) -> Iterator[Hit]:
    """A line of the comment section was left in the text.

    ## What it finds
    "Leave a reply", "12 comments", "Your email address will not be published", "Deja un
    comentario".

    ## Why it matters
    It is a form of the page; what follows it may be comments of strangers.

    ## How it decides
    Labels and openings of comment forms, from the lexicon, and below such a heading the
    thread where people take turns; without a heading, two authors ("Name says:") with date
    and time on the next line. A date and time with the number of the comment ("11:26 #11").
    A question for an opinion counts little: interviewers ask it too.

    ## Known mistakes
    A heading "Comments" over a scholar's remarks.

    ## Options
    None.
    """
    return hits(document, Kind.COMMENTS, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nLeave a reply",
        span="Leave a reply",
    ),
    Bad(
        f"{_PROSA}\n\n3 comentarios",
        span="3 comentarios",
    ),
    Good(f"{_PROSE} The mayor left a comment in the guest book."),
    Good(f"{_PROSA} Los comentarios del alcalde gustaron."),
)
