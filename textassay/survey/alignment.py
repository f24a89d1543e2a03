"""Aligns two records: which passages of one are passages of the other.

Seeds are short grams of word stems that both records have and that are rare
in each. Seeds that lie close together in both records form a passage, also
where sentences were shuffled or words replaced; a passage must be dense in
seeds. Parameters were set on a
labelled plagiarism corpus in PAN format (benchmarks/quality).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from textassay.frozen import NamedTuple
from textassay.survey.chaining import chained, opens
from textassay.survey.fingerprints import runs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from textassay.survey.chaining import Chains
    from textassay.survey.tokens import Keys, Tokens

    Positions = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Reach:
    """How far seeds may lie apart, and how dense they must be.

    Attributes:
        gram: Words of a seed.
        rare: A seed may occur this often in either record.
        gap: Words without a seed that a passage may hold, in either record.
        least: Words that must match.
        density: Share of the words of the longer side that must match.
    """

    gram: int = 2
    rare: int = 3
    gap: int = 50
    least: int = 12
    density: float = 0.15


LOOSE = Reach()
"""Set on a quarter of the Indonesian corpus: character F .93 there, .91 on another quarter."""

STRAY = 1.0  # words without a seed that a seed word at the end of a passage bridges
VERBATIM = 0.8  # of the words of a core that match, from which on it stands for the passage
SHINGLE = 5
"""Words of the runs that containment counts: the shingle of most near-duplicate work."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Words ``[start, end)`` of one record that are ``[other_start, other_end)`` of another.

    ``matched``: words of the first one that belong to a seed.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    matched: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of two records is the same, by distinct runs of ``SHINGLE`` words."""

    contained: float
    covering: float
    jaccard: float


@dataclass(frozen=True, slots=True)
class Prepared:
    """A record made ready to be aligned with many others.

    ``seeds`` are its grams, sorted, that are rare in it; ``places`` the word
    that each begins at, ``sizes`` how often it occurs; ``runs`` its distinct runs of words, sorted.
    """

    tokens: Tokens
    seeds: Keys
    places: Positions
    sizes: Positions
    runs: Keys


def prepare(tokens: Tokens, reach: Reach = LOOSE) -> Prepared:
    """Return a record ready to be aligned."""
    keys = runs(tokens.stems, reach.gram)
    order = keys.argsort()
    keys = keys[order]
    bounds = opens(keys)
    sizes = bounds[1:] - bounds[:-1]
    sizes = np.repeat(sizes, sizes)
    rare = (sizes <= reach.rare).nonzero()[0]
    shingles = runs(tokens.keys, SHINGLE)
    shingles.sort()
    distinct = shingles[opens(shingles)[:-1]]
    return Prepared(tokens, keys[rare], order[rare], sizes[rare], distinct)


def likeness(ours: Prepared, other: Prepared) -> Likeness:
    """Return the shares of runs of words that two records have in common."""
    count, others = len(ours.runs), len(other.runs)
    if not count or not others:
        same = float(np.array_equal(ours.tokens.keys, other.tokens.keys))
        return Likeness(same, same, same)
    at = other.runs.searchsorted(ours.runs)
    common = int(np.count_nonzero(other.runs.take(at, mode="clip") == ours.runs))
    return Likeness(common / count, common / others, common / (count + others - common))


def overlaps(
    pairs: Sequence[tuple[Prepared, Prepared]], reach: Reach = LOOSE
) -> list[list[Overlap]]:
    """Return, of each pair of records, the passages that they share, in order of the first."""
    shared = [_shared(ours, other) for ours, other in pairs]
    left, right = (np.concatenate(places) for places in zip(*shared, strict=True))
    owners = np.repeat(np.arange(len(pairs)), [len(places) for places, _ in shared])
    found: list[list[Overlap]] = [[] for _ in pairs]
    for owner, overlap in _overlaps(left, right, owners, reach):
        found[owner].append(overlap)
    for passages in found:
        passages.sort(key=_order)
    return found


def overlaps_of(left: Positions, right: Positions, reach: Reach) -> list[Overlap]:
    """Return the passages that seeds at these places of two records make."""
    found = _overlaps(left, right, np.zeros(len(left), np.int64), reach)
    return sorted((overlap for _, overlap in found), key=_order)


def _order(overlap: Overlap) -> tuple[int, int, int]:
    return overlap.start, overlap.end, overlap.other_start


def _overlaps(
    left: Positions, right: Positions, owners: Positions, reach: Reach
) -> Iterator[tuple[int, Overlap]]:
    """Yield the passages that seeds make, each with its pair."""
    fewest = -(-reach.least // reach.gram)
    chains = chained(left, right, owners, longest=reach.gap + reach.gram, fewest=fewest)
    if not len(chains.owners):
        return
    for at in _dense(chains, reach).nonzero()[0].tolist():
        part = slice(chains.bounds[at], chains.bounds[at + 1])
        places = chains.left[part], chains.right[part], chains.ordered[part]
        yield int(chains.owners[at]), _overlap(*places, reach)


def _dense(chains: Chains, reach: Reach) -> NDArray[np.bool_]:
    """Tell which chains cover enough words, and enough of the words of the longer side."""
    firsts, lasts = chains.bounds[:-1], chains.bounds[1:] - 1
    covered = np.full(len(firsts), np.iinfo(np.int64).max)
    longer = np.zeros(len(firsts), np.int64)
    for places in (chains.left, chains.ordered):
        steps = np.minimum(places[1:] - places[:-1], reach.gram)
        steps = np.append(steps, reach.gram)
        steps[lasts] = reach.gram  # of the last seed of a chain
        covered = np.minimum(covered, np.add.reduceat(steps, firsts))
        longer = np.maximum(longer, places[lasts] - places[firsts] + reach.gram)
    dense: NDArray[np.bool_] = covered >= np.maximum(reach.least, reach.density * longer)
    return dense


def _shared(ours: Prepared, other: Prepared) -> tuple[Positions, Positions]:
    """Return the pairs of places that begin the same seed."""
    if not len(other.seeds):
        return other.places, other.places
    first = other.seeds.searchsorted(ours.seeds)
    kept = (other.seeds.take(first, mode="clip") == ours.seeds).nonzero()[0]
    first = first[kept]
    repeats = other.sizes[first]
    if len(kept) == repeats.sum():
        return ours.places[kept], other.places[first]
    starts = np.repeat(first, repeats)
    steps = np.arange(len(starts)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return np.repeat(ours.places[kept], repeats), other.places[starts + steps]


def _overlap(left: Positions, right: Positions, ordered: Positions, reach: Reach) -> Overlap:
    """Return the passage of a dense chain, without what is stray at its ends."""
    ours = _side(left, reach.gram)
    start, end = int(ordered[0]), int(ordered[-1]) + reach.gram
    if ours.share < 1:
        first, last = _core(ours, reach.gram)
        is_cut = first > ours.start or last < ours.end - reach.gram
        kept = ((left >= first) & (left <= last)).nonzero()[0] if is_cut else ()
        if len(kept):
            core = _side(left[kept], reach.gram)
            theirs = _side(np.sort(right[kept]), reach.gram)
            if core.share >= VERBATIM and _is_dense(core, theirs, reach):
                return Overlap(core.start, core.end, theirs.start, theirs.end, core.covered)
    return Overlap(ours.start, ours.end, start, end, ours.covered)


class _Side(NamedTuple):
    """The seeds of a passage in one record: their extent, and the words that they cover.

    ``places`` are the seeds in order, ``sums`` the words covered up to the next one.
    """

    start: int
    end: int
    covered: int
    places: Positions
    sums: Positions

    @property
    def share(self) -> float:
        """The part of its words that seeds cover."""
        return self.covered / (self.end - self.start)


def _side(ordered: Positions, gram: int) -> _Side:
    sums = np.minimum(ordered[1:] - ordered[:-1], gram).cumsum()
    covered = int(sums[-1]) + gram if len(sums) else gram
    return _Side(int(ordered[0]), int(ordered[-1]) + gram, covered, ordered, sums)


def _is_dense(ours: _Side, theirs: _Side, reach: Reach) -> bool:
    covered = min(ours.covered, theirs.covered)
    longer = max(ours.end - ours.start, theirs.end - theirs.start)
    return covered >= max(reach.least, reach.density * longer)


def _core(side: _Side, gram: int) -> tuple[int, int]:
    """Return the first and the last seed that remain when stray ones at the ends are dropped.

    A few words that both records happen to have near a passage do not belong
    to it: an end is dropped while the gap after it is longer than what it
    covers.
    """
    places, sums = side.places, side.sums
    gaps = (places[1:] - places[:-1] > gram).nonzero()[0].tolist()
    first, before = side.start, 0
    for at in gaps:
        after, covered = places.item(at + 1), sums.item(at)
        if STRAY * (covered - before) > after - places.item(at) - gram:
            break
        first, before = after, covered
    last, behind = side.end - gram, side.covered
    for at in reversed(gaps):
        place, after, covered = places.item(at), places.item(at + 1), sums.item(at)
        if after <= first or STRAY * (behind - covered) > after - place - gram:
            break
        last, behind = place, covered
    return first, last
