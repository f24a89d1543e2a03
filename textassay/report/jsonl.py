"""JSON Lines: the findings table, one finding a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.report.runfile import dumps, finding_row

if TYPE_CHECKING:
    from typing import TextIO

    from textassay.report.run import Run


def render(run: Run, stream: TextIO) -> None:
    """Write each finding with exactly the fields of the public format."""
    stream.writelines(dumps(finding_row(finding)) + "\n" for finding in run.findings)
