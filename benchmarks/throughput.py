"""Measures what the checks cost: CPU time and peak memory on growing corpora.

    python benchmarks/corpus.py CLEAN          # real prose from Debian packages
    python benchmarks/throughput.py CLEAN [--megabytes 20 40 80] [--jobs 1]
    python benchmarks/throughput.py CLEAN --checks     # docs/costs.md

Each size runs as a process of its own; load time (one short text of each
language) is taken off, of both clocks. The corpus is taken in the order of a
fixed shuffle, English and Spanish weighing most, and repeated under new names
where it is too small.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

WEIGHTS = {"en": 8, "es": 6, "de": 2, "fr": 2, "pt": 1, "it": 1}
MEGABYTE = 1_000_000
SHORT = 2_000  # code points of the texts that show what loading takes
SHOWN = 0.002  # of the whole: what costs less is not listed
PAGE = """# What the checks cost

Milliseconds of processor time a megabyte of text, on {size} MB of manuals in six languages
(English and Spanish most of them), one process, all stable checks: {speed:.2f} MB/s. `python
benchmarks/throughput.py CLEAN --checks` writes this page; `textassay check FOLDER --statistics`
prints the same for a folder of yours. Compare rows, not machines.

The first check of a class pays for what the class shares: BPL001 for the scan of all lines,
CLM001 for the cues of all sentences, DUP001 for the pairs of sentences, TYP001 for the unknown
words. "Shared views" are lines with their roles, sentences, words and languages, which all
checks look at; "survey" is what only the whole corpus knows.

| | ms/MB | share |
|---|--:|--:|
{table}
"""


def chosen(clean: Path, size: int) -> list[Path]:
    """Return files of the weighted languages with ``size`` bytes in all."""
    shuffled = random.Random(7)  # noqa: S311 - a fixed order, no secret
    files: list[Path] = []
    for language, weight in WEIGHTS.items():
        pool = sorted((clean / language).glob("*.txt"))
        shuffled.shuffle(pool)
        share, taken = size * weight / sum(WEIGHTS.values()), 0.0
        while pool and taken < share:
            for path in pool:
                files.append(path)
                taken += path.stat().st_size
                if taken >= share:
                    break
    return files


def build(clean: Path, folder: Path, size: int) -> int:
    """Write the corpus into a folder and return its bytes."""
    total = 0
    for number, path in enumerate(chosen(clean, size)):
        data = path.read_bytes()
        round_mark = f"Edition {number}.\n\n".encode()
        (folder / f"{path.parent.name}-{number:06}.txt").write_bytes(round_mark + data)
        total += len(data)
    return total


def run(folder: Path, jobs: int) -> tuple[float, float, float]:
    """Return CPU seconds, wall seconds and peak megabytes of a check."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "textassay", "check", str(folder), "--isolated", "-q"]
    process = subprocess.Popen([*command, "-j", str(jobs)], stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    wall = time.perf_counter() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def load(clean: Path) -> tuple[float, float]:
    """Return CPU and wall seconds of a check of one short text of each language."""
    with tempfile.TemporaryDirectory() as temporary:
        for language in WEIGHTS:
            text = max((clean / language).glob("*.txt"), key=_size).read_text(encoding="utf-8")
            (Path(temporary) / f"{language}.txt").write_text(text[:SHORT], encoding="utf-8")
        cpu, wall, _ = run(Path(temporary), 1)
    return cpu, wall


def _size(path: Path) -> int:
    return path.stat().st_size


def table(clean: Path, sizes: list[int], jobs: int) -> None:
    """Print one row a size."""
    loading, loading_wall = load(clean)
    print(f"{'MB':>6} {'CPU s':>8} {'MB/s CPU':>9} {'wall s':>8} {'peak MB':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            total = build(clean, folder, size * MEGABYTE) / MEGABYTE
            cpu, wall, peak = run(folder, jobs)
        work, waited = max(cpu - loading, 1e-9), wall - loading_wall
        print(f"{total:6.1f} {work:8.2f} {total / work:9.2f} {waited:8.2f} {peak:8.0f}")


def costs(clean: Path, size: int) -> list[tuple[str, float]]:
    """Return the milliseconds a megabyte of the survey, the shared views and each check."""
    from textassay.cli import GARBAGE
    from textassay.engine.local import assay
    from textassay.engine.settings import Settings
    from textassay.read import ReadSettings, read

    gc.set_threshold(GARBAGE)  # as the command does: Python's own took a sixth of the time
    spent: dict[str, float] = defaultdict(float)
    with tempfile.TemporaryDirectory() as temporary:
        total = build(clean, Path(temporary), size * MEGABYTE) / MEGABYTE
        start = time.process_time()
        for _ in assay(read([temporary], ReadSettings()), Settings(), costs=spent):
            pass
        spent["all, with reading"] = time.process_time() - start
    return sorted(((name, 1000 * seconds / total) for name, seconds in spent.items()), key=_dearest)


def _dearest(row: tuple[str, float]) -> float:
    return -row[1]


def page(rows: list[tuple[str, float]], size: int) -> str:
    """Return docs/costs.md: the table with what it means."""
    from textassay import registry

    names = {check.code: check.name for check in registry.builtin()}
    whole = rows[0][1]
    table = "\n".join(
        f"| {code} {names.get(code, '')} | {cost:.1f} | {cost / whole:.1%} |".replace("  |", " |")
        for code, cost in rows
        if cost >= SHOWN * whole
    )
    return PAGE.format(table=table, size=size, speed=1000 / whole)


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clean", type=Path, help="folder that benchmarks/corpus.py filled")
    parser.add_argument("--megabytes", type=int, nargs="+", default=[20])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--checks", action="store_true", help="write docs/costs.md instead")
    arguments = parser.parse_args()
    if arguments.checks:
        size = arguments.megabytes[0]
        rows = costs(arguments.clean, size)
        for name, cost in rows:
            print(f"{cost:8.1f} ms/MB {cost / rows[0][1]:6.1%}  {name}")
        (Path(__file__).parents[1] / "docs" / "costs.md").write_text(page(rows, size), "utf-8")
    else:
        table(arguments.clean, arguments.megabytes, arguments.jobs)


if __name__ == "__main__":
    main()
