"""What to look at first: gravest, surest, cheapest to repair."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from textassay.read import is_unread

if TYPE_CHECKING:
    from textassay.model import Finding, Severity
    from textassay.report.run import Run

UNMEASURED = 0.5  # ranks a check without measured precision between good and bad


class Repair(IntEnum):
    """What a repair costs a person."""

    AUTOMATIC = 0
    CONFIRM = 1
    BY_HAND = 2


@dataclass(frozen=True, slots=True)
class Task:
    """The open findings of one check and severity, as one thing to do."""

    code: str
    check: str
    category: str
    severity: Severity
    count: int
    records: int
    automatic: int
    confirm: int
    by_hand: int
    example: Finding


def repair(finding: Finding) -> Repair:
    """Return what the repair of a finding costs a person."""
    if finding.edits and all(edit.safe for edit in finding.edits):
        return Repair.AUTOMATIC
    if finding.edits or finding.suggestion is not None:
        return Repair.CONFIRM
    return Repair.BY_HAND


def open_findings(run: Run) -> list[Finding]:
    """Return the findings that nobody has accepted."""
    return [finding for finding in run.findings if finding.state == "new"]


def worst_first(run: Run) -> list[Finding]:
    """Return the open findings: what blocks the verdict, then by severity, precision, place."""
    precision = {
        check.code: float(check.quality.get("precision", UNMEASURED)) for check in run.checks
    }
    return sorted(
        open_findings(run),
        key=lambda finding: (
            not is_unread(finding),
            finding.severity.rank,
            -precision.get(finding.code, UNMEASURED),
            finding.path,
            finding.start,
            finding.code,
        ),
    )


def tasks(run: Run) -> list[Task]:
    """Return the open findings by check: errors first, then by repair cost."""
    tallies: dict[tuple[Severity, str], _Tally] = {}
    for finding in run.findings:
        if finding.state == "new":
            key = finding.severity, finding.code
            if key not in tallies:
                tallies[key] = _Tally(finding)
            tallies[key].add(finding)
    return sorted((tally.task() for tally in tallies.values()), key=_order)


class _Tally:
    """Counts the findings of one check and severity; keeps one of them."""

    def __init__(self, first: Finding) -> None:
        self._example = first
        self._costs: Counter[Repair] = Counter()
        self._records: set[str] = set()

    def add(self, finding: Finding) -> None:
        """Count a finding."""
        self._costs[repair(finding)] += 1
        self._records.add(finding.record)
        if is_unread(finding) and not is_unread(self._example):
            self._example = finding

    def task(self) -> Task:
        """Return what was counted."""
        example = self._example
        return Task(
            code=example.code,
            check=example.check,
            category=example.category,
            severity=example.severity,
            count=self._costs.total(),
            records=len(self._records),
            automatic=self._costs[Repair.AUTOMATIC],
            confirm=self._costs[Repair.CONFIRM],
            by_hand=self._costs[Repair.BY_HAND],
            example=example,
        )


def _order(task: Task) -> tuple[bool, int, float, int, str]:
    """Return the rank of a task: what blocks the verdict comes before all."""
    cost = (task.confirm + 2 * task.by_hand) / task.count
    blocks = is_unread(task.example)
    return not blocks, task.severity.rank, cost, -task.count, task.code
