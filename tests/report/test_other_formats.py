"""JUnit, GitLab and Markdown: what their readers rely on."""

import json
from dataclasses import replace
from io import StringIO
from xml.etree import ElementTree as ET

import pytest

from textassay.report.formats import renderer
from textassay.report.run import RecordRow, Run, Verdict


def _render(name: str, run: Run) -> str:
    stream = StringIO()
    renderer(name)(run, stream)
    return stream.getvalue()


def _cases(run: Run) -> dict[str, list[str]]:
    root = ET.fromstring(_render("junit", run))  # noqa: S314 - we wrote it
    return {case.get("name", ""): [child.tag for child in case] for case in root.iter("testcase")}


def test_a_record_with_errors_fails_and_an_unread_one_is_an_error(run: Run) -> None:
    """Warnings are printed, not failed."""
    cases = _cases(run)

    assert cases["seeds/harbour.txt"] == ["properties", "failure", "system-out"]
    assert cases["seeds/binary.txt"] == ["properties", "error"]
    assert cases["findings.error-budget"] == ["failure"]


def test_the_counts_of_a_suite_are_those_of_its_cases(run: Run) -> None:
    """CI servers show the attributes, people open the cases."""
    root = ET.fromstring(_render("junit", run))  # noqa: S314 - we wrote it

    for suite in root:
        assert int(suite.get("tests", "")) == len(suite)
        assert int(suite.get("failures", "")) == len(suite.findall("testcase/failure"))
        assert int(suite.get("errors", "")) == len(suite.findall("testcase/error"))


@pytest.mark.parametrize(
    ("verdict", "tags"),
    [(Verdict("pass", 0), []), (Verdict("fail", 1), ["failure"]), (Verdict("none", 2), ["error"])],
)
def test_the_verdict_is_a_case_of_its_own(verdict: Verdict, tags: list[str]) -> None:
    """A run over budget is red even where no single record failed."""
    run = Run("0.1", verdict, records=(RecordRow("a", "a.txt"),))

    assert _cases(run)["verdict"] == tags


def test_gitlab_fingerprints_are_unique(run: Run) -> None:
    """GitLab shows only the first of equals."""
    twice = replace(run, findings=[*run.findings, *run.findings])
    issues = json.loads(_render("gitlab", twice))
    prints = [issue["fingerprint"] for issue in issues]

    assert len(set(prints)) == len(prints) == 18


def test_gitlab_of_a_clean_run_is_an_empty_list(run: Run) -> None:
    """An absent file would be read as an error."""
    assert json.loads(_render("gitlab", replace(run, findings=()))) == []


def test_markdown_keeps_corpus_text_in_code_spans(run: Run) -> None:
    """No link, no mention, no markup, no broken table comes of a record."""
    path = "a`b|c@someone<br>[x](y).txt"
    odd = tuple(replace(finding, path=path, message=path) for finding in run.findings)
    written = _render("markdown", replace(run, findings=odd))

    assert "``a`b\\|c@someone<br>[x](y).txt:3:5``" in written
    assert "``a`b\\|c@someone<br>[x](y).txt``" in written


def test_markdown_lists_the_first_tasks_and_counts_the_others(run: Run) -> None:
    """A step summary is for a glance."""
    found = tuple(replace(run.findings[0], code=f"TYP{number:03}") for number in range(40))
    written = _render("markdown", replace(run, findings=found))

    assert written.count("\n| \N{LARGE RED CIRCLE}") == 15
    assert "and 25 more kinds" in written
    assert "and 20 more in the report" in written
