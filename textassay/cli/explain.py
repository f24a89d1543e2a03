"""``textassay explain CODE``: the documentation of a check."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import click

from textassay import registry
from textassay.contract import Bad, Good
from textassay.report.measured import quality, sentence

if TYPE_CHECKING:
    from textassay.contract import Check

EPILOG = """\b
Examples:
  textassay explain ENC001
  textassay explain replacement-character
"""


@click.command(name="explain", epilog=EPILOG)
@click.argument("code")
def command(code: str) -> None:
    """Print what a check finds, why it matters, how it decides.

    CODE is the code or the name of a check.
    """
    checks = registry.builtin()
    found = [check for check in checks if code in (check.code, check.name)]
    if not found:
        from textassay.engine.settings import suggestion

        known = [name for check in checks for name in (check.code, check.name)]
        message = f"no check is called {code!r}{suggestion(code, known)}"
        raise click.UsageError(message)
    click.echo(text(found[0]))


def text(check: Check) -> str:
    """Return the documentation of a check with its examples."""
    languages = ", ".join(check.languages) if check.languages else "any"
    head = (
        f"{check.code} {check.name}\n"
        f"{check.severity}, {check.status} since {check.since}, fix: {check.fix}, "
        f"languages: {languages}"
    )
    parts = [head, inspect.cleandoc(check.documentation)]
    if measured := sentence(quality(check.code)):
        parts.append(f"## Measured\n{measured}")
    examples = [
        line
        for example in registry.examples(check)
        if isinstance(example, (Bad, Good))
        for line in _example(example)
    ]
    if examples:
        parts.append("## Examples\n" + "\n".join(examples))
    if check.options:
        parts.append("\n".join(f"{name} = {value!r}" for name, value in check.options.items()))
    return "\n\n".join(parts)


def _example(example: Bad | Good) -> list[str]:
    from textassay.report.visible import one_line

    if isinstance(example, Good):
        return [f"good: {one_line(example.text)}"]
    lines = [f"bad:  {one_line(example.text)}", f"      flagged: {one_line(example.span)}"]
    if example.fix is not None:
        lines.append(f"      fix: {one_line(example.fix)}")
    return lines
