"""GitHub Actions annotations, and the step summary where its path is given.

GitHub shows ten errors and ten warnings a step and drops the rest without a
word; so the worst ten of each are written, and a notice counts the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.model import Severity
from textassay.report import markdown, ranking
from textassay.report.excerpts import position_after
from textassay.report.visible import one_line

if TYPE_CHECKING:
    from typing import TextIO

    from textassay.model import Finding
    from textassay.report.run import Run

ANNOTATIONS = 10  # shown by GitHub a step and level
SUMMARY_LIMIT = 1_000_000  # bytes; GitHub drops a summary over 1 MiB whole


def render(run: Run, stream: TextIO, *, summary_path: str | None = None) -> None:
    """Write the annotations.

    Args:
        run: The run; its paths are taken as relative to the repository.
        stream: Where to; GitHub reads commands from standard output.
        summary_path: The file that ``GITHUB_STEP_SUMMARY`` names.
    """
    worst = ranking.worst_first(run)
    shown = 0
    for severity, command in ((Severity.ERROR, "error"), (Severity.WARNING, "warning")):
        chosen = [finding for finding in worst if finding.severity is severity][:ANNOTATIONS]
        shown += len(chosen)
        stream.writelines(_annotation(command, finding) for finding in chosen)
    if more := len(worst) - shown:
        stream.write(f"::notice title=textassay::{more} more findings are in the report.\n")
    if run.verdict.status != "pass":
        reasons = " ".join(run.verdict.reasons) or "No reason was given."
        stream.write(f"::notice title=textassay {run.verdict.status}::{_data(one_line(reasons))}\n")
    if summary_path:
        with open(summary_path, "a", encoding="utf-8") as summary:  # noqa: PTH123 - a path as GitHub gives it
            markdown.render(run, summary, limit=SUMMARY_LIMIT)


def _annotation(command: str, finding: Finding) -> str:
    line, column = position_after(finding.line, finding.column, finding.text)
    place = f"file={_property(one_line(finding.path))},line={finding.line},endLine={line}"
    if line == finding.line:  # GitHub refuses columns over several lines
        place += f",col={finding.column},endColumn={max(column, finding.column)}"
    title = _property(one_line(f"{finding.code} {finding.check}"))
    message = one_line(finding.message)
    if finding.suggestion:
        message += f" Suggestion: {one_line(finding.suggestion)}"
    return f"::{command} {place},title={title}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
