"""Copies word for word inside a record: which of them are defects, and how far they run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.candidates import FORMAL, MIN_WORDS, is_fragment
from textassay.checks.duplicates.kinds import Kind, Repeat
from textassay.checks.duplicates.pieces import is_address, is_prose, is_running, size
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.checks.duplicates.pieces import Pieces
    from textassay.text.document import Document

MIN_TITLE_WORDS = 4  # a title this short may recur as a section heading
MIN_LINE_WORDS = 3  # a whole line this short counts only right after its first copy
FORMULA_COPIES = 4  # copies of a short line from which on it is a refrain or a form label
FORMULA_WORDS = 20  # longer lines are no refrain, however often they recur
FORMAL_WORDS = 20  # a heading, list item or table row this long is repeated by mistake
_NUMBERED = lazy(r"\s*(?:[A-Z]|\d{1,3})(?:\.\d{1,3}){1,4}\.?\s")
SHORT_WORDS = 12  # below, a line must read as running text


def copies(
    document: Document, found: Pieces, groups: dict[str, list[int]]
) -> Iterator[tuple[int, int]]:
    """Yield (later, first) of the pieces that are copies worth a finding."""
    for group in groups.values():
        if len(group) < 2:  # noqa: PLR2004 - a repeat takes two
            continue
        first = group[0]
        words = size(found[first].words)
        if len(group) >= FORMULA_COPIES and words < FORMULA_WORDS:
            continue
        for later in group[1:]:
            if _is_defect(document, found, first, later, words):
                yield later, first


def _is_defect(document: Document, found: Pieces, first: int, later: int, words: float) -> bool:
    piece = found[later]
    if found[first].whole and document.line_at(found[first].start).role is Role.TITLE:
        return words >= MIN_TITLE_WORDS
    text = document.text[piece.start : piece.end]
    if is_address(text):
        return False
    if words < FORMAL_WORDS:
        line = document.line_at(piece.start)
        if line.role in FORMAL or _NUMBERED.match(document.text, line.start):
            return False  # a number before it: the table of contents has the heading too
    if words < SHORT_WORDS and (
        is_fragment(piece, text) or not is_prose(text) or not is_running(piece.as_written(document))
    ):
        return False
    if words >= MIN_WORDS:
        return True
    return words >= MIN_LINE_WORDS and later == first + 1 and piece.whole and found[first].whole


def runs(
    found: Pieces,
    keys: Sequence[str],
    groups: dict[str, list[int]],
    copied: dict[int, int],
) -> Iterator[Repeat]:
    """Join copies that follow one another in both places to passages."""
    done = -1
    for later in sorted(copied):
        if later <= done:
            continue
        first = copied[later]
        start, end = later, later + 1
        while (
            start - 1 > done
            and first + start - 1 - later >= 0
            and (keys[start - 1] == keys[first + start - 1 - later])
        ):
            start -= 1
        while (
            end < len(keys)
            and first + end - later < later
            and (keys[end] == keys[first + end - later])
        ):
            end += 1
        done = end - 1
        shift = first - later
        yield Repeat(
            Kind.PASSAGE if end - start > 1 else Kind.PIECE,
            (found[start + shift].start, found[end - 1 + shift].end),
            (found[start].start, found[end - 1].end),
            sum(map(size, found.words[start:end])),
            len(groups[keys[later]]),
        )
