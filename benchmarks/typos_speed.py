"""Measures the words that the typo checks judge in a second, their load time and memory.

    python benchmarks/corpus.py CLEAN
    python benchmarks/typos_speed.py CLEAN [--languages en es] [--peers]

The clock runs over the stable typo checks alone: what all checks share (words,
sentences, lines, quotations) is computed before. "cold": the first half of the
files, whose word forms are new to the run; "warm": the other half. "load": the
first sentence in a language, checks imported. "MB": the peak of the process that
has read all files one by one. Peers: ``typos`` as a command, with all its
threads, and hunspell's ``spell`` by the binding of ``chunspell``, each different
word once a file (``TEXTASSAY_HUNSPELL``: folder of the npm dictionaries).
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Check
    from textassay.text.document import Document

TOGETHER = 24  # files: 200,000 code points, as many as an assay judges together
HUNSPELL = Path(os.environ.get("TEXTASSAY_HUNSPELL", "hunspell"))
GREETING = {
    "de": "Guten Tag.",
    "en": "Good day.",
    "es": "Buenos d\N{LATIN SMALL LETTER I WITH ACUTE}as.",
}


def documents(paths: list[Path]) -> Iterator[Document]:
    """Yield documents with the views that all checks share."""
    from textassay.read import ReadSettings, read
    from textassay.text.document import Document

    for record in read(map(str, paths), ReadSettings()):
        if hasattr(record, "text"):
            document = Document(record)
            _ = document.sentences, document.lines, document.folded, document.alphabet
            _ = (
                document.quotations,
                document.vocabulary,
                document.outline,
                document.word_spans.starts,
            )
            yield document


def judged(checks: list[Check], paths: list[Path]) -> tuple[int, float]:
    """Return the words of some files and the seconds of CPU that the checks take.

    The files are judged in batches, as an assay does.
    """
    from textassay.engine.inspect import inspect_together

    words, seconds = 0, 0.0
    waiting = documents(paths)
    while batch := list(islice(waiting, TOGETHER)):
        start = time.process_time()
        inspect_together(batch, checks, facts=[None] * len(batch))
        seconds += time.process_time() - start
        words += sum(len(document.words) for document in batch)
        for document in batch:
            document.forget()
    return words, seconds


def ours(clean: Path, languages: list[str]) -> None:
    """Print one row a language."""
    from textassay import registry
    from textassay.engine.inspect import inspect
    from textassay.model import Record
    from textassay.text.document import Document

    checks = [c for c in registry.builtin() if c.code.startswith("TYP") and c.status == "stable"]
    print(f"{'':4} {'load ms':>8} {'words':>9} {'cold words/s':>13} {'warm words/s':>13} {'MB':>6}")
    for language in languages:
        text = GREETING.get(language, "A b.")
        start = time.process_time()
        inspect(Document(Record(id="a", path="a", text=text, language=language)), checks)
        load = (time.process_time() - start) * 1000
        paths = sorted((clean / language).glob("*.txt"))
        (new, cold), (seen, warm) = judged(checks, paths[::2]), judged(checks, paths[1::2])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        speeds = f"{new / cold:13,.0f} {seen / warm:13,.0f}"
        print(f"{language:4} {load:8.0f} {new + seen:9,} {speeds} {peak:6.0f}")


def peers(clean: Path, languages: list[str]) -> None:
    """Print the words a second of typos and of hunspell."""
    from hunspell import Hunspell

    for language in languages:
        paths = sorted((clean / language).glob("*.txt"))
        words = [document.words for document in documents(paths)]
        total = sum(map(len, words))
        process = subprocess.Popen(
            ["typos", "--no-check-filenames", str(clean / language)], stdout=-3
        )
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
        start = time.process_time()
        dictionary = Hunspell(
            "index", hunspell_data_dir=str(next(HUNSPELL.glob(f"*-{language}-*")))
        )
        load = time.process_time() - start
        start = time.process_time()
        for of_file in words:
            for word in set(of_file):
                dictionary.spell(word)
        seconds = time.process_time() - start
        print(f"{language:4} typos {total / (usage.ru_utime + usage.ru_stime):,.0f} words/s")
        print(f"{language:4} hunspell {total / seconds:,.0f} words/s, load {load * 1000:.0f} ms")


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("clean", type=Path, help="folder that benchmarks/corpus.py filled")
    parser.add_argument("--languages", nargs="+", default=["en", "es"])
    parser.add_argument("--peers", action="store_true")
    arguments = parser.parse_args()
    ours(arguments.clean, arguments.languages)
    if arguments.peers:
        peers(arguments.clean, arguments.languages)


if __name__ == "__main__":
    sys.exit(main())
