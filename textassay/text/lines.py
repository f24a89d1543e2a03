"""Lines and the role that each plays in the record."""

from __future__ import annotations

from enum import StrEnum

from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy


class Role(StrEnum):
    """What a line is to the record as a whole."""

    BLANK = "blank"
    TITLE = "title"
    DECK = "deck"
    HEADING = "heading"
    DATELINE = "dateline"
    CAPTION = "caption"
    LIST_ITEM = "list-item"
    TABLE = "table"
    VERSE = "verse"
    SIGNATURE = "signature"
    PARAGRAPH = "paragraph"


class Line(NamedTuple):
    """A line without its line break; ``number`` counts from 0."""

    start: int
    end: int
    number: int
    role: Role = Role.PARAGRAPH


_BREAK = lazy(r"\r\n?|\n")


def texts(text: str) -> list[str]:
    """Return the lines themselves, in order."""
    return text.split("\n") if "\r" not in text else _BREAK.split(text)


def split(text: str) -> list[tuple[int, int]]:
    """Return the ``(start, end)`` of each line, line breaks left out.

    Breaks are LF, CRLF and CR; other separators of Unicode stay inside.
    """
    if "\r" not in text:
        start = 0
        spans = []
        for line in texts(text):
            end = start + len(line)
            spans.append((start, end))
            start = end + 1
        return spans
    starts = [0]
    ends = []
    for match in _BREAK.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    ends.append(len(text))
    return list(zip(starts, ends, strict=True))
