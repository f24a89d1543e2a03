"""``textassay gate``: the CI job."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from textassay.cli import check as linter
from textassay.cli import options as shared_options
from textassay.cli import outputs as written
from textassay.cli.running import Assay
from textassay.report.run import FailedExpectation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textassay.report.assembly import Assembly

RUN_FILE = "run.json"
REPORTS = (
    ("html", "index.html"),
    ("jsonl", "findings.jsonl"),
    ("sarif", "findings.sarif"),
    ("junit", "junit.xml"),
    ("markdown", "summary.md"),
    ("json", RUN_FILE),
)
"""What a gate writes, the run file last: it is there only when all is written."""

EPILOG = """\b
Examples:
  textassay gate seeds
  textassay gate seeds --reports build/assay --max-warnings 20
  textassay gate seeds && test -s reports/run.json      in CI: both must hold
"""


@click.command(name="gate", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@click.option(
    "--reports",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("reports"),
    show_default=True,
    help="Folder for index.html, findings.jsonl, findings.sarif, junit.xml, summary.md, run.json.",
)
@click.option("--profile", type=click.Choice(["basic", "complete"]), help="Provenance asked for.")
@shared_options.shared
@click.pass_context
def command(
    context: click.Context,
    /,
    paths: tuple[str, ...],
    reports: Path,
    **options: Any,  # noqa: ANN401 - click's options
) -> None:
    """Pass or fail a corpus, and write every report.

    Runs the checks, then Great Expectations suites over the tables of records
    and findings: ids unique, nothing unread, every span inside its record,
    errors and warnings within their budgets, languages among the configured,
    provenance complete under the profile.
    """
    settings = shared_options.settings(options)
    if options["show_settings"]:
        linter.show_settings(settings)
        return
    outputs = written.parsed(options["outputs"]) or [("text", None)]
    (reports / RUN_FILE).unlink(missing_ok=True)
    work = Assay(paths, settings, options)
    assembly = work.assembled(keep_texts=True)
    failed, evaluated = _expectations(assembly, work)
    run = assembly.run(
        work.paths,
        work.checks,
        failed_expectations=failed,
        statistics={"expectations": evaluated},
        allow_empty=options["allow_empty"],
    )
    for name, path in [*((name, reports / file) for name, file in REPORTS), *outputs]:
        if name == "text" and path is None:
            terminal = written.terminal_options(
                color=options["color"],
                verbose=options["verbose"],
                statistics=options["statistics"],
            )
            terminal["costs"] = work.costs
            if not options["quiet"]:
                written.write(run, name, path, **terminal)
        else:
            written.write(run, name, path)
    if not options["quiet"]:
        for reason in [*run.verdict.reasons, *(_sentence(item) for item in failed)]:
            click.echo(f"  {reason}", err=True)
        click.echo(f"report: {reports / 'index.html'}", err=True)
    linter.finish(context, run.verdict, outputs, options)


def _expectations(assembly: Assembly, work: Assay) -> tuple[Sequence[FailedExpectation], int]:
    from textassay.expectations.tables import findings_table, records_table
    from textassay.expectations.validation import ValidationError, validate

    lengths = {row.id: row.characters for row in assembly.records}
    try:
        outcome = validate(
            records_table(assembly.records),
            findings_table(assembly.findings, lengths),
            work.settings,
        )
    except ValidationError as error:
        message = f"no verdict: {error}"
        raise click.ClickException(message) from error
    failed = [
        FailedExpectation(name=item.name, message=item.message, table=item.table)
        for item in outcome.failures
    ]
    return failed, outcome.evaluated


def _sentence(failed: FailedExpectation) -> str:
    return f"{failed.name}: {failed.message}"
