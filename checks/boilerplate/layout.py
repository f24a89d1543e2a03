"""The lines that hold anything, with shape and place in the record."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text import lexicon
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document
    from textassay.text.lines import Role

PROSE_WORDS = 12  # a line of so many words that ends a sentence is prose: 97 % of news body lines
RUNNING_WORDS = 8  # of a line that runs on in the next one: the date of a comment is shorter
REST_WORDS = 4  # of the next one, where it ends no sentence: buttons are shorter
_STOPS = (
    ".!?:\N{HORIZONTAL ELLIPSIS}\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}"
    "\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}\N{DEVANAGARI DANDA}"
)
_CLOSERS = (
    "\"'\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK})]"
)
_END = lazy(rf"[{_STOPS}][{_CLOSERS[:-1]}\]\s]*$")
_DEFINITION = lazy(r"\[[^\]\n]+\]: *\S+$")  # of a link, in Markdown
_MARKS = lazy(
    r"(?:[^\w\"'\u2018\u2019\u201c\u201d\u00ab\u00bb(\u00bf\u00a1@#$\u20ac\u00a9\[<&-]|-(?=\s))+"
)


class Row(NamedTuple):
    """A line that holds anything, white space trimmed.

    ``words`` are counted by blanks; ``ended`` tells of a sentence mark at the
    end; ``ornament`` is the length of the marks before the first word, such
    as bullets, arrows and emoji; ``continues`` tells that the line runs on
    from the one before; ``prose`` of running text: long, and a sentence ends it
    or runs on in the next line.
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
    prose: bool


def rows(document: Document) -> list[Row]:
    """Return the rows of the document, in order; worked out once."""
    return document.view(_listed)


def _listed(document: Document) -> list[Row]:
    found = list(_rows(document))
    for index, row in enumerate(found):
        if row.continues and index > 1 and _is_wrapped(found[index - 1], row):
            found[index - 1] = found[index - 1]._replace(prose=True)
    return found


def _is_wrapped(row: Row, after: Row) -> bool:
    """Tell whether a line and the rest of it are running text, no headline and a button."""
    return row.words >= RUNNING_WORDS and (after.ended or after.words >= REST_WORDS)


def _is_ended(piece: str) -> bool:
    """Tell whether a line that ends in a mark ends as a sentence; the usual ends fast."""
    last = piece[-1]
    if last in _STOPS or (last in _CLOSERS and piece[-2:-1] in [*_STOPS]):
        return True
    return _END.search(piece) is not None


def _rows(document: Document) -> Iterator[Row]:
    text, folded = document.text, document.folded
    adjacent = ""
    begun = _paragraph_starts(document)
    for start, end, _, role in document.lines:
        wrapped = bool(begun) and start not in begun
        raw = text[start:end]
        piece = raw.strip()
        if not piece:
            adjacent = ""
            continue
        if len(piece) < len(raw):
            start += raw.index(piece[0])  # noqa: PLW2901 - without the white space around it
            end = start + len(piece)  # noqa: PLW2901
        words = piece.count(" ") + 1
        last = piece[-1]
        ended = last in ".!?" or (not last.isalnum() and _is_ended(piece))
        opens = piece[0]
        if opens == "[" and _DEFINITION.match(piece):
            continue
        yield Row(
            start,
            end,
            piece,
            folded[start:end],
            words,
            ended,
            0 if opens.isalnum() else _ornament(piece),
            bool(adjacent) and (wrapped or _runs_on(adjacent, opens)),
            role,
            ended and words >= PROSE_WORDS,
        )
        adjacent = piece


def _paragraph_starts(document: Document) -> set[int]:
    """Return where the paragraphs of a hard-wrapped text begin, nothing for any other text."""
    if document.column is None:
        return set()
    return {paragraph.start for paragraph in document.paragraphs}


def _ornament(piece: str) -> int:
    match = _MARKS.match(piece)
    return match.end() if match else 0


def _runs_on(before: str, opens: str) -> bool:
    """Tell whether a line may end inside a sentence that is wrapped.

    The next one opens with a small letter, or the line breaks off.
    """
    if before[-1] in ".!?:":
        return False
    full = len(before) >= WRAPPED and " " in before
    if opens.islower():
        return full or before.count(" ") >= WRAPPED_WORDS
    return full and breaks_off(before)


def breaks_off(line: str) -> bool:
    """Tell whether a line ends in a comma or a word in which no sentence and no title ends."""
    last = line.rpartition(" ")[2]  # "vitamin A" does not break off
    return line[-1] in ",;" or (last.lower() if line.isupper() else last) in unfinished()


@cache
def unfinished() -> frozenset[str]:
    """Return the words in which no title ends: articles, prepositions."""
    return frozenset(lexicon.entries(__file__, "unfinished.txt"))


WRAPPED_WORDS = 5  # shorter lines are labels, not wrapped prose
WRAPPED = 50  # or code points: of few words where one is an address


def first_and_last_prose(found: list[Row]) -> tuple[int, int]:
    """Return the indexes of the first and the last prose row.

    Without prose they are ``len(found)`` and ``-1``: all is head and tail.
    """
    first = next((index for index, row in enumerate(found) if row.prose), len(found))
    if first == len(found):
        return first, -1
    return first, next(index for index in range(len(found) - 1, -1, -1) if found[index].prose)
