"""Aligns two pieces word by word and measures how much of them is the same."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

STEM = 4  # letters that a stem keeps at least
GAP = 2  # words that a chain of aligned words may skip in either piece
ROUNDING = 1e-9  # sums of the same weights in another order differ by less
ENDING = 3  # letters that inflection may change: "announces", "announced", "anunciaron"


class Alignment(NamedTuple):
    """What two pieces share, each figure a share of word weight in [0, 1].

    ``kept``: of the lighter piece, in the same order; ``shared``: of the
    lighter piece, in any order; ``covered``: of the heavier piece, in order;
    ``run``: the most words in a row that are the same; ``pairs``: positions
    of the aligned words.
    """

    kept: float
    shared: float
    covered: float
    run: int
    pairs: tuple[tuple[int, int], ...]


class Sharing(NamedTuple):
    """The most that two pieces can share in the same order: shares of weight, and words."""

    kept: float
    covered: float
    words: int


def stem(word: str) -> str:
    """Return the word without what inflection mostly changes."""
    return word if len(word) <= STEM else word[: max(STEM, len(word) - ENDING)]


def common(left: Sequence[str], right: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return the positions of a longest common subsequence (Hunt-Szymanski)."""
    places: dict[str, list[int]] = {}
    for position, word in enumerate(right):
        places.setdefault(word, []).append(position)
    tails: list[int] = []
    links: list[tuple[int, int, int]] = []  # left, right, index of the link before
    heads: list[int] = []
    for position, word in enumerate(left):
        for other in reversed(places.get(word, ())):
            rank = bisect_left(tails, other)
            links.append((position, other, heads[rank - 1] if rank else -1))
            if rank == len(tails):
                tails.append(other)
                heads.append(len(links) - 1)
            else:
                tails[rank] = other
                heads[rank] = len(links) - 1
    found = []
    at = heads[-1] if heads else -1
    while at >= 0:
        position, other, at = links[at]
        found.append((position, other))
    return tuple(reversed(found))


def align(
    left: Sequence[str],
    right: Sequence[str],
    weights: Mapping[str, float],
    is_worth: Callable[[Sharing], bool] | None = None,
) -> Alignment:
    """Align two lists of stems.

    Args:
        left: The stems of the first piece.
        right: The stems of the later piece.
        weights: The weight of each stem, larger where it is rarer.
        is_worth: Tells by what pieces share in any order whether they are
            aligned at all.
    """
    left_weight = sum(map(weights.__getitem__, left))
    right_weight = sum(map(weights.__getitem__, right))
    lighter = min(left_weight, right_weight) or 1.0
    heavier = max(left_weight, right_weight) or 1.0
    rest: dict[str, int] = {}
    for word in right:
        rest[word] = rest.get(word, 0) + 1
    shared = 0.0
    words = 0
    for word in left:
        if rest.get(word):
            rest[word] -= 1
            shared += weights[word]
            words += 1
    most = Sharing((shared + ROUNDING) / lighter, (shared + ROUNDING) / heavier, words)
    pairs = common(left, right) if is_worth is None or is_worth(most) else ()
    ordered = sum(weights[left[position]] for position, _ in pairs)
    return Alignment(ordered / lighter, shared / lighter, ordered / heavier, _run(pairs), pairs)


def _run(pairs: tuple[tuple[int, int], ...]) -> int:
    best = length = 0
    before = (-2, -2)
    for pair in pairs:
        length = length + 1 if pair == (before[0] + 1, before[1] + 1) else 1
        best = max(best, length)
        before = pair
    return best


def close_parts(pairs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield the parts of an alignment whose words stand close in both pieces."""
    part: list[tuple[int, int]] = []
    for pair in pairs:
        if part and max(pair[0] - part[-1][0], pair[1] - part[-1][1]) > GAP + 1:
            yield part
            part = []
        part.append(pair)
    if part:
        yield part
