"""``textassay report RUN``: the reports of a kept run, written again."""

from __future__ import annotations

from pathlib import Path

import click

from textassay.cli import outputs as written
from textassay.report.run import Run
from textassay.report.runfile import RunFileError

EPILOG = """\b
Examples:
  textassay report reports/run.json -o html=report.html
  textassay report reports/run.json -o text
"""


@click.command(name="report", epilog=EPILOG)
@click.argument("run_file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--output",
    "-o",
    "outputs",
    multiple=True,
    metavar="FORMAT[=PATH]",
    help="text, json, jsonl, sarif, junit, github, gitlab, markdown, html; repeatable.",
)
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto")
def command(run_file: Path, outputs: tuple[str, ...], color: str) -> None:
    """Write the reports of a kept run again, without checking again.

    RUN_FILE is the run.json that "gate" or "--output json=FILE" wrote.
    """
    try:
        run = Run.from_json(run_file.read_text(encoding="utf-8"))
    except (RunFileError, UnicodeDecodeError) as error:
        message = f"{run_file}: not a run file of this version ({error}); write it again"
        raise click.UsageError(message) from error
    for name, path in written.parsed(outputs) or [("text", None)]:
        given = {}
        if name == "text" and path is None:
            given = written.terminal_options(color=color, verbose=True, statistics=False)
        written.write(run, name, path, **given)
