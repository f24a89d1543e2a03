"""From fingerprints to the pairs of records that are worth aligning.

A key that few records share links each two of them; one that many share is a
template and links each of them to the first only, and to the shortest where that
may be nothing but the template, so that cost stays linear.
Two such links that lie close together in both records make a candidate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Seeds = tuple[Numbers, ...]

RECORD_BITS = 31  # of the number of a record
PLACE_BITS = 32  # of an offset packed beside the number of its record
RARE = 8  # records that may share a key and still be linked each to each
LITTLE = 100  # words of a record that may be nothing but a template; longer ones say more
NEAR = 300  # code points, about 50 words, between two links of one passage
LINKS = 4  # links in a row, about ten words, that make a candidate; fewer are mostly phrases


def seeds(
    keys: Numbers, ranks: Numbers, offsets: Numbers, words: Numbers, rare: int = RARE
) -> Seeds:
    """Link the records that share a key.

    Args:
        keys: Fingerprints, sorted.
        ranks: The record of each, as its rank in the order of precedence.
        offsets: Where each begins, in code points.
        words: How many words a record has, by rank.
        rare: Records that may share a key and still be linked each to each.

    Returns:
        For each link the earlier record, the later record, and where the key
        begins in each.
    """
    twice = np.zeros(len(keys), bool)
    twice[1:] = keys[1:] == keys[:-1]
    twice[:-1] |= twice[1:]
    keys, ranks, offsets = _first_in_each(keys[twice], ranks[twice], offsets[twice])
    opens = np.ones(len(keys), bool)
    opens[1:] = keys[1:] != keys[:-1]
    firsts = np.flatnonzero(opens)
    sizes = np.diff(np.append(firsts, len(keys)))
    size, first = np.repeat(sizes, sizes), np.repeat(firsts, sizes)
    place = np.arange(len(keys)) - first
    earlier, later = [], []
    small = (size > 1) & (size <= rare)
    for step in range(1, rare):
        at = np.flatnonzero(small & (place + step < size))
        if not len(at):
            break
        earlier.append(at)
        later.append(at + step)
    template = np.flatnonzero((size > rare) & (place > 0))
    earlier.append(first[template])
    later.append(template)
    if len(template):
        shortest = _shortest(words[ranks], firsts, sizes)
        is_little = words[ranks[shortest[template]]] <= LITTLE
        is_new = (shortest[template] != first[template]) & (shortest[template] != template)
        others = template[is_little & is_new]
        earlier.append(np.minimum(others, shortest[others]))
        later.append(np.maximum(others, shortest[others]))
    ours, theirs = np.concatenate(earlier), np.concatenate(later)
    return ranks[ours], ranks[theirs], offsets[ours], offsets[theirs]


def _shortest(lengths: Numbers, firsts: Numbers, sizes: Numbers) -> Numbers:
    """Return for each row where the shortest record of its group stands, the first of several."""
    least = np.repeat(np.minimum.reduceat(lengths, firsts), sizes)
    places = np.where(lengths == least, np.arange(len(lengths)), len(lengths))
    return np.repeat(np.minimum.reduceat(places, firsts), sizes)


def _first_in_each(keys: Numbers, ranks: Numbers, offsets: Numbers) -> Seeds:
    """Return the rows sorted by key and record, of each record the first place of a key.

    The number of a key among the keys and a record fit into one number, so
    one sort does what would take two.
    """
    if not len(keys):
        return keys, ranks, offsets
    opens = np.ones(len(keys), bool)
    opens[1:] = keys[1:] != keys[:-1]
    packed = (opens.cumsum() << RECORD_BITS) + ranks
    order = packed.argsort()
    packed = packed[order]
    once = np.ones(len(keys), bool)
    once[1:] = packed[1:] != packed[:-1]
    firsts = once.nonzero()[0]
    places = np.minimum.reduceat(offsets[order], firsts)
    kept = order[firsts]
    return keys[kept], ranks[kept], places


def candidates(links: Seeds, fewest: int = LINKS) -> list[tuple[int, int]]:
    """Return the pairs (earlier, later) with enough links close together in both records.

    Args:
        links: As ``seeds`` returns them, sorted by the first column.
        fewest: Links in a row that make a candidate.
    """
    if fewest == 1:
        return _distinct(links[0], links[1])
    order = np.lexsort(((links[1] << PLACE_BITS) + links[2], links[0]))
    earlier, later, ours, theirs = (column[order] for column in links)
    same = (earlier[1:] == earlier[:-1]) & (later[1:] == later[:-1])
    close = same & (ours[1:] - ours[:-1] <= NEAR) & (abs(theirs[1:] - theirs[:-1]) <= NEAR)
    for _ in range(fewest - 2):
        close = close[1:] & close[:-1]
    found = np.flatnonzero(close)
    return _distinct(earlier[found], later[found])


def _distinct(earlier: Numbers, later: Numbers) -> list[tuple[int, int]]:
    packed = np.unique((earlier << RECORD_BITS) + later)
    first, second = packed >> RECORD_BITS, packed & ((1 << RECORD_BITS) - 1)
    return list(zip(first.tolist(), second.tolist(), strict=True))
