"""``textassay check``: the linter."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from textassay.cli import options as shared_options
from textassay.cli import outputs as written
from textassay.cli.running import Assay

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textassay.engine.settings import Settings
    from textassay.report.run import Verdict

    Outputs = Sequence[tuple[str, Path | None]]

EPILOG = """\b
Examples:
  textassay check article.txt
  textassay check seeds --select ENC,TYP --statistics
  textassay check corpus.jsonl.gz --text-column body -o jsonl=findings.jsonl
  git diff --name-only main -- seeds | xargs textassay check
  textassay check seeds -o sarif=findings.sarif -o html=report.html
"""


@click.command(name="check", epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATHS|-]...")
@shared_options.shared
@click.pass_context
def command(context: click.Context, /, paths: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 - click's options
    """Find the defects of text records and say exactly where they are.

    PATHS are files or folders of .txt, .md, .jsonl, .csv or .parquet, each
    also .gz or .zst; "-" reads one record from standard input. Without a
    path, the folders of the configuration are checked.

    Findings go to standard output, progress to standard error; the last line
    is the verdict, for a machine.
    """
    settings = shared_options.settings(options)
    if options["show_settings"]:
        show_settings(settings)
        return
    outputs = written.parsed(options["outputs"]) or [("text", None)]
    terminal = written.terminal_options(
        color=options["color"], verbose=options["verbose"], statistics=options["statistics"]
    )
    work = Assay(paths, settings, options)
    terminal["costs"] = work.costs
    texts = written.needs_texts(outputs, full=terminal["full"] and not options["quiet"])
    assembly = work.assembled(keep_texts=texts)
    run = assembly.run(work.paths, work.checks, allow_empty=options["allow_empty"])
    for name, path in outputs:
        if not (options["quiet"] and path is None):
            given = terminal if name == "text" and path is None else {}
            written.write(run, name, path, **given)
    finish(context, run.verdict, outputs, options)


def finish(
    context: click.Context, verdict: Verdict, outputs: Outputs, options: dict[str, Any]
) -> None:
    """Print the verdict line last, and end with its exit status.

    It goes to standard output after text, else to standard error, so that a
    machine format on standard output stays whole.
    """
    machine = any(path is None and name != "text" for name, path in outputs)
    sys.stdout.flush()
    click.echo(verdict.line, err=machine)
    exit_code = verdict.exit_code
    context.exit(0 if options["exit_zero"] and exit_code == 1 else exit_code)


def show_settings(settings: Settings) -> None:
    """Print the settings in force, as JSON."""
    import json

    from textassay.report.assembly import printable

    click.echo(json.dumps(printable(settings), indent=2, ensure_ascii=False))
