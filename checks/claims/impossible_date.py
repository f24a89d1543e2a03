"""A date that no calendar has: 31 April, 29 February 2023."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims.dates import alternatives, calendar_words, full_dates
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FIRST_GREGORIAN = 1583
_LAST_DAYS = lazy(r"3(?<!\d3)[01](?!\d)")  # a literal first: the engine skips to it
_REACH = 20  # code points between a day and the end of its month's name
_SHORTEST_NAME = 4  # letters: "mar", "set" and "out" are other words too


@check(
    code="CLM013",
    name="impossible-date",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    languages=("en", "es", "fr", "de", "pt"),
)
def impossible_date(document: Document, _context: Context) -> Iterator[Hit]:
    """A date that no calendar has: 31 April, 29 February 2023.

    ## What it finds
    A day of a month beyond the month's last, with or without a year, in
    English, Spanish, French, German and Portuguese.

    ## Why it matters
    The date is certainly wrong, and with it the place of the event in time.

    ## How it decides
    The lengths of the months; 29 February needs a leap year where a year is
    given. Dates all in figures count only in the form year-month-day.

    ## Known mistakes
    Invented calendars, and "31 June" as a figure of speech.

    ## Options
    None.
    """
    dated: list[tuple[int, int]] = []
    for full in full_dates(document):
        dated.append((full.start, full.end))
        wrong = full.date is None and full.year >= _FIRST_GREGORIAN and full.day > 0
        if wrong and not full.numeric:
            yield _hit(document, full.start, full.end)
    for match in _days(document.folded):
        month = calendar_words("months")[match["month"] or match["before"]]
        day = int(match["day"] or match["after"])
        if day > _LONGEST[month - 1] and not any(
            start < match.end() and match.start() < end for start, end in dated
        ):
            yield _hit(document, match.start(), match.end())


def _days(folded: str) -> Iterator[re.Match[str]]:
    """Yield each 30th and 31st of a month."""
    for day in _LAST_DAYS.finditer(folded):
        match = _day_of_month().search(folded, max(0, day.start() - _REACH), day.end() + _REACH)
        if match and match.start() <= day.start() < match.end():
            yield match


def _hit(document: Document, start: int, end: int) -> Hit:
    date = " ".join(document.text[start:end].split())
    return Hit(
        start,
        end,
        f"No calendar has this day: {date}.",
        evidence={"rule": "lengths of the months, leap years"},
    )


@cache
def _day_of_month() -> re.Pattern[str]:
    """Return the 30th and 31st of a month, no year needed: others can exist."""
    names = calendar_words("months")
    months = alternatives(name for name in names if len(name) >= _SHORTEST_NAME)
    return re.compile(
        rf"(?<![\d.,:/$\N{{EURO SIGN}}-])\b(?:(?P<day>3[01])(?:st|nd|rd|th|\.)?\s+"
        rf"(?:(?:of|de)\s+)?(?P<month>{months})\b|(?P<before>{months})\s+(?P<after>3[01])"
        r"(?:st|nd|rd|th)?\b(?![\d.,:]*\d|\s*%|\s+[^\W\d_]+s\b|\s+(?:percent|per|people|men)\b))"
    )


EXAMPLES = (
    Bad("The fair opened on 31 April 2023.", span="31 April 2023", language="en"),
    Bad("La feria abrió el 29 de febrero de 2023.", span="29 de febrero de 2023", language="es"),
    Bad("The fair opens on June 31.", span="June 31", language="en"),
    Good("The fair opened on 29 February 2024.", language="en"),
    Good("La feria abrió el 31 de enero.", language="es"),
)
