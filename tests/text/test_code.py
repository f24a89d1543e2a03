"""Where Markdown quotes code."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.registry import builtin
from textassay.text import code, lines
from textassay.text.document import Document

PROSE = (
    "The council met in the the old hall, `a a b`, and then\n\n```sh\n$ make the the report\n```\n"
)


def _pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in code.spans(text, lines.split(text))]


def test_fences_and_backticks_quote_code() -> None:
    """Both marks belong to it."""
    assert _pieces(PROSE) == ["`a a b`", "```sh\n$ make the the report\n```"]


def test_a_fence_that_nothing_closes_opens_no_code() -> None:
    """Or a stray one would hide the rest of the record."""
    assert _pieces("```\nall the rest\n") == []


@given(st.text(alphabet="`~\nab "))
def test_pieces_of_code_never_overlap(text: str) -> None:
    """Whatever the marks."""
    found = code.spans(text, lines.split(text))
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))


def test_code_is_not_read_as_prose_in_markdown_only() -> None:
    """A doubled word in a command is none; in plain text nobody knows that it is code."""
    checks = [check for check in builtin() if check.code == "TYP004"]
    found = {
        path: [item.start for item in inspect(Document(Record("one", path, PROSE)), checks)]
        for path in ("one.md", "one.txt")
    }
    assert found["one.md"] == [PROSE.index("the the")]
    assert len(found["one.txt"]) > len(found["one.md"])


def test_an_invisible_character_counts_in_code_too() -> None:
    """It reorders what a reader sees of a program."""
    checks = [check for check in builtin() if check.code.startswith("ENC")]
    record = Record("one", "one.md", "Run `make \N{RIGHT-TO-LEFT OVERRIDE}report` in the folder.")
    assert [item.code for item in inspect(Document(record), checks)] == ["ENC006"]


@pytest.mark.parametrize(("path", "levels"), [("one.md", ["info"]), ("one.txt", ["error"] * 2)])
def test_tags_and_marks_of_markdown_are_leftovers_in_plain_text_only(
    path: str, levels: list[str]
) -> None:
    """A file of Markdown may hold both; a tag is worth a remark there."""
    checks = [check for check in builtin() if check.code in {"ENC019", "ENC021"}]
    record = Record("one", path, "The mayor left.<br/>\n\n## What comes next\n\nNobody knows it.")
    assert [item.severity for item in inspect(Document(record), checks)] == levels
