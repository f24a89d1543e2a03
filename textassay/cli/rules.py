"""``textassay rules``: the list of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from textassay import registry
from textassay.report.measured import quality

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textassay.contract import Check

EPILOG = """\b
Examples:
  textassay rules
  textassay rules --format markdown      the table of the README
  textassay rules --format json
"""


@click.command(name="rules", epilog=EPILOG)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
)
@click.option("--plugin", "plugins", multiple=True, help="A folder or entry point with checks.")
def command(form: str, plugins: tuple[str, ...]) -> None:
    """List the checks: code, name, severity, status, languages, what each finds."""
    try:
        checks = registry.load(plugins)
    except (ModuleNotFoundError, registry.DuplicateCodeError) as error:
        raise click.UsageError(str(error)) from error
    rows = [_row(check) for check in checks]
    if form == "json":
        import json

        click.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    elif form == "markdown":
        click.echo(markdown(rows))
    else:
        for row in rows:
            click.echo(
                f"{row['code']}  {row['severity']:<7}  {row['status']:<7}  {row['name']:<34} "
                f"{row['summary']}"
            )


def markdown(rows: list[dict[str, str]]) -> str:
    """Return the table of checks as Markdown."""
    lines = ["| code | defect | level | status | languages | fix | P | R |"]
    lines += ["|---|---|---|---|---|---|---|---|"]
    lines += [
        f"| {row['code']} | {row['name']} | {row['severity']} | {row['status']} | "
        f"{row['languages']} | {row['fix']} | {row['precision']} | {row['recall']} |"
        for row in rows
    ]
    return "\n".join(lines)


def table() -> str:
    """Return the Markdown table of our own checks."""
    return markdown([_row(check) for check in registry.builtin()])


def _row(check: Check) -> dict[str, str]:
    known = quality(check.code)
    return {
        "code": check.code,
        "name": check.name,
        "severity": str(check.severity),
        "status": check.status,
        "languages": " ".join(check.languages) if check.languages else "any",
        "fix": check.fix,
        "precision": _rate(known, "precision", "flagged"),
        "recall": _rate(known, "recall", "n"),
        "summary": check.documentation.strip().partition("\n")[0],
    }


def _rate(known: Mapping[str, Any], rate: str, count: str) -> str:
    """Return a measured rate with its n; nothing where it was not measured."""
    return f"{known[rate]:.2f} ({known[count]:,})" if rate in known else ""
