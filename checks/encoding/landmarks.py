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
    BLANK,
    CAPITAL,
    CAPITAL_BEYOND,
    CLOSING,
    CLOSING_BEYOND,
    DIGIT,
    OPENING,
    OPENING_BEYOND,
    OTHER,
    SIGN,
    SMALL,
    STOP,
    UNKNOWN,
)
from textassay.text.patterns import places

if TYPE_CHECKING:
    from ahocorasick_rs import BytesAhoCorasick

    from textassay.text.document import Document

_CLOSING = STOP + CLOSING + CLOSING_BEYOND
_LETTERS = SMALL + CAPITAL + CAPITAL_BEYOND + UNKNOWN
_OPENING = OPENING + OPENING_BEYOND
_SIGNS = SIGN + CLOSING_BEYOND + OPENING_BEYOND
_CAPITALS = CAPITAL + CAPITAL_BEYOND
_WORD_OR_MARK = SMALL + CAPITAL + CAPITAL_BEYOND + DIGIT + _CLOSING + _OPENING + SIGN + OTHER
_QUESTION = "?"


class Landmarks(NamedTuple):
    """Offsets of the character in question, in order, by what is odd about it.

    ``after_blank``: a mark that closes; ``before_letter``: the same;
    ``before_stop``: the first of two of ``.,;``; ``before_blank``: a mark that
    opens; ``gaps``: the first of several blanks behind something else;
    ``humps``: a capital between small letters or figures and a small letter;
    ``inside``: a sign or a capital beyond ASCII between letters or signs.
    """

    after_blank: list[int]
    before_letter: list[int]
    before_stop: list[int]
    before_blank: list[int]
    gaps: list[int]
    humps: list[int]
    inside: list[int]


_NEEDLES = (
    (1, (BLANK, _CLOSING)),
    (0, (_CLOSING, _LETTERS)),
    (0, (STOP, STOP)),
    (0, (_OPENING, BLANK)),
    (1, (_WORD_OR_MARK, BLANK, BLANK)),
    (1, (SMALL + DIGIT, _CAPITALS, SMALL)),
    (1, (_CAPITALS, _CAPITALS, SMALL)),
    (1, (_LETTERS, _SIGNS, _LETTERS + _SIGNS)),
    (1, (SMALL + UNKNOWN, CAPITAL_BEYOND, _LETTERS + _SIGNS)),
)
"""Where in the needle the character stands, and the kinds one after the other."""
_FIELDS = (0, 1, 2, 3, 4, 5, 5, 6, 6)


@cache
def _searcher() -> tuple[BytesAhoCorasick, list[tuple[int, int]]]:
    from ahocorasick_rs import BytesAhoCorasick, Implementation

    needles = []
    meaning = []
    for field, (shift, kinds) in zip(_FIELDS, _NEEDLES, strict=True):
        for needle in map("".join, product(*kinds)):
            needles.append(needle.encode("ascii"))
            meaning.append((field, shift))
    return BytesAhoCorasick(needles, implementation=Implementation.DFA), meaning


def landmarks(document: Document) -> Landmarks:
    """Return the places of a document that a check may have to look at."""
    return document.view(_landmarks)


def _landmarks(document: Document) -> Landmarks:
    found = Landmarks([], [], [], [], [], [], [])
    searcher, meaning = _searcher()
    for needle, start, _ in searcher.find_matches_as_indexes(document.outline, overlapping=True):
        field, shift = meaning[needle]
        found[field].append(start + shift)
    return found


def questions(document: Document) -> list[int]:
    """Return the offsets of all question marks, whose kind the outline does not tell."""
    return list(places(document.text, _QUESTION)) if _QUESTION in document.alphabet else []
