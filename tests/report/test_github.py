"""GitHub annotations: the worst ten of each level, and a notice of the rest."""

from dataclasses import replace
from io import StringIO
from pathlib import Path

from textassay.model import Severity
from textassay.report import github
from textassay.report.run import Run


def _lines(run: Run) -> list[str]:
    stream = StringIO()
    github.render(run, stream)
    return stream.getvalue().splitlines()


def _many(run: Run, severity: Severity, count: int) -> Run:
    first = run.findings[0]
    found = (replace(first, id=f"{n}", severity=severity, line=n + 1) for n in range(count))
    return replace(run, findings=tuple(found))


def test_ten_errors_are_written_and_the_others_counted(run: Run) -> None:
    """GitHub would drop the eleventh in silence."""
    lines = _lines(_many(run, Severity.ERROR, 13))

    assert sum(line.startswith("::error ") for line in lines) == 10
    assert "::notice title=textassay::3 more findings are in the report." in lines


def test_information_is_only_counted(run: Run) -> None:
    """Remarks are no annotations."""
    lines = _lines(_many(run, Severity.INFO, 2))

    assert lines[0] == "::notice title=textassay::2 more findings are in the report."


def test_properties_and_messages_are_escaped(run: Run) -> None:
    """A comma, a colon, a per cent sign or a line break ends nothing."""
    odd = replace(run.findings[0], path="a,b:c%.txt", message="50 % off\n::error::x", suggestion="")
    line = _lines(replace(run, findings=(odd,)))[0]

    assert line.startswith("::error file=a%2Cb%3Ac%25.txt,line=")
    assert "::50 %25 off" in line


def test_the_step_summary_is_appended(run: Run, tmp_path: Path) -> None:
    """Another step's summary stays."""
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    github.render(run, StringIO(), summary_path=str(path))

    assert path.read_text(encoding="utf-8").startswith("before\n## textassay failed\n")


def test_the_step_summary_stays_below_the_limit_of_github(run: Run, tmp_path: Path) -> None:
    """GitHub drops a summary over 1 MiB whole, so ours is cut at a line."""
    path = tmp_path / "summary.md"
    long = replace(run, verdict=replace(run.verdict, reasons=("long " * 1000,) * 400))
    github.render(long, StringIO(), summary_path=str(path))

    assert 900_000 < path.stat().st_size <= github.SUMMARY_LIMIT
