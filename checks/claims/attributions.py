"""Finds the attributions of a document: once, for all checks of the class.

Only sentences that hold a cue (a form of a verb of saying or showing, or
"according") are cut into words and read.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.clauses import Clause, cut
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from ahocorasick_rs import AhoCorasick

    from textassay.checks.claims.clauses import Attribution
    from textassay.text.document import Document

_NEXT_WORD = lazy(r"[\W_]*([^\W_]+)")
MOST_REMEMBERED = 50_000  # words, some 5 MB

GRAMMARS = MappingProxyType({"en": "english", "es": "spanish"})


@cache
def grammar_of(language: str) -> ModuleType:
    """Return the grammar of a language, imported when a text needs it."""
    return import_module(f"{__package__}.{GRAMMARS[language]}")


@lru_cache(maxsize=2)
def attributions(document: Document) -> tuple[Attribution, ...]:
    """Return the attributions to unnamed sources, in order, quotations left out."""
    language = document.language.code
    if language not in GRAMMARS:
        return ()
    grammar = grammar_of(language)
    found = {
        (attribution.start, attribution.end): attribution
        for clause, cues in cued_clauses(document, grammar)
        for attribution in grammar.attributions(clause, cues)
    }
    return tuple(_without_overlaps(sorted(found.values(), key=lambda one: (one.start, -one.end))))


def _without_overlaps(found: list[Attribution]) -> Iterator[Attribution]:
    end = -1
    for attribution in found:
        if attribution.start >= end:
            yield attribution
            end = attribution.end


def cued_clauses(document: Document, grammar: ModuleType) -> Iterator[tuple[Clause, list[int]]]:
    """Yield each sentence with a cue, and the indices of its cues."""
    sentences = document.sentences
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[int]] = {}
    reporting = set()
    folded = document.folded
    shows, saying, judges = grammar.showings(), _saying(grammar), _judging(grammar)
    complements = grammar.complements()
    for start, cue in phrases.cue_words(folded, _automaton(grammar)):
        index = -1
        if cue in judges:
            following = _NEXT_WORD.match(folded, start + len(cue))
            reports = following is not None and following[1] in complements
        else:
            reports = cue in saying
        if reports:
            index = bisect_right(starts, start) - 1
            reporting.add(index)
        elif cue in shows:
            index = bisect_right(starts, start) - 1
        if index >= 0:
            by_sentence.setdefault(index, []).append(start)
    sourceless = _sourceless(grammar)
    for index, cue_starts in by_sentence.items():
        sentence = sentences[index]
        words = cut(folded, sentence.start, sentence.end)
        if index not in reporting and not _has_document(grammar, words):
            continue
        if sourceless.issuperset(words) or not _has_source(grammar, words):
            continue
        clause = Clause(document, sentence, words)
        wanted = set(cue_starts)
        yield clause, [at for at, start in enumerate(clause.starts) if start in wanted]


@cache
def _judging(grammar: ModuleType) -> frozenset[str]:
    """Return the verbs that report only with what follows them: "find that"."""
    return frozenset(grammar.judgings()).difference(grammar.always_reporting())


@cache
def _saying(grammar: ModuleType) -> frozenset[str]:
    """Return the cues that need no document as their subject."""
    shows_only = frozenset(grammar.showings()).difference(grammar.sayings())
    return frozenset(grammar.cues()).difference(shows_only)


def _has_document(grammar: ModuleType, words: list[str]) -> bool:
    """Tell whether a sentence holds a document: it alone "shows", "finds" or "contains"."""
    documents = grammar.documents()
    return not documents.isdisjoint(words) or any(
        word.rpartition("-")[2] in documents for word in words if "-" in word
    )


def _has_source(grammar: ModuleType, words: list[str]) -> bool:
    """Tell whether a word can be the head of a source, and remember those that cannot."""
    sourceless = _sourceless(grammar)
    if len(sourceless) > MOST_REMEMBERED:
        sourceless.clear()
    heads = {word for word in words if word not in sourceless and grammar.is_head(word)}
    sourceless.update(word for word in words if word not in heads)
    return bool(heads)


@cache
def _sourceless(_grammar: ModuleType) -> set[str]:
    """Return the words met so far that are no source: most sentences hold no other."""
    return set()


@cache
def _automaton(grammar: ModuleType) -> AhoCorasick:
    return phrases.automaton(grammar.cues())
