"""Scores how nearly two pieces of a record say the same.

The score adds up points: how much of the lighter piece is kept in order, how
much of the heavier one is covered, and how many content words stand close
together in both. Points are taken off where a name or a number was swapped
and where two neighbours in a paragraph merely run parallel.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from math import exp, log
from typing import TYPE_CHECKING

from textassay.checks.duplicates.alignment import align, close_parts, stem
from textassay.checks.duplicates.contrast import contrast
from textassay.checks.duplicates.descriptions import description
from textassay.checks.duplicates.pieces import DENSE_CHARACTERS, is_dense, is_running
from textassay.frozen import NamedTuple
from textassay.text import lexicon
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from textassay.checks.duplicates.alignment import Alignment, Sharing
    from textassay.checks.duplicates.pieces import Pieces
    from textassay.text.document import Document

FUNCTION_WEIGHT = 0.2  # of articles, prepositions and the like, against log(1 + n / count)

# Points of the score. Set on news-like pages of one half of the domains (108 pairs read),
# then corrected once on the other half; docs/decisions/050 has the counts.
KEPT = 4.0
COVERED = 2.0
TOGETHER = 0.4  # for each content word of the longest close part, names counting half
OPENING = 0.25  # the same for each content word of a close part that opens both pieces
SWAPPED = 2.0  # for the first name or number in the place of another; the second doubles it
PATTERN = 2.5  # all that differs is words in the place of words
LONG = 10  # aligned content words from which on a pattern is a copy all the same
PARALLEL = 1.0  # neighbours in one paragraph: mostly rhetoric
ENOUGH = 6.2  # points that make a near copy; of ten pairs between 6.0 and 6.2, three were copies
NAME = 0.5  # a name says whom a piece is about, not what it says
ENOUGH_WORDS = 14  # content words that count at most
OPENING_WORDS = 2  # words that may stand before a part that opens a piece
MIN_KEPT = 0.48  # of the lighter piece, whatever else speaks for a copy
MIN_CONTENT = 5  # aligned content words, likewise
MOVED = 0.85  # of the lighter piece in any order, where parts of a sentence changed places
MOVED_COVERED = 0.55  # of the heavier one, likewise; in news and web text 5 of 6 pairs were copies
MOVED_CONTENT = 8  # content words in any order, likewise
LISTED_CONTENT = 3  # aligned content words without a capital, where one piece is a list item
TITLE_WORDS = 4  # content words of a title too short to be repeated by anything but chance
QUOTED_WORDS = 12  # a shorter quotation may be quoted again (guideline)
PULL_QUOTE = 0.9  # of the words of a line that make it a pull quote, which is a copy
QUOTED_SHARE = 0.8  # of the aligned words, that makes them a quotation
DESCRIBED = 0.8  # of the aligned content words, that makes them say who somebody is


class Resemblance(NamedTuple):
    """How alike two pieces are.

    ``content``: aligned content words; ``swapped``: names and numbers that
    stand in the place of others; ``quoted``: the aligned words are, in one of
    the two, part of a longer text's short quotation; ``moved``: all of one
    stands in the other, in another order.
    """

    points: float
    alignment: Alignment
    content: float
    swapped: int
    quoted: bool
    moved: bool = False

    @property
    def score(self) -> float:
        """The points as a share: 0.5 just makes a near copy."""
        points = max(self.points, ENOUGH) if self.moved else self.points
        return 1 / (1 + exp(ENOUGH - points))

    @property
    def is_copy(self) -> bool:
        """Whether the pieces are near copies."""
        enough = self.points >= ENOUGH and self.alignment.kept >= MIN_KEPT
        return (enough or self.moved) and self.content >= MIN_CONTENT and not self.quoted


class Comparison:
    """Compares pieces of one record, with the weights of its words."""

    def __init__(
        self,
        document: Document,
        found: Pieces,
        frequency: Counter[str],
        functional: frozenset[str],
    ) -> None:
        """Compare nothing yet.

        Args:
            document: The record.
            found: Its pieces.
            frequency: How often each word occurs in them.
            functional: Words that carry no content.
        """
        self.document = document
        self.found = found
        self.frequency = frequency
        self.functional = functional
        self._stems: dict[int, list[str]] = {}
        self._written: dict[int, list[str]] = {}
        self._stem = cache(stem)
        self._weight_of: dict[str, float] = {}
        self._piece_weights: dict[int, dict[str, float]] = {}

    def compare(self, first: int, later: int) -> Resemblance:
        """Align two pieces and count the points for their being copies."""
        weights = self._weights(first, later)
        alignment = align(self._stemmed(first), self._stemmed(later), weights)
        return self._judged(first, later, weights, alignment)

    def copy(self, first: int, later: int) -> Resemblance | None:
        """Return what ``compare`` does where the pieces are near copies, else None.

        Most pairs are none by their alignment alone: whatever is left to count
        could not reach the points.
        """
        weights = self._weights(first, later)
        alignment = align(self._stemmed(first), self._stemmed(later), weights, _is_worth)
        if len(alignment.pairs) < MIN_CONTENT or (
            (alignment.kept < MIN_KEPT or self._most(first, weights, alignment) < ENOUGH)
            and alignment.shared < MOVED
        ):
            return None
        likeness = self._judged(first, later, weights, alignment)
        if (
            not likeness.is_copy
            or self._is_enumeration(first, later, weights, alignment)
            or self._is_description(first, later, weights, alignment)
            or not all(is_running(self._as_written(index)) for index in (first, later))
        ):
            return None
        return likeness

    def _is_enumeration(
        self, first: int, later: int, weights: Mapping[str, float], alignment: Alignment
    ) -> bool:
        """Tell whether all that a list item shares with a sentence is names."""
        document = self.document
        starts = self.found[first].start, self.found[later].start
        if all(document.line_at(start).role is not Role.LIST_ITEM for start in starts):
            return False
        left, written = self._stemmed(first), self._as_written(first)
        plain = sum(
            weights[left[ours]] != FUNCTION_WEIGHT and not written[ours][0].isupper()
            for ours, _ in alignment.pairs
        )
        return plain < LISTED_CONTENT

    def _is_description(
        self, first: int, later: int, weights: Mapping[str, float], alignment: Alignment
    ) -> bool:
        """Tell whether all that two sentences share is who somebody is."""
        stems = self._stemmed(first)
        content = [pair for pair in alignment.pairs if weights[stems[pair[0]]] != FUNCTION_WEIGHT]
        for side, index in enumerate((first, later)):
            zone = description(self.document, self.found[index])
            if zone is not None:
                starts = self.found[index].word_starts(self.document)
                inside = sum(zone[0] <= starts[pair[side]] < zone[1] for pair in content)
                if inside >= DESCRIBED * len(content):
                    return True
        return False

    def _judged(
        self, first: int, later: int, weights: Mapping[str, float], alignment: Alignment
    ) -> Resemblance:
        left = self._stemmed(first)
        written = self._as_written(first), self._as_written(later)
        content = _content(alignment, left, weights)
        swapped, is_pattern = contrast(alignment.pairs, *written, self.functional)
        points = (
            KEPT * alignment.kept
            + COVERED * alignment.covered
            + _points_of_parts(alignment, content, _names(written[0]))
            - SWAPPED * swapped * (swapped + 1) / 2
            - PATTERN * (is_pattern and sum(content) < LONG)
            - PARALLEL * self._is_parallel(first, later)
        )
        quoted = points >= ENOUGH and self._is_quoted(first, later, alignment)
        moved = not swapped and not is_pattern and self._is_moved(first, later, weights, alignment)
        return Resemblance(points, alignment, sum(content), swapped, quoted, moved)

    def _most(self, first: int, weights: Mapping[str, float], alignment: Alignment) -> float:
        """Return the points of two pieces in which no word were a name, none in another's place."""
        content = _content(alignment, self._stemmed(first), weights)
        return (
            KEPT * alignment.kept
            + COVERED * alignment.covered
            + _points_of_parts(alignment, content, frozenset())
        )

    def _is_moved(
        self, first: int, later: int, weights: Mapping[str, float], alignment: Alignment
    ) -> bool:
        """Tell whether the pieces say the same in another order."""
        if alignment.shared < MOVED:
            return False
        shared = Counter(self._stemmed(first)) & Counter(self._stemmed(later))
        content = sum(
            count / (DENSE_CHARACTERS if is_dense(word) else 1)
            for word, count in shared.items()
            if weights[word] != FUNCTION_WEIGHT
        )
        heavier = max(
            sum(weights[word] for word in self._stemmed(index)) for index in (first, later)
        )
        covered = sum(weights[word] * count for word, count in shared.items())
        return content >= MOVED_CONTENT and covered >= MOVED_COVERED * heavier

    def title_share(self, title: int, other: int) -> float:
        """Return the share of a title's content words that another piece has."""
        wanted = set(map(stem, set(self.found.words[title]).difference(self.functional)))
        if len(wanted) < TITLE_WORDS:
            return 0.0
        return len(wanted.intersection(self._stemmed(other))) / len(wanted)

    def _stemmed(self, index: int) -> list[str]:
        if index not in self._stems:
            self._stems[index] = list(map(self._stem, self.found.words[index]))
        return self._stems[index]

    def _as_written(self, index: int) -> list[str]:
        if index not in self._written:
            self._written[index] = self.found[index].as_written(self.document)
        return self._written[index]

    def _weights(self, first: int, later: int) -> dict[str, float]:
        """Return the weight of each stem of two pieces, that of its rarest word."""
        ours, theirs = self._weights_of(first), self._weights_of(later)
        weights = ours | theirs
        for key in ours.keys() & theirs.keys():
            weights[key] = max(weights[key], ours[key])
        return weights

    def _weights_of(self, index: int) -> dict[str, float]:
        known = self._piece_weights.get(index)
        if known is not None:
            return known
        words, stems = self.found.words[index], self._stemmed(index)
        for word in set(words).difference(self._weight_of):
            self._weight_of[word] = self._weight(word)
        found = list(map(self._weight_of.__getitem__, words))
        weights = dict(zip(stems, found, strict=True))
        if len(weights) < len(set(words)):  # a stem of several words
            for key, weight in zip(stems, found, strict=True):
                weights[key] = max(weights[key], weight)
        self._piece_weights[index] = weights
        return weights

    def _weight(self, word: str) -> float:
        if word in self.functional:
            return FUNCTION_WEIGHT
        return log(1 + len(self.found) / self.frequency[word])

    def _is_parallel(self, first: int, later: int) -> bool:
        start, end = self.found[first].start, self.found[later].start
        return later == first + 1 and self.document.line_at(start) == self.document.line_at(end)

    def _is_quoted(self, first: int, later: int, alignment: Alignment) -> bool:
        """Tell whether all that the pieces share is a short quotation inside longer text."""
        pairs = alignment.pairs
        if not 0 < len(pairs) < QUOTED_WORDS:
            return False
        return any(
            self._lies_in_quotation(index, [pair[side] for pair in pairs])
            for side, index in enumerate((first, later))
        ) and not any(
            self.found[index].whole and len(pairs) >= PULL_QUOTE * len(self.found[index].words)
            for index in (first, later)
        )

    def _lies_in_quotation(self, index: int, positions: Sequence[int]) -> bool:
        starts = self.found[index].word_starts(self.document)
        inside = sum(self.document.quotation_at(starts[at]) is not None for at in positions)
        return inside >= QUOTED_SHARE * len(positions)


