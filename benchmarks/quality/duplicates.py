"""Scores duplicate detection on labelled passages and against an exact oracle.

    python benchmarks/quality/duplicates.py --passages PASSAGES.jsonl.gz
    python benchmarks/quality/duplicates.py --pairs FOLDER
    python benchmarks/quality/duplicates.py --within GOLD.jsonl RECORDS

``--passages``: PAN format as JSON lines: ``id``, ``role``, ``text`` and, for
suspicious documents, ``passages`` with ``start``, ``end`` and ``source``.
Sources are indexed as a kept corpus, each suspicious document is gated
against it. Figures: precision and recall of characters, F, and granularity
(detections a found passage); for the two quarters of the even documents.
``--pairs``: every pair of text files whose containment by runs of five words
is at least one half, found by counting all of them, against what the survey
reports. ``--within``: annotated records, as in benchmarks/score.py.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import category

from textassay import registry
from textassay.contract import RecordMatch
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.survey.index import build
from textassay.survey.neighbours import Neighbours, PassageSettings
from textassay.survey.passages import THOROUGH
from textassay.text.document import Document

RUN = 5
CONTAINED = 0.5
COMMON = 200  # records with a run of words from which on it is not followed in the oracle
Matches = dict[str, tuple[RecordMatch, ...]]


def matches(records: list[Record], options: PassageSettings | None = None) -> Matches:
    """Return what the survey reports for each record."""
    neighbours = Neighbours(options)
    for record in records:
        neighbours.add(record)
    neighbours.freeze()
    return {record.id: tuple(neighbours.matches(record.id)) for record in records}


def passages(path: Path) -> None:
    """Print the figures of the labelled passages."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    suspicious = [row for row in rows if row["role"] == "suspicious"]
    sources = [row for row in rows if row["role"] != "suspicious"]
    with TemporaryDirectory() as folder:
        index = Path(folder)
        build(index, (Record(row["id"], row["id"], row["text"]) for row in sources))
        options = PassageSettings(index=index, links=THOROUGH)
        for quarter in (0, 2):
            chosen = [row for row in suspicious if int(row["id"][-5:]) % 4 == quarter]
            found = {}
            for row in chosen:
                found |= matches([Record(row["id"], row["id"], row["text"])], options)
            report(f"documents {quarter} modulo 4", chosen, found)


def report(name: str, rows: list[dict[str, Any]], found: Matches) -> None:
    """Print character precision, recall, F and granularity."""
    right = wrong = missed = 0
    detections = []
    for row in rows:
        spans = [
            (passage.start, passage.end, match.record)
            for match in found[row["id"]]
            for passage in match.passages
        ]
        gold = {at for item in row["passages"] for at in range(item["start"], item["end"])}
        ours = {at for start, end, _ in spans for at in range(start, end)}
        right, wrong, missed = (
            right + len(gold & ours),
            wrong + len(ours - gold),
            missed + len(gold - ours),
        )
        for item in row["passages"]:
            hits = sum(
                source == item["source"] and start < item["end"] and item["start"] < end
                for start, end, source in spans
            )
            detections.append(hits)
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    cases = [hits for hits in detections if hits]
    print(
        f"{name}: {len(rows)} documents, {len(detections)} passages; characters P {precision:.3f} "
        f"R {recall:.3f} F {2 * precision * recall / max(1e-9, precision + recall):.3f}; "
        f"found {len(cases)}/{len(detections)}, granularity {sum(cases) / max(1, len(cases)):.2f}"
    )


def pairs(folder: Path) -> None:
    """Print recall and precision of record pairs against the exact oracle."""
    records = [
        Record(path.name, str(path), path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(folder.rglob("*.txt"))
    ]
    runs = {record.id: _runs(record.text) for record in records}
    truth = _oracle(runs)
    found = {
        frozenset((record, match.record)): max(match.contained, match.covering)
        for record, group in matches(records).items()
        for match in group
    }
    reported = {pair for pair, share in found.items() if share >= CONTAINED}
    size = sum(len(record.text) for record in records)
    print(
        f"{len(records)} records, {size / 1e6:.1f} M characters: {len(truth)} pairs with "
        f"containment >= {CONTAINED}; reported {len(reported)}, "
        f"recall {len(truth & reported) / max(1, len(truth)):.4f}, "
        f"precision {len(truth & reported) / max(1, len(reported)):.4f}"
    )


def _runs(text: str) -> set[tuple[str, ...]]:
    words = "".join(map(_kept, text.lower())).split()
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


@cache
def _kept(char: str) -> str:
    """Return a letter, digit or mark, a blank for anything else: vowel signs belong to the word."""
    return char if char.isalnum() or category(char).startswith("M") else " "


def _oracle(runs: dict[str, set[tuple[str, ...]]]) -> set[frozenset[str]]:
    places: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for name, found in runs.items():
        for run in found:
            places[run].append(name)
    shared: Counter[tuple[str, str]] = Counter()
    for names in places.values():
        if 1 < len(names) <= COMMON:
            shared.update(combinations(sorted(names), 2))
    return {
        frozenset(pair)
        for pair, count in shared.items()
        if count >= CONTAINED * min(len(runs[pair[0]]), len(runs[pair[1]]))
    }


def within(gold: Path, folder: Path) -> None:
    """Print what is found of the annotated repeats of each record."""
    checks = [check for check in registry.builtin() if check.code.startswith("DUP")]
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    right = wrong = 0
    missed = []
    for path in sorted(folder.glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        record = replace(Record(path.stem, str(path), text))
        found = inspect(Document(record), checks)
        mine = [row for row in rows if row["doc"] == path.stem]
        allowed = [r for r in mine if "duplicate" in (r["label"], *r.get("alt", ()))]
        for item in found:
            hit = any(item.start < row["end"] and row["start"] < item.end for row in allowed)
            right, wrong = right + hit, wrong + (not hit)
        missed += [
            row["text"]
            for row in mine
            if row["label"] == "duplicate"
            and not any(item.start < row["end"] and row["start"] < item.end for item in found)
        ]
    print(f"within records: {right} findings right, {wrong} wrong, {len(missed)} repeats missed")


def main() -> None:
    """Score what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--passages", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--within", type=Path, nargs=2)
    options = parser.parse_args()
    if options.passages:
        passages(options.passages)
    if options.pairs:
        pairs(options.pairs)
    if options.within:
        within(*options.within)


if __name__ == "__main__":
    main()
