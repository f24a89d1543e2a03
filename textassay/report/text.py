"""Plain text: one line a finding, or with excerpts and a summary for people.

Concise: ``path:line:col CODE severity message``. Full adds the excerpt with
its span underlined, the suggestion, and a summary at the end.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from textassay.model import Severity
from textassay.report import ranking
from textassay.report.excerpts import ELLIPSIS, REACH, excerpt, shorten
from textassay.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TextIO

    from textassay.model import Finding
    from textassay.report.run import Run

    Paint = Callable[[str, str], str]

# Every line of corpus text starts with this: the runner of GitHub Actions
# obeys a line that starts, after blanks, with "::".
_INDENT = "  | "
_BREAKS = re.compile(r"\s*\n\s*")
_TOP = 5  # tasks named in the summary
_MIN_SIDE = 12  # columns of context, however long the span
_WIDE = frozenset("WF")
_STYLES = {"error": "1;31", "warning": "33", "info": "36", "bold": "1", "dim": "2", "good": "1;32"}


def render(
    run: Run,
    stream: TextIO,
    *,
    full: bool = False,
    colour: bool = False,
    width: int | None = None,
    statistics: bool = False,
) -> None:
    """Write the findings.

    Args:
        run: The run.
        stream: Where to.
        full: With excerpts, suggestions and a summary.
        colour: With ANSI colours.
        width: Columns of the terminal, which excerpts then fit into.
        statistics: With a table of findings by check.
    """
    paint = _paint if colour else _plain
    for finding in run.findings:
        stream.write(_head(finding, paint) + "\n")
        if full:
            stream.writelines(line + "\n" for line in _body(run, finding, paint, width))
            stream.write("\n")
    if statistics:
        stream.writelines(line + "\n" for line in _statistics(run))
    if full:
        stream.writelines(line + "\n" for line in _summary(run, paint))


def excerpts(run: Run, stream: TextIO) -> None:
    """Write the findings with their excerpts, without colour or summary."""
    for finding in run.findings:
        stream.write(_head(finding, _plain) + "\n")
        stream.writelines(line + "\n" for line in _body(run, finding, _plain, None))


def _paint(text: str, style: str) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m"


def _plain(text: str, _style: str) -> str:
    return text


def _head(finding: Finding, paint: Paint) -> str:
    place = f"{one_line(finding.path)}:{finding.line}:{finding.column}"
    if place.startswith("::"):
        place = "./" + place
    state = "" if finding.state == "new" else f" [{finding.state}]"
    severity = str(finding.severity)
    return (
        f"{paint(place, 'bold')} {paint(finding.code, severity)} {paint(severity, severity)} "
        f"{one_line(finding.message)}{state}"
    )


def _body(run: Run, finding: Finding, paint: Paint, width: int | None) -> Iterator[str]:
    room = width - len(_INDENT) if width else None
    marked = one_line(shorten(finding.text, width // 2 if width else 2 * REACH))
    side = max(_MIN_SIDE, (room - columns(marked)) // 2) if room else None
    piece = excerpt(run, finding)
    before = fitted(one_line(_BREAKS.sub("\n", piece.before)), side, tail=True)
    after = fitted(one_line(_BREAKS.sub("\n", piece.after)), side)
    severity = str(finding.severity)
    yield f"{_INDENT}{before}{paint(marked, severity) if marked else ''}{after}"
    carets = "^" * max(1, columns(marked))
    yield f"{_INDENT}{' ' * columns(before)}{paint(carets, severity)}"
    if finding.suggestion is not None:
        sure = "fix" if ranking.repair(finding) is ranking.Repair.AUTOMATIC else "suggestion"
        words = one_line(shorten(finding.suggestion)) or "(delete)"
        yield f"{_INDENT}{paint(f'{sure}:', 'good')} {fitted(words, room and room - 12)}"
    for related in finding.related[:1]:
        words = f"{one_line(related.path)}: {one_line(shorten(related.text, REACH))}"
        yield f"{_INDENT}{paint('see:', 'dim')} {fitted(words, room and room - 5)}"


def fitted(text: str, room: int | None, *, tail: bool = False) -> str:
    """Return the text cut to so many columns: its head, or its tail."""
    if room is None or columns(text) <= room:
        return text
    kept: list[str] = []
    room -= 1
    for character in reversed(text) if tail else text:
        room -= columns(character)
        if room < 0:
            break
        kept.append(character)
    return ELLIPSIS + "".join(reversed(kept)) if tail else "".join(kept) + ELLIPSIS


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in _WIDE else 1
        for character in text
    )


def _statistics(run: Run) -> Iterator[str]:
    for task in ranking.tasks(run):
        yield f"{task.count:>7}  {task.code}  {task.severity:<7}  {task.check}"


def _summary(run: Run, paint: Paint) -> Iterator[str]:
    verdict = run.verdict
    style = "good" if verdict.status == "pass" else "error"
    word = {"pass": "PASS", "fail": "FAIL", "none": "NO VERDICT"}[verdict.status]
    yield (
        f"{paint(word, style)}  {counted(verdict.errors, 'error')}, "
        f"{counted(verdict.warnings, 'warning')}, {verdict.infos:,} info "
        f"in {counted(verdict.records, 'record')}"
    )
    for reason in verdict.reasons:
        yield f"  {one_line(reason)}"
    for failed in verdict.failed_expectations:
        yield f"  expectation {one_line(failed.name)}: {one_line(failed.message)}"
    todo = ranking.tasks(run)
    if todo and todo[0].severity is not Severity.INFO:
        yield paint("Fix first", "bold")
    for task in todo[:_TOP]:
        if task.severity is not Severity.INFO:
            yield f"  {task.count:>5}  {task.code} {task.check}{_cost(task)}"


def _cost(task: ranking.Task) -> str:
    parts = [
        f"{count} {word}"
        for count, word in (
            (task.automatic, "with a safe fix"),
            (task.confirm, "with a suggestion"),
        )
        if count
    ]
    return f" ({', '.join(parts)})" if parts else ""


def counted(count: int, noun: str) -> str:
    """Return the count with its noun in the right number."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
