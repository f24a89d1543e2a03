"""Undoes text that was misread several times over, and tells each place in the text itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding._mojibake_search import Repair, search
from textassay.checks.encoding.misreadings import Misreading, applied
from textassay.checks.encoding.suspicion import runs_beyond_ascii, utf8_suspects

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS = 4  # of decoding: text encoded three times over is found in the wild


def search_rounds(text: str, kinds: tuple[Misreading, ...]) -> list[Repair]:
    """Return the repairs of a text that may be misread several times over."""
    repairs = search(text, kinds)
    for _ in range(ROUNDS - 1):
        if not repairs:
            break
        repaired = applied(text, tuple((fix.start, fix.end, fix.meant) for fix in repairs))
        again = utf8_suspects(runs_beyond_ascii(repaired.encode("utf-8", "surrogatepass")))
        second = search(repaired, again) if again else []
        if not second:
            break
        repairs = _composed(text, repairs, repaired, second)
    return repairs


def _composed(text: str, first: list[Repair], repaired: str, second: list[Repair]) -> list[Repair]:
    """Express repairs of the repaired text as repairs of the text itself."""
    placed: list[tuple[int, int, Repair, bool]] = []
    shift = 0
    for fix in first:
        low = fix.start + shift
        placed.append((low, low + len(fix.meant), fix, False))
        shift += len(fix.meant) - (fix.end - fix.start)
    placed += [(fix.start, fix.end, fix, True) for fix in second]
    placed.sort(key=lambda item: item[:2])
    merged: list[Repair] = []
    shift = 0
    for cluster in _clusters(placed):
        low, high = cluster[0][0], max(item[1] for item in cluster)
        start = low - shift
        shift += sum(
            len(fix.meant) - (fix.end - fix.start) for *_, fix, later in cluster if not later
        )
        edits = tuple((a - low, b - low, fix.meant) for a, b, fix, later in cluster if later)
        chain = dict.fromkeys(kind for later in (True, False) for kind in _chain(cluster, later))
        merged.append(
            Repair(
                start,
                high - shift,
                applied(repaired[low:high], edits),
                tuple(chain),
                max(fix.gain for _, _, fix, _ in cluster),
                any(fix.lossy for _, _, fix, _ in cluster),
            )
        )
    return [fix for fix in merged if text[fix.start : fix.end] != fix.meant]


def _clusters(
    placed: list[tuple[int, int, Repair, bool]],
) -> Iterator[list[tuple[int, int, Repair, bool]]]:
    cluster: list[tuple[int, int, Repair, bool]] = []
    high = 0
    for item in placed:
        if cluster and item[0] >= high:
            yield cluster
            cluster = []
        cluster.append(item)
        high = max(high, item[1]) if len(cluster) > 1 else item[1]
    if cluster:
        yield cluster


def _chain(
    cluster: list[tuple[int, int, Repair, bool]],
    wanted: bool,  # noqa: FBT001 - a field of the item
) -> Iterator[Misreading]:
    for *_, fix, later in cluster:
        if later == wanted:
            yield from fix.chain
