"""Patterns that begin with a figure are tried where figures begin, and nowhere else."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textassay.checks.claims import ages, counts, dates, unsourced_assertion
from textassay.model import Record
from textassay.text.document import Document
from textassay.text.patterns import matches_at

PIECES = ("1", "2", "19", "204", "34", ",", ".", ", ", " ", "-", "$", "\N{EURO SIGN}", "a", "\n")
MORE = (
    "\N{ARABIC-INDIC DIGIT FIVE}",
    "\N{SUPERSCRIPT TWO}",
    "-year-old ",
    "%",
    "_",
    " pupils of the town",
)
TEXTS = st.lists(st.sampled_from(PIECES + MORE), max_size=30).map("".join)
PATTERNS = (ages.AGE, counts.COUNT, dates.YEAR, unsourced_assertion.AMOUNT)


def document(text: str) -> Document:
    """Return a document with a text."""
    return Document(Record("r", "r.txt", text))


@settings(deadline=None)
@given(TEXTS | st.text())
def test_figures_are_where_runs_of_digits_begin(text: str) -> None:
    """In any script; superscripts are no digits."""
    assert document(text).figures == [match.start() for match in re.finditer(r"\d+", text)]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_of_a_figure_matches_where_one_begins_only(pattern: re.Pattern[str]) -> None:
    """So that what is tried there is what a search of the whole text finds."""
    matched: list[tuple[int, int]] = []

    @settings(deadline=None)
    @given(TEXTS)
    @example("Roe, 34, 45-year-old Poe, 1,254 pupils of the town in 2019, 5 % and $3")
    def same(text: str) -> None:
        found = [match.span() for match in pattern.finditer(text)]
        at_figures = matches_at(pattern, text, document(text).figures)
        assert [match.span() for match in at_figures] == found
        matched.extend(found)

    same()
    assert matched


@settings(deadline=None)
@given(TEXTS)
def test_no_sentence_begins_or_ends_inside_a_figure(text: str) -> None:
    """Whoever has passed a sentence goes on with the next figure."""
    looked_at = document(text)
    for start in looked_at.figures:
        end = start + len(re.compile(r"\d+").match(text, start)[0])  # type: ignore[index]
        edges = {edge for one in looked_at.sentences for edge in (one.start, one.end)}
        assert edges.isdisjoint(range(start + 1, end))
