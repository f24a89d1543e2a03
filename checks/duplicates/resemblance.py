"""Finds the pieces of a record that say the same in nearly the same words.

Candidates share rare words; the score of a pair decides. It adds up points:
how much of the lighter piece is kept in order, how much of the heavier one is
covered, and how many content words stand close together in both; points are
taken off where a name or a number was swapped and where two neighbours in a
paragraph merely run parallel.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from itertools import chain
from math import exp, log
from typing import TYPE_CHECKING, NamedTuple

from textassay.checks.duplicates.alignment import align, close_parts, stem, swaps
from textassay.checks.duplicates.pieces import is_prose
from textassay.text import lexicon
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from textassay.checks.duplicates.alignment import Alignment
    from textassay.checks.duplicates.pieces import Piece
    from textassay.text.document import Document

MIN_WORDS = 6  # shorter sentences resemble one another by chance
MIN_SHARED = 4  # rare words that two pieces share before they are compared at all
MIN_OVERLAP = 0.4  # of the content words of the shorter piece, for the same
COMMON = 12  # a word more frequent than this in the record finds no candidates
SHORT = 3  # letters: words up to this long find no candidates
FUNCTION_WEIGHT = 0.2  # of articles, prepositions and the like, against log(1 + n / count)

# Points of the score, set on news-like pages of half of the domains (79 pairs read);
# what they reach on the other half is recorded in docs/decisions/051.
KEPT = 4.0
COVERED = 2.0
TOGETHER = 0.4  # for each content word of the longest chain, names counting half
NAME = 0.5  # a name says whom a piece is about, not what it says
ENOUGH_WORDS = 14  # content words that count at most
OPENING = 0.25  # the same for each content word of a chain that opens both pieces
SWAPPED = 1.0  # for each name or number that stands in the place of another
PARALLEL = 1.0  # neighbours in one paragraph: mostly rhetoric
ENOUGH = 6.2  # points that make a near copy
OPENING_WORDS = 2  # words that may stand before such a chain
TITLE_WORDS = 4  # content words of a title too short to be repeated by anything but chance
FORMAL = frozenset(
    {Role.HEADING, Role.DATELINE, Role.LIST_ITEM, Role.TABLE, Role.VERSE, Role.SIGNATURE}
)  # lines that resemble others by their form


class Resemblance(NamedTuple):
    """How alike two pieces are: the points, a score in (0, 1), and the alignment."""

    points: float
    alignment: Alignment
    swapped: int

    @property
    def score(self) -> float:
        """The points as a share: 0.5 just makes a near copy."""
        return 1 / (1 + exp(ENOUGH - self.points))


def find(
    document: Document,
    found: Sequence[Piece],
    repeated: AbstractSet[int],
    frequency: Counter[str],
) -> Iterator[tuple[int, int, Resemblance]]:
    """Yield (first, later, resemblance) for each piece that nearly repeats another."""
    best: dict[int, tuple[Resemblance, int]] = {}
    prose: dict[int, bool] = {}
    functional = function_words(document.language.code)
    for first, later in sorted(_candidates(found, frequency, repeated, functional)):
        for index in (first, later):
            if index not in prose:
                prose[index] = _is_prose(document, found[index])
        if not (prose[first] and prose[later]):
            continue
        likeness = compare(document, found, first, later, frequency)
        if likeness.points >= ENOUGH and (
            later not in best or likeness.points > best[later][0].points
        ):
            best[later] = likeness, first
    for later in sorted(best):
        likeness, first = best[later]
        yield first, later, likeness


def frequencies(found: Sequence[Piece]) -> Counter[str]:
    """Return how often each word occurs in the pieces."""
    return Counter(chain.from_iterable(piece.words for piece in found))


def _is_prose(document: Document, piece: Piece) -> bool:
    role = document.line_at(piece.start).role
    return role not in FORMAL and is_prose(document.text[piece.start : piece.end])


def _candidates(
    found: Sequence[Piece],
    frequency: Counter[str],
    repeated: AbstractSet[int],
    functional: frozenset[str],
) -> Iterator[tuple[int, int]]:
    rare = {word for word, count in frequency.items() if 1 < count <= COMMON and len(word) > SHORT}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, piece in enumerate(found):
        if index in repeated or len(piece.words) < MIN_WORDS:
            continue
        for word in rare.intersection(piece.words):
            places[word].append(index)
    shared = Counter(
        (first, later)
        for indexes in places.values()
        for number, later in enumerate(indexes)
        for first in indexes[:number]
    )
    for (first, later), count in shared.items():
        if count >= MIN_SHARED:
            left, right = (set(found[i].words).difference(functional) for i in (first, later))
            if len(left & right) >= MIN_OVERLAP * min(len(left), len(right)):
                yield first, later


def compare(
    document: Document,
    found: Sequence[Piece],
    first: int,
    later: int,
    frequency: Counter[str],
) -> Resemblance:
    """Align two pieces and count the points for their being copies."""
    left, right = found[first], found[later]
    functional = function_words(document.language.code)
    weights: dict[str, float] = {}
    content: dict[str, float] = {}
    for word in (*left.words, *right.words):
        key = stem(word)
        is_content = word not in functional
        weight = log(1 + len(found) / frequency[word]) if is_content else FUNCTION_WEIGHT
        weights[key] = max(weight, weights.get(key, 0.0))
        content[key] = float(is_content)
    left_stems = [stem(word) for word in left.words]
    right_stems = [stem(word) for word in right.words]
    alignment = align(left_stems, right_stems, weights)
    left_case, right_case = left.as_written(document), right.as_written(document)
    together = opening = 0.0
    for part in close_parts(alignment.pairs):
        amount = sum(
            content[left_stems[i]] * (NAME if i and left_case[i][0].isupper() else 1)
            for i, _ in part
        )
        together = max(together, amount)
        if max(part[0]) <= OPENING_WORDS:
            opening = amount
    swapped = swaps(alignment.pairs, left_case, right_case)
    points = (
        KEPT * alignment.kept
        + COVERED * alignment.covered
        + TOGETHER * min(together, ENOUGH_WORDS)
        + OPENING * min(opening, ENOUGH_WORDS)
        - SWAPPED * swapped
    )
    if later == first + 1 and document.line_at(left.start) == document.line_at(right.start):
        points -= PARALLEL
    return Resemblance(points, alignment, swapped)


def title_share(document: Document, title: Piece, other: Piece) -> float:
    """Return the share of a title's content words that another piece has."""
    functional = function_words(document.language.code)
    wanted = {stem(word) for word in title.words if word not in functional}
    if len(wanted) < TITLE_WORDS:
        return 0.0
    return len(wanted.intersection(map(stem, other.words))) / len(wanted)


@cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language, none where we have no list."""
    try:
        return frozenset(lexicon.entries(__file__, f"function-words.{language}.txt"))
    except FileNotFoundError:
        return frozenset()
