"""Turns what the engine yields into the run that every renderer is handed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from textassay import __version__
from textassay.engine.spool import ITEMS, Spool
from textassay.model import NOTHING, Finding, Record, Severity
from textassay.read import is_unread
from textassay.report.fitness import fitness
from textassay.report.run import CheckNote, FailedExpectation, RecordRow, Run
from textassay.report.verdict import decide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from textassay.contract import Check
    from textassay.engine.local import Judged
    from textassay.engine.settings import Settings
    from textassay.report.kept import TextKeeper

Item = TypeVar("Item")


class Assembly:
    """Collects judged records one by one; texts only where a report shows them."""

    def __init__(self, settings: Settings, *, keep_texts: bool) -> None:
        """Start with no record; ``read`` counts those read and judged."""
        self._settings = settings
        self._keeper = _keeper() if keep_texts else None
        self.records: Spool[RecordRow] = Spool()
        self.findings: Spool[Finding] = Spool()
        self.read = 0

    def add(self, item: Judged | Finding) -> None:
        """Add a judged record, or the finding of an input that is none."""
        if isinstance(item, Finding):
            self.findings.put(item)
            if is_unread(item):
                self.records.put(RecordRow(id=item.record, path=item.path, status=item.check))
            return
        for finding in item.findings:
            self.findings.put(finding)
        self.records.put(_row(item))
        self.read += 1
        if self._keeper is not None:
            self._keeper.add(item.record, item.findings)

    def run(
        self,
        roots: Sequence[str],
        checks: Iterable[Check],
        *,
        failed_expectations: Sequence[FailedExpectation] = (),
        statistics: Mapping[str, Any] = NOTHING,
        allow_empty: bool = False,
    ) -> Run:
        """Return the run with its verdict.

        What was measured of the checks is told where texts are kept: to reports.
        """
        known: Callable[[str], Mapping[str, Any]] = _nothing
        if self._keeper:
            from textassay.report.measured import quality

            known = quality
        return Run(
            version=__version__,
            verdict=decide(
                self.findings,
                self.read,
                self._settings,
                failed_expectations=failed_expectations,
                allow_empty=allow_empty,
            ),
            roots=tuple(roots),
            settings=printable(self._settings),
            records=_collected(self.records),
            findings=_collected(self.findings),
            checks=tuple(CheckNote.of(check, known(check.code)) for check in checks),
            statistics=statistics,
            texts=self._keeper.texts if self._keeper else NOTHING,
        )


def _collected(spool: Spool[Item]) -> Sequence[Item]:
    """Return what fits into memory as a tuple, anything more as it lies on disk."""
    return tuple(spool) if len(spool) <= ITEMS else spool


def _nothing(_code: str) -> Mapping[str, Any]:
    return NOTHING


def _keeper() -> TextKeeper:
    from textassay.report.kept import TextKeeper

    return TextKeeper()


def printable(settings: Settings) -> dict[str, Any]:
    """Return the settings as JSON-able values under their TOML names."""
    from dataclasses import fields

    values: dict[str, Any] = {}
    for item in fields(settings):
        value = getattr(settings, item.name)
        if isinstance(value, tuple):
            value = list(value)
        elif hasattr(value, "items"):
            value = {key: list(v) if isinstance(v, tuple) else v for key, v in value.items()}
        values[item.name.replace("_", "-")] = value
    return values


def _row(item: Judged) -> RecordRow:
    record: Record = item.record
    severities = [finding.severity for finding in item.findings]
    fit = fitness(record.text, item.findings)
    return RecordRow(
        id=record.id,
        path=record.path,
        bytes=record.size,
        sha256=record.sha256,
        encoding=record.decoding.encoding,
        language=item.language,
        characters=len(record.text),
        words=item.words,
        errors=severities.count(Severity.ERROR),
        warnings=severities.count(Severity.WARNING),
        infos=severities.count(Severity.INFO),
        verdict=fit.verdict,
        kept=round(fit.kept, 4),
        provenance=record.metadata,
    )
