"""Plots the memory of ``textassay check`` over corpora of growing size.

    python benchmarks/corpus.py CLEAN --large          # 85 MB of manuals, none twice
    python benchmarks/memory.py CLEAN [--megabytes 20 40 80]
    python benchmarks/memory.py --draw                 # from the figures kept

Each size runs as one process of its own, without workers; what it holds is
looked at ten times a second. The figures go to ``docs/memory.json``, the chart
to ``docs/memory.svg``, the table to standard output.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from throughput import MEGABYTE, build

DOCS = Path(__file__).parent.parent / "docs"
POINTS = 60  # kept of a run
WIDTH, HEIGHT, LEFT, BOTTOM, TOP = 640, 300, 56, 40, 16
STEP = 50  # megabytes between two lines of the grid
INKS = ("#9aa5b1", "#3f7cac", "#1b3a57")  # light to dark, small to large corpora


def watched(folder: Path) -> list[tuple[float, float]]:
    """Return seconds of processor time and resident megabytes along a check."""
    command = [sys.executable, "-m", "textassay", "check", str(folder), "--isolated", "-q"]
    process = subprocess.Popen([*command, "-j", "1"], stdout=subprocess.DEVNULL)
    points = []
    while process.poll() is None:
        try:
            status = Path(f"/proc/{process.pid}/statm").read_text(encoding="ascii")
            ticks = Path(f"/proc/{process.pid}/stat").read_text(encoding="utf-8")
        except OSError:
            break
        pages = int(status.split()[1])
        if pages:
            spent = sum(map(int, ticks.rpartition(")")[2].split()[11:13])) / 100
            points.append((spent, round(pages * 4096 / MEGABYTE, 1)))
        time.sleep(0.1)
    process.wait()
    return points


def thinned(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return few points, of each stretch the highest."""
    size = -(-len(points) // POINTS)
    parts = [points[at : at + size] for at in range(0, len(points), size)]
    return [max(part, key=lambda point: point[1]) for part in parts]


def measured(clean: Path, sizes: list[int]) -> list[dict[str, object]]:
    """Return size, peak and course of each corpus."""
    runs = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            total = build(clean, folder, size * MEGABYTE)
            points = watched(folder)
        runs.append(
            {
                "megabytes": round(total / MEGABYTE),
                "peak": round(max(held for _, held in points)),
                "points": thinned(points),
            }
        )
        print(f"{runs[-1]['megabytes']} MB of text: peak {runs[-1]['peak']} MB", file=sys.stderr)
    return runs


def chart(runs: list[dict[str, object]]) -> str:
    """Return the chart: megabytes held over the share of the run."""
    top = max(int(run["peak"]) for run in runs) // STEP * STEP + STEP  # type: ignore[call-overload]
    inner_width, inner_height = WIDTH - LEFT - 90, HEIGHT - BOTTOM - TOP

    def place(share: float, held: float) -> str:
        across, up = LEFT + share * inner_width, TOP + (1 - held / top) * inner_height
        return f"{across:.1f},{up:.1f}"

    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        'font-family="sans-serif" font-size="12">'
    )
    lines = [
        head,
        "<title>Memory of textassay check over the course of a run</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for held in range(0, top + 1, STEP):
        left, height = place(0, held).split(",")
        right = place(1, held).split(",")[0]
        lines.append(f'<path d="M{left} {height}H{right}" stroke="#ddd"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{height}" dy="4" text-anchor="end">{held}</text>')
    for run, ink in zip(runs, INKS[-len(runs) :], strict=False):
        points: list[tuple[float, float]] = run["points"]  # type: ignore[assignment]
        end = points[-1][0] or 1
        path = " ".join(place(spent / end, held) for spent, held in points)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{ink}" stroke-width="2"/>')
    for row, (run, ink) in enumerate(zip(runs, INKS[-len(runs) :], strict=False)):
        height = TOP + 14 + 18 * row
        lines.append(
            f'<text x="{WIDTH - 82}" y="{height}" fill="{ink}">{run["megabytes"]} MB of text</text>'
        )
    middle, foot = LEFT + inner_width / 2, HEIGHT - 12
    lines.append(
        f'<text x="{middle}" y="{foot}" text-anchor="middle">course of the run; '
        "resident memory in MB</text>"
    )
    return "\n".join([*lines, "</svg>", ""])


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clean", type=Path, nargs="?", help="folder of benchmarks/corpus.py")
    parser.add_argument("--megabytes", type=int, nargs="+", default=[20, 40, 80])
    parser.add_argument("--draw", action="store_true", help="draw the figures kept, measure none")
    arguments = parser.parse_args()
    figures = DOCS / "memory.json"
    if not arguments.draw:
        runs = measured(arguments.clean, arguments.megabytes)
        figures.write_text(json.dumps(runs, indent=1) + "\n", encoding="utf-8")
    runs = json.loads(figures.read_text(encoding="utf-8"))
    (DOCS / "memory.svg").write_text(chart(runs), encoding="utf-8")
    print("| text | peak of resident memory |\n|---|---|")
    for run in runs:
        print(f"| {run['megabytes']} MB | {run['peak']} MB |")


if __name__ == "__main__":
    main()
