"""Writes the generated parts of README.md: real output, the CI job, the checks.

python tools/update_readme.py
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from textassay import __version__
from textassay.cli.init import WORKFLOW
from textassay.cli.rules import table

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
OUTPUT = re.compile(
    r"(<!-- begin output: textassay (.+?) -->\n).*?(<!-- end output -->)", re.DOTALL
)


def output(arguments: str) -> str:
    """Return a console block with a command and what it prints."""
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "textassay", *arguments.split(), "--isolated"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return f"```console\n$ textassay {arguments}\n{done.stdout}```\n"


def block(text: str, name: str, content: str) -> str:
    """Replace what stands between the marks of a block."""
    pattern = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.DOTALL)
    return pattern.sub(lambda match: match[1] + content + match[2], text)


def updated(text: str) -> str:
    """Return the text of README.md with its generated parts made anew."""
    text = OUTPUT.sub(lambda match: match[1] + output(match[2]) + match[3], text)
    workflow = WORKFLOW.format(seeds="seeds", version=__version__)
    text = block(text, "workflow", f"```yaml\n{workflow}```\n")
    return block(text, "checks", table() + "\n")


if __name__ == "__main__":
    README.write_text(updated(README.read_text(encoding="utf-8")), encoding="utf-8")
