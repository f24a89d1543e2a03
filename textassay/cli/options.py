"""The options that several verbs share, and what they make of the settings."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from textassay.engine.settings import ConfigurationError, Settings, load, validated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Option = Callable[[Callable[..., None]], Callable[..., None]]


def _codes(_context: click.Context, _parameter: click.Parameter, value: Any) -> tuple[str, ...]:  # noqa: ANN401 - click's callback
    return tuple(code.strip() for item in value for code in item.split(",") if code.strip())


def shared(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options that choose checks, budget, configuration and outputs."""
    return _with(function, (*_CHOICE, *_RUN, *_CONFIGURATION, *_WORK))


def choosing(function: Callable[..., None]) -> Callable[..., None]:
    """Add the options that choose checks and configuration."""
    return _with(function, (*_CHOICE, *_CONFIGURATION))


def _with(function: Callable[..., None], options: Iterable[Option]) -> Callable[..., None]:
    for option in reversed([*options]):
        function = option(function)
    return function


_CHOICE = (
    click.option(
        "--select",
        multiple=True,
        callback=_codes,
        metavar="CODES",
        help="Run only these checks: codes or prefixes, comma-separated (ENC,TYP001; ALL).",
    ),
    click.option(
        "--extend-select", multiple=True, callback=_codes, metavar="CODES", help="Run these too."
    ),
    click.option(
        "--ignore", multiple=True, callback=_codes, metavar="CODES", help="Leave these checks out."
    ),
    click.option("--preview", is_flag=True, default=None, help="Run preview checks too."),
)
_RUN = (
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "info", "never"]),
        help="Lowest severity that fails the run (default: error).",
    ),
    click.option(
        "--max-warnings", type=click.IntRange(0), metavar="N", help="Fail above N warnings."
    ),
    click.option(
        "--output",
        "-o",
        "outputs",
        multiple=True,
        metavar="FORMAT[=PATH]",
        help="text, json, jsonl, sarif, junit, github, gitlab, markdown, html; repeatable. "
        "Without a path: to standard output.",
    ),
    click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings (2 stays 2)."),
    click.option("--allow-empty", is_flag=True, help="Finding no record at all is no failure."),
    click.option(
        "--statistics", is_flag=True, help="Findings and time of each check, records by verdict."
    ),
    click.option("--show-settings", is_flag=True, help="Print the settings in force and stop."),
)
_CONFIGURATION = (
    click.option(
        "--config", type=click.Path(path_type=Path), metavar="FILE", help="Use this TOML file."
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
)
_WORK = (
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(0),
        default=0,
        metavar="N",
        help="Processes to use (default: one a core on large inputs).",
    ),
    click.option(
        "--facts",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="Add the corpus facts that --save-facts wrote: one new file is then judged "
        "with the evidence of the whole corpus.",
    ),
    click.option(
        "--save-facts",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="Save the facts of this run; facts of several runs add up.",
    ),
    click.option(
        "--index",
        type=click.Path(path_type=Path, file_okay=False),
        metavar="FOLDER",
        help="Compare with the records of a kept index, too.",
    ),
    click.option("--update-index", is_flag=True, help="Add this run's records to the index."),
    click.option(
        "--against",
        type=click.Path(path_type=Path, exists=True),
        metavar="PATH",
        help="Find what is copied from a reference corpus (a file, a folder or an index).",
    ),
    click.option("--text-column", metavar="NAME", help="Column of the text in tables."),
    click.option("--id-column", metavar="NAME", help="Column of the record id in tables."),
    click.option("-q", "--quiet", is_flag=True, help="Print only the verdict."),
    click.option("-v", "--verbose", is_flag=True, help="Print excerpts everywhere."),
    click.option(
        "--color",
        "--colour",
        type=click.Choice(["auto", "always", "never"]),
        default="auto",
        help="Colours on a terminal, always or never (NO_COLOR is honoured).",
    ),
)

_OVERRIDES = (
    "select",
    "extend_select",
    "ignore",
    "preview",
    "fail_on",
    "max_warnings",
    "text_column",
    "id_column",
    "profile",
)


def settings(options: dict[str, Any]) -> Settings:
    """Return the settings of the configuration with the command line over it.

    Raises:
        click.ClickException: The configuration cannot be used.
    """
    given = {
        name: value
        for name in _OVERRIDES
        if (value := options.get(name)) is not None and value is not False and value != ()
    }
    try:
        return validated(
            replace(load(options.get("config"), isolated=options.get("isolated", False)), **given)
        )
    except ConfigurationError as error:
        raise click.ClickException(str(error)) from error
