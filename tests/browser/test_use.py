"""Using the page: keys, filters, links, marks."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser.conftest import Browser
from tests.fixed_run import MERCADO
from textassay.report.html import page
from textassay.report.run import Run

ENTER = "\ue007"  # as WebDriver spells the keys
ESCAPE = "\ue00c"
FOCUSED = "return document.activeElement.id"
STATUS = "return document.getElementById('status').textContent"


def test_j_and_k_walk_through_the_findings(browser: Browser, report: Path) -> None:
    """Worst first: the measured check leads."""
    browser.open(report)
    browser.press("j")
    first = browser.js(FOCUSED)
    browser.press("j")
    second = browser.js(FOCUSED)
    browser.press("k")

    assert first.startswith("f-TYP001")
    assert second != first
    assert browser.js(FOCUSED) == first


def test_enter_opens_the_record_at_the_finding_and_escape_comes_back(
    browser: Browser, report: Path
) -> None:
    """The mark is there, and the focus returns to where the reader was."""
    browser.open(report)
    browser.press("j", ENTER)
    browser.wait("document.getElementById('panel').open")
    marked = browser.js("return document.querySelector('#panel-text mark.here').textContent")
    browser.press("j")
    moved = browser.js("return document.querySelector('#panel-text mark.here').textContent")
    browser.press(ESCAPE)
    browser.wait("!document.getElementById('panel').open")
    browser.wait("document.activeElement.id.startsWith('f-')")
    browser.wait("location.hash === '#?'")

    assert marked == "Mnistry"
    assert moved == "the the"


def test_the_search_narrows_the_list_and_leaves_its_words_in_the_link(
    browser: Browser, report: Path
) -> None:
    """A slash goes to the search, Escape leaves it."""
    browser.open(report)
    browser.press("/", *"alcaldesa")
    browser.wait("document.querySelectorAll('#list > article').length === 1")

    assert browser.js(STATUS) == "1\N{EN DASH}1 of 1 finding"
    browser.wait("location.hash === '#?q=alcaldesa'")
    browser.press(ESCAPE)
    assert browser.js("return document.activeElement.tagName") == "BODY"


def test_a_link_shows_the_same_again(browser: Browser, report: Path) -> None:
    """All state is in the fragment."""
    browser.open(report, "#?sev=warning&class=claim")

    assert browser.js("return document.querySelectorAll('#list > article').length") == 1
    assert browser.js("return document.getElementById('class').value") == "claim"
    assert browser.js("return document.querySelector('[name=sev]:checked').value") == "warning"


def test_a_finding_can_be_linked_to(browser: Browser, report: Path, run: Run) -> None:
    """The id of a finding leads to it, accepted or not."""
    known = next(finding for finding in run.findings if finding.state == "known")
    browser.open(report, f"#f-{known.id}")
    browser.wait(f"document.activeElement.id === 'f-{known.id}'")

    assert "known" in browser.js("return document.activeElement.textContent")


def test_help_documentation_and_evidence_open_by_keys(browser: Browser, report: Path) -> None:
    """Question mark, e, and the link to how the check decides."""
    browser.open(report)
    browser.press("?")
    browser.wait("document.getElementById('help').open")
    browser.press(ESCAPE)
    browser.wait("!document.getElementById('help').open")
    browser.press("j", "e")
    browser.wait("document.activeElement.querySelector('.why').open")
    browser.js("document.activeElement.querySelector('.why a').click()")
    browser.wait("document.getElementById('check-TYP001').open")

    assert browser.js("return document.activeElement.tagName") == "SUMMARY"


def test_marks_cover_exactly_the_finding_behind_an_emoji(browser: Browser, report: Path) -> None:
    """Offsets count code points, not UTF-16 units."""
    browser.open(report, "#?open=mercado")
    marks = browser.js(
        "return [...document.querySelectorAll('#panel-text mark')].map((node) => node.textContent)"
    )

    assert marks == ["U+200B", "\N{OPEN BOX}.", MERCADO.splitlines()[3]]


def test_a_duplicate_shows_what_differs_and_leads_to_the_other_copy(
    browser: Browser, report: Path
) -> None:
    """Both copies stand one above the other."""
    browser.open(report, "#?check=DUP002")
    gone = browser.js(
        "return [...document.querySelectorAll('.related b')].map((n) => n.textContent.trim())"
    )
    browser.js("document.querySelector('.related a').click()")
    browser.wait("document.querySelector('#panel-text li.here')")

    assert gone[0] == "dijo"
    assert "dijo" in browser.js("return document.querySelector('#panel-text li.here').textContent")


def test_y_copies_the_id_of_the_finding(browser: Browser, report: Path) -> None:
    """And says so, and leaves the focus where it was."""
    browser.open(report)
    browser.press("j")
    here = browser.js(FOCUSED)
    browser.press("y")

    assert browser.js("return document.getElementById('toast').textContent") == f"Copied {here[2:]}"
    assert browser.js(FOCUSED) == here


def test_a_task_leads_to_its_findings(browser: Browser, report: Path) -> None:
    """One click from what to fix first to where."""
    browser.open(report)
    browser.js("document.querySelector('.task.warning a').click()")
    browser.wait("document.activeElement.id === 'findings'")

    browser.wait("location.hash === '#?check=CLM001&sev=warning'")
    assert browser.js(STATUS) == "1\N{EN DASH}1 of 1 finding"


def test_a_cell_of_the_matrix_leads_to_its_findings(browser: Browser, report: Path) -> None:
    """One record, one class."""
    browser.open(report)
    browser.js("document.querySelector('.cell.error a').click()")
    browser.wait("document.activeElement.id === 'findings'")
    shown = browser.js(
        "return [...document.querySelectorAll('#list .place')].map((n) => n.textContent)"
    )

    assert shown == ["seeds/harbour.txt:3:5", "seeds/harbour.txt:3:31"]


def test_the_back_button_closes_the_record(browser: Browser, report: Path) -> None:
    """As in any other page."""
    browser.open(report)
    browser.js("document.querySelector('#matrix a').click()")
    browser.wait("document.getElementById('panel').open")
    browser.driver.back()
    browser.wait("!document.getElementById('panel').open")

    assert browser.js("return location.hash") in {"", "#?"}


def test_a_finding_says_how_often_its_check_was_right(browser: Browser, report: Path) -> None:
    """Measured precision stands beside it; an unmeasured one says so."""
    browser.open(report)
    measured = browser.js("return document.querySelector('#list h3').textContent")
    unmeasured = browser.js("return document.querySelectorAll('#list .why')[1].textContent")

    assert "right 97 % of 33" in measured
    assert "measurednot yet" in unmeasured


def test_the_provenance_of_a_record_says_what_is_missing(browser: Browser, report: Path) -> None:
    """Unknown is loud."""
    browser.open(report, "#?open=harbour")
    pairs = browser.js(
        "return [...document.querySelectorAll('#panel-origin div')].map((n) => n.textContent)"
    )

    assert "authormissing" in pairs
    assert any(pair.startswith("sourcewritten") for pair in pairs)


def test_known_findings_are_shown_on_request_only(browser: Browser, report: Path) -> None:
    """Accepted findings stay out of the way and are not hidden."""
    browser.open(report)
    before = browser.js(STATUS)
    browser.js(
        "const s = document.getElementById('state'); s.value = 'known';"
        "s.dispatchEvent(new Event('change'))"
    )
    browser.wait("location.hash === '#?state=known'")
    browser.wait("document.querySelectorAll('#list > article').length === 1")

    assert before == "1\N{EN DASH}9 of 9 findings"


@pytest.fixture(scope="module")
def long_report(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a page of 5,000 findings in 200 records."""
    first, text = run.findings[0], run.texts["harbour"]
    names = [f"r{number:03}" for number in range(200)]
    findings = tuple(
        replace(first, id=f"TYP001-{name}-{number}", record=name, path=f"{name}.txt")
        for name in names
        for number in range(25)
    )
    records = tuple(replace(run.records[0], id=name, path=f"{name}.txt") for name in names)
    many = replace(run, findings=findings, records=records, texts=dict.fromkeys(names, text))
    path = tmp_path_factory.mktemp("long") / "index.html"
    with path.open("w", encoding="utf-8") as stream:
        page.render(many, stream)
    return path


def test_many_findings_come_in_pages_and_j_turns_them(browser: Browser, long_report: Path) -> None:
    """After the last of a page comes the first of the next."""
    browser.open(long_report)
    cards = browser.js("return document.querySelectorAll('#list > article').length")
    browser.js("document.querySelector('#list > article:last-child').focus()")
    browser.press("j")

    assert cards == 50
    assert browser.js(STATUS) == "51\N{EN DASH}100 of 5,000 findings"
    browser.press("p")
    browser.wait("document.getElementById('status').textContent.startsWith('1')")
    assert browser.js("return document.querySelectorAll('#matrix tr').length") == 20


def test_a_long_report_opens_quickly(browser: Browser, long_report: Path) -> None:
    """Five thousand findings; fifty thousand are measured in the benchmarks."""
    browser.open(long_report)
    ready = browser.js("return performance.getEntriesByType('navigation')[0].domComplete")

    assert ready < 2_000
