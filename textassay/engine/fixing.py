"""Applies safe edits to a record until none is left: one call is complete.

What the edits bring to light is traced back to where the damage hid it.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING

from textassay.engine import selection
from textassay.engine.arbitration import arbitrate
from textassay.engine.inspect import inspect
from textassay.frozen import NamedTuple
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textassay.contract import Check
    from textassay.engine.settings import Settings
    from textassay.model import Edit, Finding, Record

    Find = Callable[["Record"], Iterable["Finding"]]

ROUNDS = 8
"""Looks at a text; of 769 damaged ones none needed more than three: each undoes one layer."""


def judge(checks: Iterable[Check], settings: Settings) -> Callable[[Record], list[Finding]]:
    """Return what gives the findings of those checks that can have a safe edit."""
    mending = [check for check in checks if check.fix == "safe"]

    def find(record: Record) -> list[Finding]:
        found = arbitrate(inspect(Document(record), mending, options=settings.options))
        return [finding for finding in found if selection.kept(finding, settings)]

    return find


class Mending(NamedTuple):
    """A record with all safe edits made: those of each round, and the findings that are left."""

    record: Record
    rounds: tuple[tuple[Edit, ...], ...]
    findings: tuple[Finding, ...]

    @property
    def rests(self) -> bool:
        """Tell whether no safe edit is left."""
        return not any(_safe_edits(self.findings))

    def origins(self, places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return where places were before all edits; what an edit made is widened to it."""
        found = list(places)
        for edits in reversed(self.rounds):
            before = _Undoing(edits).before
            found = [(before(start)[0], before(end)[1]) for start, end in found]
        return found


def fix(record: Record, find: Find) -> Record:
    """Return the record with all safe edits made, and those that they bring to light.

    A text whose edits have not come to rest after some rounds is returned as
    it was. So fixing twice always gives what fixing once gave.

    Args:
        record: The record; its text alone changes, never its digest.
        find: Gives the findings of a record.
    """
    mending = mend(record, find(record), find)
    return mending.record if mending.rests else record


def mend(record: Record, findings: Iterable[Finding], find: Find) -> Mending:
    """Return the record after as many rounds of safe edits as it takes, within ``ROUNDS``.

    Args:
        record: The record; its text alone changes.
        findings: Its findings.
        find: Gives the findings of a record.
    """
    rounds: list[tuple[Edit, ...]] = []
    findings = tuple(findings)
    while len(rounds) < ROUNDS - 1 and (edits := tuple(_safe_edits(findings))):
        rounds.append(edits)
        record = replace(record, text=edited(record.text, edits))
        findings = tuple(find(record))
    return Mending(record, tuple(rounds), findings)


class _Undoing:
    """Leads from offsets of an edited text back to those of the text before."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        """Take the edits in order; none overlaps another."""
        self._edits = edits
        longer = [len(edit.replacement) - (edit.end - edit.start) for edit in edits]
        self._shifts = list(accumulate(longer, initial=0))
        shifted = zip(edits, self._shifts, strict=False)
        self._starts = [edit.start + shift for edit, shift in shifted]  # in the edited text

    def before(self, offset: int) -> tuple[int, int]:
        """Return the offset as it was, twice, or start and end of the edit that made it."""
        edits = bisect_left(self._starts, offset)
        if edits:
            edit = self._edits[edits - 1]
            if offset < self._starts[edits - 1] + len(edit.replacement):
                return edit.start, edit.end
        offset -= self._shifts[edits]
        return offset, offset


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made; no two of them may overlap."""
    pieces = []
    done = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        pieces += [text[done : edit.start], edit.replacement]
        done = edit.end
    return "".join([*pieces, text[done:]])


def _safe_edits(findings: Iterable[Finding]) -> Iterator[Edit]:
    """Yield the safe edits that overlap none before them; what is left over waits a round."""
    done = -1
    edits = {edit for finding in findings for edit in finding.edits if edit.safe}
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end, edit.replacement)):
        if edit.start >= done:
            yield edit
            done = max(edit.end, edit.start + 1)
