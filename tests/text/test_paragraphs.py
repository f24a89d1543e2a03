"""Records come with a paragraph a line, or hard-wrapped: both are recognised."""

from __future__ import annotations

import textwrap

import pytest

from textassay.model import Record
from textassay.text.document import Document

PROSE = (
    "The council of the small town voted on Tuesday to repair the old bridge over the river, "
    "which had been closed since the spring floods. Work is to begin in the summer, and the "
    "mayor hopes that it will be finished before the first snow makes the road impassable."
)
OTHER = (
    "Shopkeepers on the far bank had asked for a ferry in the meantime. The council refused, "
    "because the landing stages would cost as much as a new span, an engineer told the meeting."
)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs with white space made plain."""
    document = Document(Record("r", "r.txt", text))
    return [" ".join(document.text[span.start : span.end].split()) for span in document.paragraphs]


@pytest.mark.parametrize("width", [60, 72, 90])
def test_wrapped_lines_join_to_paragraphs(width: int) -> None:
    """Blank lines part them."""
    wrapped = "\n\n".join(textwrap.fill(piece, width) for piece in (PROSE, OTHER))

    assert paragraphs(wrapped) == [PROSE, OTHER]


def test_a_heading_in_wrapped_text_stays_by_itself() -> None:
    """A short line between blank lines is no part of the next paragraph."""
    pieces = (textwrap.fill(PROSE, 72), "What happens next", textwrap.fill(OTHER, 72))

    assert paragraphs("\n\n".join(pieces)) == [PROSE, "What happens next", OTHER]


def test_a_wrapped_list_item_takes_its_rest_along() -> None:
    """The lines below a bullet belong to it."""
    items = [textwrap.fill(f"* {piece}", 72, subsequent_indent="  ") for piece in (PROSE, OTHER)]
    text = textwrap.fill(PROSE, 72) + "\n\n" + "\n".join(items)

    assert paragraphs(text) == [PROSE, f"* {PROSE}", f"* {OTHER}"]


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n", "\r", "\n \n"])
def test_a_paragraph_a_line_stays_a_paragraph_a_line(between: str) -> None:
    """With any line break, with and without blank lines."""
    assert paragraphs(between.join([PROSE, OTHER, PROSE])) == [PROSE, OTHER, PROSE]


def test_short_paragraphs_a_line_are_not_joined() -> None:
    """Lines of sixty to ninety columns that end as sentences are no wrapped prose."""
    lines = [
        "The bridge has been closed since the floods of this spring came down.",
        "Nobody knows for certain who is going to pay for the repair of it.",
        "The mayor says that the money will come, and that it will come soon.",
        "Shopkeepers on the far bank have asked the council to run a ferry.",
    ]

    assert paragraphs("\n".join(lines)) == lines


def test_a_title_over_one_long_paragraph_is_no_column() -> None:
    """Most of the text lies outside of it."""
    title = "The council of the small town has voted to repair the bridge"
    text = f"{title} over\n{title}\n{title} soon\n{PROSE} {OTHER} {PROSE}"

    assert Document(Record("r", "r.txt", text)).column is None


def test_the_column_is_known() -> None:
    """None without hard wraps."""
    wrapped = textwrap.fill(PROSE, 72)

    assert 60 <= (Document(Record("r", "r.txt", wrapped)).column or 0) <= 72
    assert Document(Record("r", "r.txt", f"{PROSE}\n{OTHER}")).column is None


def test_a_sentence_may_cross_wrapped_lines() -> None:
    """Sentences are found in paragraphs, not in lines."""
    document = Document(Record("r", "r.txt", textwrap.fill(PROSE, 72)))
    found = [" ".join(document.text[s.start : s.end].split()) for s in document.sentences]

    assert found == PROSE.replace(". W", ".|W").split("|")
