"""Expressions of time that mean nothing without the day they were written on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.cues import cues
from textassay.checks.claims.dates import calendar_words
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from textassay.text.document import Document

# A weekday after one of these is a habit or part of a name (Good Friday, Sheffield Wednesday).
_NO_DEIXIS_BEFORE = lazy(
    r"\b(?:black|good|ash|holy|easter|palm|bloody|super|cyber|giving|shrove|fat|sheffield|every"
    r"|each|one|some|los|cada|santo|mail\s+on|back|joe|ruby)\s+$"
)
_DATE_AFTER = lazy(r"\s*,?\s*(?:the\s+)?(?:\d|(?P<word>\w+)\.?\s+\d)")
_CAPITAL_AFTER = lazy(r"\s+(?!I\b)[^\W\d_]+\b")
# Cues that mean time only with a unit of it behind them, however many words between.
_WEAK = frozenset(
    {
        *("beginning", "coming", "end", "following", "last", "next", "past", "previous"),
        *("start", "this", "comienzos", "dentro", "esta", "este", "fin", "finales", "fines"),
        *("hace", "inicios", "mediados", "principios", "va"),
    }
)
_TIME_AFTER = lazy(  # by the beginnings of units, of months and of days
    r"(?:\s+[^\W_]+){0,5}?\s+(?:\d|minut|hour|da[iy]|week|month|year|decade|centur|quarter|season"
    r"|spring|summer|autumn|winter|morning|afternoon|evening|night|(?:mon|tues|wednes)day"
    r"|(?:thurs|fri|satur|sun)day|jan|feb|mar|apr|abr|may|ju[nl]|aug|sep|oct|nov|dec"
    r"|hora|d\N{LATIN SMALL LETTER I WITH ACUTE}a|sem|fin\s|mes|trim|siglo|temp|curso|prim|ver"
    r"|oto|inv|a\N{LATIN SMALL LETTER N WITH TILDE}o|d\N{LATIN SMALL LETTER E WITH ACUTE}c|ene"
    r"|ago|set|dic|lunes|mi\N{LATIN SMALL LETTER E WITH ACUTE}r|jueves|vier|dom|tarde"
    r"|s\N{LATIN SMALL LETTER A WITH ACUTE}b|noche|madru|ma\N{LATIN SMALL LETTER N WITH TILDE})"
)
_WINDOW = 24  # code points before a weekday that may hold the rest of a name


def expressions(document: Document, language: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each relative expression of time, quotations left out.

    Weekdays without a date, today, last week, three days ago, and their like.
    Never a bare month or day of a month, "recently", "now" or a length of time.

    Args:
        document: The document.
        language: "en" or "es".
    """
    for match in _matches(document, language):
        if match["weekday"] and _is_no_deixis(document, match):
            continue
        if document.quotation_at(match.start()) is None:
            yield match.span()


def _matches(document: Document, language: str) -> Iterator[re.Match[str]]:
    """Yield the matches in the sentences that hold a cue."""
    pattern = phrases.pattern(f"relative_time.{language}.txt")
    end = -1
    for start, cue in cues(document, "relative_time"):
        if cue in _WEAK and _TIME_AFTER.match(document.folded, start + len(cue)) is None:
            continue
        sentence = document.sentence_at(start) if start >= end else None
        if sentence is not None:
            end = sentence.end
            yield from pattern.finditer(document.folded, sentence.start, sentence.end)


def _is_no_deixis(document: Document, match: re.Match[str]) -> bool:
    """Tell whether a weekday belongs to a date, to a name or to a habit."""
    start = match.start("weekday")
    before = document.folded[max(0, start - _WINDOW) : start]
    if _NO_DEIXIS_BEFORE.search(before):
        return True
    date = _DATE_AFTER.match(document.folded, match.end())
    if date and (date["word"] is None or date["word"] in calendar_words("months")):
        return True
    after = _CAPITAL_AFTER.match(document.text, match.end())
    return bool(after and after.group().strip().istitle() and document.text[start].isupper())
