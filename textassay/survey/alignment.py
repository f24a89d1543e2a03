"""Aligns two records: which passages of one are passages of the other.

Seeds are short grams of word stems that both records have and that are rare
in each. Seeds that lie close together in both records form a passage, also
where sentences were shuffled or words replaced; a passage must be dense in
seeds. Parameters were set on a
labelled plagiarism corpus in PAN format (benchmarks/quality).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from textassay.survey.fingerprints import grams

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

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
    that each begins at; ``runs`` its distinct runs of words, sorted.
    """

    tokens: Tokens
    seeds: Keys
    places: Positions
    runs: Keys


def prepare(tokens: Tokens, reach: Reach = LOOSE) -> Prepared:
    """Return a record ready to be aligned."""
    keys = grams(tokens.stems, reach.gram)
    order = keys.argsort()
    keys = keys[order]
    opens = np.ones(len(keys), bool)
    opens[1:] = keys[1:] != keys[:-1]
    firsts = opens.nonzero()[0]
    sizes = np.diff(np.append(firsts, len(keys)))
    rare = np.repeat(sizes <= reach.rare, sizes)
    runs = np.sort(grams(tokens.keys, SHINGLE))
    distinct = np.ones(len(runs), bool)
    distinct[1:] = runs[1:] != runs[:-1]
    return Prepared(tokens, keys[rare], order[rare], runs[distinct])


def likeness(ours: Prepared, other: Prepared) -> Likeness:
    """Return the shares of runs of words that two records have in common."""
    count, others = len(ours.runs), len(other.runs)
    if not count or not others:
        same = float(np.array_equal(ours.tokens.keys, other.tokens.keys))
        return Likeness(same, same, same)
    at = np.minimum(other.runs.searchsorted(ours.runs), others - 1)
    common = int((other.runs[at] == ours.runs).sum())
    return Likeness(common / count, common / others, common / (count + others - common))


def overlaps(ours: Prepared, other: Prepared, reach: Reach = LOOSE) -> list[Overlap]:
    """Return the passages that two records share, in order of the first record."""
    return overlaps_of(*_shared(ours, other), reach)


def overlaps_of(left: Positions, right: Positions, reach: Reach) -> list[Overlap]:
    """Return the passages that seeds at these places of two records make."""
    found = [
        overlap
        for group in _groups(left, right, reach)
        if (overlap := _overlap(left[group], right[group], reach)) is not None
    ]
    return sorted(found, key=lambda overlap: (overlap.start, overlap.end, overlap.other_start))


def _shared(ours: Prepared, other: Prepared) -> tuple[Positions, Positions]:
    """Return the pairs of places that begin the same seed."""
    first = other.seeds.searchsorted(ours.seeds)
    counts = other.seeds.searchsorted(ours.seeds, side="right") - first
    kept = counts.nonzero()[0]
    repeats = counts[kept]
    starts = np.repeat(first[kept], repeats)
    steps = np.arange(len(starts)) - np.repeat(np.cumsum(repeats) - repeats, repeats)
    return np.repeat(ours.places[kept], repeats), other.places[starts + steps]


def _groups(left: Positions, right: Positions, reach: Reach) -> Iterator[Positions]:
    """Yield groups of seeds that lie close together in both records.

    Splits wherever the seeds, in the order of one record, leave a gap; then
    in the order of the other; until nothing splits any more. Groups too small
    to cover ``reach.least`` words are dropped on the way.
    """
    fewest = -(-reach.least // reach.gram)
    waiting = [(np.arange(len(left)), 0, 0)] if len(left) >= fewest else []
    while waiting:
        group, side, unsplit = waiting.pop()
        places = (left, right)[side][group]
        order = places.argsort()
        ordered = places[order]
        cuts = (ordered[1:] - ordered[:-1] > reach.gap + reach.gram).nonzero()[0] + 1
        if len(cuts):
            starts, ends = [0, *cuts.tolist()], [*cuts.tolist(), len(order)]
            waiting.extend(
                (group[order[start:end]], 1 - side, 0)
                for start, end in zip(starts, ends, strict=True)
                if end - start >= fewest
            )
        elif unsplit:
            yield group
        else:
            waiting.append((group, 1 - side, 1))


def _overlap(left: Positions, right: Positions, reach: Reach) -> Overlap | None:
    ours = _side(left, reach.gram)
    if ours.covered < reach.least:
        return None
    theirs = _side(right, reach.gram)
    if not _is_dense(ours, theirs, reach):
        return None
    if ours.share < 1:
        kept = _core(left, ours, reach.gram)
        if 0 < np.count_nonzero(kept) < len(kept):
            core = _side(left[kept], reach.gram), _side(right[kept], reach.gram)
            if core[0].share >= VERBATIM and _is_dense(*core, reach):
                ours, theirs = core
    return Overlap(ours.start, ours.end, theirs.start, theirs.end, ours.covered)


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


def _side(places: Positions, gram: int) -> _Side:
    ordered = places.copy()
    ordered.sort()
    sums = np.minimum(ordered[1:] - ordered[:-1], gram).cumsum()
    covered = int(sums[-1]) + gram if len(sums) else gram
    return _Side(int(ordered[0]), int(ordered[-1]) + gram, covered, ordered, sums)


def _is_dense(ours: _Side, theirs: _Side, reach: Reach) -> bool:
    covered = min(ours.covered, theirs.covered)
    longer = max(ours.end - ours.start, theirs.end - theirs.start)
    return covered >= max(reach.least, reach.density * longer)


def _core(places: Positions, side: _Side, gram: int) -> NDArray[np.bool_]:
    """Tell which seeds remain when stray ones at the ends are dropped.

    A few words that both records happen to have near a passage do not belong
    to it: an end is dropped while the gap after it is longer than what it
    covers.
    """
    at = (side.places[1:] - side.places[:-1] > gram).nonzero()[0]
    gaps = list(
        zip(
            side.places[at].tolist(),
            side.places[at + 1].tolist(),
            side.sums[at].tolist(),
            strict=True,
        )
    )
    first, before = side.start, 0
    for place, after, covered in gaps:
        if STRAY * (covered - before) > after - place - gram:
            break
        first, before = after, covered
    last, behind = side.end - gram, side.covered
    for place, after, covered in reversed(gaps):
        if after <= first or STRAY * (behind - covered) > after - place - gram:
            break
        last, behind = place, covered
    kept: NDArray[np.bool_] = (places >= first) & (places <= last)
    return kept
