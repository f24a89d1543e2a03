"""Draws how time and memory grow with the text, as an SVG that needs nothing else."""

from __future__ import annotations

from html import escape
from itertools import groupby
from math import ceil, floor, log10
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Row = dict[str, Any]
    Scale = Callable[[float], float]

WIDTH, HEIGHT, MARGIN = 420, 300, 56
GAP = 130  # between the two panels, room for names
COLOURS = ("#0b62a4", "#b3541e", "#4d7a2b", "#7a4e9e")
DASHES = ("", "7 4", "2 4", "9 3 2 3")


def draw(rows: Sequence[Row]) -> str:
    """Return a chart of two panels: CPU seconds and peak memory over megabytes of text."""
    panels = (("CPU seconds", "seconds"), ("peak memory in MiB", "peak"))
    parts = [
        line
        for number, (title, field) in enumerate(panels)
        for line in _panel(rows, title, field, number * (WIDTH + GAP))
    ]
    width, height = 2 * (WIDTH + GAP) + MARGIN, HEIGHT + 2 * MARGIN
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"',
            ' role="img" font-family="sans-serif" font-size="13">',
            "<title>Time and memory of the search for shared passages</title>",
            f'<rect width="{width}" height="{height}" fill="#fff"/>',
            *parts,
            "</svg>\n",
        ]
    )


def _panel(rows: Sequence[Row], title: str, field: str, left: float) -> Iterator[str]:
    largest = max(row["megabytes"] for row in rows)
    step = _step(max(row[field] for row in rows))
    highest = step * ceil(max(row[field] for row in rows) / step)
    across = _scale(largest, left + MARGIN, left + MARGIN + WIDTH)
    up = _scale(highest, MARGIN + HEIGHT, MARGIN)
    yield f'<text x="{left + MARGIN}" y="{MARGIN - 20}" font-weight="bold">{title}</text>'
    yield from _axes(sorted({row["megabytes"] for row in rows}), step, highest, across, up)
    places: list[float] = []
    ways = groupby(rows, key=lambda row: row["way"])
    for number, (way, found) in enumerate(ways):
        points = [(across(row["megabytes"]), up(row[field])) for row in found]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        look = f'stroke="{COLOURS[number]}" stroke-dasharray="{DASHES[number]}"'
        yield f'<polyline points="{path}" fill="none" stroke-width="2" {look}/>'
        for x, y in points:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{COLOURS[number]}"/>'
        place = _free(points[-1][1] + 4, places)
        yield (
            f'<text x="{points[-1][0] + 8:.1f}" y="{place:.1f}" fill="{COLOURS[number]}">'
            f"{escape(way)}</text>"
        )


def _axes(
    sizes: Sequence[float], step: float, highest: float, across: Scale, up: Scale
) -> Iterator[str]:
    left, right, bottom = across(0), across(max(sizes)), up(0)
    for number in range(round(highest / step) + 1):
        value = step * number
        y = up(value)
        yield f'<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="#ddd"/>'
        yield f'<text x="{left - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">{value:.0f}</text>'
    for size in (0, *sizes):
        x = across(size)
        yield f'<text x="{x:.1f}" y="{bottom + 20:.1f}" text-anchor="middle">{size:.0f} MB</text>'


def _scale(largest: float, first: float, last: float) -> Scale:
    return lambda value: first + (last - first) * value / largest


def _step(highest: float) -> float:
    """Return a round distance between lines, at most five of which are needed."""
    power: float = 10 ** floor(log10(highest))
    return next(power * part for part in (0.2, 0.5, 1, 2) if highest <= 5 * part * power)


def _free(wanted: float, taken: list[float]) -> float:
    """Return a place for a name that no other name has."""
    while any(abs(wanted - place) < 15 for place in taken):
        wanted += 15
    taken.append(wanted)
    return wanted
