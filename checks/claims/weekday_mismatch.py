"""A date is given with a day of the week that it was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.dates import full_dates, weekday_names
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.claims.dates import FullDate
    from textassay.contract import Context
    from textassay.text.document import Document

# Before 1900 countries still changed calendars, and weekdays of sources differ.
FIRST_YEAR = 1900

_LANGUAGES = ("en", "es", "fr", "de", "pt")


@check(
    code="CLM012",
    name="weekday-mismatch",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    languages=_LANGUAGES,
    fix="unsafe",
)
def weekday_mismatch(document: Document, _context: Context) -> Iterator[Hit]:
    """A date is given with a day of the week that it was not.

    ## What it finds
    "Monday, 5 March 2024" (a Tuesday), in English, Spanish, French, German
    and Portuguese.

    ## Why it matters
    Day or weekday is wrong: one of the two facts is false, and whoever places
    the event in time cannot know which.

    ## How it decides
    The Gregorian calendar, from 1900 on. Dates in figures are left alone, as
    their day and month may have changed places.

    ## Known mistakes
    Dates by another calendar.

    ## Options
    None.
    """
    for full in full_dates(document):
        day = full.date
        if day is None or full.weekday is None or full.year < FIRST_YEAR:
            continue
        if day.weekday() != full.weekday:
            yield _hit(document, full, day.weekday())


def _hit(document: Document, full: FullDate, right: int) -> Hit:
    start, end = full.weekday_span or (full.start, full.start)
    written = document.text[start:end]
    proper = weekday_names(document.language.code)[right]
    if written[:1].isupper():
        proper = proper[:1].upper() + proper[1:]
    date = " ".join(document.text[full.start : full.end].split())
    return Hit(
        full.start,
        full.end,
        f"That day was no {written}: {date}.",
        evidence={
            "rule": "Gregorian calendar",
            "date": f"{full.year:04}-{full.month:02}-{full.day:02}",
            "written": written,
            "calendar": proper,
        },
        suggestion=proper + document.text[end : full.end],
        edits=(Edit(start, end, proper),),
    )


EXAMPLES = (
    Bad(
        "The fair opened on Monday, 5 March 2024.",
        span="Monday, 5 March 2024",
        fix="Tuesday, 5 March 2024",
        language="en",
    ),
    Bad(
        "La feria abrió el lunes 5 de marzo de 2024.",
        span="lunes 5 de marzo de 2024",
        fix="martes 5 de marzo de 2024",
        language="es",
    ),
    Good("The fair opened on Tuesday, 5 March 2024.", language="en"),
    Good("Die Messe begann am Dienstag, den 5. März 2024.", language="de"),
)
