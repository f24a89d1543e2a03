"""Lines and the role that each plays in the record."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


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


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its line break; ``number`` counts from 0."""

    start: int
    end: int
    number: int
    role: Role = Role.PARAGRAPH


def split(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ``(start, end)`` of each line, line breaks left out.

    Breaks are LF, CRLF and CR; other separators of Unicode stay inside.
    """
    start = 0
    length = len(text)
    if "\r" not in text:
        while start <= length:
            end = text.find("\n", start)
            if end < 0:
                end = length
            yield start, end
            start = end + 1
        return
    while start <= length:
        end = start
        while end < length and text[end] not in "\r\n":
            end += 1
        yield start, end
        start = end + (2 if text.startswith("\r\n", end) else 1)
