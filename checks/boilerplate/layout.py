"""The lines that hold anything, with shape and place in the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document
    from textassay.text.lines import Role

PROSE_WORDS = 12  # a line of so many words that ends a sentence is prose: 97 % of news body lines
_END = lazy(
    "[.!?:\N{HORIZONTAL ELLIPSIS}\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}"
    "\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}\N{DEVANAGARI DANDA}]"
    "[\"'\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK})\\]\\s]*$"
)
_MARKS = lazy(
    r"(?:[^\w\"'\u2018\u2019\u201c\u201d\u00ab\u00bb(\u00bf\u00a1@#$\u20ac\u00a9\[<&-]|-(?=\s))+"
)


class Row(NamedTuple):
    """A line that holds anything, white space trimmed.

    ``words`` are counted by blanks; ``ended`` tells of a sentence mark at the
    end; ``ornament`` is the length of the marks before the first word, such
    as bullets, arrows and emoji; ``continues`` tells that the line runs on
    from the one before.
    """

    start: int
    end: int
    text: str
    folded: str
    words: int
    ended: bool
    ornament: int
    continues: bool
    role: Role

    @property
    def prose(self) -> bool:
        """Whether the line is running text: long, and a sentence ends it."""
        return self.ended and self.words >= PROSE_WORDS


_ROWS: WeakKeyDictionary[Document, list[Row]] = WeakKeyDictionary()


def rows(document: Document) -> list[Row]:
    """Return the rows of the document, in order; worked out once."""
    found = _ROWS.get(document)
    if found is None:
        found = _ROWS[document] = list(_rows(document))
    return found


def _rows(document: Document) -> Iterator[Row]:
    text, folded = document.text, document.folded
    adjacent = ""
    for line in document.lines:
        raw = text[line.start : line.end]
        piece = raw.strip()
        if not piece:
            adjacent = ""
            continue
        start = line.start + raw.index(piece[0])
        end = start + len(piece)
        ornament = 0 if piece[0].isalnum() else _ornament(piece)
        yield Row(
            start=start,
            end=end,
            text=piece,
            folded=folded[start:end],
            words=piece.count(" ") + 1,
            ended=piece[-1] in ".!?" or (not piece[-1].isalnum() and bool(_END.search(piece))),
            ornament=ornament,
            continues=_runs_on(adjacent, piece),
            role=line.role,
        )
        adjacent = piece


def _ornament(piece: str) -> int:
    match = _MARKS.match(piece)
    return match.end() if match else 0


def _runs_on(before: str, piece: str) -> bool:
    """Tell whether a line carries on a sentence wrapped from the line before."""
    return before.count(" ") >= WRAPPED_WORDS and before[-1] not in ".!?:" and piece[0].islower()


WRAPPED_WORDS = 5  # shorter lines are labels, not wrapped prose


def first_and_last_prose(found: list[Row]) -> tuple[int, int]:
    """Return the indexes of the first and the last prose row.

    Without prose they are ``len(found)`` and ``-1``: all is head and tail.
    """
    prose = [index for index, row in enumerate(found) if row.prose]
    return (prose[0], prose[-1]) if prose else (len(found), -1)
