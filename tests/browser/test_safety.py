"""The page asks for nothing, runs nothing of the records, and works without script."""

from pathlib import Path

from tests.browser.conftest import Browser
from tests.fixed_run import HOSTILE
from textassay.model import Record
from textassay.report.html import page
from textassay.report.kept import TextKeeper
from textassay.report.run import RecordRow, Run, Verdict
from textassay.report.visible import RANGES, visible


def test_the_page_makes_no_request_and_no_complaint(browser: Browser, report: Path) -> None:
    """One file, read from disk; a silent console."""
    browser.open(report)
    browser.press("j", "o")
    browser.wait("document.getElementById('panel').open")

    assert browser.requests() == [report.as_uri()]
    assert browser.console() == []


def test_text_of_a_record_stays_text(browser: Browser, report: Path) -> None:
    """A script in a record is read, not run."""
    browser.open(report, "#?open=hostile")
    browser.wait("document.getElementById('panel').open")
    shown = browser.js("return document.getElementById('panel-text').textContent")

    assert browser.js("return window.pwned") is None
    assert browser.js("return document.images.length") == 0
    assert HOSTILE.splitlines()[0] in shown
    assert browser.console() == []


def test_invisible_characters_are_drawn(browser: Browser, report: Path) -> None:
    """What would reorder or hide is spelt out, also where it is not a finding."""
    browser.open(report, "#?open=hostile")
    drawn = browser.js(
        "return [...document.querySelectorAll('#panel-text .u')].map((node) => node.textContent)"
    )
    raw = browser.js("return /[\\u202e\\u200b\\u2068]/.test(document.body.innerText)")

    assert {"U+202E", "U+202C", "U+2028", "U+0000", "U+001B", "U+2068", "U+00AD"} <= set(drawn)
    assert raw is False


def test_the_script_draws_what_python_draws(browser: Browser, tmp_path: Path) -> None:
    """The edges of every range, emoji, breaks of every kind, lone surrogates."""
    edges = sorted({edge + step for span in RANGES for edge in span for step in (-1, 0, 1)})
    points = [chr(edge) for edge in edges if 0 <= edge <= 0x10FFFF and chr(edge) not in "\r\n"]
    family = "\N{MAN}\u200d\N{GIRL}\u200d \N{HEAVY BLACK HEART}\ufe0f\u200d"
    lines = [*(f"a{point}b" for point in points), family, "a\rb\r\nc"]
    text = "\n".join(lines)
    keeper = TextKeeper()
    keeper.add(Record("all", "all.txt", text), [])
    rows = (RecordRow("all", "all.txt", characters=len(text)),)
    path = tmp_path / "all.html"
    with path.open("w", encoding="utf-8") as stream:
        page.render(Run("0", Verdict("pass", 0), records=rows, texts=keeper.texts), stream)
    browser.open(path, "#?open=all")
    drawn = browser.js(
        "const spelt = (n) => n.className === 'u' ? `<${n.textContent}>` : n.textContent;"
        "return [...document.querySelectorAll('#panel-text li')]"
        ".map((line) => [...line.childNodes].map(spelt).join(''))"
    )

    assert drawn == visible(text).split("\n")


def test_the_policy_stops_a_script_that_we_did_not_write(browser: Browser, report: Path) -> None:
    """Even if markup came through, it would not act."""
    browser.open(report)
    browser.js(
        "const s = document.createElement('script'); s.textContent = 'window.late = 1';"
        "document.body.append(s);"
        "const markup = '<b onclick=\"window.late = 1\" id=hook>x</b>';"
        "document.body.insertAdjacentHTML('beforeend', markup);"
        "document.getElementById('hook').click()"
    )

    assert browser.js("return window.late") is None
    assert any("Content Security Policy" in message for message in browser.console())


def test_without_script_the_summary_and_the_worst_findings_show(
    browser: Browser, report: Path
) -> None:
    """A reader who blocks scripts still knows what to do."""
    switch = "Emulation.setScriptExecutionDisabled"
    browser.driver.execute_cdp_cmd(switch, {"value": True})
    try:
        browser.open(report)
        text = browser.driver.find_element("tag name", "body").text
    finally:
        browser.driver.execute_cdp_cmd(switch, {"value": False})

    assert "7 errors, the budget is 0." in text
    assert "Fix these first" in text
    assert '"Mnistry" is no word' in text


def test_the_page_prints(browser: Browser, report: Path) -> None:
    """The browser makes a document of several pages of it."""
    browser.open(report)
    printed = browser.driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})

    assert len(printed["data"]) > 20_000
