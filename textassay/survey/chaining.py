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
    """Seeds by place, with the pair and the chain of each; ``clean``: sides without a gap."""

    left: Positions
    right: Positions
    owners: Positions
    chains: Positions
    clean: Positions

    def taken(self, which: Flags | Positions) -> _Seeds:
        return _Seeds(*(column[which] for column in self))


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
    rest = _Seeds(left, right, owners, owners, np.zeros(len(left), np.int64))
    done: list[_Seeds] = []
    side = 0
    while len(rest.left):
        rest, final = _split(rest, side, longest, fewest)
        if len(final.left):
            done.append(final)
        side = 1 - side
    return _joined(done)


def _split(rest: _Seeds, side: int, longest: int, fewest: int) -> tuple[_Seeds, _Seeds]:
    """Split the chains where one side leaves a gap; return those to go on with, and the final."""
    packed = (rest.chains << PLACE_BITS) + rest[side]
    order = packed.argsort()
    packed = packed[order]
    seeds = rest.taken(order)
    opens = np.ones(len(packed), bool)
    opens[1:] = packed[1:] - packed[:-1] > longest  # other chains lie further apart than any gap
    firsts = opens.nonzero()[0]
    sizes = np.diff(np.append(firsts, len(packed)))
    before = seeds.chains[firsts]
    split = np.zeros(len(firsts), bool)
    split[1:] = before[1:] == before[:-1]
    split[:-1] |= split[1:]
    clean = np.where(split, 1, seeds.clean[firsts] + 1)
    seeds = seeds._replace(
        chains=np.repeat(np.arange(len(firsts)), sizes), clean=np.repeat(clean, sizes)
    )
    kept = np.repeat(sizes >= fewest, sizes)
    final = seeds.clean >= SIDES
    return seeds.taken(kept & ~final), seeds.taken(kept & final)


def _joined(done: list[_Seeds]) -> Chains:
    """Return final chains, numbered one after the other."""
    if not done:
        none = np.zeros(0, np.int64)
        return Chains(none, np.zeros(1, np.int64), none, none, none)
    offset = 0
    chains = []
    for part in done:
        chains.append(part.chains + offset)
        offset += int(part.chains.max()) + 1
    left, right, owners, _, _ = (np.concatenate(column) for column in zip(*done, strict=True))
    numbers = np.concatenate(chains) << PLACE_BITS
    order = (numbers + left).argsort()
    ordered = np.sort(numbers + right) & ((1 << PLACE_BITS) - 1)
    numbers = numbers[order]
    opens = np.ones(len(numbers), bool)
    opens[1:] = numbers[1:] != numbers[:-1]
    bounds = np.append(opens.nonzero()[0], len(numbers))
    return Chains(owners[order][bounds[:-1]], bounds, left[order], right[order], ordered)
