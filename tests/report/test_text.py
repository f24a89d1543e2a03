"""Text for a terminal: carets under the span, colours only when asked."""

import re
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest

from textassay.report import terminal, text
from textassay.report.run import Run, Verdict


def _render(run: Run, **options: Any) -> str:  # noqa: ANN401 - each call has its own
    stream = StringIO()
    text.render(run, stream, **options)
    return stream.getvalue()


def test_the_carets_stand_under_the_span(run: Run) -> None:
    """Column for column, also behind an emoji and an accent."""
    lines = _render(run, full=True).splitlines()
    carets = {
        lines[number - 2].split()[0]: (lines[number - 1], line)
        for number, line in enumerate(lines)
        if set(line) == set("| ^")
    }
    excerpt, below = carets["seeds/harbour.txt:3:5"]
    start, end = below.index("^"), below.rindex("^") + 1

    assert excerpt[start:end] == "Mnistry"
    excerpt, below = carets["seeds/mercado.txt:3:54"]
    assert terminal.columns(excerpt[: excerpt.index("\N{OPEN BOX}.")]) == below.index("^")


def test_an_excerpt_fits_the_terminal(run: Run) -> None:
    """No line of an excerpt is wrapped."""
    lines = _render(run, full=True, width=70).splitlines()

    assert max(terminal.columns(line) for line in lines if line.startswith("  |")) <= 70


def test_colours_change_nothing_but_colours(run: Run) -> None:
    """Without the escape sequences the text is the same."""
    coloured = _render(run, full=True, colour=True)

    assert coloured != _render(run, full=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == _render(run, full=True)


def test_a_path_that_looks_like_a_workflow_command_is_none(run: Run) -> None:
    """The runner of GitHub obeys lines that start with two colons."""
    odd = replace(run.findings[0], path="::stop-commands::x")

    assert _render(replace(run, findings=(odd,))).startswith("./::stop-commands::x:3:5 ")


@pytest.mark.parametrize(
    ("status", "word"), [("pass", "PASS"), ("fail", "FAIL"), ("none", "NO VERDICT")]
)
def test_the_summary_says_the_verdict(run: Run, status: Any, word: str) -> None:  # noqa: ANN401 - a literal
    """One word, then the counts."""
    written = _render(replace(run, verdict=Verdict(status, 0, records=1)), full=True)

    assert f"{word}  0 errors, 0 warnings, 0 info in 1 record\n" in written
