"""How likely a character follows another: counted pairs, backed by classes.

The counts are data (``lexicon/character_pairs.txt``), taken by
``benchmarks/encoding_model.py`` from one half of the Universal Declaration
of Human Rights in over 500 languages and from Debian manuals.
"""

from __future__ import annotations

from functools import cache
from math import log
from typing import TYPE_CHECKING

from textassay.text.character_class import class_of
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS = 2  # levels per doubling: a stored level l means about 2 ** (l / STEPS) occurrences
BLANK = "\N{SYMBOL FOR SPACE}"  # stands for every white space in the data
_KINDS_WEIGHT = 2.0  # Witten-Bell: trust in a context grows with count per kind of follower
_CLASS_SHARE = 0.02  # added to each count of a pair of classes
_UNSEEN = 0.1  # added to each count of a character within its class
_CLASS_SIZES: Mapping[str, int] = {
    "Han1": 4500,
    "Han2": 6000,
    "Han3": 15000,
    "Hangul1": 2350,
    "Hangul2": 8800,
}
_EXTRA_MEMBERS = 60  # characters of other classes that the counts did not meet
_FLOOR = 1e-12


class CharacterModel:
    """Pair probabilities, from the data files."""

    def __init__(self) -> None:
        """Read the data files; rows are parsed when first needed."""
        self._totals: dict[str, float] = {}
        self._kinds: dict[str, int] = {}
        self._rows: dict[str, str] = {}
        self._pairs: dict[str, dict[str, float]] = {}
        for line in entries(__file__, "character_pairs.txt"):
            first, total, kinds, row = line.split("\t", 3)
            self._totals[first] = 2 ** (int(total) / STEPS)
            self._kinds[first] = int(kinds)
            self._rows[first] = row
        self._read_classes()
        self._cache: dict[str, float] = {}

    def _followers(self, first: str) -> Mapping[str, float]:
        known = self._pairs.get(first)
        if known is None:
            known = self._pairs[first] = {}
            for group in self._rows.get(first, "").split("\t"):
                level, _, followers = group.partition(":")
                if followers:
                    known.update(dict.fromkeys(followers, 2 ** (int(level) / STEPS)))
        return known

    def _read_classes(self) -> None:
        self._class_pairs: dict[tuple[str, str], float] = {}
        self._class_totals: dict[str, float] = {}
        for line in entries(__file__, "class_pairs.txt"):
            first, second, count = line.split(" ")
            self._class_pairs[first, second] = float(count)
            self._class_totals[first] = self._class_totals.get(first, 0.0) + float(count)
        self._members: dict[str, int] = {}
        self._mass: dict[str, float] = {}
        for char, total in self._totals.items():
            name = class_of(" " if char == BLANK else char)
            self._members[name] = self._members.get(name, 0) + 1
            self._mass[name] = self._mass.get(name, 0.0) + total

    def cost(self, pair: str) -> float:
        """Return the log-probability of the second character after the first."""
        known = self._cache.get(pair)
        if known is None:
            known = self._cache[pair] = self._cost(pair[0], pair[1])
        return known

    def _cost(self, first: str, second: str) -> float:
        class_1, class_2 = class_of(first), class_of(second)
        first, second = _plain(first), _plain(second)
        total = self._totals.get(first, 0.0)
        share = (self._class_pairs.get((class_1, class_2), 0.0) + _CLASS_SHARE) / (
            self._class_totals.get(class_1, 0.0) + _CLASS_SHARE * 4 * (len(self._members) + 1)
        )
        size = _CLASS_SIZES.get(class_2, self._members.get(class_2, 0) + _EXTRA_MEMBERS)
        within = (self._totals.get(second, 0.0) + _UNSEEN) / (
            self._mass.get(class_2, 0.0) + _UNSEEN * size
        )
        trust = total / (total + _KINDS_WEIGHT * self._kinds.get(first, 0) + 1)
        seen = self._followers(first).get(second, 0.0) / total if total else 0.0
        return log(trust * seen + (1 - trust) * share * within + _FLOOR)

    def score(self, text: str, before: str = " ", after: str = " ") -> float:
        """Return the log-probability of a text between two characters."""
        whole = before + text + after
        known = self._cache
        total = 0.0
        for pair in map(str.__add__, whole, whole[1:]):
            total += known[pair] if pair in known else self.cost(pair)
        return total


def _plain(char: str) -> str:
    return BLANK if char.isspace() and char != "\N{NO-BREAK SPACE}" else char


@cache
def model() -> CharacterModel:
    """Return the model; it is read once, when the first odd text is met."""
    return CharacterModel()
