"""``textassay new-check``: the scaffold of a check and its cases."""

from __future__ import annotations

import json
import re
from pathlib import Path

import click

from textassay import __version__, registry
from textassay.model import CATEGORIES

FOLDERS = {
    "BPL": "boilerplate",
    "CLM": "claims",
    "DUP": "duplicates",
    "ENC": "encoding",
    "PRV": "provenance",
    "REC": "record",
    "TYP": "typos",
}

TEMPLATE = '''"""{summary}"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_DEFECT = lazy(r"\\b(?:lorem ipsum)\\b")


@check(
    code="{code}",
    name="{name}",
    since="{since}",
    status="preview",
    severity=Severity.WARNING,
)
def {function}(document: Document, _context: Context) -> Iterator[Hit]:
    """{summary}

    ## What it finds
    The words "lorem ipsum".

    ## Why it matters
    Placeholder text was published by mistake: it says nothing.

    ## How it decides
    By the words themselves.

    ## Known mistakes
    A text about typesetting.

    ## Options
    None.
    """
    for match in _DEFECT.finditer(document.folded):
        yield Hit(
            match.start(),
            match.end(),
            "Placeholder text.",
            evidence={{"rule": "placeholder words"}},
        )


EXAMPLES = (
    Bad("The minister said lorem ipsum.", span="lorem ipsum"),
    Good("The minister said nothing."),
)
'''

EPILOG = """\b
Examples:
  textassay new-check ENC042 placeholder-text
  textassay new-check XYZ001 house-style --folder my_checks
"""


@click.command(name="new-check", epilog=EPILOG)
@click.argument("code")
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the check goes (default: checks/<class> of a textassay checkout).",
)
def command(code: str, name: str, folder: Path | None) -> None:
    """Write a new check with its cases, ready to be filled in.

    CODE is three letters and three digits that no check has; NAME is the
    defect in kebab case.
    """
    if not re.fullmatch(r"[A-Z]{3}\d{3}", code):
        message = f"{code!r} is no code: three capital letters and three digits, as in ENC042"
        raise click.UsageError(message)
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name):
        message = f"{name!r} is no name: the defect in kebab case, as in placeholder-text"
        raise click.UsageError(message)
    for check in registry.builtin():
        if check.code == code:
            message = f"{code} is {check.name} already: choose another code"
            raise click.UsageError(message)
    target = folder or _home(code)
    function = name.replace("-", "_")
    summary = f"{name.replace('-', ' ').capitalize()}."
    source = TEMPLATE.format(
        code=code, name=name, function=function, summary=summary, since=__version__
    )
    written = [_write(target / f"{function}.py", source)]
    if folder is None:
        cases = Path("tests/cases") / code
        positive = {
            "text": "The mayor said lorem ipsum.",
            "findings": [{"text": "lorem ipsum"}],
        }
        written.append(_write(cases / "synthetic.jsonl", json.dumps(positive) + "\n"))
        negative = {"text": "The mayor said nothing.", "note": "no placeholder"}
        written.append(_write(cases / "negative.jsonl", json.dumps(negative) + "\n"))
    for path in written:
        click.echo(f"written  {path}")
    click.echo(f"next: textassay test{'' if folder is None else f' {folder}'}")


def _home(code: str) -> Path:
    prefix = code[:3]
    root = Path("checks")
    if prefix not in CATEGORIES or not root.is_dir():
        message = (
            f"{prefix} is none of {', '.join(CATEGORIES)}, or this is not a textassay checkout: "
            "name a folder with --folder"
        )
        raise click.UsageError(message)
    return root / FOLDERS[prefix]


def _write(path: Path, text: str) -> Path:
    if path.exists():
        message = f"{path} exists: it is left as it is"
        raise click.UsageError(message)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
