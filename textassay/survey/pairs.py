"""Pairs of capitalised words: counted in memory, added up in a file once they outgrow it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textassay.survey.facts import Pairs
from textassay.survey.pair_file import PairFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from textassay.survey.facts import Paired
    from textassay.survey.pair_file import Row

PAIRS_IN_MEMORY = 60_000
"""Pairs held before a file takes over: about 15 MB, from 3 MB of manuals."""


class PairSums:
    """How many records have which pairs."""

    def __init__(self, folder: Path, limit: int) -> None:
        """Start empty.

        Args:
            folder: Where the file may be kept.
            limit: Pairs held in memory, ``PAIRS_IN_MEMORY`` at most.
        """
        self._folder = folder
        self._limit = min(limit, PAIRS_IN_MEMORY)
        self._held: Counter[tuple[str, str, str]] = Counter()
        self._file: PairFile | None = None

    def add(self, language: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Add the pairs of one record."""
        self._held.update((language, first, second) for first, second in pairs)
        if len(self._held) > self._limit:
            self._spilled()

    def load(self, rows: Iterable[Row]) -> None:
        """Add sums."""
        for language, first, second, records in rows:
            self._held[language, first, second] += int(records)
        if len(self._held) > self._limit:
            self._spilled()

    def rows(self) -> Iterator[Row]:
        """Yield all sums."""
        if self._file is None:
            yield from ((*key, records) for key, records in self._held.items())
        else:
            yield from self._spilled().rows()

    def freeze(self) -> Paired:
        """Return the pairs of several records, to be asked for word by word."""
        if self._file is None:
            known = Pairs(self.rows())
            self._held.clear()
            return known
        self._spilled().finish()
        return self._file

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _spilled(self) -> PairFile:
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._file = PairFile(self._folder / "pairs.sqlite")
        self._file.add((*key, records) for key, records in sorted(self._held.items()))
        self._held.clear()
        return self._file
