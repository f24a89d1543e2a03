"""Scores the claim checks on labelled sentences and time expressions.

    python benchmarks/quality/claims.py --vague VAGUE_ES.jsonl --time RELTIME_EN.jsonl

``--vague``: one JSON object a line with ``id``, ``text`` and ``label`` (2 must
be flagged, 1 may be, 0 must not). A sentence counts as flagged when a finding
of CLM001 to CLM004 of level warning is in it; labels 1 count neither way.

``--time``: documents with ``timex`` (start, end, ``needs_anchor``, ``text``).
Precision counts any annotated expression; recall those of the kinds that the
check promises: weekdays, today and its like, "ago", and last, next, this or
past with a unit. Bare months, days of a month, clock times and "now" are left
out on purpose, and the second recall counts them as missed.

Sources are split by name: rules were written while looking at "look"; what
counts is "score", of which only sums are printed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any
from zlib import crc32

from textassay import registry
from textassay.checks.claims.relative_time import expressions
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.text.document import Document

VAGUE = [check for check in registry.builtin() if "CLM001" <= check.code <= "CLM004"]
MUST, MAY = 2, 1
PROMISED = re.compile(
    r"day\b(?<!\bday)|\b(?:today|yesterday|tomorrow|tonight|ago|weekend)\b"
    r"|\b(?:last|next|this|past|coming|previous|following)\b.*\b(?:day|week|month|quarter|year"
    r"|decade|summer|spring|winter|autumn|morning|evening|night)s?\b",
    re.IGNORECASE,
)
Row = dict[str, Any]


def part(source: str) -> str:
    """Return which part of a set a source belongs to (three in ten are scored)."""
    number = crc32(source.encode())
    seen = number % 2 == 0 or (number // 2) % 5 < 2
    return "look" if seen else "score"


def rows(path: Path) -> list[Row]:
    """Return the objects of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def document(text: str, language: str) -> Document:
    """Return a text as a document of its own."""
    return Document(Record(id="r", path="r.txt", text=text, language=language))


def report(name: str, counts: Counter[str]) -> None:
    """Print precision and recall of one part."""
    right, wrong, missed = counts["right"], counts["wrong"], counts["missed"]
    precision = right / max(1, right + wrong)
    recall = counts["found"] / max(1, counts["found"] + missed)
    print(
        f"{name:24} P {precision:.3f} ({right}/{right + wrong})  "
        f"R {recall:.3f} ({counts['found']}/{counts['found'] + missed})"
    )


def vague(path: Path) -> None:
    """Score vague attribution, sentence by sentence."""
    parts: dict[str, Counter[str]] = {"look": Counter(), "score": Counter()}
    for row in rows(path):
        counts = parts[part(row["id"].split("#")[0])]
        found = inspect(document(row["text"], "es"), VAGUE)
        flagged = any(finding.severity == "warning" for finding in found)
        if row["label"] == MUST:
            counts["found" if flagged else "missed"] += 1
            counts["right"] += flagged
        elif row["label"] != MAY:
            counts["wrong"] += flagged
    for name, counts in parts.items():
        report(f"vague es, {name}", counts)
    report("vague es, all", sum(parts.values(), Counter()))


def relative_time(path: Path) -> None:
    """Score relative expressions of time."""
    parts: dict[str, Counter[str]] = {"look": Counter(), "score": Counter()}
    every: dict[str, Counter[str]] = {"look": Counter(), "score": Counter()}
    for row in rows(path):
        name = part(row["id"])
        found = list(expressions(document(row["text"], "en"), "en"))
        for start, end in found:
            hit = any(start < gold["end"] and gold["start"] < end for gold in row["timex"])
            parts[name]["right" if hit else "wrong"] += 1
            every[name]["right" if hit else "wrong"] += 1
        for gold in row["timex"]:
            hit = any(start < gold["end"] and gold["start"] < end for start, end in found)
            if gold["needs_anchor"] == "deictic":
                every[name]["found" if hit else "missed"] += 1
                if PROMISED.search(gold["text"]):
                    parts[name]["found" if hit else "missed"] += 1
    for name, counts in parts.items():
        report(f"time en, {name}", counts)
        report(f"time en, {name}, any", every[name])
    report("time en, all", sum(parts.values(), Counter()))


def main() -> None:
    """Run on the sets that are given."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--vague", type=Path)
    parser.add_argument("--time", type=Path)
    arguments = parser.parse_args()
    if arguments.vague:
        vague(arguments.vague)
    if arguments.time:
        relative_time(arguments.time)


if __name__ == "__main__":
    main()
