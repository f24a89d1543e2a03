"""Whether a group is a school of thought, and what it is said to hold its doctrine."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims.cues import vocabulary_of
from textassay.checks.claims.morphology import Form
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Attribution
    from textassay.text.document import Document

_SPANISH_PAST = ("aron", "eron", "aban", "\N{LATIN SMALL LETTER I WITH ACUTE}an")


def is_doctrine(document: Document, found: Attribution) -> bool:
    """Tell whether a whole school holds something: "Marxists argue", not "some Marxists said".

    What a school holds is in print, and can be looked up; what a number of its
    members said on an occasion is not.
    """
    language = document.language.code
    if found.head.rpartition("-")[2] not in _schools(language):
        return False
    words = document.folded[found.start : found.end].split()
    words_of = vocabulary_of(language).words_of
    opening = document.folded[found.start : document.folded.find(found.head, found.start)].split()
    if not (words_of("quantifier") | words_of("quantity")).isdisjoint(opening):
        return False
    verbs = {"subject": words[-1], "shared": words[-1], "inverted": words[0]}
    verb = verbs.get(found.form)
    if verb is None or not words_of("auxiliary").isdisjoint(words):
        return True
    return not _is_event(language, verb)


def _is_event(language: str, verb: str) -> bool:
    """Tell whether a verb without auxiliary is in the past."""
    if language == "es":
        return verb.endswith(_SPANISH_PAST)
    return not vocabulary_of(language).sayings().get(verb, 0) & Form.INFINITIVE


@cache
def _schools(language: str) -> frozenset[str]:
    return frozenset(entries(__file__, f"schools.{language}.txt"))
