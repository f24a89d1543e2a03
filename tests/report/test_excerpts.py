"""Excerpts show the text that was judged, or none."""

from dataclasses import replace

import pytest

from tests.fixed_run import HARBOUR, finding
from textassay.report.excerpts import ELLIPSIS, excerpt, position_after, shorten
from textassay.report.html import island
from textassay.report.kept import KeptText
from textassay.report.run import Run

FOUND = finding(HARBOUR, "TYP001", "Mnistry", "No word.")


def test_an_excerpt_has_its_sides_and_says_where_it_is_cut(run: Run) -> None:
    """Five code points each side."""
    piece = excerpt(run, FOUND, reach=5)

    assert (piece.before, piece.marked, piece.after) == (
        f"{ELLIPSIS}\nThe ",
        "Mnistry",
        f" of T{ELLIPSIS}",
    )


def test_text_of_another_record_with_the_same_id_is_not_shown(run: Run) -> None:
    """Two records of one id: the span of the second stands alone."""
    other = replace(run, texts={"harbour": KeptText(200, ((0, "x" * 200),))})
    piece = excerpt(other, FOUND)

    assert (piece.before, piece.marked, piece.after) == ("", "Mnistry", "")


def test_the_page_carries_the_span_where_the_kept_text_is_another(run: Run) -> None:
    """The last place but one of a row is the text; None means: cut it out of the record."""
    texts = {"harbour": KeptText(200, ((0, "x" * 200),))}
    rows = [
        next(island.finding_rows(replace(run, findings=(FOUND,), texts=kept)))
        for kept in (run.texts, texts, {})
    ]

    assert [row[-2] for row in rows] == [None, "Mnistry", "Mnistry"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", (3, 7)),
        ("abc", (3, 10)),
        ("abc\n", (4, 1)),
        ("a\nbc", (4, 3)),
        ("a\r\nbc\rd", (5, 2)),
        ("\N{GRINNING FACE}", (3, 8)),
    ],
)
def test_the_place_after_a_text_counts_lines_and_code_points(
    text: str, place: tuple[int, int]
) -> None:
    """CRLF is one break, a lone CR is one too."""
    assert position_after(3, 7, text) == place


def test_a_long_span_is_shown_by_its_ends() -> None:
    """Head and tail, with a sign of what is left out."""
    assert shorten("a" * 10 + "b" * 10, 10) == f"aaaaa {ELLIPSIS} bbbbb"
    assert shorten("ab", 2) == "ab"
