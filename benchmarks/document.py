"""What each shared property of the document costs, on a folder of text.

    python benchmarks/document.py FOLDER [--language es] [--repeat 3]

Reads every ``.txt`` file below the folder and prints processor milliseconds
per million code points (about a megabyte of English), each property with those
it builds on already computed. The least of the repeats counts.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from textassay.model import Record
from textassay.text import language
from textassay.text.document import Document

PROPERTIES = (
    "folded",
    "lines",
    "paragraphs",
    "language",
    "paragraph_languages",
    "sentences",
    "words",
    "quotations",
)
"""Shared by most checks, in the order in which they build on one another."""
OTHERS = ("word_spans", "tokens", "token_spans")
MILLION = 1_000_000


def measure(texts: list[str], declared: str | None) -> dict[str, float]:
    """Return the processor seconds of each property over all texts."""
    spent = dict.fromkeys((*PROPERTIES, *OTHERS), 0.0)
    for text in texts:
        document = Document(Record("r", "r.txt", text, language=declared))
        for name in spent:
            start = time.process_time()
            getattr(document, name)
            spent[name] += time.process_time() - start
    return spent


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--language", help="declare it instead of identifying it")
    parser.add_argument("--repeat", type=int, default=3)
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.txt"))
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in paths]
    characters = sum(map(len, texts))
    if not characters:
        parser.error(f"no text below {arguments.folder}")
    language.identify("The model is loaded once, before anything is measured.")
    runs = [measure(texts, arguments.language) for _ in range(arguments.repeat)]
    least = {name: min(run[name] for run in runs) * 1e3 * MILLION / characters for name in runs[0]}
    print(f"{len(texts)} records, {characters:,} code points; ms per million:")
    for name in PROPERTIES:
        print(f"{name:22}{least[name]:8.1f}")
    print(f"{'together':22}{sum(least[name] for name in PROPERTIES):8.1f}")
    for name in OTHERS:
        print(f"{name:22}{least[name]:8.1f}")


if __name__ == "__main__":
    main()
