"""Measures the claim checks: sentences a second of CPU time on one core.

    python benchmarks/claims.py [FOLDER]

Reads the texts of a folder (default: the seeds), repeats them to about 20,000
sentences, and times all stable checks of the class together, as a run does:
a document's sentences, quotations and lines are shared and not counted.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from textassay import registry
from textassay.contract import Context
from textassay.model import Record
from textassay.text.document import Document

SENTENCES = 20_000
BUDGET = 20_000  # sentences a second
CHECKS = [
    check
    for check in registry.builtin()
    if check.code.startswith(("CLM", "TYP09")) and check.status == "stable"
]


def documents(folder: Path) -> list[Document]:
    """Return the texts, repeated, with their shared views computed."""
    texts = [
        path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))
    ]
    if not texts:
        message = f"no .txt file in {folder}"
        raise SystemExit(message)
    found: list[Document] = []
    count = 0
    while count < SENTENCES:
        for number, text in enumerate(texts):
            document = Document(Record(id=str(number), path="r.txt", text=text))
            count += len(document.sentences)
            for view in ("folded", "quotations", "lines", "paragraphs", "vocabulary"):
                getattr(document, view)
            for place in (document.quotation_at, document.line_at, document.paragraph_at):
                place(0)
            document.sentence_at(0)
            _ = document.word_spans.starts
            found.append(document)
    return found


def main() -> None:
    """Print the time of each check and the rate of all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("seeds")
    texts = documents(folder)
    spent: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for round_of in (texts[:1], texts):  # the first warms the lexicons up
        spent.clear()
        hits.clear()
        for document in round_of:
            for check in CHECKS:
                if check.languages and document.language.code not in check.languages:
                    continue
                start = time.process_time_ns()
                hits[check.code] += sum(1 for _ in check.function(document, Context()))
                spent[check.code] += time.process_time_ns() - start
    sentences = sum(len(document.sentences) for document in texts)
    for code, nanoseconds in spent.most_common():
        print(f"{code}  {nanoseconds / sentences / 1000:6.2f} us a sentence  {hits[code]:5} hits")
    rate = sentences / (spent.total() / 1e9)
    print(f"{sentences} sentences, {rate:,.0f} a second (budget {BUDGET:,})")


if __name__ == "__main__":
    main()
