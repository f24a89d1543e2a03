"""Lone surrogates, which no encoding has, do not stop a check."""

import pytest

from textassay.checks.encoding.tail_words import glued_tails
from textassay.text.outline import narrow


@pytest.mark.parametrize("before", ["", "\ud800 ", "\udfff\ud800 \N{PILE OF POO} "])
def test_glued_words_are_found_beside_a_lone_surrogate(before: str) -> None:
    """The offsets are those of the text as it is."""
    text = f"{before}They met in the streetwhere the old houses of the city are."
    start = text.index("streetwhere")

    assert list(glued_tails(text, narrow(text, frozenset(text)), "en")) == [
        (start, start + 6, start + 11)
    ]
