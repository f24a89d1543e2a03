"""GitLab code quality: a JSON array of issues."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from textassay.report.excerpts import position_after
from textassay.report.ranking import worst_first
from textassay.report.runfile import dumps
from textassay.report.visible import one_line

if TYPE_CHECKING:
    from typing import TextIO

    from textassay.model import Finding
    from textassay.report.run import Run

_SEVERITIES = {"error": "critical", "warning": "minor", "info": "info"}


def render(run: Run, stream: TextIO) -> None:
    """Write the open findings, worst first.

    GitLab shows only the first of equal fingerprints, so equals are numbered.
    """
    seen: Counter[str] = Counter()
    separator = "[\n"
    for finding in worst_first(run):
        seen[finding.id] += 1
        stream.write(separator + dumps(_issue(finding, seen[finding.id])))
        separator = ",\n"
    stream.write("[]\n" if separator == "[\n" else "\n]\n")


def _issue(finding: Finding, ordinal: int) -> dict[str, Any]:
    end, _ = position_after(finding.line, finding.column, finding.text)
    return {
        "description": f"{finding.code}: {one_line(finding.message)}",
        "check_name": f"{finding.code} {finding.check}",
        "fingerprint": finding.id if ordinal == 1 else f"{finding.id}-{ordinal}",
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": finding.line, "end": end}},
    }
