"""``textassay test``: runs the examples that checks carry."""

from __future__ import annotations

import click

from textassay import registry
from textassay.engine.examples import failures

EPILOG = """\b
Examples:
  textassay test                      our own checks
  textassay test my_checks/           the checks of a folder
  textassay test my-package           the checks of an installed package
"""


@click.command(name="test", epilog=EPILOG)
@click.argument("sources", nargs=-1)
@click.pass_context
def command(context: click.Context, sources: tuple[str, ...]) -> None:
    """Run the examples that checks carry: bad ones are flagged, good ones not.

    SOURCES are folders of checks or names of entry points; without one, our
    own checks are tested.
    """
    own = {check.code for check in registry.builtin()}
    try:
        loaded = registry.load(sources)
    except (ModuleNotFoundError, registry.DuplicateCodeError) as error:
        raise click.UsageError(str(error)) from error
    checks = [check for check in loaded if not sources or check.code not in own]
    if not checks:
        message = f"no check found in {', '.join(sources)}"
        raise click.UsageError(message)
    failed = 0
    for check in checks:
        examples = registry.examples(check)
        problems = list(failures(check)) or ([] if examples else [f"{check.code}: no examples"])
        failed += bool(problems)
        click.echo(f"{'FAIL' if problems else 'ok  '} {check.code} {check.name}: {len(examples)}")
        for problem in problems:
            click.echo(f"     {problem}")
    click.echo(f"{len(checks) - failed} of {len(checks)} checks hold")
    context.exit(1 if failed else 0)
