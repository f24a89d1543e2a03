"""Writes the page: one self-contained HTML file.

The Content-Security-Policy names the hashes of our one script and our one
style and forbids all else: no request can leave the page, and no markup that
a record might smuggle in could run. Every string is drawn visibly, then
escaped (``finalize`` and ``autoescape``); the data lie in inert elements.
"""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textassay.report.excerpts import excerpt
from textassay.report.html import island, view
from textassay.report.measured import sentence
from textassay.report.visible import blanks, visible
from textassay.report.wording import counted

if TYPE_CHECKING:
    from typing import TextIO

    from jinja2 import Environment

    from textassay.report.run import Run

_TEMPLATES = Path(__file__).parent / "templates"
_SCRIPTS = ("data", "text", "state", "card", "findings", "matrix", "panel", "keys")
_STYLES = ("base", "summary", "findings", "panel", "print")


def render(run: Run, stream: TextIO, *, title: str = "textassay report") -> None:
    """Write the page.

    Args:
        run: The run.
        stream: Where to; UTF-8.
        title: The title of the document.
    """
    from markupsafe import Markup

    style = "\n".join(_asset(f"{name}.css") for name in _STYLES)
    script = _script()
    carried = island.bounded(run)
    blocks, places = island.text_blocks(carried)
    template = _environment().get_template("page.html.j2")
    stream.writelines(
        template.generate(
            **view.context(run),
            title=title,
            policy=_policy(script, style),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704 - our own files
            overview=_inert(island.overview(carried, places)),
            findings=_inert(list(island.finding_rows(carried))),
            carried=carried,
            sentence=sentence,
            blocks=[_inert(block) for block in blocks],
            excerpt=lambda finding: excerpt(run, finding),
            sample=lambda finding: view.sample(run, finding),
        )
    )


@cache
def _script() -> str:
    """Return our script, without the comments and the indents of its sources."""
    lines = "\n".join(_asset(f"{name}.js") for name in _SCRIPTS).splitlines()
    kept = (line.strip() for line in lines)
    body = "\n".join(line for line in kept if line and not line.startswith("//"))
    return f"'use strict';(() => {{\n{body}\n}})();"


def _inert(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    from markupsafe import Markup

    return Markup(island.embed(value))  # noqa: S704 - embed leaves no <, > or &


def _policy(script: str, style: str) -> str:
    return (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(source: str) -> str:
    return "sha256-" + b64encode(sha256(source.encode()).digest()).decode("ascii")


@cache
def _asset(name: str) -> str:
    return (_TEMPLATES / name).read_text(encoding="utf-8").strip()


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_drawn,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(link=view.link, counted=counted, STRIP=view.STRIP)
    environment.filters["blanks"] = blanks
    environment.filters["words"] = lambda name: name.replace("-", " ")
    return environment


def _drawn(value: object) -> object:
    """Draw invisible characters in each printed value that is not our markup."""
    return value if hasattr(value, "__html__") else visible(str(value))
