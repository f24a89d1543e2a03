"""Applies safe edits to a record until none is left: one call is complete."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textassay.engine import selection
from textassay.engine.arbitration import arbitrate
from textassay.engine.inspect import inspect
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textassay.contract import Check
    from textassay.engine.settings import Settings
    from textassay.model import Edit, Finding, Record

ROUNDS = 8
"""Of 769 damaged texts none needed more than two of them: each undoes one layer of damage."""


def judge(checks: Iterable[Check], settings: Settings) -> Callable[[Record], list[Finding]]:
    """Return what gives the findings of those checks that can have a safe edit."""
    mending = [check for check in checks if check.fix == "safe"]

    def find(record: Record) -> list[Finding]:
        found = arbitrate(inspect(Document(record), mending, options=settings.options))
        return [finding for finding in found if selection.kept(finding, settings)]

    return find


def fix(record: Record, find: Callable[[Record], Iterable[Finding]]) -> Record:
    """Return the record with all safe edits made, and those that they bring to light.

    A text whose edits have not come to rest after some rounds is returned as
    it was. So fixing twice always gives what fixing once gave.

    Args:
        record: The record; its text alone changes, never its digest.
        find: Gives the findings of a record.
    """
    fixed = record
    for _ in range(ROUNDS):
        edits = list(_safe_edits(find(fixed)))
        if not edits:
            return fixed
        fixed = replace(fixed, text=edited(fixed.text, edits))
    return record


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
