"""What to look at first: gravest, surest, cheapest to repair."""

from __future__ import annotations

from collections import defaultdict
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
    groups: dict[tuple[Severity, str], list[Finding]] = defaultdict(list)
    for finding in open_findings(run):
        groups[finding.severity, finding.code].append(finding)
    return sorted((_task(group) for group in groups.values()), key=_order)


def _task(group: list[Finding]) -> Task:
    costs = [repair(finding) for finding in group]
    first = next(filter(is_unread, group), group[0])
    return Task(
        code=first.code,
        check=first.check,
        category=first.category,
        severity=first.severity,
        count=len(group),
        records=len({finding.record for finding in group}),
        automatic=costs.count(Repair.AUTOMATIC),
        confirm=costs.count(Repair.CONFIRM),
        by_hand=costs.count(Repair.BY_HAND),
        example=first,
    )


def _order(task: Task) -> tuple[bool, int, float, int, str]:
    """Return the rank of a task: what blocks the verdict comes before all."""
    cost = (task.confirm + 2 * task.by_hand) / task.count
    blocks = is_unread(task.example)
    return not blocks, task.severity.rank, cost, -task.count, task.code
