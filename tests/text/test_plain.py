"""The quick way to split words finds what the patterns find, or steps back."""

from __future__ import annotations

import re
import sys
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textassay.text import plain, words

_LETTERS = (
    "abX c-'\N{RIGHT SINGLE QUOTATION MARK}\N{SOFT HYPHEN}\N{MIDDLE DOT}1_\xe9\xba\xb2\xd7 \n\t\x85"
    "\N{NO-BREAK SPACE}\N{EM DASH}\N{LATIN SMALL LIGATURE OE}\N{COMBINING ACUTE ACCENT}"
    "\N{COMBINING CEDILLA}\N{HYPHEN}\x01\x02\N{CHECK MARK}\N{LATIN CAPITAL LETTER S WITH CARON}"
)


@given(st.text(alphabet=_LETTERS, max_size=16))
@example("a-*-b 'c' d--e-")
@example("a-\N{COMBINING ACUTE ACCENT}b \N{COMBINING ACUTE ACCENT}c")
def test_words_and_spans_are_those_of_the_patterns(text: str) -> None:
    """Bytes and patterns agree on every mix of letters, joints and marks."""
    pattern = words.pattern(text)
    assert words.find(text) == pattern.findall(text)
    assert list(words.spans(text)) == [match.span() for match in pattern.finditer(text)]


@given(st.text(alphabet="ab ", max_size=16))
@example("")
@example(" ab  b ")
def test_starts_are_the_same_with_and_without_numpy(text: str) -> None:
    """What a survey has loaded changes the time, never the offsets."""
    with patch.dict(sys.modules, {"numpy": np}):
        quick = plain.starts(text.encode())
    with patch.dict(sys.modules):
        del sys.modules["numpy"]
        plain_python = plain.starts(text.encode())

    assert quick == plain_python == [match.start() for match in re.finditer(r"[^ ]+", text)]


def test_offsets_carry_over() -> None:
    """The blanks stand where the other characters stood."""
    text = "L'\N{LATIN SMALL LIGATURE OE}uvre \N{EM DASH} n\xba 3!"
    assert plain.separated(text) == "L \N{LATIN SMALL LIGATURE OE}uvre   n\xba 3 "
    assert plain.words(text) == b"L'\x02uvre   n\xba   "


@pytest.mark.parametrize(
    "text",
    ["\N{CYRILLIC SMALL LETTER A}", "\N{LATIN SMALL LETTER S WITH CARON}", "a\x01b", "\ud800"],
)
def test_what_latin_1_does_not_hold_is_left_to_patterns(text: str) -> None:
    """A letter beyond Latin-1, or a byte that stands for one, gives None."""
    assert plain.separated(text) is None
    assert plain.words(text) is None
