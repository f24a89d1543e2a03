"""The text that a report keeps: whole records while there is room.

A run file and a page hold the text that their excerpts and panels show. Three
bounds keep them openable: a record longer than ``RECORD_LIMIT``, or one that
comes after ``TOTAL_LIMIT`` is spent, leaves only what lies around its
findings; a record without findings is kept only within ``CLEAN_LIMIT``.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textassay.model import Finding, Record

# Code points. 16 M open in Chromium in about a second (benchmarks of the
# report, docs/decisions/021); a news article has 3,000, the longest 60,000.
RECORD_LIMIT = 200_000
TOTAL_LIMIT = 16_000_000
CLEAN_LIMIT = 2_000_000
REACH = 400  # kept each side of a finding where the record is not kept whole
SPAN_LIMIT = 2_000  # of a longer span, the head and the tail are kept


@dataclass(frozen=True, slots=True)
class KeptText:
    """The kept pieces of a text: ``(offset, text)``, in order, apart.

    ``length`` counts the code points of the whole text.
    """

    length: int
    pieces: tuple[tuple[int, str], ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return len(self.pieces) == 1 and len(self.pieces[0][1]) == self.length

    def slice(self, start: int, end: int) -> str | None:
        """Return ``text[start:end]``, or None where a part is not kept."""
        offset, piece = self._piece(start)
        if offset <= start and end <= offset + len(piece):
            return piece[start - offset : end - offset]
        return None

    def around(self, start: int, end: int, reach: int) -> tuple[str, str]:
        """Return up to ``reach`` kept code points before and after a span."""
        before = after = ""
        offset, piece = self._piece(start)
        if offset <= start <= offset + len(piece):
            before = piece[max(0, start - reach - offset) : start - offset]
        offset, piece = self._piece(end)
        if offset <= end <= offset + len(piece):
            after = piece[end - offset : end - offset + reach]
        return before, after

    def _piece(self, position: int) -> tuple[int, str]:
        """Return the last piece that starts at or before a position."""
        index = bisect_right(self.pieces, position, key=itemgetter(0)) - 1
        return self.pieces[index] if index >= 0 else (0, "")


class TextKeeper:
    """Decides, record by record, what text the report keeps."""

    def __init__(
        self,
        *,
        record_limit: int = RECORD_LIMIT,
        total_limit: int = TOTAL_LIMIT,
        clean_limit: int = CLEAN_LIMIT,
    ) -> None:
        """Start with all the room; limits count code points."""
        self._record_limit = record_limit
        self._room = total_limit
        self._clean_room = clean_limit
        self._texts: dict[str, KeptText] = {}

    @property
    def texts(self) -> Mapping[str, KeptText]:
        """The kept texts by record id."""
        return self._texts

    def add(self, record: Record, findings: Iterable[Finding]) -> None:
        """Keep what there is room for of a record and its findings."""
        if record.id in self._texts:
            return  # a second record of this id is a finding of its own
        length = len(record.text)
        spans = [(finding.start, finding.end) for finding in findings]
        if not spans:
            if length <= min(self._record_limit, self._clean_room):
                self._clean_room -= length
                self._texts[record.id] = KeptText(length, ((0, record.text),))
            return
        if length <= min(self._record_limit, self._room):
            self._room -= length
            self._texts[record.id] = KeptText(length, ((0, record.text),))
            return
        pieces = tuple(
            (start, record.text[start:end]) for start, end in _windows(sorted(spans), length)
        )
        self._texts[record.id] = KeptText(length, pieces)


def _windows(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges to keep around sorted spans, joined where they touch."""
    low = high = -1
    for start, end in sorted(_edges(spans)):
        if low >= 0 and start - REACH <= high:
            high = max(high, min(length, end + REACH))
            continue
        if low >= 0:
            yield low, high
        low, high = max(0, start - REACH), min(length, end + REACH)
    if low >= 0:
        yield low, high


def _edges(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        if end - start <= SPAN_LIMIT:
            yield start, end
        else:
            yield start, start
            yield end, end
