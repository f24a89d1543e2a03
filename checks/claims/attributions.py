"""Finds the attributions of a document: once, for all checks of the class.

Only sentences that hold a cue (a form of a verb of saying or showing, or
"according") are cut into words and read.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from textassay.checks.claims.clauses import Clause, cut
from textassay.checks.claims.cues import (
    GRAMMARS,
    MOST_REMEMBERED,
    attribution_cues,
    cues,
    grammar_of,
    sentence_index,
)
from textassay.text.document import once
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from textassay.checks.claims.clauses import Attribution
    from textassay.text.document import Document

BEFORE = 18  # words before a verb that may hold its subject: the longest post-modifier, and adverbs
FARTHEST_AS = 60  # code points from "see" to "as": "see the visit as"
BEHIND = 12  # words behind it
_NEXT_WORD = lazy(r"[\W_]*([^\W_]+)")


@once
def attributions(document: Document) -> tuple[Attribution, ...]:
    """Return the attributions to unnamed sources, in order, quotations left out."""
    language = document.language.code
    if language not in GRAMMARS:
        return ()
    grammar = grammar_of(language)
    found = {
        (attribution.start, attribution.end): attribution
        for clause, indices in cued_clauses(document, grammar)
        for attribution in grammar.attributions(clause, indices)
    }
    return tuple(
        _without_overlaps(
            sorted(found.values(), key=lambda one: (one.start, one.form == "shared", -one.end))
        )
    )


def _without_overlaps(found: list[Attribution]) -> Iterator[Attribution]:
    end = -1
    for attribution in found:
        if attribution.start >= end:
            yield attribution
            end = attribution.end


def cued_clauses(document: Document, grammar: ModuleType) -> Iterator[tuple[Clause, list[int]]]:
    """Yield each sentence with a cue beside a possible source, and the indices of its cues."""
    sentences = document.sentences
    with_documents = {sentence_index(document, start) for start, _ in cues(document, "document")}
    for index, (words_of_cue, reporting) in _cued_sentences(document, grammar).items():
        if not reporting and index not in with_documents:
            continue  # a document alone "shows", "finds" or "contains"
        sentence = sentences[index]
        pieces = cut(document.folded, sentence.start, sentence.end)
        indices = [at for at, word in enumerate(pieces[1::2]) if word in words_of_cue]
        yield Clause(document, sentence, pieces), indices


def _cued_sentences(
    document: Document, grammar: ModuleType
) -> dict[int, tuple[set[str], set[str]]]:
    """Return the sentences with cues: all of these, and those that need no document."""
    roles, complements, views = _roles(grammar), grammar.complements(), grammar.views()
    folded = document.folded
    is_beside_source = _beside_sources(document, grammar)
    found: dict[int, tuple[set[str], set[str]]] = {}
    for start, cue, at in attribution_cues(document):
        role = roles[cue]
        if role & _Role.JUDGES:
            following = _NEXT_WORD.match(folded, start + len(cue))
            said = following is not None and following[1] in complements
            if said or (cue in views and " as " in folded[start : start + FARTHEST_AS]):
                role |= _Role.REPORTS
        if role & (_Role.REPORTS | _Role.SHOWS) and is_beside_source(at):
            words, reporting = found.setdefault(sentence_index(document, start), (set(), set()))
            words.add(cue)
            if role & _Role.REPORTS:
                reporting.add(cue)
    found.pop(-1, None)
    return found


def _beside_sources(document: Document, grammar: ModuleType) -> Callable[[int], bool]:
    """Return what tells whether a possible head of a source stands beside a word.

    The words next to it are asked for first: where there is a head, it is near.
    """
    words, heads = document.words, _heads(grammar)
    if len(heads) > MOST_REMEMBERED:
        heads.clear()
    is_head = heads.__getitem__
    return lambda at: (
        any(map(is_head, reversed(words[max(0, at - BEFORE) : at])))
        or any(map(is_head, words[at : at + BEHIND]))
    )


class _Role:
    """What a cue can do: bits."""

    REPORTS: Final = 1
    JUDGES: Final = 2  # reports only with what follows it: "find that"
    SHOWS: Final = 4  # only of a document


@cache
def _roles(grammar: ModuleType) -> dict[str, int]:
    """Return what each cue of a language can do."""
    showings, sayings = frozenset(grammar.showings()), frozenset(grammar.sayings())
    judgings = frozenset(grammar.judgings()).difference(grammar.always_reporting())
    return {
        cue: (_Role.SHOWS if cue in showings else 0)
        | (_Role.JUDGES if cue in judgings else 0)
        | (_Role.REPORTS if cue not in judgings and (cue in sayings or cue not in showings) else 0)
        for cue in grammar.cues()
    }


class _Heads(dict[str, bool]):
    """Whether a word, as written, can be the head of a source: asked of the grammar once."""

    def __init__(self, grammar: ModuleType) -> None:
        super().__init__()
        self._grammar = grammar

    def __missing__(self, word: str) -> bool:
        known: bool = self._grammar.is_head(word.lower())
        self[word] = known
        return known


@cache
def _heads(grammar: ModuleType) -> _Heads:
    return _Heads(grammar)
