"""Runs checks over one document and turns their hits into findings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textassay.contract import Context, Facts, Hit, NoFacts
from textassay.engine.identity import IdentityMaker
from textassay.model import CATEGORIES, NOTHING, Finding, Related

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textassay.contract import Check
    from textassay.text.document import Document


class CheckError(RuntimeError):
    """A check crashed: there is no verdict on the record."""


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

    Raises:
        CheckError: A check raised; its code and the record are named.
    """
    known = facts if facts is not None else NoFacts()
    identity = IdentityMaker(document)
    findings = [
        _finding(document, check, hit, identity)
        for check in checks
        for hit in _hits(document, check, known, options.get(check.code, NOTHING))
    ]
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return findings


def _hits(
    document: Document, check: Check, facts: Facts, options: Mapping[str, Any]
) -> Iterator[Hit]:
    if check.languages is not None and document.language.code not in check.languages:
        return
    context = Context(facts, {**check.options, **options} if check.options else NOTHING)
    try:
        hits = sorted(check.function(document, context), key=lambda hit: (hit.start, hit.end))
    except Exception as error:
        message = f"{check.code} {check.name} crashed on record {document.record.id!r}: {error!r}"
        raise CheckError(message) from error
    yield from hits


def _finding(document: Document, check: Check, hit: Hit, identity: IdentityMaker) -> Finding:
    record = document.record
    if not 0 <= hit.start <= hit.end <= len(document.text):
        message = f"{check.code} gave a span outside of record {record.id!r}: {hit.start}-{hit.end}"
        raise CheckError(message)
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
