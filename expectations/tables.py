"""The two tables that the suites look at; corpus text is in neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

    from textassay.model import Finding

PROVENANCE = ("publisher", "licence", "published", "declared_language")
RECORDS: Mapping[str, str] = {
    "id": "object",
    "path": "object",
    "bytes": "int64",
    "sha256": "object",
    "encoding": "object",
    "language": "object",
    "characters": "int64",
    "words": "int64",
    "status": "object",
    "errors": "int64",
    "warnings": "int64",
    "infos": "int64",
    "verdict": "object",
    "kept": "float64",
    **dict.fromkeys(PROVENANCE, "object"),
}
FINDINGS: Mapping[str, str] = {
    "id": "object",
    "code": "object",
    "category": "object",
    "record": "object",
    "severity": "object",
    "state": "object",
    "start": "int64",
    "end": "int64",
    "record_characters": "int64",
}


def records_table(rows: Iterable[Any]) -> pd.DataFrame:
    """Return the records table: one row an input, read or not.

    Args:
        rows: Objects with the columns as attributes and ``provenance``, what
            somebody declared of the record.
    """
    plain = [name for name in RECORDS if name not in PROVENANCE]
    return _frame(
        RECORDS,
        [[*(getattr(row, name) for name in plain), *_declared(row.provenance)] for row in rows],
    )


def findings_table(findings: Iterable[Finding], lengths: Mapping[str, int]) -> pd.DataFrame:
    """Return the findings table, with the length of each finding's record."""
    own = [name for name in FINDINGS if name != "record_characters"]
    return _frame(
        FINDINGS,
        [
            [*(getattr(finding, name) for name in own), lengths.get(finding.record, 0)]
            for finding in findings
        ],
    )


def _declared(provenance: Mapping[str, Any]) -> list[str | None]:
    values = (
        provenance.get("publisher") or provenance.get("url") or provenance.get("source"),
        provenance.get("licence") or provenance.get("license"),
        provenance.get("published"),
        provenance.get("language"),
    )
    return [str(value) if value else None for value in values]


def _frame(columns: Mapping[str, str], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {
            name: pd.Series([row[position] for row in rows], dtype=kind)
            for position, (name, kind) in enumerate(columns.items())
        }
    )
