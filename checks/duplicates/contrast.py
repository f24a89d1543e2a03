"""Tells a copy with small edits from a sentence built to the pattern of another.

"Values higher than this limit" and "values lower than this limit" share all
but one word, and that word is the message. What speaks for a pattern is a
word in the place of another word, above all a name or a number.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

SLOT = 3  # words: a longer gap is another wording, not a word in the place of a word
ALIKE = 3  # letters that two spellings of a word have in common at its beginning
SAME_NAME = 0.5  # of the letters of the longer of two names, that they have in common likewise


class Contrast(NamedTuple):
    """What stands in the place of what.

    ``names``: names and numbers in the place of others; ``only``: whether all
    that differs is words in the place of words.
    """

    names: int
    only: bool


def contrast(
    pairs: Sequence[tuple[int, int]],
    left: Sequence[str],
    right: Sequence[str],
    functional: AbstractSet[str],
) -> Contrast:
    """Return the contrast of two aligned pieces.

    Only what the other piece lacks altogether counts: "Russia" and "Moscow"
    changing places inside one sentence are no contrast. Numbers do not change
    places: "16 GB for 6 euros" and "64 GB for 16 euros" differ in both.

    Args:
        pairs: The positions of the aligned words.
        left: The words of the first piece as written.
        right: The words of the later piece as written.
        functional: Words that carry no content, lower-cased.
    """
    left_words, right_words = set(map(str.lower, left)), set(map(str.lower, right))
    names = replaced = alone = 0
    for gap, other_gap in _gaps(pairs, left, right):
        ours = [word for word in gap if _differs(word, right_words, other_gap, functional)]
        theirs = [word for word in other_gap if _differs(word, left_words, gap, functional)]
        if not ours and not theirs:
            continue
        if not (ours and theirs and _is_slot(gap, ours, functional)) or not _is_slot(
            other_gap, theirs, functional
        ):
            alone += 1
            continue
        if not any(_is_alike(one, other) for one in ours for other in theirs):
            replaced += 1
            names += _has_number(ours) and _has_number(theirs)
            names += _has_name(ours) and _has_name(theirs)
    return Contrast(names, replaced > 0 and alone == 0)


def _gaps(
    pairs: Sequence[tuple[int, int]], left: Sequence[str], right: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    before = (-1, -1)
    for pair in (*pairs, (len(left), len(right))):
        yield left[before[0] + 1 : pair[0]], right[before[1] + 1 : pair[1]]
        before = pair


def _is_slot(gap: Sequence[str], differing: Sequence[str], functional: AbstractSet[str]) -> bool:
    """Tell whether a gap is words in the place of words: short, or nothing in it has moved."""
    if len(gap) <= SLOT:
        return True
    content = sum(word.lower() not in functional for word in gap)
    return len(differing) == content <= SLOT


def _differs(
    word: str, others: AbstractSet[str], gap: Sequence[str], functional: AbstractSet[str]
) -> bool:
    """Tell whether the other piece lacks a word, a number whether its gap does."""
    if word[0].isdigit():
        return word not in gap
    folded = word.lower()
    return folded not in others and folded not in functional


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two words may be forms or spellings of one."""
    if one[0].isdigit():
        return False
    are_names = one[0].isupper() and other[0].isupper()
    same = max(ALIKE, ceil(SAME_NAME * max(len(one), len(other)))) if are_names else ALIKE
    return one[:same].lower() == other[:same].lower()


def _has_number(words: Sequence[str]) -> bool:
    return any(word[0].isdigit() for word in words)


def _has_name(words: Sequence[str]) -> bool:
    return any(word[0].isupper() for word in words)
