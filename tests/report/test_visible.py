"""Invisible characters are drawn, visible ones are left alone."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textassay.report.visible import blanks, one_line, visible

FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("plain", "plain"),
        ("tab\tand\nbreak", "tab\tand\nbreak"),
        ("a\N{ZERO WIDTH SPACE}b", "a<U+200B>b"),
        ("\N{RIGHT-TO-LEFT OVERRIDE}", "<U+202E>"),
        ("\x00\x1b[31m", "<U+0000><U+001B>[31m"),
        ("\ud800", "<U+D800>"),
        ("\N{ZERO WIDTH JOINER}a", "<U+200D>a"),
        ("\U000e0041", "<U+E0041>"),
        (FAMILY, FAMILY),
        ("\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}", "\N{HEAVY BLACK HEART}\ufe0f"),
        ("café \N{HEBREW LETTER ALEF} 中", "café \N{HEBREW LETTER ALEF} 中"),
    ],
)
def test_the_text_is_drawn(text: str, drawn: str) -> None:
    """Each invisible character is spelt by its code point."""
    assert visible(text) == drawn


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("word", "word"),
        (" .", "\N{OPEN BOX}."),
        ("a  b", "a\N{OPEN BOX}\N{OPEN BOX}b"),
        ("\N{NO-BREAK SPACE}", "<U+00A0>"),
        ("5\N{NO-BREAK SPACE}km", "5<U+00A0>km"),
        (
            "5\N{NO-BREAK SPACE}km " * 10,
            "5\N{NO-BREAK SPACE}km " * 9 + "5\N{NO-BREAK SPACE}km\N{OPEN BOX}",
        ),
        ("\t", "<U+0009>"),
        ("two words\n", "two words\n"),
    ],
)
def test_blanks_that_matter_are_drawn(text: str, drawn: str) -> None:
    """At the edges, doubled, and no-break in a short text."""
    assert blanks(text) == drawn


@given(st.text(st.characters()))
def test_nothing_invisible_is_left(text: str) -> None:
    """No control, format, surrogate or private-use character survives in one line."""
    hidden = [
        character
        for character in one_line(text)
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
        and character not in {"\N{ZERO WIDTH JOINER}", "\t", "\n"}
    ]

    assert hidden == []
