"""Numbers that differ between two records are found by the words around them."""

import re

from hypothesis import given
from hypothesis import strategies as st

from textassay.survey.differing import differing_numbers, figures

FRAME = "the office said that {} people had left the island"


def _differing(ours: str, theirs: str) -> list[tuple[str, str]]:
    spans = (0, len(ours)), (0, len(theirs))
    found = differing_numbers(figures(ours), spans[0], figures(theirs), spans[1])
    return [(ours[one.start : one.end], one.text) for one in found]


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_other_numbers_in_the_same_words_are_found(one: int, other: int) -> None:
    """Equal ones are not."""
    found = _differing(FRAME.format(one), FRAME.format(other))

    assert found == ([(str(one), str(other))] if one != other else [])


def test_a_number_in_other_words_is_no_conflict() -> None:
    """Three words before and two behind must be the same."""
    assert _differing(FRAME.format(12), FRAME.replace("people", "sheep").format(21)) == []


def test_what_stands_twice_in_the_same_words_is_not_compared() -> None:
    """Nobody can tell which of them belongs to which."""
    twice = f"{FRAME.format(12)}, and {FRAME.format(13)}"

    assert _differing(twice, FRAME.format(21)) == []


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_two_texts_can_be_compared(ours: str, theirs: str) -> None:
    """Offsets stay inside of both."""
    spans = (0, len(ours)), (0, len(theirs))
    for one in differing_numbers(figures(ours), spans[0], figures(theirs), spans[1]):
        assert ours[one.start : one.end] != one.text == theirs[one.other_start : one.other_end]


@given(st.text("ab .,12\N{ARABIC-INDIC DIGIT THREE}\N{SUPERSCRIPT TWO}\N{EM DASH}", max_size=30))
def test_figures_are_the_runs_of_digits(text: str) -> None:
    """Of any script; a superscript is none."""
    expected = [(match.start(), match.group()) for match in re.finditer(r"\d+", text)]
    found = figures(text)

    assert list(zip(found.starts, found.written, strict=True)) == expected
    assert found.within(0, len(text)) == [written for _, written in expected]
