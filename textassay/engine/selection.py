"""Which checks run, on which record, and how gravely they count."""

from __future__ import annotations

from dataclasses import replace
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from textassay import registry
from textassay.engine.settings import ConfigurationError, suggestion
from textassay.model import Severity
from textassay.read import is_unread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textassay.contract import Check
    from textassay.engine.settings import Settings
    from textassay.model import Finding


def chosen(settings: Settings) -> tuple[Check, ...]:
    """Return the checks that the settings ask for, sorted by code.

    Codes and prefixes work as in ruff: "ENC" is the whole class, the most
    specific of ``select`` and ``ignore`` wins, "ALL" is everything. A preview
    check runs with ``preview`` or when its full code is selected.

    Raises:
        ConfigurationError: A selector that fits no check.
    """
    try:
        checks = registry.load(settings.plugins)
    except (ModuleNotFoundError, registry.DuplicateCodeError) as error:
        raise ConfigurationError(str(error)) from error
    wanted = settings.select or ("ALL",)
    _known(checks, (*settings.select, *settings.extend_select, *settings.ignore), settings)
    _known(checks, (*settings.severity, *settings.options), settings)
    return tuple(
        _graded(check, settings)
        for check in checks
        if check.scope != "input" and _runs(check, (*wanted, *settings.extend_select), settings)
    )


def reported(finding: Finding, settings: Settings) -> Finding | None:
    """Return the finding of an input as it counts, or None where it is deselected.

    What leaves the run without a verdict cannot be deselected.
    """
    if is_unread(finding):
        return finding
    check = next((check for check in registry.builtin() if check.code == finding.code), None)
    wanted = (*(settings.select or ("ALL",)), *settings.extend_select)
    if check is None or not _runs(check, wanted, settings) or not kept(finding, settings):
        return None
    severity = settings.severity.get(finding.code)
    return finding if severity is None else replace(finding, severity=Severity(severity))


def kept(finding: Finding, settings: Settings) -> bool:
    """Tell whether a finding stays under the per-file ignores."""
    return not any(
        fnmatch(finding.path, glob) and _strength(finding.code, codes) >= 0
        for glob, codes in settings.per_file_ignores.items()
    )


def _runs(check: Check, wanted: Iterable[str], settings: Settings) -> bool:
    selected = _strength(check.code, wanted)
    if selected < 0 or _strength(check.code, settings.ignore) >= selected:
        return False
    return check.status == "stable" or settings.preview or selected == len(check.code)


def _strength(code: str, selectors: Iterable[str]) -> int:
    fitting = [0 if s == "ALL" else len(s) for s in selectors if s == "ALL" or code.startswith(s)]
    return max(fitting, default=-1)


def _graded(check: Check, settings: Settings) -> Check:
    severity = settings.severity.get(check.code)
    return check if severity is None else check._replace(severity=Severity(severity))


def _known(checks: Iterable[Check], selectors: Iterable[str], settings: Settings) -> None:
    codes = [check.code for check in checks]
    for selector in selectors:
        if selector != "ALL" and not any(code.startswith(selector) for code in codes):
            near = suggestion(selector, [*codes, *{code[:3] for code in codes}])
            message = f"{settings.source or 'command line'}: no check is called {selector!r}{near}"
            raise ConfigurationError(message)
