"""The outline keeps every offset and names the kind that stands there."""

from hypothesis import given
from hypothesis import strategies as st

from textassay.text import outline
from textassay.text.outline import STAND_INS, known, narrow


def _outline(text: str) -> bytes:
    return outline.outline(narrow(text, frozenset(text)))


@given(st.text())
def test_the_outline_has_one_byte_a_code_point(text: str) -> None:
    """Offsets in it are offsets in the text, whatever the text holds."""
    assert len(_outline(text)) == len(text)


def test_letters_blanks_and_marks_are_told_apart() -> None:
    """A question mark and a letter that the table lacks are unknown alike."""
    assert _outline("Año «x», “Y” (5) €? ¿Ñu 漢") == b"Aea qa>, qA> (0) sx <Ca x"


def test_ascii_alone_gives_the_same_kinds() -> None:
    """The short way for ASCII and the long one agree."""
    text = "".join(map(chr, range(128)))

    assert _outline(text) == _outline(text + "“")[:-1]


def test_each_character_has_its_kind_whatever_stands_beside_it() -> None:
    """What stands in for one is no other, and controls that take its byte are unknown."""
    chars = "".join(sorted(known()))

    assert _outline(chars) == b"".join(map(_outline, chars))
    assert _outline("".join(map(chr, range(0x80, 0xA0)))) == b"x" * 32
    assert len(set(STAND_INS.values())) == len(STAND_INS)
