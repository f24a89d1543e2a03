"""Runs checks over documents and turns their hits into findings."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING, Any

from textassay.contract import Context, Facts, Hit, NoFacts
from textassay.engine.identity import IdentityMaker
from textassay.model import CATEGORIES, NOTHING, Finding, Related, Severity
from textassay.read.findings import UNREAD
from textassay.text import code

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textassay.contract import Check
    from textassay.text.document import Document


IN_CODE_TOO = frozenset(f"ENC00{number}" for number in range(1, 10))
"""Characters that are wrong whatever the text is: lost, misread, invisible, reordering."""

SHARED = ("language", "folded", "lines", "paragraphs", "sentences", "words", "word_spans")
"""Views of a document that many checks look at."""


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
        checks: The checks to run; those for other languages and characters are left out.
        facts: The corpus facts of the record (None: judged alone).
        options: Options by check code, over the checks' defaults.

    Defects of encoding that others hide, and that safe edits would bring to light, are
    reported where they stand in the damaged text.

    A check that crashes gives a finding at the start of the record that
    leaves the run without a verdict; the other checks still run.
    """
    return inspect_together([document], checks, facts=[facts], options=options)[0]


def inspect_together(
    documents: Sequence[Document],
    checks: Iterable[Check],
    *,
    facts: Sequence[Facts | None],
    options: Mapping[str, Mapping[str, Any]] = NOTHING,
    costs: dict[str, float] | None = None,
) -> list[list[Finding]]:
    """Return the findings of each document, as ``inspect`` does.

    Each check judges all documents before the next one does: its code, lexicons and
    automata are in the processor's cache then. Taken one by one, a hundred checks drive
    each other out of it, which took a fifth of the time.

    Args:
        documents: The documents to judge.
        checks: As of ``inspect``.
        facts: The corpus facts of each record.
        options: As of ``inspect``.
        costs: Where to add up the seconds of processor time of each check; a
            name that is new starts at nothing (``defaultdict(float)``).
    """
    checks = tuple(checks)
    running = {check.code: check for check in checks}
    judged = [
        _Inspection(document, Context(told if told is not None else NoFacts(), NOTHING), running)
        for document, told in zip(documents, facts, strict=True)
    ]
    _judge(judged, checks if costs is None else _metered(documents, checks, costs), options)
    return [one.with_hidden(checks, options) for one in judged]


def _judge(
    judged: Sequence[_Inspection],
    checks: Iterable[Check],
    options: Mapping[str, Mapping[str, Any]],
) -> None:
    """Add what checks find to documents, one check after the other."""
    for check in checks:
        asked = {**check.options, **options.get(check.code, NOTHING)} if check.options else NOTHING
        for one in _concerned(judged, check):
            one.judge(check, asked)


def _concerned(judged: Sequence[_Inspection], check: Check) -> Sequence[_Inspection]:
    """Return those in a language and with a character that a check is for."""
    characters, languages = check.characters, check.languages
    if characters is not None:
        judged = [one for one in judged if not characters.isdisjoint(one.document.alphabet)]
    if languages is not None:
        judged = [one for one in judged if one.document.language.code in languages]
    return judged


class _Inspection:
    """A document with what the checks have found in it so far."""

    def __init__(self, document: Document, context: Context, running: Mapping[str, Check]) -> None:
        self.findings: list[Finding] = []
        self._running = running
        self.document = document
        self._context = context
        self._identity = IdentityMaker(document)

    def judge(self, check: Check, options: Mapping[str, Any]) -> None:
        """Add what a check finds on the text as it stands."""
        document, given = self.document, self._context
        hits = _hits(document, check, given._replace(options=options) if options else given)
        if hits and document.code:
            hits = [hit for hit in hits if not _is_code(document, check, hit)]
        for hit in hits:
            owner = self._running.get(hit.belongs, check) if hit.belongs else check
            if owner is check or not self._is_told(owner, hit):
                self.findings.append(_finding(document, owner, hit, self._identity))

    def _is_told(self, owner: Check, hit: Hit) -> bool:
        """Tell whether a check found itself what another one found for it."""
        return any(
            found.code == owner.code and found.start < hit.end and hit.start < found.end
            for found in self.findings
        )

    def with_hidden(
        self, checks: Sequence[Check], options: Mapping[str, Mapping[str, Any]]
    ) -> list[Finding]:
        """Return all findings in order, with those that safe edits would bring to light."""
        if not self.findings:
            return self.findings
        if any(edit.safe for finding in self.findings for edit in finding.edits):
            from textassay.engine.hidden import hidden

            def find(shown: Document) -> list[Finding]:
                again = _Inspection(shown, self._context, self._running)
                _judge([again], encoding, options)
                return again.findings

            encoding = [check for check in checks if CATEGORIES.get(check.code[:3]) == "encoding"]
            self.findings += hidden(self.document, self.findings, self._identity, find)
        self.findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
        return self.findings


def _metered(
    documents: Iterable[Document], checks: Iterable[Check], costs: dict[str, float]
) -> Iterator[Check]:
    """Yield the checks, and count the time until the next one is asked for.

    What all of them share is made first, lest the first to look at it pays.
    """
    start = process_time()
    for document in documents:
        for view in SHARED:
            getattr(document, view)
    costs["shared views"] += process_time() - start
    for check in checks:
        start = process_time()
        yield check
        costs[check.code] += process_time() - start


def _hits(document: Document, check: Check, context: Context) -> list[Hit]:
    """Return the hits of one check by position; nearly always there is none."""
    try:
        hits = list(check.function(document, context))
        if not hits:
            return hits
        if len(hits) > 1:
            hits.sort(key=_place)
    except Exception as error:  # noqa: BLE001 - a plug-in may raise anything
        return [_crash(check, error)]
    length = len(document.text)
    for index, (start, end, *_) in enumerate(hits):
        if not 0 <= start <= end <= length:
            outside = IndexError(f"span {start}-{end} outside of the record")
            hits[index] = _crash(check, outside)
    return hits


def _is_code(document: Document, check: Check, hit: Hit) -> bool:
    """Tell whether a hit judges the prose of what is code."""
    if check.code in IN_CODE_TOO or check.code[:3] not in CATEGORIES or hit.end <= hit.start:
        return False
    return code.holds(document.code, hit.start, hit.end)


def _place(hit: Hit) -> tuple[int, int]:
    return hit.start, hit.end


def _crash(check: Check, error: Exception) -> Hit:
    import traceback

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
