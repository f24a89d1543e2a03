"""A summary in GitHub-flavoured Markdown, for a step summary or a comment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.report import fitness, ranking
from textassay.report.excerpts import excerpt, shorten
from textassay.report.visible import blanks, one_line
from textassay.report.wording import counted
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from textassay.model import Finding
    from textassay.report.run import Run

FINDINGS = 20  # shown; the report has the rest
TASKS = 15
_MARKS = {"error": "\N{LARGE RED CIRCLE}", "warning": "\N{LARGE YELLOW CIRCLE}"}
_NO_MARK = "\N{MEDIUM WHITE CIRCLE}"
_TICKS = lazy("`+")


def render(run: Run, stream: TextIO, *, limit: int | None = None) -> None:
    """Write the summary.

    Args:
        run: The run.
        stream: Where to.
        limit: Bytes of UTF-8 after which whole lines are left out.
    """
    spent = 0
    for line in _lines(run):
        spent += len(line.encode("utf-8", "replace")) + 1
        if limit is not None and spent > limit:
            return
        stream.write(line + "\n")


def _lines(run: Run) -> Iterator[str]:
    verdict = run.verdict
    word = {"pass": "passed", "fail": "failed", "none": "gave no verdict"}[verdict.status]
    yield f"## textassay {word}"
    yield ""
    yield (
        f"{counted(verdict.errors, 'error')}, {counted(verdict.warnings, 'warning')}, "
        f"{verdict.infos:,} info in {counted(verdict.records, 'record')}."
    )
    if run.records:
        yield f"Records: {fitness.sentence(run.records)}."
    yield ""
    yield from (f"- {_code(reason)}" for reason in verdict.reasons)
    for failed in verdict.failed_expectations:
        yield f"- expectation {_code(failed.name)}: {_code(failed.message)}"
    todo = ranking.tasks(run)
    if not todo:
        return
    yield from ("", "### Fix first", "", "| | check | findings | records | safe fix | suggestion |")
    yield "|---|---|--:|--:|--:|--:|"
    for task in todo[:TASKS]:
        yield (
            f"| {_MARKS.get(task.severity, _NO_MARK)} {task.severity} | {_code(task.code)} "
            f"{task.check} | {task.count} | {task.records} | {task.automatic} | {task.confirm} |"
        )
    if len(todo) > TASKS:
        yield f"| | and {len(todo) - TASKS} more kinds | | | | |"
    yield from ("", "### Findings", "")
    worst = ranking.worst_first(run)
    for finding in worst[:FINDINGS]:
        yield from _finding(run, finding)
    if len(worst) > FINDINGS:
        yield f"- and {len(worst) - FINDINGS:,} more in the report"


def _finding(run: Run, finding: Finding) -> Iterator[str]:
    place = _code(f"{finding.path}:{finding.line}:{finding.column}")
    mark = _MARKS.get(finding.severity, _NO_MARK)
    yield f"- {mark} {place} {_code(finding.code)} {_code(finding.message)}"
    piece = excerpt(run, finding)
    parts = (_code(piece.before), f"**{_code(blanks(shorten(finding.text)))}**", _code(piece.after))
    yield f"  <br>{' '.join(part for part in parts if part.strip('*'))}"
    if finding.suggestion:
        yield f"  <br>suggestion: {_code(blanks(finding.suggestion))}"


def _code(text: str) -> str:
    """Return the text as an inert code span, also inside a table."""
    text = one_line(text).strip()
    if not text:
        return ""
    fence = "`" * (max((len(run) for run in _TICKS.findall(text)), default=0) + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{blank}{text}{blank}{fence}".replace("|", "\\|")
