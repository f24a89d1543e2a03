"""Navigation of the page was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "Navigation of the page was left in the text."


@check(
    code="BPL001",
    name="leftover-navigation",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def leftover_navigation(document: Document, _context: Context) -> Iterator[Hit]:
    """Navigation of the page was left in the text.

    ## What it finds
    Lines such as "Back to top", "Scroll al inicio", "Menú", "More in ...", "Image gallery",
    "Next article": what moved a reader about the site.

    ## Why it matters
    It is no part of the article; models learn to write it and readers stumble over it.

    ## How it decides
    A line that is, or opens with, a phrase of the lexicon counts a point and decides by
    itself. Words that also stand in prose ("home", "search") count less and need company:
    the run of short lines before or after the prose, another leftover beside them, an
    ornament. A short line within three of a known leftover is a remark: a menu entry here, a
    teaser (BPL002) from four words on. So are three lines or more that count up from one
    (a pager), and a word or two in small letters that stand alone five times (a button).
    The evidence lists each cue with its weight.

    ## Known mistakes
    A one-word section heading such as "Archive" after the prose.

    ## Options
    None.
    """
    return hits(document, Kind.NAVIGATION, MESSAGE, Severity.ERROR)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_PROSA = "El consejo votó el lunes por reconstruir el viejo puente antes del invierno."

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nBack to top",
        span="Back to top",
    ),
    Bad(
        f"{_PROSA}\n\nScroll al inicio",
        span="Scroll al inicio",
    ),
    Good(f"{_PROSE}\n\nThe hikers came back to the top of the hill at noon."),
    Good(_PROSE),
)
