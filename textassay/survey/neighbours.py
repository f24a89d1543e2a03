"""Asks for the survey of passages only when there is something to compare.

One record alone has no neighbours: nothing is imported for it. From the
second record on, or with a kept index or a reference corpus, every record is
handed to the survey of passages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from textassay.contract import RecordMatch
    from textassay.model import Record
    from textassay.survey.matches import Matches
    from textassay.survey.observation import Fingerprinted
    from textassay.survey.passages import Mapped, Passages

PASSAGES = "passages"
"""The name by which checks ask for these facts."""


@frozen
class PassageSettings:
    """What records are compared with beside one another, and how much memory may be used.

    Attributes:
        index: Folder of a kept index: records in it count as earlier.
        update: Add the records of this run to the index.
        against: Folder of a reference index, made by ``index.build``.
        links: Fingerprints in a row that make two records worth aligning;
            None for the survey's own choice.
        rows_in_memory: Fingerprints held in memory; None for the survey's
            own choice.
    """

    index: Path | None = None
    update: bool = False
    against: Path | None = None
    links: int | None = None
    rows_in_memory: int | None = None


class Neighbours:
    """The survey of passages, started by the second record."""

    def __init__(self, settings: PassageSettings | None = None) -> None:
        """Start with no record."""
        self._settings = settings or PassageSettings()
        self._first: Record | None = None
        self._survey: Passages | None = None
        self._found: Matches | None = None

    def __getstate__(self) -> dict[str, object]:
        """Leave the survey behind: other processes need what was found only."""
        return {**self.__dict__, "_survey": None, "_first": None}

    def add(self, record: Record) -> None:
        """Add a record."""
        alone = self._settings.index is None and self._settings.against is None
        if self._survey is None and self._first is None and alone:
            self._first = record
            return
        survey = self._started()
        if self._first is not None:
            survey.add(self._first)
            self._first = None
        survey.add(record)

    def take(self, record: Record, found: Fingerprinted) -> None:
        """Add a record whose fingerprints were made elsewhere."""
        survey = self._started()
        if self._first is not None:
            survey.add(self._first)
            self._first = None
        survey.take(record, found)

    def freeze(self, mapped: Mapped = map) -> None:
        """End the survey; records are compared as ``mapped`` applies a function to items."""
        if self._survey is not None:
            from textassay.survey.matches import Matches

            self._found = Matches(self._survey.freeze(mapped))
            self._survey.close()
            self._survey = None

    def matches(self, record: str) -> Sequence[RecordMatch]:
        """Return the earlier records that share text with a record."""
        return self._found.of(record) if self._found is not None else ()

    def close(self) -> None:
        """Let go of the survey and of what was found."""
        if self._found is not None:
            self._found.close()
            self._found = None
        if self._survey is not None:
            self._survey.close()
            self._survey = None

    def _started(self) -> Passages:
        if self._survey is None:
            from textassay.survey.passages import Passages

            self._survey = Passages(self._settings)
        return self._survey
