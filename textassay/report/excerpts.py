"""The surroundings of a finding, cut to what a reader takes in at a glance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textassay.model import Finding
    from textassay.report.run import Run

REACH = 80  # code points each side (DESIGN.md)
MARK_LIMIT = 240  # of a longer span, head and tail are shown
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Raw text before, inside and after a span; bounded."""

    before: str
    marked: str
    after: str


def excerpt(run: Run, finding: Finding, *, reach: int = REACH) -> Excerpt:
    """Return the excerpt of a finding with ``reach`` code points each side.

    Where the run keeps no text of the record, or another text than the one
    that was judged, the span stands alone.
    """
    kept = run.texts.get(finding.record)
    before = after = ""
    if kept is not None and kept.slice(finding.start, finding.end) in {None, finding.text}:
        before, after = kept.around(finding.start, finding.end, reach)
        if finding.start - len(before) > 0:
            before = ELLIPSIS + before
        if finding.end + len(after) < kept.length:
            after += ELLIPSIS
    return Excerpt(before, shorten(finding.text), after)


def shorten(text: str, limit: int = MARK_LIMIT) -> str:
    """Return the text, or its head and tail where it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    half = limit // 2
    return f"{text[:half]} {ELLIPSIS} {text[-half:]}"


def position_after(line: int, column: int, text: str) -> tuple[int, int]:
    """Return line and column right after a text that starts at line, column.

    Breaks are LF, CRLF and CR, as in ``textassay.text.lines``.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    breaks = plain.count("\n")
    if not breaks:
        return line, column + len(text)
    return line + breaks, len(plain) - plain.rfind("\n")
