"""SARIF 2.1.0: the structure that the standard and GitHub ask for."""

import json
from dataclasses import replace
from io import StringIO
from typing import Any

from tests.fixed_run import MERCADO
from textassay.report import sarif
from textassay.report.run import Run

# Property names of the OASIS schema for the objects that we write.
ALLOWED = {
    "log": {"$schema", "version", "runs"},
    "run": {"tool", "columnKind", "invocations", "results"},
    "rule": {
        *("id", "name", "shortDescription", "fullDescription", "help"),
        *("defaultConfiguration", "properties"),
    },
    "result": {
        *("ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"),
        *("baselineState", "suppressions", "relatedLocations", "fixes"),
    },
    "region": {
        *("startLine", "startColumn", "endLine", "endColumn", "charOffset", "charLength"),
        "snippet",
    },
}


def _log(run: Run) -> dict[str, Any]:
    stream = StringIO()
    sarif.render(run, stream)
    log: dict[str, Any] = json.loads(stream.getvalue())
    return log


def test_every_property_is_one_of_the_standard(run: Run) -> None:
    """A misspelt property would be lost in silence."""
    log = _log(run)
    content = log["runs"][0]

    assert set(log) <= ALLOWED["log"]
    assert set(content) <= ALLOWED["run"]
    for rule in content["tool"]["driver"]["rules"]:
        assert set(rule) <= ALLOWED["rule"]
    for result in content["results"]:
        assert set(result) <= ALLOWED["result"]
        assert set(result["locations"][0]["physicalLocation"]["region"]) <= ALLOWED["region"]


def test_columns_count_code_points(run: Run) -> None:
    """An emoji before the span counts as one."""
    content = _log(run)["runs"][0]
    column = MERCADO.splitlines()[2].index("\N{ZERO WIDTH SPACE}") + 1
    regions = [
        result["locations"][0]["physicalLocation"]["region"]
        for result in content["results"]
        if result["ruleId"] == "ENC001" and "suppressions" not in result
    ]

    assert content["columnKind"] == "unicodeCodePoints"
    assert [(region["startColumn"], region["endColumn"]) for region in regions] == [
        (column, column + 1)
    ]


def test_a_span_over_a_line_break_ends_on_the_next_line(run: Run) -> None:
    """End line and end column are those of the code point after the span."""
    results = _log(run)["runs"][0]["results"]
    regions = [result["locations"][0]["physicalLocation"]["region"] for result in results]
    over = [region for region in regions if region["startLine"] != region["endLine"]]

    assert [(region["endLine"], region["endColumn"]) for region in over] == [(6, 1), (2, 6)]


def test_precision_is_given_only_where_it_was_measured(run: Run) -> None:
    """GitHub orders by it; a guess would lie."""
    rules = _log(run)["runs"][0]["tool"]["driver"]["rules"]
    given = {
        rule["id"]: rule["properties"]["precision"]
        for rule in rules
        if "precision" in rule["properties"]
    }

    assert given == {"TYP001": "very-high"}


def test_the_fingerprint_is_the_stable_id(run: Run) -> None:
    """An alert survives edits elsewhere in the record."""
    results = _log(run)["runs"][0]["results"]
    hashes = {result["partialFingerprints"]["primaryLocationLineHash"] for result in results}

    assert hashes == {finding.id for finding in run.findings}


def test_what_github_would_not_show_is_counted(run: Run) -> None:
    """Five thousand results, and a notice of the rest."""
    many = replace(run, findings=(run.findings[0],) * (sarif.RESULTS + 7))
    content = _log(many)["runs"][0]
    notices = [
        item["message"]["text"] for item in content["invocations"][0]["toolExecutionNotifications"]
    ]

    assert len(content["results"]) == sarif.RESULTS
    assert "7 of 5007 findings are left out here." in notices


def test_known_and_waived_findings_say_so(run: Run) -> None:
    """A waiver is a suppression, a baseline an unchanged state."""
    results = _log(run)["runs"][0]["results"]

    assert [result["ruleId"] for result in results if "suppressions" in result] == ["ENC001"]
    assert [result["ruleId"] for result in results if result["baselineState"] == "unchanged"] == [
        "ENC003"
    ]
