"""No violation of axe-core's rules, in light and dark, wide and narrow."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser.conftest import Browser
from textassay.report.html import page
from textassay.report.run import Run, Verdict

RUN_AXE = """
const done = arguments[arguments.length - 1];
axe.run().then((result) => done(result.violations.map((violation) =>
  `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 200)).join(' / ')}`)));
"""
VIEWS = {
    "page": "true",
    "evidence": "for (const node of document.querySelectorAll('details')) node.open = true",
    "record": (
        "document.querySelector('#list .open').click();"
        "document.querySelector('#panel details').open = true"
    ),
    "help": "document.getElementById('show-help').click()",
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 400])
@pytest.mark.parametrize("view", list(VIEWS))
def test_axe_finds_no_violation(
    browser: Browser, report: Path, axe: str, view: str, width: int, scheme: str
) -> None:
    """Landmarks, names, contrast, focus: nothing to complain about."""
    browser.emulate(scheme=scheme, width=width)
    browser.open(report)
    browser.js(VIEWS[view])
    if view in {"record", "help"}:
        browser.wait("document.querySelector('dialog[open]')")
    browser.js(axe)

    assert browser.driver.execute_async_script(RUN_AXE) == []


@pytest.mark.parametrize("width", [1300, 400, 320])
def test_the_page_never_scrolls_sideways(browser: Browser, report: Path, width: int) -> None:
    """Wide tables scroll by themselves; the page does not."""
    browser.emulate(width=width)
    browser.open(report)

    assert browser.js("return document.documentElement.scrollWidth <= innerWidth")


def test_axe_finds_no_violation_in_a_clean_report(
    browser: Browser, run: Run, tmp_path: Path, axe: str
) -> None:
    """Nothing to fix, nothing to filter, nothing to complain about."""
    path = tmp_path / "clean.html"
    with path.open("w", encoding="utf-8") as stream:
        page.render(replace(run, findings=(), verdict=Verdict("pass", 0, records=3)), stream)
    browser.open(path)
    browser.js(axe)

    assert browser.driver.execute_async_script(RUN_AXE) == []
    assert "Nothing to fix" in browser.js("return document.body.innerText")
    assert browser.js("return document.getElementById('filters').hidden") is True
