"""SARIF 2.1.0 (OASIS), cut to what GitHub code scanning shows.

Columns count code points (``columnKind``). Rules carry the docstrings of the
checks, and ``precision`` only where it was measured.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from textassay.report.excerpts import position_after, shorten
from textassay.report.ranking import worst_first
from textassay.report.runfile import dumps
from textassay.report.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from textassay.model import Edit, Finding, Related
    from textassay.report.run import CheckNote, Run

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS = 5_000  # GitHub shows no more of a run
RELATED = 10  # spans listed for one result
SNIPPET = 400  # code points
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
# GitHub's four words for our measured precision, from the floor of each.
_PRECISION = ((0.95, "very-high"), (0.8, "high"), (0.5, "medium"), (0.0, "low"))


def render(run: Run, stream: TextIO) -> None:
    """Write the log: one run, the worst ``RESULTS`` findings, a notice of more."""
    accepted = [finding for finding in run.findings if finding.state != "new"]
    findings = [*worst_first(run), *accepted]
    rules = {check.code: index for index, check in enumerate(run.checks)}
    log = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "textassay",
                        "version": run.version,
                        "rules": [_rule(check) for check in run.checks],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "invocations": [_invocation(run, len(findings))],
                "results": [_result(finding, rules) for finding in findings[:RESULTS]],
            }
        ],
    }
    stream.write(json.dumps(json.loads(dumps(log)), indent=1) + "\n")


def _rule(check: CheckNote) -> dict[str, Any]:
    documentation = check.documentation.strip()
    properties: dict[str, Any] = {"tags": [check.category, check.status]}
    if "precision" in check.quality:
        measured = float(check.quality["precision"])
        properties["precision"] = next(word for floor, word in _PRECISION if measured >= floor)
    return {
        "id": check.code,
        "name": "".join(part.capitalize() for part in check.name.split("-")),
        "shortDescription": {"text": check.summary or check.name},
        "fullDescription": {"text": check.summary or check.name},
        "help": {"text": documentation or check.name, "markdown": documentation or check.name},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": properties,
    }


def _invocation(run: Run, found: int) -> dict[str, Any]:
    notices = [
        ("error", f"{item.name}: {item.message}") for item in run.verdict.failed_expectations
    ]
    if run.verdict.status != "pass":
        notices += [("error", reason) for reason in run.verdict.reasons]
    if found > RESULTS:
        notices.append(("note", f"{found - RESULTS} of {found} findings are left out here."))
    return {
        "executionSuccessful": run.verdict.status != "none",
        "exitCode": run.verdict.exit_code,
        "toolExecutionNotifications": [
            {"level": level, "message": {"text": visible(text)}} for level, text in notices
        ],
    }


def _result(finding: Finding, rules: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": one_line(_message(finding))},
        "locations": [
            {"physicalLocation": {"artifactLocation": _artifact(finding.path), **_region(finding)}}
        ],
        "partialFingerprints": {"primaryLocationLineHash": finding.id},
        "baselineState": "unchanged" if finding.state == "known" else "new",
    }
    if finding.code in rules:
        result["ruleIndex"] = rules[finding.code]
    if finding.state == "waived":
        result["suppressions"] = [{"kind": "external", "status": "accepted"}]
    if finding.related:
        result["relatedLocations"] = [
            _related(index, related) for index, related in enumerate(finding.related[:RELATED])
        ]
    if finding.edits:
        result["fixes"] = [_fix(finding)]
    return result


def _message(finding: Finding) -> str:
    if not finding.suggestion:
        return finding.message
    return f"{finding.message} Suggestion: {finding.suggestion}"


def _region(finding: Finding) -> dict[str, Any]:
    region = _span(finding, finding.start, finding.end)
    region["snippet"] = {"text": shorten(finding.text, SNIPPET)}
    return {"region": region}


def _span(finding: Finding, start: int, end: int) -> dict[str, Any]:
    """Return a region; lines and columns only where the finding's text tells them."""
    region: dict[str, Any] = {"charOffset": start, "charLength": end - start}
    if finding.start <= start and end <= finding.end:
        first = position_after(finding.line, finding.column, finding.text[: start - finding.start])
        last = position_after(finding.line, finding.column, finding.text[: end - finding.start])
        region["startLine"], region["startColumn"] = first
        region["endLine"], region["endColumn"] = last
    return region


def _related(index: int, related: Related) -> dict[str, Any]:
    return {
        "id": index,
        "message": {"text": one_line(shorten(related.text, SNIPPET)) or "the related place"},
        "physicalLocation": {
            "artifactLocation": _artifact(related.path),
            "region": {
                "charOffset": related.start,
                "charLength": related.end - related.start,
            },
        },
    }


def _fix(finding: Finding) -> dict[str, Any]:
    sure = all(edit.safe for edit in finding.edits)
    return {
        "description": {"text": "safe fix" if sure else "proposal: look before you take it"},
        "artifactChanges": [
            {
                "artifactLocation": _artifact(finding.path),
                "replacements": _replacements(finding, finding.edits),
            }
        ],
    }


def _replacements(finding: Finding, edits: Sequence[Edit]) -> list[dict[str, Any]]:
    return [
        {
            "deletedRegion": _span(finding, edit.start, edit.end),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in edits
    ]


def _artifact(path: str) -> dict[str, Any]:
    encoded = quote(path.replace("\\", "/").encode("utf-8", "surrogatepass"))
    if path.startswith("/"):
        return {"uri": f"file://{encoded}"}
    return {"uri": encoded, "uriBaseId": "%SRCROOT%"}
