"""Plain text: one line a finding, or with excerpts and a summary for people.

Concise: ``path:line:col CODE severity message``. Full adds the excerpt with
its span underlined, the suggestion, and a summary at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.report.visible import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import TextIO

    from textassay.model import Finding
    from textassay.report.run import Run

    Paint = Callable[[str, str], str]

_STYLES = {"error": "1;31", "warning": "33", "info": "36", "bold": "1", "dim": "2", "good": "1;32"}


def render(
    run: Run,
    stream: TextIO,
    *,
    full: bool = False,
    colour: bool = False,
    width: int | None = None,
    statistics: bool = False,
    costs: Mapping[str, float] | None = None,
) -> None:
    """Write the findings.

    Args:
        run: The run.
        stream: Where to.
        full: With excerpts, suggestions and a summary.
        colour: With ANSI colours.
        width: Columns of the terminal, which excerpts then fit into.
        statistics: With a table of findings by check.
        costs: Seconds of processor time by check, for that table.
    """
    paint = _paint if colour else _plain
    if full or statistics:
        from textassay.report import terminal
    for finding in run.findings:
        stream.write(_head(finding, paint) + "\n")
        if full:
            stream.writelines(line + "\n" for line in terminal.body(run, finding, paint, width))
            stream.write("\n")
    if statistics:
        stream.writelines(line + "\n" for line in terminal.statistics(run, costs or {}))
    if full:
        stream.writelines(line + "\n" for line in terminal.summary(run, paint))


def excerpts(run: Run, stream: TextIO) -> None:
    """Write the findings with their excerpts, without colour or summary."""
    from textassay.report import terminal

    for finding in run.findings:
        stream.write(_head(finding, _plain) + "\n")
        stream.writelines(line + "\n" for line in terminal.body(run, finding, _plain, None))


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
