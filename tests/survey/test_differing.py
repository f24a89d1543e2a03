"""Numbers that differ between two records are found by the words around them."""

from hypothesis import given
from hypothesis import strategies as st

from textassay.survey.differing import differing_numbers

FRAME = "the office said that {} people had left the island"


def _differing(ours: str, theirs: str) -> list[tuple[str, str]]:
    found = differing_numbers(ours, (0, len(ours)), theirs, (0, len(theirs)))
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
    for one in differing_numbers(ours, (0, len(ours)), theirs, (0, len(theirs))):
        assert ours[one.start : one.end] != one.text == theirs[one.other_start : one.other_end]
