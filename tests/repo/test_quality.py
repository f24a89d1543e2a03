"""The measured quality of the checks: floors held, tables true to their source."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from textassay import registry
from textassay.model import Severity
from textassay.report.measured import SUMMARY, quality, sentence, summarized

ROOT = Path(__file__).parents[2]
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (ROOT / "docs/quality.jsonl").read_text("utf-8").splitlines()
]
MEASURED = {check.code: check for check in registry.builtin() if quality(check.code)}
ENOUGH = 20  # findings; a rate over fewer says little
ERROR_FLOOR, WARNING_FLOOR = 0.95, 0.8


@pytest.fixture(scope="module")
def anew() -> dict[tuple[str, str, str], dict[str, Any]]:
    """Measure on our own seeds again, as ``make quality`` does."""
    folder = str(ROOT / "benchmarks" / "quality")
    sys.path.insert(0, folder)
    try:
        import measure  # type: ignore[import-not-found]
    finally:
        sys.path.remove(folder)
    return {measure.key(row): row for row in measure.measured(None)}


@pytest.mark.parametrize("code", sorted(MEASURED))
def test_a_stable_check_keeps_the_precision_of_its_level(code: str) -> None:
    """An error is right in 95 of 100 cases, a warning in 80; else it must not be one."""
    known = quality(code)
    if MEASURED[code].status == "stable":
        assert known.get("errors", 0) < ENOUGH or known["error_precision"] >= ERROR_FLOOR
        assert known.get("flagged", 0) < ENOUGH or known["precision"] >= WARNING_FLOOR


def test_what_was_measured_on_our_seeds_still_holds(
    anew: dict[tuple[str, str, str], dict[str, Any]],
) -> None:
    """No row falls by more than a tenth below what docs/quality.jsonl states."""
    compared = 0
    for row in ROWS:
        now = anew.get((row["code"], row["language"], row["source"]))
        if now is None:
            continue
        for rate in ("precision", "recall", "error_precision"):
            if rate in row:
                compared += 1
                assert now.get(rate, 1.0) >= row[rate] - 0.1, (row, now)

    assert compared > 100


def test_the_summary_is_made_of_the_rows() -> None:
    """Reports show what ``make quality`` wrote."""
    assert json.loads(SUMMARY.read_text("utf-8")) == summarized(ROWS)


def test_every_row_names_a_check_or_a_class_and_its_source() -> None:
    """A rate without a source and a date is hearsay."""
    codes = {check.code for check in registry.builtin()}
    codes |= {code[:3] for code in codes}
    for row in ROWS:
        assert row["code"] in codes
        assert row["source"]
        assert row["date"]
        assert row["n"] or row["flagged"]


def test_rates_over_few_findings_are_not_stated() -> None:
    """Two of two is no precision of one."""
    few = {"code": "X", "precision": 1.0, "flagged": 9, "n": 0, "source": "s"}
    many = {"code": "X", "precision": 0.5, "flagged": 10, "n": 0, "source": "t"}

    assert summarized([few]) == {}
    assert summarized([few, many])["X"]["precision"] == pytest.approx(0.737)


def test_the_sentence_gives_the_rates_with_their_numbers() -> None:
    """For the terminal."""
    code = next(code for code in MEASURED if MEASURED[code].severity is Severity.ERROR)

    assert f"(n {quality(code)['flagged']:,})" in sentence(quality(code))
    assert sentence(quality("NONE")) == ""
