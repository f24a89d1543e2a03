"""What the checks find in the seeds: nothing in the clean ones, most marks in the others."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from textassay.engine.local import assay
from textassay.engine.reading import read_settings
from textassay.engine.settings import Settings
from textassay.model import Finding, Severity
from textassay.read import read

ROOT = Path(__file__).parents[2] / "seeds"
GOLD: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
# Share of the marks of each label that some finding touches, measured and rounded down.
FLOORS = {"encoding": 0.8, "typo": 0.5, "duplicate": 0.9, "boilerplate": 0.85, "claim": 0.4}

# Errors that are wrong, each one a bug: an entry goes when its check is mended.
WRONG: list[tuple[str, str]] = []


def _findings() -> list[Finding]:
    settings = Settings()
    found: list[Finding] = []
    for item in assay(read([ROOT], read_settings(settings, root=str(ROOT))), settings):
        found.extend([item] if isinstance(item, Finding) else item.findings)
    return found


FINDINGS = _findings()


def _touch(finding: Finding, mark: dict[str, Any]) -> bool:
    """Tell whether the two share a character; an empty span is one of its place."""
    start, end = int(mark["start"]), int(mark["end"])
    same = finding.record == str(mark["doc"])
    return (
        same and finding.start < max(end, start + 1) and start < max(finding.end, finding.start + 1)
    )


def test_nothing_is_wrong_in_the_clean_seeds() -> None:
    """Headings, line-ups, lists, dialogue, sums and dates done right."""
    wrong = [
        f"{finding.record}:{finding.line} {finding.code} {finding.text!r}"
        for finding in FINDINGS
        if finding.record.startswith("clean/") and finding.severity is not Severity.INFO
    ]

    assert wrong == []


@pytest.mark.parametrize("label", sorted(FLOORS))
def test_the_marks_of_each_class_are_found(label: str) -> None:
    """The floor rises with the checks; it is never lowered."""
    marks = [mark for mark in GOLD if mark["label"] == label]
    found = sum(any(_touch(finding, mark) for finding in FINDINGS) for mark in marks)

    assert found / len(marks) >= FLOORS[label]


def test_errors_stand_where_something_is_marked() -> None:
    """A wrong error is the worst defect of a check; each one here is listed by name."""
    wrong = [
        (finding.code, finding.text)
        for finding in FINDINGS
        if finding.severity is Severity.ERROR and not any(_touch(finding, mark) for mark in GOLD)
    ]

    assert wrong == WRONG


def test_every_class_has_findings() -> None:
    """Nothing of the house is switched off."""
    classes = Counter(finding.category for finding in FINDINGS)

    assert {"encoding", "typo", "duplicate", "boilerplate", "claim"} <= set(classes)
