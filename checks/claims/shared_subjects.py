"""Subjects that a verb of saying shares with the verb before it: "residents fled and say"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from textassay.checks.claims.clauses import Clause, Phrase

LATEST_HEAD = 6  # words before the head of a subject that opens its sentence


def opening_subject(
    clause: Clause,
    conjunction: int,
    phrase_at: Callable[[Clause, int], Phrase | None],
    closed: frozenset[str],
) -> Phrase | None:
    """Return the noun phrase that opens a sentence whose first predicate ends at "and".

    Args:
        clause: The sentence.
        conjunction: Where the "and" or "but" stands.
        phrase_at: Reads the noun phrase with a given head.
        closed: Words that begin a clause with a subject of its own.
    """
    for head in range(min(conjunction, LATEST_HEAD)):
        phrase = phrase_at(clause, head)
        if phrase is None:
            continue
        rest = clause.words[head + 1 : conjunction]
        whole = all(clause.gap(index) == "" for index in range(head, conjunction - 1))
        opens = phrase.first == 0 and phrase.plural
        return phrase if opens and rest and whole and closed.isdisjoint(rest) else None
    return None
