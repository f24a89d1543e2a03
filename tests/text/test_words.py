"""Words by Unicode rules in any script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textassay.text import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't stop-gap COVID-19 3rd m²", ["don't", "stop-gap", "COVID", "rd", "m"]),
        ("l’été, aujourd’hui", ["l’été", "aujourd’hui"]),
        ("cafe\u0301 noe\u0308l", ["cafe\u0301", "noe\u0308l"]),
        ("co\u00adoperate snake_case", ["co\u00adoperate", "snake", "case"]),
        ("col·lecció", ["col·lecció"]),
        ("می\u200cخواهم برود", ["می\u200cخواهم", "برود"]),
        ("हिन्दी में लिखा", ["हिन्दी", "में", "लिखा"]),
        ("שָׁלוֹם עולם", ["שָׁלוֹם", "עולם"]),
        ("ภาษา", ["ภ", "า", "ษ", "า"]),
        ("今日はカタカナ", ["今", "日", "は", "カタカナ"]),
        ("한국어 문장", ["한국어", "문장"]),
        ("Hawaiʻi rock-'n'-roll --x--", ["Hawaiʻi", "rock", "n", "roll", "x"]),
        ("Ⅳ ½ 12 ٣", []),
    ],
)
def test_words_of_many_scripts(text: str, expected: list[str]) -> None:
    """Letters with their marks, joined by single inner joints."""
    assert words.find(text) == expected


@settings(deadline=None)
@given(st.text())
@example("a\u0301b’c")
@example("今a日")
@example("\u0301a\ud800")
def test_spans_and_words_correspond(text: str) -> None:
    """The same pieces, from the same pattern."""
    assert [text[start:end] for start, end in words.spans(text)] == words.find(text)


@settings(deadline=None)
@given(st.text())
def test_every_letter_is_in_a_word_and_no_figure_is(text: str) -> None:
    """Unicode's categories decide; ``re`` knows the letters of this Python."""
    inside = {at for start, end in words.spans(text) for at in range(start, end)}
    for at, character in enumerate(text):
        category = unicodedata.category(character)
        if category in {"Lu", "Ll", "Lt", "Lo"}:
            assert at in inside
        if category == "Nd":
            assert at not in inside


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=0x2FF)))
def test_the_latin_pattern_finds_what_the_general_one_finds(text: str) -> None:
    """The fast path is no other rule."""
    assert words.find(text + " \u0416") == [*words.find(text), "\u0416"]