def _is_worth(most: Sharing) -> bool:
    """Tell whether pieces that share no more could be near copies."""
    points = (TOGETHER + OPENING) * min(most.words, ENOUGH_WORDS)
    points += KEPT * most.kept + COVERED * most.covered
    return most.kept >= MOVED or (most.kept >= MIN_KEPT and points >= ENOUGH)


def _content(
    alignment: Alignment, left: Sequence[str], weights: Mapping[str, float]
) -> list[float]:
    """Return how many content words each aligned word is."""
    return [
        0.0
        if weights[left[ours]] == FUNCTION_WEIGHT
        else 1 / DENSE_CHARACTERS
        if is_dense(left[ours])
        else 1.0
        for ours, _ in alignment.pairs
    ]


def _names(written: Sequence[str]) -> frozenset[int]:
    """Return which words have a capital, the first one aside."""
    return frozenset(at for at, word in enumerate(written) if at and word[0].isupper())


def _points_of_parts(
    alignment: Alignment, content: Sequence[float], names: AbstractSet[int]
) -> float:
    """Count the points of the words that stand close together in both pieces."""
    together = opening = 0.0
    position = 0
    for part in close_parts(alignment.pairs):
        amount = 0.0
        for ours, _ in part:
            amount += content[position] * (NAME if ours in names else 1)
            position += 1
        together = max(together, amount)
        if max(part[0]) <= OPENING_WORDS:
            opening = amount
    return TOGETHER * min(together, ENOUGH_WORDS) + OPENING * min(opening, ENOUGH_WORDS)


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language, none where we have no list."""
    try:
        return frozenset(lexicon.entries(__file__, f"function-words.{language}.txt"))
    except FileNotFoundError:
        return frozenset()
