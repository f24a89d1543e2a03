"""``textassay init``: a configuration and a CI recipe for a corpus."""

from __future__ import annotations

from pathlib import Path

import click

from textassay import __version__

CONFIGURATION = """\
# textassay: what is checked, and what fails. `textassay check --show-settings` prints all.
seeds = ["{seeds}"]
# languages = ["en", "es"]        # records in any other language fail the gate
fail-on = "error"                 # error, warning, info or never
# max-warnings = 50
warnings-per-1000-words = 20
profile = "basic"                 # "complete" asks for source, licence, language and date

# [severity]
# TYP001 = "warning"

# [per-file-ignores]
# "seeds/poems/*" = ["DUP"]
"""

WORKFLOW = """\
name: textassay
on:
  pull_request:
    paths: ["{seeds}/**"]
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
          cache: pip
      - run: pip install textassay=={version}
      - run: textassay gate {seeds} -o github && test -s reports/run.json
      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: textassay-report
          path: reports/
"""

EPILOG = """\b
Examples:
  textassay init
  textassay init my-corpus --seeds texts
"""


@click.command(name="init", epilog=EPILOG)
@click.argument(
    "folder", type=click.Path(path_type=Path, file_okay=False), default=Path(), required=False
)
@click.option("--seeds", default="seeds", show_default=True, help="Folder of the records.")
def command(folder: Path, seeds: str) -> None:
    """Write textassay.toml and a GitHub Actions job into FOLDER.

    Files that exist are left as they are.
    """
    files = {
        folder / "textassay.toml": CONFIGURATION.format(seeds=seeds),
        folder / ".github" / "workflows" / "textassay.yml": WORKFLOW.format(
            seeds=seeds, version=__version__
        ),
    }
    for path, text in files.items():
        if path.exists():
            click.echo(f"kept     {path} (it exists)")
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        click.echo(f"written  {path}")
    click.echo(f"next: textassay gate {seeds}")
