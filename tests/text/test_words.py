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


def test_tokens_hold_numbers_with_their_separators() -> None:
    """A fingerprint tells 1,000.5 from 1,000.6."""
    assert words.tokens("It cost 1,000.5 in 2020.") == ["It", "cost", "1,000.5", "in", "2020"]


@settings(deadline=None)
@given(st.text())
@example("a\u0301b’c")
@example("今a日")
@example("\u0301a\ud800")
def test_spans_and_words_correspond(text: str) -> None:
    """The same pieces, from the same pattern."""
    assert [text[start:end] for start, end in words.spans(text)] == words.find(text)
    assert [text[start:end] for start, end in words.token_spans(text)] == words.tokens(text)


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


_CASED = "aB\xe9\xc9\u0160\u0130\u01c5\u0416\N{COMBINING ACUTE ACCENT}'_-1 \u2019"


@given(st.text(alphabet=_CASED, max_size=12))
@example("\N{RIGHT SINGLE QUOTATION MARK}B B-B \xc9B")
def test_capitals_begin_no_other_part_of_a_word(text: str) -> None:
    """Each capital letter behind no letter, figure or joint opens one."""
    starts = [
        at
        for at, letter in enumerate(text)
        if letter.isalpha() and letter.isupper() and not (at and text[at - 1] in _JOINED)
    ]
    assert [start for start, _ in words.capitals(text)] == starts


_JOINED = frozenset("aB\xe9\xc9\u0160\u0130\u01c5\u0416'_-1\u2019")
