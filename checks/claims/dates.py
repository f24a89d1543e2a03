"""Full dates in running text, in English, Spanish, French, German and Portuguese."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text.document import once
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy, matches_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textassay.text.document import Document

MONTHS = 12
# A line is a date line when it holds little else: "REGION | 21-03-2022 09:15", "By A Name, ...".
LETTERS_BESIDE_DATE = 40
LONGEST_LINE = 200  # code points: no date line is longer

_LETTER = lazy(r"[^\W\d_]")

LONGEST_DATE = 60  # code points before the year: "quarta-feira, dia 25 de setembro do ano de"

YEAR = lazy(r"[12](?<!\d[12])(?:(?<=1)[5-9]|(?<=2)0)\d\d(?!\d)")


# Any word may stand where a month or a weekday would: a lexicon in a pattern is slow to compile.
_WEEKDAY = (
    r"(?:(?<![\w-])(?P<weekday>[^\W\d_]+(?:-[^\W\d_]+)?)\.?,?\s+"
    r"(?:(?:the|el|d\N{LATIN SMALL LETTER I WITH ACUTE}a|le|den|dem|dia|o|of)\s+){0,2})?"
)
_MONTH_FIRST = lazy(
    rf"{_WEEKDAY}\b(?P<month>[^\W\d_]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+\Z"
)
_DAY_FIRST = lazy(
    rf"{_WEEKDAY}\b(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|\.|\N{{MASCULINE ORDINAL INDICATOR}}"
    rf"|\N{{DEGREE SIGN}})?\s+(?:(?:of|de)\s+)?(?P<month>[^\W\d_]+)\.?,?\s+"
    rf"(?:del?\s+)?(?:a\N{{LATIN SMALL LETTER N WITH TILDE}}o\s+)?\Z"
)
_FIGURES = lazy(
    r"(?<![\d./-])(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)(?![\d-])"
    r"|(?P<dmy>\d{1,2}([-/.])\d{1,2}\3(?:19|20)\d\d)(?![\d./-]\d))"
)


class FullDate(NamedTuple):
    """Day, month and year as written; ``date`` None where no such day exists.

    ``weekday`` is the day of the week as written (0 is Monday), and
    ``numeric`` tells that month and day may have changed places.
    """

    start: int
    end: int
    day: int
    month: int
    year: int
    weekday: int | None = None
    weekday_span: tuple[int, int] | None = None
    numeric: bool = False

    @property
    def date(self) -> date | None:
        """The calendar day, or None where the calendar has no such day."""
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


@cache
def calendar_words(kind: str) -> dict[str, int]:
    """Return names of "months" (1 to 12) or "weekdays" (0 is Monday)."""
    rows = (line.split("\t") for line in entries(__file__, f"{kind}.txt"))
    return {name: int(number) for name, number, *_ in rows}


@cache
def weekday_names(language: str) -> dict[int, str]:
    """Return the full names of the days of the week in a language."""
    rows = (line.split("\t") for line in entries(__file__, "weekdays.txt"))
    return {int(number): name for name, number, used in rows if language in used.split()}


@once
def full_dates(document: Document) -> tuple[FullDate, ...]:
    """Return the full dates of the document in order."""
    text = document.folded
    found = []
    end = 0
    for year in matches_at(YEAR, text, document.figures):
        floor = max(end, year.start() - LONGEST_DATE)
        full = _around(text, floor, year.start()) if year.start() >= end else None
        end = max(end, full.end if full else year.end())
        if full:
            found.append(full)
    return tuple(found)


def _around(text: str, floor: int, year: int) -> FullDate | None:
    """Return the date that a year belongs to, if any."""
    end = year + len("2000")
    after = text[end : end + 1]
    dated = any(map(str.isdecimal, text[floor:year]))  # the day; behind most years is none
    if dated and not (after.isalnum() or after == "_"):  # "the 1990s"
        for pattern in (_MONTH_FIRST, _DAY_FIRST):
            match = pattern.search(text, floor, year)
            if match and match["month"] in calendar_words("months"):
                return _written(match, int(text[year:end]), end)
    match = _FIGURES.search(text, floor, year + len("2000-01-01"))
    return _in_figures(match) if match else None


def is_date_line(document: Document, full: FullDate) -> bool:
    """Tell whether the line of a date holds little besides it."""
    line = document.line_at(full.start)
    if line.end - line.start > LONGEST_LINE:
        return False
    around = document.text[line.start : full.start] + document.text[full.end : line.end]
    return len(_LETTER.findall(around)) <= LETTERS_BESIDE_DATE


def _written(match: re.Match[str], year: int, end: int) -> FullDate:
    day, month = int(match["day"]), calendar_words("months")[match["month"]]
    start = min(match.start("day"), match.start("month"))
    weekday = calendar_words("weekdays").get(match["weekday"] or "")
    if weekday is None:
        return FullDate(start, end, day, month, year)
    span = match.span("weekday")
    return FullDate(span[0], end, day, month, year, weekday, span)


def _in_figures(match: re.Match[str]) -> FullDate:
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
    else:
        day, month, year = (int(part) for part in re.split(r"[-/.]", match["dmy"]))
        if month > MONTHS >= day:  # month first, as in the United States
            day, month = month, day
    return FullDate(match.start(), match.end(), day, month, year, numeric=True)


def alternatives(names: Iterable[str]) -> str:
    """Return a pattern for any of the names, longer ones first."""
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
