"""What holds for the document of any text at all."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textassay.model import Record
from textassay.text import folding
from textassay.text.document import Document
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterable

ALPHABET = (
    "aB\u00e9\u0130\u00df\u4eca\u306f\u0e20\u0939\u093f\u0301\U0001f600\ud800\x00 \t"
    "\u00a0\u200c\u00ad"
    "\n\r.,:;!?\u2026\u3002\u00bf\"'\u2018\u2019\u201a\u201c\u201d\u201e\u00ab\u00bb"
    "\u2039\u203a\u300c\u300d"
    "-\u2013\u2014*\u2022|()/#1290"
)
PIECES = st.sampled_from(
    (
        *("Mr. ", "EE. UU. ", "J. K. ", "No. 5 ", "3. ", " \u2013 ", "\n\n", "\r\n", "\n- "),
        *("\n1. ", "Photo: ", "By Ana B.", "Q: ", "2-1", "\u201cYes\u201d ", "Home | News"),
        *("end.\n", "The "),
    )
)
TEXTS = st.one_of(
    st.text(),
    st.lists(st.one_of(st.text(st.sampled_from(ALPHABET), max_size=12), PIECES)).map("".join),
)


def make(text: str) -> Document:
    """Return a document of the text."""
    return Document(Record("r", "r.txt", text))


def ordered_and_apart(spans: Iterable[tuple[int, int]], length: int) -> bool:
    """Tell whether spans are not empty, inside, in order and do not overlap."""
    reached = 0
    for start, end in spans:
        if not reached <= start < end <= length:
            return False
        reached = end
    return True


@settings(deadline=None)
@given(TEXTS)
@example("\u0130\u0130")
def test_folding_keeps_the_length(text: str) -> None:
    """So that offsets carry over, and folding twice changes nothing."""
    folded = folding.fold(text)

    assert len(folded) == len(text)
    assert folding.fold(folded) == folded


@settings(deadline=None)
@given(TEXTS)
@example("\r\r\n\n")
def test_lines_and_their_breaks_make_up_the_text(text: str) -> None:
    """Nothing is lost between them."""
    lines = make(text).lines

    assert [text[line.start : line.end] for line in lines] == re.split(r"\r\n?|\n", text)
    assert [line.number for line in lines] == list(range(len(lines)))
    for line in lines:
        assert (line.role is Role.BLANK) == (not text[line.start : line.end].strip())


@settings(deadline=None)
@given(TEXTS)
def test_a_text_that_is_not_wrapped_has_a_paragraph_for_each_line_with_text(text: str) -> None:
    """Whatever the lines are: their roles are not even told."""
    document = make(text)
    if document.column is None:
        held = [(span.start, span.end) for span in document.paragraphs]

        assert "lines" not in vars(document)
        assert held == [
            (line.start, line.end) for line in document.lines if line.role is not Role.BLANK
        ]


@settings(deadline=None)
@given(TEXTS)
def test_paragraphs_hold_all_text_and_sentences_fill_them(text: str) -> None:
    """In order, apart, inside; only white space lies between."""
    document = make(text)
    paragraphs = [(span.start, span.end) for span in document.paragraphs]
    sentences = [(span.start, span.end) for span in document.sentences]

    assert ordered_and_apart(paragraphs, len(text))
    assert ordered_and_apart(sentences, len(text))
    for pieces in (paragraphs, sentences):
        held = "".join(text[start:end] for start, end in pieces)
        assert "".join(held.split()) == "".join(text.split())
    for start, end in sentences:
        assert text[start:end] == text[start:end].strip()
        around = document.paragraph_at(start)
        assert around is not None
        assert around.start <= start < end <= around.end
        assert document.sentence_at(start) == document.sentence_at(end - 1)


@settings(deadline=None)
@given(TEXTS)
def test_quotations_are_ordered_and_nested(text: str) -> None:
    """Marks are where they are said to be."""
    document = make(text)
    starts = [quotation.start for quotation in document.quotations]

    assert starts == sorted(set(starts))
    for quotation in document.quotations:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert text[quotation.start] == quotation.opening
        if quotation.closed:
            assert text[quotation.end - 1] == quotation.closing
        else:
            assert quotation.closing == ""
    for mark in document.unpaired_marks:
        assert text[mark.start : mark.end] == mark.mark
        assert mark.fault in {"unclosed", "unopened", "wrong-direction", "mixed"}


@settings(deadline=None)
@given(TEXTS)
def test_words_are_ordered(text: str) -> None:
    """And each has its span."""
    document = make(text)

    assert ordered_and_apart(document.word_spans, len(text))
    assert len(document.words) == len(document.word_spans)


@settings(deadline=None)
@given(TEXTS)
def test_every_offset_has_a_line_a_position_and_a_language(text: str) -> None:
    """Both ends of the text included."""
    document = make(text)
    for offset in range(len(text) + 1):
        line, column = document.position(offset)
        assert line >= 1
        assert column >= 1
        assert document.language_at(offset)
        quotation = document.quotation_at(offset)
        assert quotation is None or quotation.start <= offset < quotation.end
    assert len(document.paragraph_languages) == len(document.paragraphs)


def everything(document: Document) -> tuple[object, ...]:
    """Return all shared properties."""
    return (
        document.folded,
        document.lines,
        document.paragraphs,
        document.sentences,
        document.words,
        list(document.word_spans),
        document.quotations,
        document.unpaired_marks,
        document.language,
        document.paragraph_languages,
    )


@settings(deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    """Twice, in two objects."""
    assert everything(make(text)) == everything(make(text))


WORST = {
    "dots": ".",
    "initials": "A. ",
    "abbreviations": "Mr. ",
    "straight quotes": '"',
    "opening quotes": " \u201ca",
    "single quotes": " \u2018a",
    "apostrophes": " 'a' b'",
    "guillemets": "\u00aba \u00bbb ",
    "hyphens": "a-",
    "marks": "a\u0301",
    "blanks": " ",
    "newlines": "\n",
    "carriage returns": "\r",
    "short lines": "a,\n",
    "bullets": "- a\n",
    "pipes": "|",
    "tabs": "\t",
    "numbers": "1 2 3 4\n",
    "numbered": "1. a\n",
    "commas": "A, B, C, D, E\n",
    "parentheses": "(",
    "datelines": "Ab Cd, 1 ",
    "dashes": "\u2014 ",
    "one letter": "a",
    "han": "\u4eca\u3002",
    "closers": ".\u201d",
    "addresses": "www.a@b.c ",
    "years": "2024 1:23 ",
}


def cost(text: str, *, runs: int) -> float:
    """Return the least processor seconds of some runs."""
    seconds = []
    for _ in range(runs):
        document = make(text)
        start = time.process_time()
        everything(document)
        seconds.append(time.process_time() - start)
    return min(seconds)


@pytest.mark.slow
@pytest.mark.parametrize("name", WORST)
def test_the_worst_megabyte_takes_linear_time(name: str) -> None:
    """Sixteen times the text takes at most forty times as long; quadratic takes 256."""
    piece = WORST[name]
    small = piece * (65_536 // len(piece))
    least = max(cost(small, runs=3), 0.002)

    assert any(cost(small * 16, runs=1) <= 40 * least for _ in range(3))
