"""What must hold of the two tables, as Great Expectations suites.

The reviewable truth is the JSON in ``suites/``; this module writes it
(``python -m textassay.expectations.suites``), a test compares the two.
Values that depend on a run are suite parameters, handed in by the gate.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from textassay.expectations.tables import FINDINGS, PROVENANCE, RECORDS

FOLDER = Path(__file__).parent / "suites"
SEVERITIES = ["error", "warning", "info"]


def _expectation(kind: str, why: str, **arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"type": kind, "kwargs": arguments, "severity": "critical", "meta": {"why": why}}


def _parameter(name: str) -> dict[str, str]:
    return {"$PARAMETER": name}


def suites() -> dict[str, list[dict[str, Any]]]:
    """Return the expectations of each suite, by name."""
    return {
        "records": [
            _expectation(
                "expect_table_row_count_to_be_between",
                "An empty corpus passes every other expectation.",
                min_value=1,
            ),
            _expectation(
                "expect_table_columns_to_match_set",
                "The records table has its public columns.",
                column_set=list(RECORDS),
                exact_match=True,
            ),
            _expectation("expect_column_values_to_be_unique", "A record has one id.", column="id"),
            _expectation(
                "expect_column_values_to_be_in_set",
                "Nothing stayed unread.",
                column="status",
                value_set=["read"],
            ),
            _expectation(
                "expect_column_sum_to_be_between",
                "Errors must be fixed before any downstream use.",
                column="errors",
                max_value=_parameter("error_budget"),
            ),
            _expectation(
                "expect_column_sum_to_be_between",
                "Warnings stay within the budget a thousand words.",
                column="warnings",
                max_value=_parameter("warning_budget"),
            ),
            _expectation(
                "expect_column_values_to_be_in_set",
                "No record is beyond repair.",
                column="verdict",
                value_set=_parameter("verdicts"),
            ),
            _expectation(
                "expect_column_values_to_be_between",
                "The share of characters that the safe edits leave is a share.",
                column="kept",
                min_value=0,
                max_value=1,
            ),
        ],
        "languages": [
            _expectation(
                "expect_column_values_to_be_in_set",
                "Every record is in one of the configured languages.",
                column="language",
                value_set=_parameter("languages"),
            ),
        ],
        "provenance": [
            _expectation(
                "expect_column_values_to_not_be_null",
                f"The complete profile asks for {column} of every record.",
                column=column,
            )
            for column in PROVENANCE
        ],
        "findings": [
            _expectation(
                "expect_table_columns_to_match_set",
                "The findings table has its public columns.",
                column_set=list(FINDINGS),
                exact_match=True,
            ),
            _expectation("expect_column_values_to_be_unique", "A finding has one id.", column="id"),
            _expectation(
                "expect_column_values_to_be_in_set",
                "A finding has one of the three severities.",
                column="severity",
                value_set=SEVERITIES,
            ),
            _expectation(
                "expect_column_values_to_be_between",
                "A span begins inside its record.",
                column="start",
                min_value=0,
            ),
            _expectation(
                "expect_column_pair_values_a_to_be_greater_than_b",
                "A span does not end before it begins.",
                column_A="end",
                column_B="start",
                or_equal=True,
            ),
            _expectation(
                "expect_column_pair_values_a_to_be_greater_than_b",
                "A span ends inside its record.",
                column_A="record_characters",
                column_B="end",
                or_equal=True,
            ),
        ],
    }


def stored(name: str) -> dict[str, Any]:
    """Return a suite as it is stored: ``{"name", "expectations"}``."""
    suite: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return suite


def write() -> None:
    """Write every suite as JSON."""
    FOLDER.mkdir(exist_ok=True)
    for name, expectations in suites().items():
        text = json.dumps({"name": name, "expectations": expectations}, indent=2)
        (FOLDER / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
