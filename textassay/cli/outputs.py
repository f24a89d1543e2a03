"""Where a run is written to: standard output, files, several at once."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from textassay.report.formats import FORMATS, renderer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from textassay.report.run import Run


def parsed(outputs: Sequence[str]) -> list[tuple[str, Path | None]]:
    """Return format and path of each ``FORMAT[=PATH]``.

    Raises:
        click.UsageError: An unknown format, or two formats on standard output.
    """
    from textassay.engine.settings import suggestion

    result: list[tuple[str, Path | None]] = []
    for output in outputs:
        name, _, path = output.partition("=")
        if name not in FORMATS:
            message = f"no output format {name!r}{suggestion(name, FORMATS)}"
            raise click.UsageError(message)
        result.append((name, Path(path) if path else None))
    if sum(path is None for _, path in result) > 1:
        message = "two formats on standard output: give paths, as in --output sarif=findings.sarif"
        raise click.UsageError(message)
    return result


def needs_texts(outputs: Sequence[tuple[str, Path | None]], *, full: bool) -> bool:
    """Tell whether a renderer will show text around the findings."""
    return full or any(name in {"html", "json", "junit", "markdown"} for name, _ in outputs)


def write(run: Run, name: str, path: Path | None, **options: Any) -> None:  # noqa: ANN401 - each format has its own
    """Write a run in a format, to a file or to standard output.

    Lone surrogates cannot be written as UTF-8: they come out escaped.

    Raises:
        click.ClickException: The file cannot be written.
    """
    render = renderer(name)
    if path is None:
        render(run, _standard_output(), **options)
        sys.stdout.flush()
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            render(run, stream, **options)
    except OSError as error:
        message = f"cannot write {path}: {error.strerror}"
        raise click.ClickException(message) from error


def terminal_options(*, color: str, verbose: bool, statistics: bool) -> dict[str, Any]:
    """Return the options of the text format for this terminal."""
    terminal = sys.stdout.isatty()
    colour = color == "always" or (color == "auto" and terminal and not os.environ.get("NO_COLOR"))
    width = None
    if terminal:
        import shutil

        width = shutil.get_terminal_size().columns
    return {
        "full": verbose or terminal,
        "colour": colour,
        "width": width,
        "statistics": statistics,
    }


def _standard_output() -> TextIO:
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    return sys.stdout
