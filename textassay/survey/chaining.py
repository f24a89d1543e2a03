"""Chains seeds that lie close together in two records, of many pairs of records at once.

numpy costs about the same for ten numbers as for a thousand, and most pairs
of records share few seeds: so all pairs of a batch are worked on together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textassay.survey.tokens import Keys

    Positions = NDArray[np.int64]
    Flags = NDArray[np.bool_]

PLACE_BITS = 32  # of a place packed behind the number of its chain
SIDES = 2  # of a pair: a chain without a gap in either is final


class Chains(NamedTuple):
    """Seeds in chains, one chain after the other.

    ``owners``: the pair of each chain; ``bounds``: where each chain begins,
    and the end of the last; ``left`` and ``right``: the places of its seeds in
    the two records, in the order of the first; ``ordered``: those in the
    second record in their own order.
    """

    owners: Positions
    bounds: Positions
    left: Positions
    right: Positions
    ordered: Positions


class _Seeds(NamedTuple):
    """Seeds with the number of their chain; of each chain its pair and its sides without a gap.

    ``places`` are those in the two records.
    """

    places: tuple[Positions, Positions]
    chains: Positions
    owners: Positions
    clean: Positions


def chained(
    left: Positions, right: Positions, owners: Positions, *, longest: int, fewest: int
) -> Chains:
    """Return the chains of seeds that lie close together in both records of their pair.

    Splits wherever the seeds, in the order of one record, leave a gap; then
    in the order of the other; until nothing splits any more. Chains too small
    are dropped on the way.

    Args:
        left: The place of each seed in the first record of its pair.
        right: Its place in the second one.
        owners: Its pair.
        longest: The distance of two places from which on there is a gap.
        fewest: The seeds of a chain.
    """
    pairs = int(owners.max(initial=-1)) + 1
    rest = _Seeds((left, right), owners, np.arange(pairs), np.zeros(pairs, np.int64))
    done: list[_Seeds] = []
    side = 0
    while len(rest.chains):
        rest, final = _split(rest, side, longest, fewest)
        if len(final.chains):
            done.append(final)
        side = 1 - side
    return _joined(done)


def _split(rest: _Seeds, side: int, longest: int, fewest: int) -> tuple[_Seeds, _Seeds]:
    """Split the chains where one side leaves a gap; return those to go on with, and the final."""
    packed = (rest.chains << PLACE_BITS) + rest.places[side]
    order = packed.argsort()
    packed = packed[order]
    bounds = opens(packed, longest)  # other chains lie further apart than any gap
    sizes = bounds[1:] - bounds[:-1]
    before = packed[bounds[:-1]] >> PLACE_BITS
    split = np.zeros(len(sizes), bool)
    split[1:] = before[1:] == before[:-1]
    split[:-1] |= split[1:]
    clean = np.where(split, 1, rest.clean[before] + 1)
    owners = rest.owners[before]
    is_final = clean >= SIDES
    large = sizes >= fewest

    def taken(which: Flags) -> _Seeds:
        seeds = order[np.repeat(which, sizes).nonzero()[0]]
        left, right = rest.places
        count = np.count_nonzero(which)
        chains = np.repeat(np.arange(count), sizes[which])
        return _Seeds((left[seeds], right[seeds]), chains, owners[which], clean[which])

    return taken(large & ~is_final), taken(large & is_final)


def opens(values: Positions | Keys, longest: int = 0) -> Positions:
    """Return where sorted values rise by more than ``longest``, with both ends."""
    rises = np.ones(len(values) + 1, bool)
    np.greater(values[1:] - values[:-1], longest, out=rises[1:-1])
    return rises.nonzero()[0]


def _joined(done: list[_Seeds]) -> Chains:
    """Return final chains, numbered one after the other."""
    if not done:
        none = np.zeros(0, np.int64)
        return Chains(none, np.zeros(1, np.int64), none, none, none)
    offsets = np.cumsum([0, *(len(part.owners) for part in done)])
    left, right = (np.concatenate([part.places[side] for part in done]) for side in range(SIDES))
    numbers = np.concatenate(
        [part.chains + offset for part, offset in zip(done, offsets[:-1], strict=True)]
    )
    numbers <<= PLACE_BITS
    order = (numbers + left).argsort()
    ordered = np.sort(numbers + right) & ((1 << PLACE_BITS) - 1)
    owners = np.concatenate([part.owners for part in done])
    return Chains(owners, opens(numbers[order]), left[order], right[order], ordered)
