"""The run file holds a run without loss."""

import json
from dataclasses import replace

import pytest

from textassay.model import Finding
from textassay.report.run import Run
from textassay.report.runfile import SCHEMA, RunFileError, finding_row


def test_a_run_comes_back_from_its_file(run: Run) -> None:
    """Reading what was written gives an equal run."""
    assert Run.from_json(run.to_json()) == run


def test_the_file_is_one_line_of_ascii_safe_json(run: Run) -> None:
    """Readers that split lines by Unicode still see one line."""
    assert len(run.to_json().splitlines()) == 1


def test_the_findings_have_exactly_the_public_fields(run: Run) -> None:
    """The order of the design is the order of the file."""
    fields = [
        *("id", "code", "check", "category", "record", "path", "start", "end", "line", "column"),
        *("severity", "message", "text", "suggestion", "evidence", "edits", "related", "state"),
    ]

    assert list(finding_row(run.findings[0])) == fields
    assert [item.name for item in Finding.__dataclass_fields__.values()] == fields


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{", "not a run file"),
        ("[]", "schema"),
        ('{"schema":"textassay-run/0"}', "textassay-run/0"),
        (json.dumps({"schema": SCHEMA}), "damaged"),
        (json.dumps({"schema": SCHEMA, "tool": []}), "damaged"),
    ],
)
def test_another_file_is_refused_in_words(source: str, said: str) -> None:
    """What is no run file names its trouble."""
    with pytest.raises(RunFileError, match=said):
        Run.from_json(source)


def test_evidence_that_is_not_plain_json_is_still_written(run: Run) -> None:
    """Sets are sorted, mappings copied, anything else spelt."""
    odd = replace(run.findings[0], evidence={"set": {"b", "a"}, "severity": object})
    row = json.loads(replace(run, findings=(odd,)).to_json())["findings"][0]

    assert row["evidence"]["set"] == ["a", "b"]
    assert "object" in row["evidence"]["severity"]
