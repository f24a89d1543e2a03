"""Findings about inputs: what stopped a file or row from being a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textassay.digests import blake2b
from textassay.model import CATEGORIES, Finding

if TYPE_CHECKING:
    from textassay.model import Severity
    from textassay.read.source import Source

UNREAD = "unread"  # the evidence key that turns a run into "no verdict", exit 2


class InputError(Exception):
    """A whole input cannot be read; becomes a finding where it is caught."""

    def __init__(self, message: str, code: str, **evidence: Any) -> None:  # noqa: ANN401 - JSON-able values
        """Keep the code of the check that declares the trouble."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.evidence = evidence

    def finding(self, source: Source, record: str | None = None, line: int = 1) -> Finding:
        """Return the finding about a source, or about one row of it."""
        return input_finding(
            self.code,
            source,
            self.message,
            record=record,
            line=line,
            **self.evidence,
        )


def input_finding(
    code: str,
    source: Source,
    message: str,
    *,
    record: str | None = None,
    line: int = 1,
    severity: Severity | None = None,
    unread: bool = True,
    **evidence: Any,  # noqa: ANN401 - JSON-able values
) -> Finding:
    """Return a finding of zero length at the start of an input.

    Args:
        code: The check that declares this kind of trouble.
        source: The file that it is about.
        message: The first sentence stands alone.
        record: Id of the row, where it is about one (None: the file's id).
        line: Line of the row in its file.
        severity: Over the check's own.
        unread: Whether text was left unread, so that no verdict is possible.
        **evidence: What was measured.
    """
    from textassay import registry

    check = next(check for check in registry.builtin() if check.code == code)
    name = record if record is not None else source.id
    basis = f"{code}\x1f{name}\x1f{line}".encode("utf-8", "replace")
    return Finding(
        id=f"{code}-{blake2b(basis, digest_size=8).hexdigest()}",
        code=code,
        check=check.name,
        category=CATEGORIES[code[:3]],
        record=name,
        path=source.path,
        start=0,
        end=0,
        line=line,
        column=1,
        severity=severity or check.severity,
        message=message,
        text="",
        evidence={**evidence, UNREAD: unread},
    )


def is_unread(finding: Finding) -> bool:
    """Tell whether a finding means that a text was not read: no verdict."""
    return finding.evidence.get(UNREAD) is True
