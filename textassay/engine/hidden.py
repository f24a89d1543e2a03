"""Defects that damage hides: found with it, so that repairing it shows nothing new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textassay.engine.arbitration import HIDDEN
from textassay.engine.fixing import mend
from textassay.model import Severity
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textassay.engine.identity import IdentityMaker
    from textassay.model import Finding


def hidden(
    document: Document,
    findings: Iterable[Finding],
    identity: IdentityMaker,
    find: Callable[[Document], list[Finding]],
) -> Iterator[Finding]:
    """Yield the findings at other places that a record has once its safe edits are made.

    They stand where the defect is before the edits; what an edit made is widened to it.
    Remarks are left out, and so is a text that does not come to rest: no fix changes it.

    Args:
        document: The document as it is.
        findings: Its findings.
        identity: Has made their ids.
        find: Gives the findings of a document as it stands.
    """
    mending = mend(document.record, findings, lambda record: find(Document(record)))
    if not mending.rests:
        return
    known = {
        (finding.code, place)
        for finding in findings
        if finding.severity is not Severity.INFO
        for place in _places(finding.start, finding.end)
    }
    places = mending.origins((finding.start, finding.end) for finding in mending.findings)
    for finding, (start, end) in zip(mending.findings, places, strict=True):
        if finding.severity is Severity.INFO or any(
            (finding.code, place) in known for place in _places(start, end)
        ):
            continue
        line, column = document.position(start)
        yield replace(
            finding,
            id=identity.make(finding.code, start, end),
            start=start,
            end=end,
            line=line,
            column=column,
            text=document.text[start:end],
            suggestion=None,
            edits=(),
            related=(),
            evidence={**finding.evidence, HIDDEN: True},
        )


def _places(start: int, end: int) -> range:
    """Return the offsets of a span; an empty one stands at its start."""
    return range(start, max(end, start + 1))
