"""How a record breaks its lines: a paragraph a line, or hard-wrapped."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from textassay.model import Span
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.text.lines import Line

WIDEST = 120
"""Code points; mail, manuals and Gutenberg texts wrap at 60 to 100, none wider was seen."""
NARROWEST = 40
"""Code points; columns narrower than this are verse or lists."""
PROSE_QUANTILE = 0.9
"""Nine lines of ten stay inside the column; a heading or an address may stand out."""
SLACK = 1.15
"""The ragged edge: lines that much longer than nine of ten still count as inside."""
WIDTH_QUANTILE = 0.98
"""The longest line that is none of the few with a long address at their end."""
OUTSIDE_SHARE = 0.25
"""Share of the letters; a title over one long paragraph is no column."""
FULL_SHARE = 0.5
"""Share of the breaks inside blocks that had no room for the next word and stand inside
a sentence: above 0.7 in wrapped prose, below 0.2 in verse, lists, menus and records
with a paragraph a line."""
_ENDS = ".!?:\N{IDEOGRAPHIC FULL STOP}\N{DEVANAGARI DANDA}"
APART = 5  # paragraphs before a blank line for each line that ends a sentence with room left
FEWEST_BREAKS = 2
"""Inner breaks; below two, chance decides."""


def column(text: str, spans: Sequence[tuple[int, int]]) -> int | None:
    """Return the column at which the text is hard-wrapped, None if it is not.

    A break is a wrap where the first word of the next line had no room left;
    verse, lists and menus break long before that.
    """
    lengths = sorted(end - start for start, end in spans if end > start)
    if len(lengths) <= FEWEST_BREAKS:
        return None
    tall = lengths[int((len(lengths) - 1) * PROSE_QUANTILE)]
    if not NARROWEST <= tall <= WIDEST:
        return None
    inside = bisect_left(lengths, tall * SLACK)
    if sum(lengths[inside:]) > OUTSIDE_SHARE * sum(lengths):
        return None
    width = lengths[int((inside - 1) * WIDTH_QUANTILE)]
    breaks = full = 0
    for (start, end), (next_start, next_end) in pairwise(spans):
        if start == end or next_start == next_end or text[next_start:next_end].isspace():
            continue
        breaks += 1
        if text[start:end].rstrip()[-1:] not in _ENDS:
            full += is_full(text, (start, end), (next_start, next_end), width)
    return width if breaks >= FEWEST_BREAKS and full >= FULL_SHARE * breaks else None


def is_full(text: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Tell whether the first word of the next line had no room on this one."""
    start, end = line
    if end - start < width // 2:
        return False
    head = text[following[0] : following[1]].split(maxsplit=1)
    return bool(head) and end - start + 1 + len(head[0]) > width


def lines_with_text(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Span]:
    """Yield the paragraphs of a text that is not hard-wrapped, whatever role its lines have."""
    for start, end in spans:
        if text[start:end].strip():
            yield Span(start, end)


def paragraphs(text: str, lines: Sequence[Line], width: int) -> Iterator[Span]:
    """Yield the paragraphs of a hard-wrapped text: lines that hold text, joined.

    Only lines of running text join: a heading, a list item or a row of a table
    is a paragraph by itself. A list item takes its wrapped rest along.
    """
    open_start: int | None = None
    open_end = 0
    previous: Line | None = None
    apart = _are_apart(text, lines, width)
    for line in lines:
        joined = (
            line.role is not Role.BLANK
            and previous is not None
            and open_start is not None
            and _continues(text, previous, line, width, apart=apart)
        )
        if not joined:
            if open_start is not None:
                yield Span(open_start, open_end)
            open_start = None if line.role is Role.BLANK else line.start
        open_end = line.end
        previous = line
    if open_start is not None:
        yield Span(open_start, open_end)


def _are_apart(text: str, lines: Sequence[Line], width: int) -> bool:
    """Tell whether blank lines part the paragraphs: few end at a line with room and none after."""
    blank = ended = 0
    for previous, line in pairwise(lines):
        if line.role is Role.BLANK:
            blank += previous.role is Role.PARAGRAPH
        elif previous.role is Role.PARAGRAPH and line.role is Role.PARAGRAPH:
            ended += _is_ended(text, previous) and not is_full(
                text, (previous.start, previous.end), (line.start, line.end), width
            )
    return blank > APART * ended


def _is_ended(text: str, line: Line) -> bool:
    return text[line.start : line.end].rstrip()[-1:] in _ENDS


def _continues(text: str, previous: Line, line: Line, width: int, *, apart: bool) -> bool:
    if line.role is not Role.PARAGRAPH:
        return False
    if previous.role not in {Role.PARAGRAPH, Role.LIST_ITEM, Role.CAPTION}:
        return False
    if is_full(text, (previous.start, previous.end), (line.start, line.end), width):
        return True
    ended = _is_ended(text, previous) and not apart
    return not ended and previous.end - previous.start > width // 2
