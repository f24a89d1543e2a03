"""What a terminal shows beyond the lines: excerpts, statistics, a summary."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

from textassay.model import Severity
from textassay.report import fitness, ranking
from textassay.report.excerpts import ELLIPSIS, REACH, excerpt, shorten
from textassay.report.visible import blanks, one_line
from textassay.report.wording import counted
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from textassay.model import Finding
    from textassay.report.run import Run

    Paint = Callable[[str, str], str]

# Every line of corpus text starts with this: the runner of GitHub Actions
# obeys a line that starts, after blanks, with "::".
_INDENT = "  | "
_BREAKS = lazy(r"\s*\n\s*")
SHOWN = 0.005  # of the whole cost: what costs less is not listed
_TOP = 5  # tasks named in the summary
_MIN_SIDE = 12  # columns of context, however long the span
_WIDE = frozenset("WF")


def body(run: Run, finding: Finding, paint: Paint, width: int | None) -> Iterator[str]:
    """Yield the excerpt of a finding, its carets, suggestion and other copy.

    Args:
        run: The run.
        finding: One of its findings.
        paint: Sets a text in a style.
        width: Columns of the terminal (None: any number).
    """
    room = width - len(_INDENT) if width else None
    marked = one_line(blanks(shorten(finding.text, width // 2 if width else 2 * REACH)))
    side = max(_MIN_SIDE, (room - columns(marked)) // 2) if room else None
    piece = excerpt(run, finding)
    before = fitted(one_line(_BREAKS.sub("\n", piece.before)), side, tail=True)
    after = fitted(one_line(_BREAKS.sub("\n", piece.after)), side)
    severity = str(finding.severity)
    yield f"{_INDENT}{before}{paint(marked, severity) if marked else ''}{after}"
    carets = "^" * max(1, columns(marked))
    yield f"{_INDENT}{' ' * columns(before)}{paint(carets, severity)}"
    if finding.suggestion is not None:
        sure = "fix" if ranking.repair(finding) is ranking.Repair.AUTOMATIC else "suggestion"
        words = one_line(blanks(shorten(finding.suggestion))) or "(delete)"
        yield f"{_INDENT}{paint(f'{sure}:', 'good')} {fitted(words, room and room - 12)}"
    for related in finding.related[:1]:
        words = f"{one_line(related.path)}: {one_line(shorten(related.text, REACH))}"
        yield f"{_INDENT}{paint('see:', 'dim')} {fitted(words, room and room - 5)}"


def fitted(text: str, room: int | None, *, tail: bool = False) -> str:
    """Return the text cut to so many columns: its head, or its tail."""
    if room is None or columns(text) <= room:
        return text
    kept: list[str] = []
    room -= 1
    for character in reversed(text) if tail else text:
        room -= columns(character)
        if room < 0:
            break
        kept.append(character)
    return ELLIPSIS + "".join(reversed(kept)) if tail else "".join(kept) + ELLIPSIS


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(character) else 2 if east_asian_width(character) in _WIDE else 1
        for character in text
    )


def statistics(run: Run, costs: Mapping[str, float]) -> Iterator[str]:
    """Yield what each check found, what to do with the records, and what each check cost.

    Args:
        run: The run.
        costs: Seconds of processor time by check.
    """
    for task in ranking.tasks(run):
        yield f"{task.count:>7}  {task.code}  {task.severity:<7}  {task.check}"
    for name, count in fitness.counts(run.records).items():
        yield f"{count:>7}  records {name} ({fitness.MEANING[name]})"
    total = sum(record.characters for record in run.records)
    if total:
        kept = sum(record.characters * record.kept for record in run.records)
        yield f"{kept / total:>7.1%}  of the characters are left after the safe edits"
    spent = sum(costs.values())
    names = {check.code: check.name for check in run.checks}
    for code, seconds in sorted(costs.items(), key=lambda item: (-item[1], item[0])):
        if seconds >= SHOWN * spent:
            share = f"{seconds / spent:.1%} of the time"
            yield f"{1000 * seconds:>7,.0f} ms  {share:<18}  {code} {names.get(code, '')}".rstrip()


def summary(run: Run, paint: Paint) -> Iterator[str]:
    """Yield the verdict, its reasons, and what to fix first."""
    verdict = run.verdict
    style = "good" if verdict.status == "pass" else "error"
    word = {"pass": "PASS", "fail": "FAIL", "none": "NO VERDICT"}[verdict.status]
    yield (
        f"{paint(word, style)}  {counted(verdict.errors, 'error')}, "
        f"{counted(verdict.warnings, 'warning')}, {verdict.infos:,} info "
        f"in {counted(verdict.records, 'record')}"
    )
    if run.records:
        yield f"  records: {fitness.sentence(run.records)}"
    for reason in verdict.reasons:
        yield f"  {one_line(reason)}"
    for failed in verdict.failed_expectations:
        yield f"  expectation {one_line(failed.name)}: {one_line(failed.message)}"
    todo = ranking.tasks(run)
    if todo and todo[0].severity is not Severity.INFO:
        yield paint("Fix first", "bold")
    for task in todo[:_TOP]:
        if task.severity is not Severity.INFO:
            yield f"  {task.count:>5}  {task.code} {task.check}{_cost(task)}"
    if any(task.automatic for task in todo):
        yield '  "textassay fix" shows the safe fixes as a patch, and makes them with --write'


def _cost(task: ranking.Task) -> str:
    parts = [
        f"{count} {word}"
        for count, word in (
            (task.automatic, "with a safe fix"),
            (task.confirm, "with a suggestion"),
        )
        if count
    ]
    return f" ({', '.join(parts)})" if parts else ""
