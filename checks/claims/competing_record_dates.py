"""Two date lines give the record two different dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.dates import full_dates, is_date_line
from textassay.contract import Bad, Good, Hit, RelatedSpan, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

# "Published 5 March, updated 6 March" is one record's history, not two dates.
SAME_STORY_DAYS = 31


@check(
    code="CLM011",
    name="competing-record-dates",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("en", "es", "fr", "de", "pt"),
)
def competing_record_dates(document: Document, _context: Context) -> Iterator[Hit]:
    """Two date lines give the record two different dates.

    ## What it finds
    Lines that hold little but a full date, and whose dates lie more than a
    month apart: mostly the day of the page view beside the day of the text.

    ## Why it matters
    Whoever reads the record's date by program takes the wrong one, and every
    "on Monday" in the text moves with it.

    ## How it decides
    A line is a date line when it has at most 40 letters besides the date.
    Related is the other line. A declared publication date settles it.

    ## Known mistakes
    A table of dates.

    ## Options
    None.
    """
    if document.record.metadata.get("published"):
        return
    lines = [full for full in full_dates(document) if is_date_line(document, full)]
    days = {full.date for full in lines if full.date is not None}
    if len(days) != 2 or (max(days) - min(days)).days <= SAME_STORY_DAYS:  # noqa: PLR2004 - one, other
        return
    first = lines[0]
    later = next(full for full in lines if full.date != first.date)
    yield Hit(
        later.start,
        later.end,
        f"The record bears two dates: {document.text[first.start : first.end]} and "
        f"{document.text[later.start : later.end]}.".replace("\n", " "),
        evidence={
            "rule": "date lines more than a month apart",
            "dates": sorted(str(day) for day in days),
        },
        related=(RelatedSpan(first.start, first.end),),
    )


EXAMPLES = (
    Bad(
        "Monday, June 3, 2024\n\nREGION | 21-03-2022 09:15\n\nThe fair opened.",
        span="21-03-2022",
        language="en",
    ),
    Good("5 March 2024\nUpdated 6 March 2024\n\nThe fair opened.", language="en"),
)
