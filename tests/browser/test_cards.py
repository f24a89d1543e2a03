"""What a finding's card shows of the text and of its repair."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.browser.conftest import Browser
from tests.fixed_run import CHECKS, finding
from textassay.model import Edit, Finding, Record
from textassay.report.html import page
from textassay.report.kept import TextKeeper
from textassay.report.run import RecordRow, Run, Verdict

Show = Callable[[str, Finding], None]
FIX = "return document.querySelector('.fix').textContent"


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Show:
    """Return what opens the page of one finding in one text."""

    def opened(text: str, found: Finding) -> None:
        keeper = TextKeeper()
        keeper.add(Record(found.record, found.path, text), [found])
        rows = (RecordRow(found.record, found.path, characters=len(text)),)
        checks = tuple(CHECKS.values())
        run = Run("0", Verdict("fail", 1), (), {}, rows, (found,), checks, {}, keeper.texts)
        path = tmp_path / "one.html"
        with path.open("w", encoding="utf-8") as stream:
            page.render(run, stream)
        browser.open(path)

    return opened


def test_every_edit_is_shown_in_its_place(browser: Browser, show: Show) -> None:
    """Two edits, with the text between them kept."""
    text = "Say \N{GRINNING FACE} the teh cat adn the dog."
    found = finding(text, "TYP001", "teh cat adn", "Two slips.")
    first, second = text.index("teh"), text.index("adn")
    edits = (Edit(second, second + 3, "and"), Edit(first, first + 3, "the"))
    show(text, replace(found, edits=edits, suggestion="the cat and"))

    assert browser.js(FIX) == "Say \N{GRINNING FACE} the tehthe cat adnand the dog."
    assert browser.js("return document.querySelectorAll('.fix ins').length") == 2


def test_a_deletion_is_said_in_words(browser: Browser, show: Show) -> None:
    """The text is marked already, so it is not repeated."""
    text = "Prose.\nREAD MORE: other\nProse."
    show(text, finding(text, "BPL001", "READ MORE: other", "Left in.", suggestion=""))

    assert browser.js(FIX) == "delete the marked text"


def test_a_suggestion_without_edits_is_shown_against_the_span(browser: Browser, show: Show) -> None:
    """Before and after."""
    text = "The Mnistry said."
    found = replace(finding(text, "TYP001", "Mnistry", "No word."), suggestion="Ministry")
    show(text, found)

    assert browser.js(FIX) == "MnistryMinistry"


def test_line_breaks_of_windows_are_line_breaks(browser: Browser, show: Show) -> None:
    """No carriage return is drawn as a defect."""
    text = "one\r\ntwo\r\nthree\r\nfour"
    show(text, finding(text, "BPL001", "two\r\nthree", "Left in."))
    shown = browser.js("return document.querySelector('.excerpt').textContent")

    assert shown == "one\ntwo\nthree\nfour"


def test_findings_can_be_ordered_by_record(browser: Browser, report: Path) -> None:
    """Record by record, in the order of the text."""
    browser.open(report, "#?sort=record")
    places = browser.js(
        "return [...document.querySelectorAll('#list .place')].map((n) => n.textContent)"
    )

    assert places[:3] == [
        "seeds/harbour.txt:3:5",
        "seeds/harbour.txt:3:31",
        "seeds/harbour.txt:4:1",
    ]
    assert places == sorted(places, key=lambda place: place.split(":")[0])
