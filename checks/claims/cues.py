"""Finds the words that the checks of the class start from, all in one pass.

Each check looks only where one of its cues stands: a verb of saying, a word
for a time. One scan of the text serves all of them.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache, lru_cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, cast

from textassay.checks.claims import phrases
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import ModuleType

    from ahocorasick_rs import AhoCorasick

    from textassay.checks.claims.vocabulary import Vocabulary
    from textassay.text.document import Document

GRAMMARS = MappingProxyType({"en": "english", "es": "spanish"})
Cues = list[tuple[int, str]]

_SURROGATE = lazy("[\ud800-\udfff]")


class _Table(NamedTuple):
    """The cues of a language, and of each the lists that hold it."""

    automaton: AhoCorasick
    words: list[str]
    lists: list[tuple[str, ...]]
    names: tuple[str, ...]


@cache
def grammar_of(language: str) -> ModuleType:
    """Return the grammar of a language, imported when a text needs it."""
    return import_module(f"{__package__}.{GRAMMARS[language]}")


@cache
def vocabulary_of(language: str) -> Vocabulary:
    """Return the words of a language, imported when a text needs them."""
    words = import_module(f"{__package__}.{GRAMMARS[language]}_words")
    return cast("Vocabulary", words.VOCABULARY)


def cues(document: Document, name: str) -> Cues:
    """Return offset and form of each cue of a list, in order.

    Args:
        document: A document in English or Spanish.
        name: "attribution", "impersonal", "agentless", "relative_time",
            "checkworthy", "document", "metonym" or "outlet".
    """
    return _all(document)[name]


@lru_cache(maxsize=2)
def sentence_starts(document: Document) -> list[int]:
    """Return where the sentences start."""
    return [sentence.start for sentence in document.sentences]


def sentence_index(document: Document, offset: int) -> int:
    """Return the index of the last sentence that starts at or before an offset, or -1."""
    return bisect_right(sentence_starts(document), offset) - 1


@lru_cache(maxsize=2)
def _all(document: Document) -> dict[str, Cues]:
    table = _table(document.language.code)
    folded = document.folded
    found: dict[str, Cues] = {name: [] for name in table.names}
    words, lists = table.words, table.lists
    for index, start, end in _scan(table.automaton, folded):
        if (start and folded[start - 1].isalnum()) or folded[end : end + 1].isalnum():
            continue
        cue = (start, words[index])
        for name in lists[index]:
            found[name].append(cue)
    return found


def _scan(automaton: AhoCorasick, folded: str) -> Iterable[tuple[int, int, int]]:
    try:
        return automaton.find_matches_as_indexes(folded)
    except UnicodeEncodeError:  # lone surrogates: no cue holds one
        plain = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", folded)
        return automaton.find_matches_as_indexes(plain)


@cache
def _table(language: str) -> _Table:
    from ahocorasick_rs import AhoCorasick, MatchKind

    lists: dict[str, list[str]] = {}
    named = _lists(language)
    for name, members in named.items():
        for word in members:
            lists.setdefault(word, []).append(name)
    words = sorted(lists)
    automaton = AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)
    return _Table(automaton, words, [tuple(lists[word]) for word in words], tuple(named))


def _lists(language: str) -> dict[str, Iterable[str]]:
    """Return the cues of each list: single words, lower case."""
    grammar = grammar_of(language)
    rows = entries(__file__, f"checkworthy.{language}.txt")
    kinds = (row.split("\t") for row in rows)
    return {
        "attribution": grammar.cues(),
        "impersonal": phrases.by_cue(f"impersonal.{language}.txt"),
        "agentless": phrases.by_cue(f"agentless.{language}.txt"),
        "relative_time": entries(__file__, f"relative_time_cues.{language}.txt"),
        "checkworthy": {word for word, kind in kinds if kind != "opinion"},
        "document": vocabulary_of(language).documents(),
        "metonym": by_rarest_word(f"metonyms.{language}.txt"),
        "outlet": by_rarest_word("news_outlets.txt"),
    }


@cache
def by_rarest_word(name: str) -> dict[str, list[tuple[int, str]]]:
    """Return the entries of a lexicon of names by their longest word, lower case.

    Each with the offset of that word in it; longer entries first.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for entry in sorted(entries(__file__, name), key=len, reverse=True):
        key = max((word for word in entry.split() if word.isalnum()), key=len)
        found.setdefault(key.casefold(), []).append((entry.index(key), entry))
    return found


def is_written(text: str, start: int, name: str) -> bool:
    """Tell whether a name stands at an offset as whole words."""
    end = start + len(name)
    return (
        text.startswith(name, start)
        and not (start and text[start - 1].isalnum())
        and not text[end : end + 1].isalnum()
    )
