"""The role of each line, by its shape, its place and its neighbours.

Conservative on purpose: a line is a PARAGRAPH unless its shape and its
neighbours agree on something else. No role needs to know the language; the
few words that help (labels of captions, bylines, months) are lexicons of many.

What each role asks for:
    TITLE: the first line of the record that reads as a phrase, not as a date
        or a label, before longer text.
    DECK: the phrase right below the title, longer than a heading.
    HEADING: a short phrase without end mark, right before running text.
    DATELINE: a place with a date, an agency or a dash, alone on its line.
    CAPTION: a label ("Photo:"), a credit in a closing parenthesis, or a
        phrase that points into the picture.
    LIST_ITEM: a bullet or a number, with a neighbour of the same kind.
    TABLE: rows of cells, figures, scores, line-ups or labelled values.
    VERSE: four short lines in a row that break where no sentence does.
    SIGNATURE: a byline, or a name behind a dash, near either end.
A line that holds only a date, a section or a site name is header matter, no
role of its own: it stays a PARAGRAPH and is never the title.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.text import layout, rows, shapes, verse
from textassay.text.lines import Line, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_PHRASE = 200
"""Code points; longer lines are running text (longest title in 900 news pages: 163)."""
LONGEST_HEADING = 80
MOST_HEADING_WORDS = 12
"""Section headings of news and handbooks: 95 % have at most 9 words."""
MOST_CAPITALS_WORDS = 8
"""A line all in capitals is a heading up to here; longer ones are headlines of others."""
TITLE_REACH = 5
"""The title is among the first five lines; before it stand dates and section names."""
DATELINE_REACH = 10
"""A dateline stands above the text, among the first ten lines."""
ENDS_REACH = 6
"""A signature is among the first or last six lines."""
BODY_LENGTH = 80
"""Code points; a line of this length below a heading is running text."""
# Looking a member up in its class costs as much as many of these tests.
_BLANK, _PARAGRAPH, _LIST_ITEM = Role.BLANK, Role.PARAGRAPH, Role.LIST_ITEM
_TABLE, _VERSE = Role.TABLE, Role.VERSE


def assign(text: str, spans: Sequence[tuple[int, int]], width: int | None) -> tuple[Line, ...]:
    """Return the lines with their roles; ``width`` is the column of a hard-wrapped text."""
    contents = [text[start:end].strip() for start, end in spans]
    roles: list[Role | None] = [
        (None if len(content) <= LONGEST_PHRASE else _PARAGRAPH) if content else _BLANK
        for content in contents
    ]
    order = [index for index, role in enumerate(roles) if role is not _BLANK]
    short = [index for index in order if len(contents[index]) <= LONGEST_PHRASE]
    rows.mark_list_items(contents, roles, order)
    rows.mark_tables(contents, roles, order)
    if width is None:
        verse.mark(contents, roles)
    else:
        _mark_wrapped(text, spans, roles, width)
    _mark_captions(contents, roles, short)
    _mark_phrases(contents, roles, order)
    return tuple(
        [
            Line(start, end, number, role or _PARAGRAPH)
            for number, ((start, end), role) in enumerate(zip(spans, roles, strict=True))
        ]
    )


def _mark_wrapped(
    text: str, spans: Sequence[tuple[int, int]], roles: list[Role | None], width: int
) -> None:
    """Settle the lines of wrapped paragraphs: both sides of each full break."""
    for index in range(len(spans) - 1):
        pair = roles[index], roles[index + 1]
        if Role.BLANK in pair or pair == (None, Role.LIST_ITEM):
            continue
        if layout.is_full(text, spans[index], spans[index + 1], width):
            roles[index] = roles[index] or Role.PARAGRAPH
            roles[index + 1] = roles[index + 1] or Role.PARAGRAPH


def _mark_captions(contents: list[str], roles: list[Role | None], short: Sequence[int]) -> None:
    """Set the captions among the lines that are still open."""
    waiting = [index for index in short if roles[index] is None]
    phrases = shapes.picture_phrases(contents[index] for index in waiting)
    for index in waiting:
        if shapes.is_caption(contents[index], phrases):
            roles[index] = Role.CAPTION


def _mark_phrases(contents: list[str], roles: list[Role | None], order: list[int]) -> None:
    """Set title, deck, datelines, signatures and headings, in this order."""
    last = len(order) - 1
    title = _title(contents, roles, order)
    if title is not None:
        roles[order[title]] = Role.TITLE
        if title < last and _is_deck(contents, roles, order, title + 1):
            roles[order[title + 1]] = Role.DECK
    for place, index in enumerate(order):
        if roles[index] is not None:
            continue
        content = contents[index]
        near_end = place < ENDS_REACH or last - place < ENDS_REACH
        if place < DATELINE_REACH and shapes.is_dateline(content):
            roles[index] = Role.DATELINE
        elif shapes.is_signature(content, near_end=near_end):
            roles[index] = Role.SIGNATURE
        elif place < last and _is_heading(contents, roles, index, order[place + 1]):
            roles[index] = Role.HEADING


def _title(contents: list[str], roles: list[Role | None], order: list[int]) -> int | None:
    """Return the place in ``order`` of the title, None without one."""
    fallback = None
    for place, index in enumerate(order[: min(TITLE_REACH, len(order) - 1)]):
        content = contents[index]
        if roles[index] is not None or shapes.is_statement(content):
            return fallback
        if not shapes.is_title_phrase(content):
            continue
        below = contents[order[place + 1]]
        if shapes.counts_as_words(content, at_least=3):
            longer = any(len(contents[after]) > len(content) for after in order[place + 1 :])
            return place if longer else None
        if fallback is None and len(below) >= BODY_LENGTH:
            fallback = place
    return fallback


def _is_deck(contents: list[str], roles: list[Role | None], order: list[int], place: int) -> bool:
    """Tell whether the line below the title is its deck, not a heading or the lede."""
    index = order[place]
    content = contents[index]
    return (
        place < len(order) - 1
        and roles[index] is None
        and len(content) > LONGEST_HEADING // 2
        and shapes.is_title_phrase(content)
        and shapes.is_single(content)
        and not shapes.is_numbered(content)
    )


def _is_heading(contents: list[str], roles: list[Role | None], index: int, following: int) -> bool:
    """Tell whether a short phrase heads the running text below it."""
    content, below, role = contents[index], contents[following], roles[following]
    if len(content) > LONGEST_HEADING:
        return False
    if role is not _LIST_ITEM and role is not _TABLE and role is not _VERSE:
        longer = role is None and len(below) > len(content) and shapes.is_sentence(below)
        if len(below) < BODY_LENGTH and not longer:
            return False
    if not shapes.is_heading_phrase(content) or shapes.is_dated(content):
        return False
    words = content.count(" ") + 1
    return words <= (MOST_CAPITALS_WORDS if content.isupper() else MOST_HEADING_WORDS)
