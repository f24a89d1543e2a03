"""The page: self-contained, inert, within its budgets."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest

from textassay.report.html import island, page
from textassay.report.run import RecordRow, Run

TEMPLATES = Path(page.__file__).parent / "templates"
SCRIPT_BUDGET = 30 * 1024  # bytes of JavaScript
FINDING_BUDGET = 700  # bytes that one more finding may cost


def _page(run: Run) -> str:
    stream = StringIO()
    page.render(run, stream)
    return stream.getvalue()


def test_no_template_turns_escaping_off() -> None:
    """Not by a filter, not by a block, not by a handler or style in an attribute."""
    for path in sorted(TEMPLATES.glob("*.j2")):
        source = path.read_text(encoding="utf-8")
        found = re.findall(r"\|\s*safe|autoescape|\son\w+=|\sstyle=|https?:", source)

        assert not found, path.name


def test_the_script_builds_the_page_from_text_alone() -> None:
    """No way from a string to markup, code or a request."""
    for path in sorted(TEMPLATES.glob("*.js")):
        source = path.read_text(encoding="utf-8")
        ways = (
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|fetch\(|"
            r"XMLHttpRequest|import\(|DOMParser|createContextualFragment|localStorage|https?://(?!www\.w3)"
        )

        assert not re.findall(ways, source), path.name


def test_the_script_keeps_to_its_budget(run: Run) -> None:
    """Hand-written and small."""
    (script,) = re.findall(r"<script>(.*?)</script>", _page(run), flags=re.DOTALL)

    assert len(script.encode()) <= SCRIPT_BUDGET


def test_the_policy_names_our_script_and_our_style(run: Run) -> None:
    """The browser runs nothing else."""
    written = _page(run)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', written)
    (style,) = re.findall(r"<style>(.*?)</style>", written, flags=re.DOTALL)
    (script,) = re.findall(r"<script>(.*?)</script>", written, flags=re.DOTALL)

    assert policy.startswith("default-src &#39;none&#39;;")
    for source in (style, script):
        assert b64encode(sha256(source.encode()).digest()).decode() in policy.replace("&#43;", "+")


def test_the_data_cannot_end_their_element(run: Run) -> None:
    """No less-than sign is left in what the records say."""
    islands = re.findall(
        r'<script type="application/json" id="([^"]+)">(.*?)</script>', _page(run), flags=re.DOTALL
    )

    assert [name for name, _ in islands] == ["overview", "rows", "texts-0"]
    for _, content in islands:
        json.loads(content)
        assert not re.search("[<>&\u2028\u2029]", content)


def test_the_summary_stands_without_javascript(run: Run) -> None:
    """Verdict, reasons, tasks, matrix and the worst findings are plain HTML."""
    written = re.sub(r"<script.*?</script>", "", _page(run), flags=re.DOTALL)

    assert "7 errors, the budget is 0." in written
    assert "findings.error-budget" in written
    assert "misspelt word" in written
    assert "seeds/binary.txt" in written
    assert "<ins>Ministry</ins>" in written


def test_a_run_of_nothing_is_a_page_too() -> None:
    """No record, no finding, no check."""
    from textassay.report.run import Verdict

    written = _page(Run("0.1", Verdict("none", 2, reasons=("No file matched.",))))

    assert "No verdict" in written
    assert "No file matched." in written


def test_a_thousand_findings_stay_small(run: Run) -> None:
    """The page grows by rows of data, not by markup."""
    first = run.findings[0]
    findings = tuple(replace(first, id=f"{first.id}{n}") for n in range(1000))
    grown = len(_page(replace(run, findings=findings))) - len(_page(run))

    assert grown / 1000 < FINDING_BUDGET


@pytest.mark.parametrize("count", [0, 1, 60])
def test_the_matrix_shows_the_worst_records_first(run: Run, count: int) -> None:
    """Unread records lead, then those with most errors."""
    rows = tuple(RecordRow(f"r{n}", f"r{n:03}.txt", errors=n) for n in range(count))
    unread = RecordRow("u", "zz.txt", status="binary")
    written = _page(replace(run, records=(*rows, unread), findings=()))
    body = written.partition('id="matrix"')[2].partition("</tbody>")[0]
    paths = re.findall(r">([rz][\w]+\.txt)</a>", body)

    assert paths[0] == "zz.txt"
    assert paths[1:] == [f"r{n:03}.txt" for n in reversed(range(count))][:19]


def test_the_page_carries_no_more_than_it_can(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worst findings and the records that have some; the rest is counted."""
    monkeypatch.setattr(island, "FINDINGS", 3)
    monkeypatch.setattr(island, "RECORDS", 2)
    carried = island.bounded(run)
    written = _page(run)

    assert [finding.code for finding in carried.findings] == ["TYP001", "TYP002", "BPL001"]
    assert [record.id for record in carried.records] == ["harbour", "binary"]
    assert "the worst 3 of 11 findings" in written
    assert "carries 2 of 4 records" in written
