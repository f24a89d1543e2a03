"""Runs checks over one document and turns their hits into findings."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Any

from textassay.contract import Context, Facts, Hit, NoFacts
from textassay.engine.identity import IdentityMaker
from textassay.model import CATEGORIES, NOTHING, Finding, Related, Severity
from textassay.read.findings import UNREAD

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textassay.contract import Check
    from textassay.text.document import Document


def inspect(
    document: Document,
    checks: Iterable[Check],
    *,
    facts: Facts | None = None,
    options: Mapping[str, Mapping[str, Any]] = NOTHING,
) -> list[Finding]:
    """Return the findings of the checks on one document, in order of position.

    Args:
        document: The document to judge.
        checks: The checks to run; those for other languages are left out.
        facts: The corpus facts of the record (None: judged alone).
        options: Options by check code, over the checks' defaults.

    A check that crashes gives a finding at the start of the record that
    leaves the run without a verdict; the other checks still run.
    """
    known = facts if facts is not None else NoFacts()
    identity = IdentityMaker(document)
    plain = Context(known)
    findings: list[Finding] = []
    for check in checks:
        context = plain
        if check.options:
            context = Context(known, {**check.options, **options.get(check.code, NOTHING)})
        hits = _hits(document, check, context)
        if hits:
            findings += [_finding(document, check, hit, identity) for hit in hits]
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return findings


def _hits(document: Document, check: Check, context: Context) -> list[Hit]:
    """Return the hits of a check in order; most checks have none in a document."""
    if check.languages is not None and document.language.code not in check.languages:
        return []
    try:
        hits = list(check.function(document, context))
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        return [_crash(check, error)]
    if len(hits) > 1:
        hits.sort(key=lambda hit: (hit.start, hit.end))
    size = len(document.text)
    return [hit if 0 <= hit.start <= hit.end <= size else _outside(check, hit) for hit in hits]


def _outside(check: Check, hit: Hit) -> Hit:
    return _crash(check, IndexError(f"span {hit.start}-{hit.end} outside of the record"))


def _crash(check: Check, error: Exception) -> Hit:
    trace = traceback.extract_tb(error.__traceback__)
    place = f"{trace[-1].name}, line {trace[-1].lineno}" if trace else ""
    return Hit(
        0,
        0,
        f"The check {check.name} crashed here: there is no verdict on this record.",
        evidence={UNREAD: True, "error": repr(error)[:500], "place": place},
        severity=Severity.ERROR,
    )


def _finding(document: Document, check: Check, hit: Hit, identity: IdentityMaker) -> Finding:
    record = document.record
    line, column = document.position(hit.start)
    return Finding(
        id=identity.make(check.code, hit.start, hit.end),
        code=check.code,
        check=check.name,
        category=CATEGORIES.get(check.code[:3], "record"),
        record=record.id,
        path=record.path,
        start=hit.start,
        end=hit.end,
        line=line,
        column=column,
        severity=hit.severity or check.severity,
        message=hit.message,
        text=document.text[hit.start : hit.end],
        suggestion=hit.suggestion,
        evidence=hit.evidence,
        edits=hit.edits,
        related=tuple(
            Related(
                record=span.record or record.id,
                path=span.path or record.path,
                start=span.start,
                end=span.end,
                text=span.text if span.text is not None else document.text[span.start : span.end],
            )
            for span in hit.related
        ),
    )
