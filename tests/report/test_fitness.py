"""What to do with a record: fit, fix, review or reject."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixed_run import HARBOUR, finding
from textassay.model import Edit, Finding, Severity
from textassay.report.fitness import VERDICTS, fitness

TYPO = finding(HARBOUR, "TYP001", "Mnistry", "No word.")
MENDED = replace(TYPO, edits=(Edit(TYPO.start, TYPO.end, "Ministry"),))
WHOLE = replace(TYPO, start=0, end=len(HARBOUR), text=HARBOUR)


@pytest.mark.parametrize(
    ("found", "decision"),
    [
        ([], "fit"),
        ([replace(TYPO, edits=(), severity=Severity.INFO)], "fit"),
        ([replace(TYPO, edits=(), state="waived")], "fit"),
        ([replace(MENDED, state="known")], "fix"),
        ([MENDED], "fix"),
        ([MENDED, replace(TYPO, edits=(), severity=Severity.WARNING)], "review"),
        ([replace(WHOLE, category="duplicate")], "reject"),
        ([replace(WHOLE, category="duplicate", severity=Severity.WARNING)], "review"),
        ([replace(WHOLE, category="encoding", edits=())], "reject"),
        ([replace(WHOLE, category="encoding", edits=MENDED.edits)], "fix"),
        ([replace(WHOLE, category="boilerplate", end=len(HARBOUR) // 3, edits=())], "review"),
    ],
)  # fmt: skip
def test_the_decision_follows_the_stated_rule(found: list[Finding], decision: str) -> None:
    """Waived findings and remarks ask for nothing; copies and wrecks leave nothing."""
    assert fitness(HARBOUR, found).verdict == decision


def test_two_errors_that_together_leave_nothing_reject_the_record() -> None:
    """Overlapping spans are counted once."""
    middle = len(HARBOUR) // 2
    halves = [
        replace(WHOLE, category="boilerplate", end=middle + 9),
        replace(WHOLE, category="duplicate", start=middle - 9),
    ]

    assert fitness(HARBOUR, halves).verdict == "reject"
    assert fitness(HARBOUR, halves[:1]).verdict != "reject"


def test_safe_edits_alone_lessen_what_is_kept() -> None:
    """A proposal that nobody confirmed takes nothing away; an equal edit counts once."""
    safe = replace(TYPO, edits=(Edit(0, 10, "", safe=True),))
    kept = 1 - 10 / len(HARBOUR)

    assert fitness(HARBOUR, [MENDED]).kept == 1.0
    assert fitness(HARBOUR, [safe, safe, MENDED]).kept == pytest.approx(kept)


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_findings_get_a_decision_and_a_share(text: str, data: st.DataObject) -> None:
    """Whatever the spans, overlapping ones too."""
    places = st.integers(0, len(text))
    found = []
    for _ in range(data.draw(st.integers(0, 4))):
        start, end = sorted((data.draw(places), data.draw(places)))
        edits = (Edit(start, end, data.draw(st.text(max_size=3)), safe=data.draw(st.booleans())),)
        category = data.draw(st.sampled_from(("encoding", "duplicate", "boilerplate", "typo")))
        found.append(replace(TYPO, start=start, end=end, category=category, edits=edits))
    result = fitness(text, found)

    assert result.verdict in VERDICTS
    assert 0.0 <= result.kept <= 1.0
