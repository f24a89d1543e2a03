"""The Great Expectations suites: stored as written, failing when they should."""

import pytest

from textassay.engine.settings import Settings
from textassay.expectations.suites import stored, suites
from textassay.expectations.tables import findings_table, records_table
from textassay.expectations.validation import Outcome, validate
from textassay.model import Finding, Severity
from textassay.report.run import RecordRow

WHOLE = {"publisher": "The Lindholm Courier", "licence": "CC0-1.0", "published": "2025-03-03"}
ROW = RecordRow(
    "a.txt",
    "a.txt",
    characters=900,
    words=150,
    language="en",
    verdict="fit",
    kept=1.0,
    provenance={**WHOLE, "language": "en"},
)
FINDING = Finding(
    "ENC001-0", "ENC001", "x", "encoding", "a.txt", "a.txt", 3, 9, 1, 4, Severity.WARNING, "m", "t"
)


def _validated(
    rows: list[RecordRow], findings: list[Finding], settings: Settings | None = None
) -> Outcome:
    lengths = {row.id: row.characters for row in rows}
    return validate(records_table(rows), findings_table(findings, lengths), settings or Settings())


def _changed(item: RecordRow, **values: object) -> RecordRow:
    from dataclasses import replace

    return replace(item, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", sorted(suites()))
def test_the_stored_suite_is_the_one_that_the_code_builds(name: str) -> None:
    """The reviewable JSON never drifts from its source."""
    assert stored(name) == {"name": name, "expectations": suites()[name]}


def test_a_sound_corpus_passes_every_suite() -> None:
    """All suites of the complete profile, nothing failed."""
    outcome = _validated([ROW], [FINDING], Settings(profile="complete", languages=("en", "es")))

    assert outcome.failures == ()
    assert outcome.evaluated == sum(len(suite) for suite in suites().values())


@pytest.mark.parametrize(
    ("rows", "findings", "settings", "failed"),
    [
        ([], [], Settings(), "records: expect_table_row_count_to_be_between"),
        ([ROW, ROW], [], Settings(), "records.id: expect_column_values_to_be_unique"),
        (
            [_changed(ROW, status="empty-record")],
            [],
            Settings(),
            "records.status: expect_column_values_to_be_in_set",
        ),
        (
            [_changed(ROW, errors=1)],
            [],
            Settings(),
            "records.errors: expect_column_sum_to_be_between",
        ),
        (
            [_changed(ROW, warnings=40)],
            [],
            Settings(),
            "records.warnings: expect_column_sum_to_be_between",
        ),
        (
            [_changed(ROW, verdict="reject", kept=0.0)],
            [],
            Settings(),
            "records.verdict: expect_column_values_to_be_in_set",
        ),
        (
            [_changed(ROW, kept=1.5)],
            [],
            Settings(),
            "records.kept: expect_column_values_to_be_between",
        ),
        (
            [ROW],
            [],
            Settings(languages=("es",)),
            "records.language: expect_column_values_to_be_in_set",
        ),
        (
            [_changed(ROW, provenance={})],
            [],
            Settings(profile="complete"),
            "records.publisher: expect_column_values_to_not_be_null",
        ),
        ([ROW], [FINDING, FINDING], Settings(), "findings.id: expect_column_values_to_be_unique"),
        (
            [_changed(ROW, characters=5)],
            [FINDING],
            Settings(),
            "findings.record_characters: expect_column_pair_values_a_to_be_greater_than_b",
        ),
    ],
)
def test_each_expectation_fails_on_what_it_is_for(
    rows: list[RecordRow], findings: list[Finding], settings: Settings, failed: str
) -> None:
    """The failure is named by table, column and expectation."""
    names = [failure.name for failure in _validated(rows, findings, settings).failures]

    assert failed in names


def test_an_errorless_run_that_may_never_fail_has_no_error_budget() -> None:
    """``fail-on = "never"`` is for reports of corpora that are known to be bad."""
    outcome = _validated([_changed(ROW, errors=9)], [], Settings(fail_on="never"))

    assert outcome.failures == ()
