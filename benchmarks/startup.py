"""Times ``textassay check`` on one small file against ``python -c "import click"``.

    python benchmarks/startup.py [FILE] [--runs 15]

The two commands take turns, so that a noisy machine is noisy for both; the
medians of wall time and their ratio are printed. The goal is a ratio of 3.

Without a file, a short ordinary article is checked: one of our clean seeds, 1,800
characters of English prose in paragraphs, copied out of the registered corpus.
A sentence said over and over is no sample: it makes us load the model of
languages, which an article does not need.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SAMPLE = Path(__file__).parents[1] / "seeds" / "clean" / "en-ferry-returns.txt"


def seconds(command: list[str]) -> float:
    """Return the wall time of a command."""
    start = time.perf_counter()
    subprocess.run(command, capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Read the command line and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, nargs="?")
    parser.add_argument("--runs", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.file or Path(folder, "sample.txt")
        if arguments.file is None:
            path.write_bytes(SAMPLE.read_bytes())
        ours = [sys.executable, "-m", "textassay", "check", str(path), "--isolated"]
        theirs = [sys.executable, "-c", "import click"]
        seconds(ours)
        pairs = [(seconds(ours), seconds(theirs)) for _ in range(arguments.runs)]
    check, click = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"check one file  {check * 1000:6.0f} ms")
    print(f"import click    {click * 1000:6.0f} ms")
    print(f"ratio           {check / click:6.2f}")


if __name__ == "__main__":
    main()
