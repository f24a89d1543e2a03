"""What the templates print: the run, counted and sorted for a reader."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from textassay.model import Severity
from textassay.report import fitness, ranking
from textassay.report.excerpts import ELLIPSIS, Excerpt, excerpt
from textassay.report.html.documentation import Section, sections
from textassay.report.html.island import CLASSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.model import Finding
    from textassay.report.ranking import Task
    from textassay.report.run import CheckNote, RecordRow, Run

STRIP = 100  # cells of the strip that shows where in a record defects sit
SAMPLE = 32  # code points each side of the example of a task
STATIC_ROWS = 20  # records of the matrix that are there without JavaScript
STATIC_FINDINGS = 100  # the same for findings
BAR = 240  # length of the longest bar, in units of the drawing
_SEVERITIES = tuple(Severity)

Counts = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ClassRow:
    """The findings of one class: counts and the segments ``(x, width)`` of its bar."""

    name: str
    counts: Counts
    segments: tuple[tuple[Severity, float, float], ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One record: counts by class, and the strip ``(cell, severity)``."""

    record: RecordRow
    cells: tuple[tuple[str, Counts], ...]
    strip: tuple[tuple[int, Severity], ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """The folded documentation of a check with what it found."""

    note: CheckNote
    found: int
    sections: list[Section]


def link(**filters: str) -> str:
    """Return the fragment that shows the findings under these filters."""
    return "#?" + urlencode(filters, errors="replace")


def repairs(tasks: Sequence[Task]) -> list[tuple[str, int, float]]:
    """Return what the open errors and warnings take: name, count, share in per cent."""
    urgent = [task for task in tasks if task.severity is not Severity.INFO]
    counts = (
        ("safe fix", sum(task.automatic for task in urgent)),
        ("suggestion to confirm", sum(task.confirm for task in urgent)),
        ("by hand", sum(task.by_hand for task in urgent)),
    )
    total = sum(count for _, count in counts)
    return [(name, count, round(100 * count / total, 1)) for name, count in counts if total]


def sample(run: Run, finding: Finding) -> Excerpt:
    """Return a short excerpt on one line, its mark near the beginning."""
    piece = excerpt(run, finding, reach=SAMPLE)
    before = " ".join(piece.before.split()[1:])
    marked = finding.text[: 2 * SAMPLE] + ELLIPSIS * (len(finding.text) > 2 * SAMPLE)
    return Excerpt(
        f"{ELLIPSIS}{before}{' ' * piece.before[-1:].isspace()}" if before else "",
        marked,
        piece.after.replace("\n", " "),
    )


def class_rows(findings: Sequence[Finding]) -> list[ClassRow]:
    """Return the classes in their fixed order, those without findings too."""
    counted = Counter((finding.category, finding.severity) for finding in findings)
    totals = [sum(counted[name, severity] for severity in _SEVERITIES) for name in CLASSES]
    scale = BAR / max(1, *totals)
    return [
        ClassRow(name, _counts(counted, name), tuple(_segments(counted, name, scale)))
        for name in CLASSES
    ]


def _counts(counted: Counter[tuple[str, Severity]], name: str) -> Counts:
    errors, warnings, infos = (counted[name, severity] for severity in _SEVERITIES)
    return errors, warnings, infos


def _segments(
    counted: Counter[tuple[str, Severity]], name: str, scale: float
) -> Iterator[tuple[Severity, float, float]]:
    left = 0.0
    for severity in _SEVERITIES:
        width = counted[name, severity] * scale
        if width:
            yield severity, round(left, 1), round(max(width, 2.0), 1)
        left += width


def matrix_rows(run: Run, findings: Sequence[Finding]) -> list[MatrixRow]:
    """Return the worst records, those without a reading first."""
    by_record: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_record[finding.record].append(finding)
    worst = sorted(
        run.records,
        key=lambda record: (
            record.status == "read",
            -record.errors,
            -record.warnings,
            -record.infos,
            record.path,
        ),
    )
    return [_matrix_row(record, by_record[record.id]) for record in worst[:STATIC_ROWS]]


def _matrix_row(record: RecordRow, findings: Sequence[Finding]) -> MatrixRow:
    counted = Counter((finding.category, finding.severity) for finding in findings)
    cells: dict[int, Severity] = {}
    for finding in sorted(findings, key=lambda finding: -finding.severity.rank):
        cells[min(STRIP - 1, finding.start * STRIP // max(1, record.characters))] = finding.severity
    return MatrixRow(
        record,
        tuple((name, _counts(counted, name)) for name in CLASSES),
        tuple(sorted(cells.items())),
    )


def check_pages(run: Run, findings: Sequence[Finding]) -> list[CheckPage]:
    """Return the checks, those that found something first."""
    found = Counter(finding.code for finding in findings)
    pages = [CheckPage(note, found[note.code], sections(note.documentation)) for note in run.checks]
    return sorted(pages, key=lambda page: (page.found == 0, page.note.code))


def context(run: Run) -> dict[str, Any]:
    """Return the variables of the page's template."""
    findings = ranking.open_findings(run)
    tasks = ranking.tasks(run)
    return {
        "run": run,
        "verdict": run.verdict,
        "verdicts": fitness.counts(run.records),
        "MEANING": fitness.MEANING,
        "words": sum(record.words for record in run.records),
        "tasks": tasks,
        "repairs": repairs(tasks),
        "classes": class_rows(findings),
        "matrix": matrix_rows(run, findings),
        "checks": check_pages(run, findings),
        "unread": [record for record in run.records if record.status != "read"],
        "worst": ranking.worst_first(run)[:STATIC_FINDINGS],
        "languages": {
            record.id: record.language for record in run.records if record.language.isalpha()
        },
        "accepted": len(run.findings) - len(findings),
    }
