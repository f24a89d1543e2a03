"""Measures what the checks cost: CPU time and peak memory on growing corpora.

    python benchmarks/corpus.py CLEAN          # real prose from Debian packages
    python benchmarks/throughput.py CLEAN [--megabytes 20 40 80] [--jobs 1]
    python benchmarks/throughput.py CLEAN --checks     # the cost of each check

Each size runs as a process of its own; load time (one small file) is taken
off. The corpus is taken in the order of a fixed shuffle, English and Spanish
weighing most, and repeated under new names where it is too small.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WEIGHTS = {"en": 8, "es": 6, "de": 2, "fr": 2, "pt": 1, "it": 1}
MEGABYTE = 1_000_000


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


def table(clean: Path, sizes: list[int], jobs: int) -> None:
    """Print one row a size."""
    print(f"{'MB':>6} {'CPU s':>8} {'MB/s CPU':>9} {'wall s':>8} {'peak MB':>8}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            (folder / "one.txt").write_text("One sentence in a file.\n", encoding="utf-8")
            load, _, _ = run(folder, 1)
            total = build(clean, folder, size * MEGABYTE) / MEGABYTE
            cpu, wall, peak = run(folder, jobs)
        work = max(cpu - load, 1e-9)
        print(f"{total:6.1f} {work:8.2f} {total / work:9.2f} {wall:8.2f} {peak:8.0f}")


def costs(clean: Path, size: int) -> None:
    """Print the share of each shared view, of the survey and of each check."""
    from textassay import registry
    from textassay.engine.inspect import inspect
    from textassay.read import ReadSettings, read
    from textassay.survey.store import survey
    from textassay.text.document import Document

    with tempfile.TemporaryDirectory() as temporary:
        total = build(clean, Path(temporary), size * MEGABYTE) / MEGABYTE
        documents = [Document(r) for r in read([temporary], ReadSettings()) if hasattr(r, "text")]
    rows: list[tuple[float, str]] = []

    def timed(name: str, function: object) -> None:
        start = time.process_time()
        function()  # type: ignore[operator]
        rows.append((time.process_time() - start, name))

    for view in ("language", "folded", "lines", "paragraphs", "sentences", "words", "quotations"):
        timed(view, lambda view=view: [getattr(document, view) for document in documents])
    start = time.process_time()
    store = survey(documents)
    facts = store.join(documents)
    rows.append((time.process_time() - start, "survey and join"))
    for check in registry.builtin():
        if check.status == "stable" and check.scope != "input":
            timed(
                f"{check.code} {check.name}",
                lambda check=check: [
                    inspect(document, [check], facts=known)
                    for document, known in zip(documents, facts, strict=True)
                ],
            )
    whole = sum(seconds for seconds, _ in rows)
    for seconds, name in sorted(rows, reverse=True):
        print(f"{seconds / total * 1000:8.1f} ms/MB {seconds / whole:6.1%}  {name}")
    print(f"{whole / total * 1000:8.1f} ms/MB in all: {total / whole:.2f} MB/s")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clean", type=Path, help="folder that benchmarks/corpus.py filled")
    parser.add_argument("--megabytes", type=int, nargs="+", default=[20])
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--checks", action="store_true", help="the cost of each check instead")
    arguments = parser.parse_args()
    if arguments.checks:
        costs(arguments.clean, arguments.megabytes[0])
    else:
        table(arguments.clean, arguments.megabytes, arguments.jobs)


if __name__ == "__main__":
    main()
