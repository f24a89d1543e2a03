"""The run file: a run as one JSON object, read back without loss.

``schema`` names the form; a reader refuses one that it does not know.
"""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from textassay.model import Edit, Finding, Related, Severity
from textassay.report.kept import KeptText
from textassay.report.run import CheckNote, FailedExpectation, RecordRow, Run, Verdict
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

SCHEMA = "textassay-run/1"

# Legal in JSON, and still a hazard: line breaks for readers that split lines
# by Unicode, reordering marks for terminals, lone surrogates for UTF-8.
_HAZARDS = lazy(r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


class RunFileError(ValueError):
    """The source is not a run file that this version reads."""


def dumps(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return compact JSON on one line that every reader and terminal survives."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return _HAZARDS.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def finding_row(finding: Finding) -> dict[str, Any]:
    """Return the finding with exactly the fields of the public format."""
    row = {name: getattr(finding, name) for name in _NAMES}
    row["severity"] = str(finding.severity)
    row["evidence"] = dict(finding.evidence)
    row["edits"] = [asdict(edit) for edit in finding.edits]
    row["related"] = [asdict(related) for related in finding.related]
    return row


_NAMES = tuple(item.name for item in fields(Finding))


def render(run: Run, stream: TextIO) -> None:
    """Write the run file."""
    stream.write(dump(run))


def dump(run: Run) -> str:
    """Return the run file, ended by a line feed."""
    return (
        dumps(
            {
                "schema": SCHEMA,
                "tool": {"name": "textassay", "version": run.version},
                "verdict": asdict(run.verdict),
                "roots": list(run.roots),
                "settings": dict(run.settings),
                "statistics": dict(run.statistics),
                "checks": [_row(check) for check in run.checks],
                "records": [_row(record) for record in run.records],
                "findings": [finding_row(finding) for finding in run.findings],
                "texts": {
                    record: {"length": kept.length, "pieces": kept.pieces}
                    for record, kept in run.texts.items()
                },
            }
        )
        + "\n"
    )


def load(source: str) -> Run:
    """Return the run of a run file.

    Raises:
        RunFileError: Not JSON, another schema, or a field amiss.
    """
    try:
        data = json.loads(source)
    except ValueError as error:
        message = f"this is not a run file: {error}"
        raise RunFileError(message) from error
    schema = data.get("schema") if isinstance(data, dict) else None
    if schema != SCHEMA:
        message = f"a run file of schema {SCHEMA!r} is needed, this one has {schema!r}"
        raise RunFileError(message)
    try:
        return _run(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        message = f"the run file is damaged: {error!r}"
        raise RunFileError(message) from error


def _run(data: Mapping[str, Any]) -> Run:
    return Run(
        version=data["tool"]["version"],
        verdict=_verdict(data["verdict"]),
        roots=tuple(data["roots"]),
        settings=data["settings"],
        statistics=data["statistics"],
        checks=tuple(_check(row) for row in data["checks"]),
        records=tuple(RecordRow(**row) for row in data["records"]),
        findings=tuple(_finding(row) for row in data["findings"]),
        texts={
            record: KeptText(
                kept["length"], tuple((offset, piece) for offset, piece in kept["pieces"])
            )
            for record, kept in data["texts"].items()
        },
    )


def _verdict(row: Mapping[str, Any]) -> Verdict:
    failed = tuple(FailedExpectation(**item) for item in row["failed_expectations"])
    return Verdict(**{**row, "reasons": tuple(row["reasons"]), "failed_expectations": failed})


def _check(row: Mapping[str, Any]) -> CheckNote:
    languages = None if row["languages"] is None else tuple(row["languages"])
    return CheckNote(**{**row, "severity": Severity(row["severity"]), "languages": languages})


def _finding(row: Mapping[str, Any]) -> Finding:
    return Finding(
        **{
            **row,
            "severity": Severity(row["severity"]),
            "edits": tuple(Edit(**edit) for edit in row["edits"]),
            "related": tuple(Related(**related) for related in row["related"]),
        }
    )


def _row(value: CheckNote | RecordRow) -> dict[str, Any]:
    return {item.name: getattr(value, item.name) for item in fields(value)}


def _plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Turn what checks put into evidence into JSON: mappings, sets, the rest as text."""
    if hasattr(value, "items"):
        return dict(value.items())
    if isinstance(value, set | frozenset):
        return sorted(value, key=str)
    return str(value)
