"""Pass, fail or no verdict; exit 2 beats 1, 1 beats 0."""

from dataclasses import replace

from tests.fixed_run import HARBOUR, finding
from textassay.engine.settings import Settings
from textassay.model import Severity
from textassay.report.run import FailedExpectation
from textassay.report.verdict import decide

ERROR = finding(HARBOUR, "TYP001", "Mnistry", "No word.")
WARNING = replace(ERROR, severity=Severity.WARNING)
UNREAD = replace(
    ERROR, code="REC001", check="binary-file", category="record", evidence={"unread": True}
)
CRASH = replace(ERROR, evidence={"unread": True, "error": "ZeroDivisionError()"})


def test_no_finding_passes() -> None:
    """Exit 0, no reason."""
    verdict = decide([], 1, Settings())

    assert (verdict.status, verdict.exit_code, verdict.reasons) == ("pass", 0, ())


def test_an_error_fails() -> None:
    """Exit 1, and the reason counts."""
    verdict = decide([ERROR, WARNING], 1, Settings())

    assert (verdict.status, verdict.exit_code) == ("fail", 1)
    assert verdict.reasons == ("1 error to fix",)


def test_accepted_errors_do_not_fail() -> None:
    """Known and waived findings do not count."""
    accepted = [replace(ERROR, state="known"), replace(ERROR, state="waived")]

    assert decide(accepted, 1, Settings()).exit_code == 0


def test_warnings_over_their_budget_fail() -> None:
    """At the budget is within it."""
    found = [WARNING, WARNING]

    assert decide(found, 1, Settings(max_warnings=2)).exit_code == 0
    assert decide(found, 1, Settings(max_warnings=1)).reasons == ("2 warnings, 1 allowed",)


def test_a_failed_expectation_fails() -> None:
    """Without any finding too."""
    failed = [FailedExpectation("ids-unique", "2 ids stand twice.")]

    assert decide([], 1, Settings(), failed_expectations=failed).exit_code == 1


def test_an_unread_input_leaves_no_verdict_whatever_else_is_found() -> None:
    """Exit 2 beats exit 1; the unread inputs are named first."""
    verdict = decide([ERROR, UNREAD, replace(UNREAD, check="empty-record")], 1, Settings())

    assert (verdict.status, verdict.exit_code) == ("none", 2)
    assert verdict.reasons[0] == "2 inputs could not be read: binary-file (1), empty-record (1)"


def test_a_crashed_check_leaves_no_verdict() -> None:
    """A crash never counts as passed, even where the check may not fail a run."""
    verdict = decide([CRASH], 1, Settings(fail_on="never"))

    assert (verdict.status, verdict.exit_code) == ("none", 2)
    assert verdict.reasons == ("1 check crashed: TYP001 (1)",)


def test_no_record_at_all_leaves_no_verdict_unless_allowed() -> None:
    """An empty glob is no success."""
    assert decide([], 0, Settings()).exit_code == 2
    assert decide([], 0, Settings(), allow_empty=True).exit_code == 0
