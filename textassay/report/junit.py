"""JUnit XML: a test case a record, one a failed expectation, one the verdict.

The verdict has a case of its own so that a run over budget, or without a
verdict, is never shown as green because no single record failed.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from textassay.model import Severity
from textassay.report.excerpts import excerpt
from textassay.report.visible import blanks, one_line, visible
from textassay.report.wording import counted
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from textassay.model import Finding
    from textassay.report.run import RecordRow, Run

_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
)
# What XML 1.0 has no character for, once ``visible`` has drawn the rest.
_ILLEGAL = lazy("[^\\t\\n\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def render(run: Run, stream: TextIO) -> None:
    """Write the test suites."""
    by_record: dict[str, list[Finding]] = defaultdict(list)
    for finding in run.findings:
        by_record[finding.record].append(finding)
    unread = sum(record.status != "read" for record in run.records)
    failed = sum(
        record.status == "read" and any(map(_failing, by_record[record.id]))
        for record in run.records
    )
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="textassay">\n')
    stream.write(_suite("records", len(run.records), failed, unread))
    for record in run.records:
        stream.writelines(_record(run, record, by_record[record.id]))
    stream.write("  </testsuite>\n")
    stream.writelines(_gate(run))
    stream.write("</testsuites>\n")


def _failing(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR and finding.state == "new"


def _suite(name: str, tests: int, failures: int, errors: int) -> str:
    return (
        f'  <testsuite name="{name}" tests="{tests}" failures="{failures}" '
        f'errors="{errors}" skipped="0">\n'
    )


def _record(run: Run, record: RecordRow, findings: Sequence[Finding]) -> Iterator[str]:
    name = record.path if record.id in record.path else f"{record.path} [{record.id}]"
    yield f'    <testcase classname="textassay.records" name="{_text(name)}">\n'
    yield (
        f'      <properties><property name="verdict" value="{_text(record.verdict)}"/>'
        f'<property name="kept" value="{record.kept:.4f}"/></properties>\n'
    )
    gravest = [finding for finding in findings if _failing(finding)]
    others = [finding for finding in findings if not _failing(finding)]
    body = _text("\n".join(_lines(run, gravest)))
    if record.status != "read":
        yield f'      <error message="{_text(record.status)}" type="unread">{body}</error>\n'
    elif gravest:
        codes = ", ".join(sorted({finding.code for finding in gravest}))
        message = f"{counted(len(gravest), 'error')}: {codes}"
        yield f'      <failure message="{_text(message)}" type="error">{body}</failure>\n'
    if others:
        yield f"      <system-out>{_text(chr(10).join(_lines(run, others)))}</system-out>\n"
    yield "    </testcase>\n"


def _lines(run: Run, findings: Sequence[Finding]) -> Iterator[str]:
    for finding in findings:
        place = f"{finding.path}:{finding.line}:{finding.column}"
        yield f"{place} {finding.code} {finding.severity} {finding.message}"
        piece = excerpt(run, finding)
        yield one_line(f"    {piece.before}[[{blanks(piece.marked)}]]{piece.after}")
        if finding.suggestion is not None:
            yield one_line(f"    suggestion: {blanks(finding.suggestion) or '(delete)'}")


def _gate(run: Run) -> Iterator[str]:
    verdict = run.verdict
    failed = verdict.failed_expectations
    failures = len(failed) + (verdict.status == "fail")
    yield _suite("gate", len(failed) + 1, failures, int(verdict.status == "none"))
    for item in failed:
        yield f'    <testcase classname="textassay.expectations" name="{_text(item.name)}">\n'
        yield f'      <failure message="{_text(item.message)}" type="expectation"/>\n'
        yield "    </testcase>\n"
    yield '    <testcase classname="textassay" name="verdict">\n'
    kind = {"fail": "failure", "none": "error"}.get(verdict.status)
    if kind:
        reasons = _text(" ".join(verdict.reasons))
        yield f'      <{kind} message="{reasons}" type="verdict">{_text(verdict.line)}</{kind}>\n'
    yield "    </testcase>\n  </testsuite>\n"


def _text(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", visible(text)).translate(_ESCAPES)
