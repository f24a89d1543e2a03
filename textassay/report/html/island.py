"""The data that the page carries: compact rows inside inert script elements.

Rows are arrays, strings that repeat are numbers into a list, and texts come
in blocks that the page parses when it first shows one of their records.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from textassay.model import CATEGORIES
from textassay.report.excerpts import MARK_LIMIT, shorten
from textassay.report.measured import sentence
from textassay.report.ranking import repair, worst_first
from textassay.report.runfile import dumps
from textassay.report.visible import EMOJI, RANGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textassay.model import Finding, Related
    from textassay.report.run import CheckNote, RecordRow, Run

BLOCK = 400_000  # code points of record text in one block, parsed in about 5 ms
FINDINGS = 100_000  # carried by the page; the other formats have them all
RECORDS = 20_000
RELATED = 5  # spans carried for one finding
EDITS = 8  # of a finding, shown: those of a text in Markdown would fill a page
CLASSES = tuple(CATEGORIES.values())
_HTML = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def embed(value: Any) -> str:  # noqa: ANN401 - any JSON value
    """Return JSON that no HTML parser can read as markup."""
    return dumps(value).translate(_HTML)


def ordered(run: Run) -> list[Finding]:
    """Return the findings as the page numbers them: open ones worst first."""
    return [*worst_first(run), *(item for item in run.findings if item.state != "new")]


def bounded(run: Run) -> Run:
    """Return the run with what the page can carry: the worst findings, their records first."""
    findings = tuple(ordered(run)[:FINDINGS])
    if len(run.records) <= RECORDS:
        return replace(run, findings=findings)
    shown = {finding.record for finding in findings}
    urgent = [row for row in run.records if row.status != "read" or row.id in shown]
    others = (row for row in run.records if row.status == "read" and row.id not in shown)
    records = tuple(islice(chain(urgent, others), RECORDS))
    return replace(run, findings=findings, records=records)


def text_blocks(run: Run) -> tuple[list[dict[str, Any]], dict[str, int]]:
    """Return the blocks of kept text, and the number of each record's block."""
    blocks: list[dict[str, Any]] = []
    places: dict[str, int] = {}
    room = 0
    for index, record in enumerate(run.records):
        kept = run.texts.get(record.id)
        if kept is None or record.id in places:
            continue
        size = sum(len(piece) for _, piece in kept.pieces)
        if not blocks or size > room:
            blocks.append({})
            room = BLOCK
        room -= size
        blocks[-1][str(index)] = [kept.length, kept.pieces]
        places[record.id] = len(blocks) - 1
    return blocks, places


def overview(run: Run, places: Mapping[str, int]) -> dict[str, Any]:
    """Return what the page needs at once: records, checks, classes."""
    return {
        "classes": CLASSES,
        "ranges": RANGES,
        "emoji": EMOJI,
        "checks": [_check(check) for check in run.checks],
        "records": [_record(record, places.get(record.id, -1)) for record in run.records],
    }


def _check(check: CheckNote) -> list[Any]:
    return [check.code, check.name, {**check.quality, "text": sentence(check.quality)}]


def finding_rows(run: Run) -> Iterator[list[Any]]:
    """Yield one array a finding; the page's script names the places."""
    records = {(record.id, record.path): index for index, record in enumerate(run.records)}
    checks = {check.code: index for index, check in enumerate(run.checks)}
    for finding in run.findings:
        place = records.get((finding.record, finding.path), -1)
        yield [
            finding.id,
            checks.get(finding.code, finding.code),
            place,
            finding.start,
            finding.end,
            finding.line,
            finding.column,
            finding.severity.rank,
            finding.message,
            finding.suggestion,
            dict(finding.evidence),
            [[edit.start, edit.end, edit.replacement] for edit in finding.edits[:EDITS]],
            int(repair(finding)),
            [_related(related, records) for related in finding.related[:RELATED]],
            finding.state,
            _own_text(run, finding),
            finding.path if place < 0 else None,
        ]


def _own_text(run: Run, finding: Finding) -> str | None:
    """Return the text of a finding where the kept text does not hold it."""
    kept = run.texts.get(finding.record)
    if kept is not None and kept.slice(finding.start, finding.end) == finding.text:
        return None
    return shorten(finding.text, 2 * MARK_LIMIT)


def _record(record: RecordRow, block: int) -> list[Any]:
    return [
        record.id,
        record.path,
        record.language,
        record.characters,
        record.words,
        record.status,
        record.sha256,
        record.encoding,
        record.bytes,
        dict(record.provenance),
        block,
        record.verdict,
        record.kept,
    ]


def _related(related: Related, records: Mapping[tuple[str, str], int]) -> list[Any]:
    text = shorten(related.text, 4 * MARK_LIMIT)
    place = records.get((related.record, related.path), -1)
    return [place, related.path, related.start, related.end, text]
