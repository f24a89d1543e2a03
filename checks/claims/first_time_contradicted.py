"""A "first time since" that the same record contradicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, RelatedSpan, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.model import Span
    from textassay.text.document import Document

_CLAIMS = lazy(r"(?:first\s+time|primera\s+vez)\b")
_MEETING = lazy(
    r"\b(?:met|meet|visited|visit|re\N{LATIN SMALL LETTER U WITH ACUTE}nen|reunieron"
    r"|reunido|visita|visit\N{LATIN SMALL LETTER O WITH ACUTE})\b"
)
_SINCE = lazy(r"\b(?:since|desde)\b[^.!?\n]{0,60}?\b(?P<year>(?:19|20)\d\d)\b")
_WHEN = lazy(
    r"\blast\s+(?:week|month|year|spring|summer|autumn|winter"
    r"|[^\W\d_]+(?:day|ary|ch|il|ay|une|uly|ust|ber))\b|\b(?:in|en)\s+(?P<year>(?:19|20)\d\d)\b"
    r"|\b(?:pasad|\N{LATIN SMALL LETTER U WITH ACUTE}ltim)[oa]\b"
)


@check(
    code="CLM016",
    name="first-time-contradicted",
    since="0.1",
    status="preview",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def first_time_contradicted(document: Document, _context: Context) -> Iterator[Hit]:
    """A "first time since" that the same record contradicts.

    ## What it finds
    "The first time that they have met since 2022", and elsewhere "they met
    last September".

    ## Why it matters
    One of the two cannot be true.

    ## How it decides
    A first meeting or visit since a year, and another sentence that tells of
    a meeting or visit later than that year. Whether the same people met is
    not known, so the check is a preview.

    ## Known mistakes
    Meetings of other people.

    ## Options
    None.
    """
    if "first" not in document.folded and "primera" not in document.folded:
        return
    if _CLAIMS.search(document.folded) is None:
        return
    meetings = [
        sentence
        for sentence in document.sentences
        if _MEETING.search(document.folded, sentence.start, sentence.end)
    ]
    for first in meetings:
        since = _since(document, first)
        for other in meetings if since else ():
            if other is not first and _is_later(document, other, since):
                one, two = sorted([first, other], key=lambda span: span.start)
                yield Hit(
                    two.start,
                    two.end,
                    "A meeting that the first of its kind rules out.",
                    evidence={"rule": "first time since a year, and a later one", "since": since},
                    related=(RelatedSpan(one.start, one.end),),
                )
                return


def _since(document: Document, sentence: Span) -> str:
    """Return the year since which a sentence claims the first time, or ""."""
    if _CLAIMS.search(document.folded, sentence.start, sentence.end) is None:
        return ""
    found = _SINCE.search(document.folded, sentence.start, sentence.end)
    return str(found["year"]) if found else ""


def _is_later(document: Document, sentence: Span, since: str) -> bool:
    when = _WHEN.search(document.folded, sentence.start, sentence.end)
    return bool(when and (when["year"] is None or when["year"] > since))


EXAMPLES = (
    Bad(
        "It was the first time the neighbours met since the war began in 2022. "
        "They met last September in a hotel.",
        span="They met last September in a hotel.",
        language="en",
    ),
    Good("It was the first time the neighbours met since the war began in 2022.", language="en"),
)
