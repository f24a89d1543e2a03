"""Pass, fail, or no verdict: decided in one place, failing closed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textassay.model import Severity
from textassay.read import is_unread
from textassay.report.run import FailedExpectation, Verdict
from textassay.report.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textassay.engine.settings import Settings
    from textassay.model import Finding


def decide(
    findings: Iterable[Finding],
    records: int,
    settings: Settings,
    *,
    failed_expectations: Iterable[FailedExpectation] = (),
    allow_empty: bool = False,
) -> Verdict:
    """Return the verdict: exit 2 beats 1, 1 beats 0.

    Exit 2 when an input could not be read, a check crashed or nothing was
    read at all; exit 1 when findings are over the budget or an expectation
    failed; else exit 0. Waived and known findings do not count.
    """
    severities: Counter[Severity] = Counter()
    unread: Counter[str] = Counter()
    crashed: Counter[str] = Counter()
    for finding in findings:
        if finding.state == "new":
            severities[finding.severity] += 1
            if is_unread(finding):
                if finding.category == "record":
                    unread[finding.check] += 1
                else:
                    crashed[finding.code] += 1
    failed = tuple(failed_expectations)
    undecided = _undecided(unread, crashed)
    if not (records or unread or crashed or allow_empty):
        undecided.append("no record was found: give a path, or --allow-empty")
    reasons = [*undecided, *_over_budget(severities, settings)]
    if failed:
        reasons.append(f"{counted(len(failed), 'expectation')} failed")
    status, exit_code = ("none", 2) if undecided else ("fail", 1) if reasons else ("pass", 0)
    return Verdict(
        status=status,  # type: ignore[arg-type]
        exit_code=exit_code,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        records=records,
        reasons=tuple(reasons),
        failed_expectations=failed,
    )


def failing(findings: Iterable[Finding], settings: Settings) -> Iterator[Finding]:
    """Yield the new findings that fail a run by themselves."""
    for finding in findings:
        grave = settings.fail_on in tuple(Severity) and (
            finding.severity.rank <= Severity(settings.fail_on).rank
        )
        if finding.state == "new" and (grave or is_unread(finding)):
            yield finding


def _undecided(unread: Counter[str], crashed: Counter[str]) -> list[str]:
    reasons = []
    if unread:
        reasons.append(f"{counted(unread.total(), 'input')} could not be read: {_list(unread)}")
    if crashed:
        reasons.append(f"{counted(len(crashed), 'check')} crashed: {_list(crashed)}")
    return reasons


def _list(counts: Counter[str]) -> str:
    return ", ".join(f"{name} ({count:,})" for name, count in sorted(counts.items()))


def _over_budget(severities: Counter[Severity], settings: Settings) -> list[str]:
    reasons = []
    for severity in Severity:
        failing = settings.fail_on in tuple(Severity) and (
            severity.rank <= Severity(settings.fail_on).rank
        )
        if failing and severities[severity]:
            reasons.append(f"{counted(severities[severity], str(severity))} to fix")
    warnings = severities[Severity.WARNING]
    if settings.max_warnings is not None and warnings > settings.max_warnings:
        reasons.append(f"{counted(warnings, 'warning')}, {settings.max_warnings} allowed")
    return reasons
