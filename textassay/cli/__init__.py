"""The command line: one module a verb, imported when its verb runs."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from importlib import import_module
from typing import NoReturn

GARBAGE = 200_000
"""New objects before a collection: Python's 700 cost a tenth of a short run. The records that are
judged together hold half as many, and leave no circles."""
gc.set_threshold(GARBAGE)  # before click is imported, which takes a dozen collections

import click  # noqa: E402

from textassay import __version__  # noqa: E402

VERBS = {
    "check": "Find the defects of text records and say exactly where they are.",
    "gate": "Pass or fail a corpus: checks, provenance, expectations and all reports.",
    "fix": "Make the repairs that are certain, as a patch or in the files.",
    "explain": "Print what a check finds, why it matters, how it decides.",
    "rules": "List the checks.",
    "report": "Write the reports of a kept run again, without checking again.",
    "init": "Write a configuration and a CI recipe into a corpus folder.",
    "new-check": "Write a new check with its cases, ready to be filled in.",
    "test": "Run the examples that checks carry.",
}

EPILOG = """\b
Examples:
  textassay check article.txt            findings of one file
  textassay check seeds --statistics     findings of a folder, by check
  cat article.txt | textassay check -    from standard input
  textassay gate seeds                   the CI job: exit 0, 1 or 2
  textassay fix seeds                    the repairs that are certain, as a patch
  textassay explain TYP001               the documentation of a check

\b
Exit status: 0 clean; 1 findings over the budget; 2 no verdict (bad
configuration, unreadable input, no record found, a check that crashed).
"""


class Verbs(click.Group):
    """A group that imports a verb's module only when the verb runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the verbs in the order of use."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import a verb."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"textassay.cli.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """List the verbs without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest the nearest verb when there is none of that name."""
        name = args[0] if args else ""
        if name and name not in VERBS and not name.startswith("-"):
            from textassay.engine.settings import suggestion

            ctx.fail(f"no command {name!r}{suggestion(name, VERBS)}")
        return super().resolve_command(ctx, args)


@click.group(cls=Verbs, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="textassay")
def cli() -> None:
    """Tell whether text records are fit to build on: where, why, what to do."""


def run() -> NoReturn:
    """Run the command line as a process of its own.

    It ends without freeing its objects one by one, which takes a twentieth of a short run.
    """
    try:
        main()
    except SystemExit as leaving:
        atexit._run_exitfuncs()  # noqa: SLF001 - what the end of a process does before it frees
        status = int(leaving.code or 0)
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except (OSError, ValueError):  # not all was written: nobody reads it, or it is closed
            status = status or 2
        os._exit(status)


def main(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line; it ends with the documented exit status."""
    try:
        # Without its standalone mode click returns the status of context.exit().
        sys.exit(cli.main(args=arguments, prog_name="textassay", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("textassay: interrupted", err=True)
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(2)
    except Exception:  # noqa: BLE001 - exit 1 would read as a verdict
        import traceback

        traceback.print_exc()
        click.echo("textassay: no verdict: the error above is a defect, please report it", err=True)
        sys.exit(2)
