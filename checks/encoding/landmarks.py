"""Where marks, blanks and letters meet oddly: one scan that the checks share.

The outline of the text is searched once for pairs and triples of kinds, by an
automaton, at 500 MB/s. What is found is a reason to look, never a finding.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text.outline import (
    APOSTROPHE,
    BLANK,
    BLANK_BEYOND,
    CAPITAL,
    CAPITAL_BEYOND,
    CLOSING,
    CLOSING_BEYOND,
    DIGIT,
    MARK,
    OPENING,
    OPENING_BEYOND,
    OTHER,
    POINT,
    QUOTE,
    SIGN,
    SMALL,
    SMALL_BEYOND,
    SMALL_LEAD,
    STOP,
    UNKNOWN,
)
from textassay.text.patterns import places

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

    from textassay.text.document import Document

_STOPS = POINT + STOP
_CLOSING = _STOPS + CLOSING + CLOSING_BEYOND
_SMALL = SMALL + SMALL_BEYOND + SMALL_LEAD
_CAPITALS = CAPITAL + CAPITAL_BEYOND
_LETTERS = _SMALL + _CAPITALS + UNKNOWN
_OPENING = OPENING + OPENING_BEYOND
_SIGNS = SIGN + QUOTE + CLOSING_BEYOND + OPENING_BEYOND
_BLANKS = BLANK + BLANK_BEYOND
_WORD_OR_MARK = (
    _SMALL + _CAPITALS + DIGIT + _CLOSING + _OPENING + SIGN + QUOTE + APOSTROPHE + MARK + OTHER
)
_BEYOND = (
    SMALL_BEYOND + SMALL_LEAD + CAPITAL_BEYOND + CLOSING_BEYOND + OPENING_BEYOND + SIGN + QUOTE
    + APOSTROPHE + MARK + BLANK_BEYOND
)  # fmt: skip
_BEFORE_MARK = _LETTERS + DIGIT + _CLOSING + SIGN + OTHER
_PLAIN_AFTER = {
    SMALL_BEYOND: SMALL_BEYOND + SMALL_LEAD,
    QUOTE: SMALL_BEYOND + SMALL_LEAD + CAPITAL_BEYOND,
    APOSTROPHE: SMALL_BEYOND + SMALL_LEAD + CAPITAL_BEYOND,
}
"""Two that are no sequence of UTF-8 in any set of characters, or that open a word."""
_QUESTION = "?"


class Landmarks(NamedTuple):
    """Offsets of the character in question, in order, by what is odd about it.

    ``after_blank``: a mark that closes; ``before_letter``: the same behind
    a word or a mark, a full stop only before what is no small letter of ASCII;
    ``before_stop``: the first of two of ``.,;``; ``before_blank``: a mark that
    opens; ``gaps``: the first of several blanks behind something else;
    ``humps``: a capital between small letters or figures and a small letter;
    ``inside``: a sign or a capital beyond ASCII between letters or signs;
    ``adjoining``: the first of several characters beyond ASCII that may be one in UTF-8.
    """

    after_blank: list[int]
    before_letter: list[int]
    before_stop: list[int]
    before_blank: list[int]
    gaps: list[int]
    humps: list[int]
    inside: list[int]
    adjoining: list[int]


_NEEDLES = (
    (0, 1, (_BLANKS, _CLOSING)),
    (1, 1, (_BEFORE_MARK, STOP + CLOSING + CLOSING_BEYOND, _LETTERS)),
    (1, 1, (_BEFORE_MARK, POINT, _LETTERS.replace(SMALL, ""))),  # "file.txt"
    (2, 0, (_STOPS, _STOPS)),
    (3, 0, (_OPENING, _BLANKS)),
    (4, 1, (_WORD_OR_MARK, _BLANKS, _BLANKS)),
    (5, 1, (_SMALL + DIGIT, _CAPITALS, _SMALL)),
    (5, 1, (_CAPITALS, _CAPITALS, _SMALL)),
    (6, 1, (_LETTERS, _SIGNS, _LETTERS + _SIGNS)),
    (6, 1, (_SMALL + UNKNOWN, CAPITAL_BEYOND, _LETTERS + _SIGNS)),
    *(
        (7, 0, (first, "".join(sorted(set(_BEYOND) - set(_PLAIN_AFTER.get(first, ""))))))
        for first in _BEYOND
    ),
    (7, 0, ("".join(_PLAIN_AFTER), SMALL_BEYOND, _PLAIN_AFTER[SMALL_BEYOND])),
)
"""Which field, where in the needle the character stands, and the kinds one after the other."""


@cache
def _searcher() -> tuple[BytesAhoCorasick, list[tuple[int, int]]]:
    from ahocorasick_rs import BytesAhoCorasick, Implementation

    needles = []
    meaning = []
    for field, shift, kinds in _NEEDLES:
        for needle in map("".join, product(*kinds)):
            needles.append(needle.encode("ascii"))
            meaning.append((field, shift))
    return BytesAhoCorasick(needles, implementation=Implementation.DFA), meaning


def landmarks(document: Document) -> Landmarks:
    """Return the places of a document that a check may have to look at."""
    return document.view(_landmarks)


def _landmarks(document: Document) -> Landmarks:
    found = Landmarks([], [], [], [], [], [], [], [])
    searcher, meaning = _searcher()
    for needle, start, _ in searcher.find_matches_as_indexes(document.outline, overlapping=True):
        field, shift = meaning[needle]
        found[field].append(start + shift)
    return found


def questions(document: Document) -> list[int]:
    """Return the offsets of all question marks, whose kind the outline does not tell."""
    return list(places(document.text, _QUESTION)) if _QUESTION in document.alphabet else []
