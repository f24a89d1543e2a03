"""The cues of a line by kind, and what they make of it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.weights import INFO, SURE, WARNING, WEIGHTS
from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textassay.checks.boilerplate.kinds import Kind
    from textassay.checks.boilerplate.layout import Row

STRENGTHS = {
    "opening": ("sure ", "", "weak "),
    "label": ("", "weak "),
    "ending": ("sure ", "", "weak "),
}  # cues of one family: the strongest counts alone


NOTHING: Mapping[Kind, int] = MappingProxyType({})


class Leftover(NamedTuple):
    """One or more contiguous lines of a kind, or a part of a line.

    ``cues`` are the pairs of cue and weight that made ``score``.
    """

    start: int
    end: int
    kind: Kind
    score: float
    cues: tuple[tuple[str, float], ...]


class Tally:
    """The cues of one row by kind, while they are gathered."""

    __slots__ = ("cues", "glued", "heads_list", "mentioned", "parts", "row")

    def __init__(self, row: Row) -> None:
        """Begin with no cue."""
        self.row = row
        self.cues: dict[Kind, dict[str, str]] = {}
        self.mentioned: Mapping[Kind, int] = NOTHING
        self.parts: list[Leftover] = []
        self.heads_list = False
        self.glued = 0

    def add(self, kind: Kind, cue: str, note: str = "") -> None:
        """Count a cue for a kind, once; of a family only the strongest."""
        cues = self.cues.setdefault(kind, {})
        family = cue.rpartition(" ")[2]
        if family in STRENGTHS:
            rivals = [f"{strength}{family}" for strength in STRENGTHS[family]]
            if any(WEIGHTS[rival] >= WEIGHTS[cue] for rival in rivals if rival in cues):
                return
            for rival in rivals:
                cues.pop(rival, None)
        cues.setdefault(cue, note)

    def add_part(self, start: int, end: int, kind: Kind, cue: str, note: str = "") -> None:
        """Count a part of the row as a leftover of its own."""
        weight = WEIGHTS[cue]
        shown = f"{cue} ({note})" if note else cue
        self.parts.append(Leftover(start, end, kind, weight, ((shown, weight),)))

    def score(self, kind: Kind) -> float:
        """Return the sum for a kind."""
        return round(sum(WEIGHTS[cue] for cue in self.cues[kind]), 2)

    def evidence(self, kind: Kind) -> tuple[tuple[str, float], ...]:
        """Return the cues of a kind, with what they saw and their weights."""
        return tuple(
            (f"{cue} ({note})" if note else cue, WEIGHTS[cue])
            for cue, note in self.cues[kind].items()
        )

    def best(self) -> float:
        """Return the highest sum of any kind, 0 without a cue."""
        return max((self.score(kind) for kind in self.cues), default=0.0)


def level(score: float) -> float:
    """Return the highest threshold that a sum reaches, 0 for none."""
    return next((bound for bound in (SURE, WARNING, INFO) if score >= bound), 0.0)
