"""The lines of a page that say when: dates, times, the way to the section with its day."""

from __future__ import annotations

from functools import cache
from operator import or_
from typing import TYPE_CHECKING

from textassay.text import lexicon
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row

DATE_WORDS = 12  # longer lines with a date are prose
PARTED_WORDS = 16  # with bars and dashes
HOURS = (" h.", " hs.", " hrs.", "a.m.", "p.m.", "a. m.", "p. m.")  # "3 may 2019 / 9:40 h."
_PARTED = lazy(r"\s(?:[|/\u2022\u00b7\u2013-]|--)\s")
_BARS = lazy(r"\s[|\u2022\u00b7]\s")
_DASHES = lazy(r"\s(?:[/\u2013\u2014-]|--)\s")
_AGO = lazy(
    r"\b(?:updated|posted|published|(?:actuali[sz]|atuali[sz]|public)ad[oa]|aktualisiert"
    r"|mise? \u00e0 jour|aggiornat[oa])[:,]? (?:h\u00e1 |hace |vor |il y a )?\d{1,2} ?(?:h|min|"
    r"(?:hour|hr|minute|min|day|hora|minuto|d[i\u00ed]a|stunde|heure|jour)s?|stunden|minuten|tagen?"
    r"|or[ae]|minuti|giorni)\b"
)  # "updated 3 hours ago"
DASHED = 3  # parts of a line of the site, the section and the day
_COMMA = lazy(r",\s")  # "Tech, May 2, 2024, 5:40 PM": a place and a day are a dateline
_DIGIT = lazy(r"\d")
_YEAR_OR_TIME = lazy(
    r"(?=\d)(?:(?:19|20)\d\d\b|\b\d{1,2}(?:[:.h]\d\d\b|[/.-]\d{1,2}[/.-]\d{2,4}\b))"
)
_ZONE = lazy(r"(\d[:.]\d\d(?: ?[ap]\.?m\.?)?) \(?[a-z]{1,3}t\)?$")  # "4:30 PM PHT"
_FIGURES = r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d\d-\d\d"
_IN_FIGURES = lazy(_FIGURES)
_NUMERIC = lazy(rf"\b\d{{1,2}}[:.h]\d\d\b|{_FIGURES}")
_CLOCK = lazy(
    r"\b\d{4} gmt\b|\b\d{1,2}(?:[:h]\d\d\b|[:.]\d\d ?(?:[ap]\.?m\b|uhr\b|gmt\b|[a-z]{1,2}t\b))"
)
_DAY = lazy(r"\b\d{1,2}\.?(?: de| di)? [^\W\d_]{3,10}|[^\W\d_]{3,10}\.? \d{1,2}(?!\d)")
_SECTION = lazy(r"\d{1,3}(?:\.\d{1,3}){0,4}[.)]\s")
_SUBSECTION = lazy(r"\d{1,3}(?:\.\d{1,3}){1,4}[.)]\s")  # "7. May" may be a date, "3.15. " not
SITE_WORDS = 5  # of the name of a site
SEGMENT_WORDS = 3  # of a menu entry
_WORD = lazy(r"[^\W\d_]+(?:['.-][^\W\d_]+)*")


def cue(row: Row) -> str:
    """Return the cue of a row that says when, "" if it does not."""
    folded = _ZONE.sub(r"\1", row.folded)
    if row.ended and not (has_day(folded) or _IN_FIGURES.search(folded)):
        return ""  # "Time: 8:00 p.m."
    may_date = _YEAR_OR_TIME.search(folded) is not None and not _SUBSECTION.match(folded)
    if may_date and row.words <= DATE_WORDS and _is_date(folded):
        if _CLOCK.search(folded):
            return "date and time line"
        return "date line" if to_the_day(folded) else "month or year line"
    if _AGO.search(folded):
        return "date and time line"
    return "dated way to the section" if may_date and _is_dated_way(folded) else ""


def fits_date(row: Row) -> bool:
    """Tell whether a line is no longer than one of a date, with the site and the section."""
    return row.words <= DATE_WORDS or (
        row.words <= PARTED_WORDS and _PARTED.search(row.folded) is not None
    )


def dated(folded: str) -> bool:
    """Tell whether a folded line has a year, a time or a date in digits."""
    return _DIGIT.search(folded) is not None and _YEAR_OR_TIME.search(folded) is not None


def to_the_day(folded: str) -> bool:
    """Tell whether a folded line has a date with its day, or a time: books appear in a year."""
    return has_day(folded) or _NUMERIC.search(folded) is not None


def has_day(folded: str) -> bool:
    """Tell whether a folded line names a day of a month and its year: ``june 5, 2023``."""
    return dated(folded) and any(
        not date_words().isdisjoint(match.group().replace(".", " ").split())
        for match in _DAY.finditer(folded)
    )


def numbered(folded: str) -> bool:
    """Tell whether a line begins with the number of a section: ``5.3. ...``."""
    return folded[0].isdecimal() and bool(_SECTION.match(folded))


def _is_date(folded: str) -> bool:
    strange = _strange(folded)
    if strange <= STRANGE:
        return strange == 0 or _PARTED.search(folded) is not None
    return _dated_parts(_BARS.split(folded), SEGMENT_WORDS)


def _dated_parts(parts: list[str], longest: int) -> bool:
    """Tell whether short parts, one a date, make a line: "Jane Smith | Palma | 08/01/2014"."""
    dates = [_strange(part) == 0 for part in parts]
    return all(map(or_, dates, (part.count(" ") <= longest for part in parts))) and any(
        date and to_the_day(part) for date, part in zip(dates, parts, strict=True)
    )


def _is_dated_way(folded: str) -> bool:
    """Tell whether a line names site or section and the day: "The Herald - Council - 3 May 2021".

    Events are written so too: the line tells nothing unless it stands below a title.
    """
    parts = _DASHES.split(folded)
    if len(parts) < DASHED and _CLOCK.search(folded):
        parts = _COMMA.split(folded, maxsplit=1)
        return len(parts) > 1 and _dated_parts(parts, SITE_WORDS)
    return len(parts) >= DASHED and _dated_parts(parts, SITE_WORDS)


def _strange(folded: str) -> int:
    """Return how many words of a folded text tell of no date."""
    words = _WORD.findall(folded)
    return sum(word.strip(".'-") not in date_words() for word in words)


STRANGE = 2  # words of a section or a site beside a date, parted from it by a bar


@cache
def date_words() -> frozenset[str]:
    """Return the words that a line of dates and times may hold."""
    return frozenset(lexicon.entries(__file__, "dates.txt"))
