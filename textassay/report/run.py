"""A run: everything that a report may show, and nothing else.

Imports only the standard library and the model, and reads no clock: a
renderer that is handed the same run writes the same bytes.
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from textassay.frozen import frozen
from textassay.model import CATEGORIES, NOTHING, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textassay.contract import Check
    from textassay.report.kept import KeptText

VerdictStatus = Literal["pass", "fail", "none"]


@frozen
class RecordRow:
    """One row of the records table.

    ``status`` is "read" for a record that was analysed; anything else says
    in a word why it was not. ``characters`` counts code points, ``bytes``
    the raw input. ``verdict`` says what to do with it (fit, fix, review,
    reject: see ``textassay.report.fitness``), ``kept`` which share of its
    characters the safe edits leave. ``provenance`` holds the declared columns.
    """

    id: str
    path: str
    bytes: int = 0
    sha256: str = ""
    encoding: str = ""
    language: str = ""
    characters: int = 0
    words: int = 0
    status: str = "read"
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    verdict: str = "reject"
    kept: float = 0.0
    provenance: Mapping[str, Any] = field(default_factory=lambda: NOTHING)


@frozen
class FailedExpectation:
    """An expectation over the tables that did not hold.

    ``name`` identifies it in every format; ``message`` says what was seen
    and what was asked. Corpus text is never part of either.
    """

    name: str
    message: str
    table: str = ""


@frozen
class CheckNote:
    """What a report prints about a check.

    ``documentation`` is the docstring of the check. ``quality`` is empty
    until the check was measured; then ``precision``, ``recall``, ``n`` and
    ``source``.
    """

    code: str
    name: str
    category: str
    severity: Severity
    status: str = "stable"
    since: str = ""
    languages: tuple[str, ...] | None = None
    fix: str = "none"
    version: int = 1
    documentation: str = ""
    quality: Mapping[str, Any] = field(default_factory=lambda: NOTHING)

    @property
    def summary(self) -> str:
        """The first line of the documentation."""
        return self.documentation.strip().partition("\n")[0]

    @classmethod
    def of(cls, check: Check, quality: Mapping[str, Any] = NOTHING) -> CheckNote:
        """Return the note of a registered check."""
        return cls(
            code=check.code,
            name=check.name,
            category=CATEGORIES.get(check.code[:3], "record"),
            severity=check.severity,
            status=check.status,
            since=check.since,
            languages=check.languages,
            fix=check.fix,
            version=check.version,
            documentation=check.documentation,
            quality=quality,
        )


@frozen
class Verdict:
    """Pass, fail, or no verdict at all; and why.

    ``reasons`` are sentences for a person, gravest first.
    """

    status: VerdictStatus
    exit_code: int
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    records: int = 0
    reasons: tuple[str, ...] = ()
    failed_expectations: tuple[FailedExpectation, ...] = ()

    @property
    def line(self) -> str:
        """The verdict as one line for a machine."""
        return (
            f"verdict={self.status} exit={self.exit_code} errors={self.errors} "
            f"warnings={self.warnings} infos={self.infos} records={self.records} "
            f"failed-expectations={len(self.failed_expectations)}"
        )


@frozen
class Run:
    """One run of textassay with all that a reader needs to act on it.

    ``roots`` are the inputs as given, ``settings`` what the command line and
    the configuration set, ``statistics`` figures of the engine; all JSON-able.
    Records and findings may lie on disk: they can be counted and gone through
    any number of times. ``texts`` holds, by record id, the text that excerpts and panels show.
    """

    version: str
    verdict: Verdict
    roots: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    records: Sequence[RecordRow] = ()
    findings: Sequence[Finding] = ()
    checks: tuple[CheckNote, ...] = ()
    statistics: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    texts: Mapping[str, KeptText] = field(default_factory=lambda: NOTHING)

    def to_json(self) -> str:
        """Return the run file: one JSON object with a schema version."""
        from textassay.report.runfile import dump

        return dump(self)

    @classmethod
    def from_json(cls, source: str) -> Run:
        """Return the run that ``to_json`` wrote.

        Raises:
            RunFileError: The source is not a run file of a known version.
        """
        from textassay.report.runfile import load

        return load(source)
