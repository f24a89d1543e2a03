"""Whether an English verb of saying after a comma has its subject before or behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.english_verbs import is_finite

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Clause

_STOPS = frozenset(",;:.?!")
_INSERTED = frozenset({"who", "which", "whose", "a", "an", "the", "his", "her", "its", "aged"})
_COMPLEMENTS = frozenset({"to", "the", "a", "an", "their", "his", "her", "its", "that"})


def has_subject(clause: Clause, verb: int) -> bool:
    """Tell whether a verb after a comma has its subject before: what follows is its object clause.

    "The mayor, who proposed it, said residents had asked": an inserted piece
    ends at the comma, or another verb follows the supposed speakers.
    """
    first = verb - 1
    while first > 0 and "," not in clause.gap(first - 1):
        first -= 1
    if first > 0 and (clause.words[first] in _INSERTED or clause.words[first].isdigit()):
        return True
    for place in range(verb + 1, len(clause)):
        if _is_verb(clause, place):
            return True
        if set(clause.gap(place)) & _STOPS:
            return False
    return False


def _is_verb(clause: Clause, place: int) -> bool:
    """Tell whether a word is the verb of the supposed speakers: "went", "wanted to"."""
    word = clause.words[place]
    past = word.endswith("ed") and not clause.gap(place)
    return is_finite(word) or (past and clause.word(place + 1) in _COMPLEMENTS)
