"""Scores findings against annotated records: precision, recall, F1 by class.

    textassay check RECORDS -o jsonl=findings.jsonl --exit-zero
    python benchmarks/score.py findings.jsonl gold.jsonl

Gold: one JSON object a line with ``doc`` (file name or stem), ``start``,
``end``, ``label``, ``severity`` and, where another label is as good, ``alt``.
A finding of level error or warning is right when it overlaps a gold span of
any level with its label; a gold span of level error or warning is found when
such a finding overlaps it.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GRAVE = frozenset({"error", "warning"})
CLASSES = ("encoding", "typo", "duplicate", "boilerplate", "claim", "record", "provenance", "all")


@dataclass
class Tally:
    """Counts of one class."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0
    right_errors: int = 0
    wrong_errors: int = 0

    def row(self) -> str:
        """Return precision, recall, F1 and the share of right errors."""
        precision = self.right / max(1, self.right + self.wrong)
        recall = self.found / max(1, self.found + self.missed)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        errors = self.right_errors + self.wrong_errors
        return (
            f"P {precision:.2f} ({self.right}/{self.right + self.wrong})  "
            f"R {recall:.2f} ({self.found}/{self.found + self.missed})  F1 {f1:.2f}  "
            f"errors right {self.right_errors}/{errors}"
        )


def overlaps(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Tell whether two spans share a code point, or one is empty and touches."""
    return bool(
        one["start"] < max(other["end"], other["start"] + 1)
        and other["start"] < max(one["end"], one["start"] + 1)
    )


def score(
    findings: list[dict[str, Any]], gold: list[dict[str, Any]], *, verbose: bool = False
) -> dict[str, Tally]:
    """Return the tallies by class and of all."""
    by_doc: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in gold:
        by_doc[Path(row["doc"]).stem].append(row)
    tallies: dict[str, Tally] = defaultdict(Tally)
    hit: set[int] = set()
    for finding in findings:
        if finding["severity"] in GRAVE:
            matches = _matches(finding, by_doc)
            hit.update(map(id, matches))
            _count_finding(finding, tallies, right=bool(matches))
            if verbose and not matches:
                place = f"{finding['path']}:{finding['line']}"
                print(f"wrong   {place} {finding['code']} {finding['text'][:90]!r}")
    for row in gold:
        if row["severity"] in GRAVE:
            for tally in (tallies[row["label"]], tallies["all"]):
                tally.found += id(row) in hit
                tally.missed += id(row) not in hit
            if verbose and id(row) not in hit:
                print(f"missed  {row['doc']} {row['label']}/{row.get('sub')} {row['text'][:90]!r}")
    return tallies


def _matches(
    finding: dict[str, Any], by_doc: dict[str, list[dict[str, Any]]]
) -> list[dict[str, Any]]:
    return [
        row
        for row in by_doc.get(Path(finding["path"]).stem, ())
        if overlaps(finding, row) and finding["category"] in (row["label"], *(row.get("alt") or ()))
    ]


def _count_finding(finding: dict[str, Any], tallies: dict[str, Tally], *, right: bool) -> None:
    for tally in (tallies[finding["category"]], tallies["all"]):
        tally.right += right
        tally.wrong += not right
        if finding["severity"] == "error":
            tally.right_errors += right
            tally.wrong_errors += not right


def read(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def main() -> None:
    """Read the command line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("findings", type=Path)
    parser.add_argument("gold", type=Path)
    parser.add_argument("-v", "--verbose", action="store_true", help="list what is wrong or missed")
    arguments = parser.parse_args()
    tallies = score(read(arguments.findings), read(arguments.gold), verbose=arguments.verbose)
    for name in CLASSES:
        if name in tallies:
            print(f"{name:<12}{tallies[name].row()}")


if __name__ == "__main__":
    main()
