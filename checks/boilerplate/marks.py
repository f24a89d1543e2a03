"""Cues that need no lexicon of a language: dates, handles, links, capitals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.layout import Row

DATE_WORDS = 12  # longer lines with a date are prose
HEADLINE_WORDS = 7  # all-capital section headings are shorter
CAPTION_WORDS = 12  # unended lines that are shorter are headings or list items
CAPTION_WORDS_MOST = 45

_WORD = re.compile(r"[^\W\d_][\w'.-]*")
_YEAR_OR_TIME = re.compile(
    r"(?:19|20)\d\d\b|\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b"
)
_SECTION = re.compile(r"\d{1,3}(?:\.\d{1,3}){0,4}[.)]\s")
_POST = re.compile(
    "[\N{EM DASH}\N{EN DASH}-]{1,2}\\s?[^\\n@]{1,60}\\(@\\w{1,30}\\)"
    "(?:\\s?[^\\W\\d_]{3,12}\\.? \\d{1,2}, \\d{4}"
    "|\\s?\\d{1,2}\\.?(?: de)? [^\\W\\d_]{3,12}\\.?(?: de)?,? \\d{4})?"
    "|pic\\.twitter\\.com/\\w+|https://t\\.co/\\w+"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+$")
_PICTURE = (
    "(?:photos?|fotos?|image|imagem|imagen|picture|bild|cr\u00e9dito?|credit)"
    "(?: by| de| von|:| courtesy)"
)
_OWNER = (
    "(?:getty images|shutterstock|ap photo|/ ?(?:ap|afp|reuters|epa|efe|dpa|getty|lusa|ansa)\\b)"
)
_CREDIT = re.compile(
    f"[(\\[](?:{_PICTURE}[^()\\[\\]\\n]{{1,100}}|[^()\\[\\]\\n]{{0,60}}{_OWNER}[^()\\[\\]\\n]{{0,60}})[)\\]]"
)
_AGENCY = re.compile(r"(?:\breuters|\bafp|\bap photo|\befe|\bepa|\bdpa|\bansa|\blusa) ?/ ?\w")


@dataclass(frozen=True, slots=True)
class Mark:
    """A cue seen in a row; start and end differ from the row's for a part of it."""

    kind: Kind
    cue: str
    start: int
    end: int


def find(row: Row) -> Iterator[Mark]:
    """Yield the marks of one row."""
    text, folded = row.text, row.folded
    if "@" in text or "t.co" in text or "pic.t" in text:
        for match in _POST.finditer(text):
            yield Mark(
                Kind.EMBED, "post residue", row.start + match.start(), row.start + match.end()
            )
    if "(" in text or "[" in text:
        for match in _CREDIT.finditer(folded):
            yield Mark(
                Kind.CREDIT,
                "credit in brackets",
                row.start + match.start(),
                row.start + match.end(),
            )
    if row.words <= DATE_WORDS and not row.ended:
        yield from _short(row)
    if row.words >= HEADLINE_WORDS and text.isupper():
        yield Mark(Kind.RELATED, "headline in capitals", row.start, row.end)


def _short(row: Row) -> Iterator[Mark]:
    if _is_date(row.folded):
        yield Mark(Kind.HEADER, "date line", row.start, row.end)
    if ("/" in row.text or "www." in row.folded) and _ADDRESS.fullmatch(row.folded):
        yield Mark(Kind.SOURCE, "bare address", row.start, row.end)
    if "/" in row.text and _AGENCY.search(row.folded):
        yield Mark(Kind.CREDIT, "agency with photographer", row.start, row.end)


def dated(folded: str) -> bool:
    """Tell whether a folded line has a year, a time or a date in digits."""
    return bool(_YEAR_OR_TIME.search(folded))


def numbered(folded: str) -> bool:
    """Tell whether a line begins with the number of a section: ``5.3. ...``."""
    return folded[0].isdecimal() and bool(_SECTION.match(folded))


def _is_date(folded: str) -> bool:
    if not dated(folded):
        return False
    words = [word.strip(".'-") for word in _WORD.findall(folded)]
    strange = sum(word not in date_words() for word in words)
    return strange == 0 or (strange == 1 and "|" in folded)


@cache
def date_words() -> frozenset[str]:
    """Return the words that a line of dates and times may hold."""
    return frozenset(lexicon.entries(__file__, "dates.txt"))
