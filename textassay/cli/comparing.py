"""What a run compares its records with: facts, a kept index, a reference."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from textassay.engine.local import Survey
from textassay.engine.reading import read_settings
from textassay.read import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.engine.settings import Settings


@contextmanager
def surveyed(options: dict[str, Any], settings: Settings) -> Iterator[Survey]:
    """Yield the survey that the options ask for; a reference is indexed for the run.

    Raises:
        click.ClickException: The facts are missing, or an index cannot be used.
    """
    facts, index, against = options["facts"], options["index"], options["against"]
    if facts is not None and not facts.is_dir():
        message = f"{facts}: no facts there: write them with --save-facts {facts}"
        raise click.ClickException(message)
    if index is None and against is None:
        yield Survey(facts, options["save_facts"])
        return
    from tempfile import TemporaryDirectory

    from textassay.survey.index import IndexFormatError
    from textassay.survey.neighbours import PassageSettings

    with TemporaryDirectory() as temporary:
        try:
            reference = _reference(against, Path(temporary), settings) if against else None
            passages = PassageSettings(
                index=index, update=options["update_index"], against=reference
            )
            yield Survey(facts, options["save_facts"], passages)
        except IndexFormatError as error:
            raise click.ClickException(str(error)) from error


def _reference(against: Path, temporary: Path, settings: Settings) -> Path:
    from textassay.model import Record
    from textassay.survey.index import ABOUT, build

    if (against / ABOUT).is_file():
        return against
    items = read([str(against)], read_settings(settings))
    count = build(temporary, (item for item in items if isinstance(item, Record)), keep_texts=False)
    if not count:
        message = f"{against}: no record to compare with"
        raise click.ClickException(message)
    return temporary
