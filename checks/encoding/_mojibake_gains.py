"""How much likelier a token becomes when it is read in another way."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from textassay.checks.encoding.misreadings import (
    Edits,
    Misreading,
    applied,
    beyond_ascii,
    is_single,
    misreadings,
    remembered,
    swap,
)
from textassay.text.character_model import model

if TYPE_CHECKING:
    from collections.abc import Mapping


def gain_of(token: str, edits: Edits) -> float:
    """Return how much likelier a token is after the edits (natural logarithm)."""
    return model().score(applied(token, edits)) - _score(token)


@remembered
def _score(token: str) -> float:
    return model().score(token)


@remembered
def most_gained(token: str) -> float:
    """Return what no other reading of the characters beyond ASCII can gain more than."""
    letters = model()
    return -sum(
        letters.cost(before + after)
        for before, after in pairwise(f" {token} ")
        if not (before.isascii() and after.isascii())
    )


@remembered
def mix_up_gains(token: str) -> Mapping[Misreading, float]:
    """Return the gain of each mix-up of single-byte sets that may have made a token."""
    beyond = beyond_ascii(token)
    score = model().score
    before = _score(token)
    return {
        kind: score("".join(map(meant.get, token, token))) - before
        for kind, meant, shown in _mix_ups()
        if beyond <= shown and any(meant[char] != char for char in beyond)
    }


@cache
def _mix_ups() -> list[tuple[Misreading, Mapping[str, str], frozenset[str]]]:
    """Return each mix-up, what its characters stood for, and those that stood for one at all."""
    found = []
    for kind in filter(is_single, misreadings()):
        meant = swap(kind)
        shown = frozenset(char for char in meant if meant[char].isprintable())
        found.append((kind, meant, shown))
    return found
