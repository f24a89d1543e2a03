"""What was measured of each check, for the reports.

``measured.json`` sums up ``docs/quality.jsonl``, the rows by language and
source, to a line for each check: written by ``make quality``, never by hand.
"""

from __future__ import annotations

import json
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SUMMARY = Path(__file__).with_name("measured.json")
FEW = 10  # findings; with fewer no precision is stated
_RATES = (("precision", "flagged"), ("recall", "n"), ("error_precision", "errors"))


def quality(code: str) -> Mapping[str, Any]:
    """Return what was measured of a check: nothing where nothing was.

    ``precision`` of ``flagged`` findings of level error or warning,
    ``error_precision`` of ``errors``, ``recall`` of ``n`` defects; ``source``.
    """
    return _stored().get(code, {})


def sentence(known: Mapping[str, Any]) -> str:
    """Return what was measured of a check in words; nothing where nothing was."""
    parts = [
        f"{words} {known[rate]:.3f} (n {known[count]:,})"
        for rate, count, words in (
            ("precision", "flagged", "precision"),
            ("error_precision", "errors", "precision of errors"),
            ("recall", "n", "recall"),
        )
        if rate in known
    ]
    return f"{', '.join(parts)}. Source: {known['source']}." if parts else ""


def summarized(rows: Iterable[Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the rows summed up over languages and sources, by check."""
    groups: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        groups[row["code"]].append(row)
    summaries = {code: _summary(groups[code]) for code in sorted(groups)}
    return {code: summary for code, summary in summaries.items() if summary}


def _summary(rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for rate, count in _RATES:
        given = [row for row in rows if rate in row]
        total = sum(row[count] for row in given)
        if total >= FEW:
            made[rate] = round(sum(row[rate] * row[count] for row in given) / total, 3)
            made[count] = total
    if not made:
        return made
    made["source"] = "; ".join(sorted({row["source"] for row in rows}))
    return made


@cache
def _stored() -> dict[str, dict[str, Any]]:
    stored: dict[str, dict[str, Any]] = json.loads(SUMMARY.read_text(encoding="utf-8"))
    return stored
