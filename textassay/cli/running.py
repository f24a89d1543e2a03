"""Reads, checks and assembles a run, with progress on the way."""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import click

from textassay.cli.comparing import surveyed
from textassay.cli.progress import ProgressLine
from textassay.engine.local import assay
from textassay.engine.reading import read_settings
from textassay.engine.selection import chosen
from textassay.engine.settings import ConfigurationError
from textassay.provenance import RegistryError
from textassay.read import read
from textassay.report.assembly import Assembly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textassay.contract import Check
    from textassay.engine.settings import Settings


def checks_of(settings: Settings) -> tuple[Check, ...]:
    """Return the checks that run.

    Raises:
        click.ClickException: A selector fits no check.
    """
    try:
        return chosen(settings)
    except ConfigurationError as error:
        raise click.ClickException(str(error)) from error


class Assay:
    """One run over some paths."""

    def __init__(self, paths: Sequence[str], settings: Settings, options: dict[str, Any]) -> None:
        """Choose paths and checks; nothing is read yet."""
        self.paths = tuple(paths) or settings.seeds
        self.settings = settings
        self.checks = checks_of(settings)
        self._jobs = options["jobs"] or os.cpu_count() or 1
        self._quiet = options["quiet"]
        self._options = options
        self.costs: dict[str, float] | None = defaultdict(float) if options["statistics"] else None

    def assembled(self, *, keep_texts: bool) -> Assembly:
        """Return everything read and judged.

        Raises:
            click.ClickException: The registry of a corpus is malformed.
        """
        assembly = Assembly(self.settings, keep_texts=keep_texts)
        inputs = read(self.paths, read_settings(self.settings))
        with ProgressLine(enabled=not self._quiet) as progress:
            try:
                with surveyed(self._options, self.settings) as survey:
                    for item in assay(
                        inputs,
                        self.settings,
                        jobs=self._jobs,
                        listener=progress,
                        survey=survey,
                        costs=self.costs,
                    ):
                        assembly.add(item)
            except RegistryError as error:
                message = f"no verdict: {error}"
                raise click.ClickException(message) from error
        return assembly
