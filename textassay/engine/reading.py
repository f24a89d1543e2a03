"""What the settings of a run tell the readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.provenance import Registries
from textassay.read import ReadSettings

if TYPE_CHECKING:
    from textassay.engine.settings import Settings


def read_settings(settings: Settings, root: str | None = None) -> ReadSettings:
    """Return the reader's part of the settings.

    Args:
        settings: The settings of the run.
        root: Folder that record ids are relative to (None: the current one).
    """
    return ReadSettings(
        text_column=settings.text_column,
        id_column=settings.id_column,
        max_record_bytes=settings.max_record_bytes,
        exclude=settings.exclude,
        include=settings.include,
        root=root,
        declarations=Registries(),
    )
