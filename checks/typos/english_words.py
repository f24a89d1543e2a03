"""English nouns and verbs by what grammar lets them do, from two lexicons."""

from __future__ import annotations

from functools import cache

from textassay.text.lexicon import entries


@cache
def nouns(kind: str) -> frozenset[str]:
    """Return the nouns of a kind: "head", "stretch", "group" or "body" (``english_nouns.txt``)."""
    rows = (entry.split() for entry in entries(__file__, "english_nouns.txt"))
    return frozenset(noun for listed, noun in rows if listed == kind)


@cache
def verbs(kind: str) -> frozenset[str]:
    """Return the plain forms of a kind, such as "passive" (``english_verbs.txt``)."""
    rows = (entry.split() for entry in entries(__file__, "english_verbs.txt"))
    return frozenset(verb for verb, *kinds in rows if kind in kinds)
