"""Frequent words that a blank has cut in two; rarer joins were chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.candidates import entries_near
from textassay.checks.typos.vocabulary import LOWER, foreign, vocabulary

if TYPE_CHECKING:
    from textassay.checks.typos.unknown import Unknown
    from textassay.checks.typos.vocabulary import Vocabulary
    from textassay.text.document import Document

SHORTEST_WHOLE = 6
FOREIGN = 3.0  # Zipf in another language; its texts are quoted and cited
FREQUENT, FOREIGN_OF_FREQUENT = 4.0, 5.0  # "repor ted"; not "much as", which is "muchas"
LONGER_HALF = 3
RARE = 2.5  # Zipf of a word whose pieces are both no words


def _of_two_pieces(words: Vocabulary, left: str, right: str) -> float:
    """Return the frequency of what two pieces that are no words make together."""
    zipf, flags = words.entry(left + right)
    pieces = not (words.flags(left) | words.flags(right)) & LOWER
    return zipf if pieces and flags & LOWER and zipf >= RARE else 0.0


def whole(document: Document, word: Unknown) -> tuple[int, int, str] | None:
    """Return the span and the word that an unknown small word is half of."""
    words = vocabulary(word.language)
    if words is None or not word.text.islower():
        return None
    for first in (word.place - 1, word.place):
        if first < 0 or first + 1 >= len(document.words):
            continue
        left, right = document.words[first], document.words[first + 1]
        joined = left + right
        zipf = words.frequency(joined.lower()) or _of_two_pieces(words, left, right)
        if not zipf or not right.islower() or len(joined) < SHORTEST_WHOLE:
            continue
        (start, stop), (begin, end) = document.word_spans[first], document.word_spans[first + 1]
        other = left if first + 1 == word.place else right
        small = len(other) < LONGER_HALF and words.zipf(other.lower()) > zipf
        near = small and entries_near(words, word.lowered, capitalised=False)
        if small and (near or zipf < FREQUENT):
            continue  # a small word of its own beside a misspelt one: "gobier no" is not
        most = FOREIGN_OF_FREQUENT if zipf >= FREQUENT else FOREIGN
        if document.text[stop:begin] == " " and foreign(word.language, word.lowered) < most:
            return start, end, joined
    return None
