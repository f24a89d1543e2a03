"""The outline keeps every offset and names the kind that stands there."""

from hypothesis import given
from hypothesis import strategies as st

from textassay.text.outline import known, outline


@given(st.text())
def test_the_outline_has_one_byte_a_code_point(text: str) -> None:
    """Offsets in it are offsets in the text, whatever the text holds."""
    assert len(outline(text)) == len(text)


def test_letters_blanks_and_marks_are_told_apart() -> None:
    """A question mark and a letter that the table lacks are unknown alike."""
    assert outline("Año «x», “Y” (5) €? ¿Ñu 漢") == b"Aaa sa>, sA> (0) sx <Ca x"


def test_ascii_alone_gives_the_same_kinds() -> None:
    """The short way for ASCII and the long one agree."""
    text = "".join(map(chr, range(128)))

    assert outline(text) == outline(text + "“")[:-1]


def test_the_table_has_room_for_all_that_it_knows() -> None:
    """A byte has 256 values, and ASCII takes half of them."""
    assert len(known()) <= 128
