"""What comes first."""

from dataclasses import replace

from tests.fixed_run import HARBOUR, finding
from textassay.model import Severity
from textassay.report.ranking import Repair, repair, tasks, worst_first
from textassay.report.run import Run, Verdict

SAFE = finding(HARBOUR, "TYP002", "the the", "Doubled.", suggestion="the", safe=True)
PROPOSAL = finding(HARBOUR, "TYP001", "Mnistry", "No word.", suggestion="Ministry")
BY_HAND = finding(HARBOUR, "CLM001", "Experts say", "No source.")
UNREAD = replace(BY_HAND, code="REC001", severity=Severity.ERROR, evidence={"unread": True})


def test_the_cost_of_a_repair_follows_from_the_edits() -> None:
    """Safe edits cost nothing, a suggestion a look, the rest thought."""
    assert [repair(item) for item in (SAFE, PROPOSAL, BY_HAND)] == list(Repair)
    assert repair(replace(BY_HAND, suggestion="")) is Repair.CONFIRM


def test_what_blocks_the_verdict_comes_first_then_errors_by_cost() -> None:
    """However cheap the other repairs are."""
    run = Run("0", Verdict("none", 2), findings=(BY_HAND, PROPOSAL, PROPOSAL, SAFE, UNREAD))

    assert [task.code for task in tasks(run)] == ["REC001", "TYP002", "TYP001", "CLM001"]
    assert worst_first(run)[0] is UNREAD
    assert worst_first(run)[-1] is BY_HAND


def test_measured_precision_ranks_findings_of_one_severity(run: Run) -> None:
    """The surest error is the first to look at."""
    assert worst_first(run)[0].code == "TYP001"


def test_accepted_findings_are_no_task() -> None:
    """Known and waived ones are done with."""
    run = Run("0", Verdict("pass", 0), findings=(replace(SAFE, state="known"),))

    assert tasks(run) == []
