"""Finds the words that the checks of the class start from, all at once.

Each check looks only where one of its cues stands: a verb of saying, a word
for a time. One scan of the text serves all of them.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from importlib import import_module
from itertools import compress
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from textassay.checks.claims import phrases
from textassay.text.document import once
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import ModuleType

    from textassay.checks.claims.vocabulary import Vocabulary
    from textassay.text.document import Document

GRAMMARS = MappingProxyType({"en": "english", "es": "spanish"})
Cues = list[tuple[int, str]]

NAMES = (
    *("attribution", "impersonal", "agentless", "relative_time"),
    *("checkworthy", "document", "metonym", "outlet", "anonymity"),
)
MOST_REMEMBERED = 20_000  # words, some 2 MB
_S = "\N{RIGHT SINGLE QUOTATION MARK}s"


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
        name: One of ``NAMES``.
    """
    return _all(document)[name]


def attribution_cues(document: Document) -> Iterator[tuple[int, str, int]]:
    """Yield offset, form and index in ``document.words`` of each cue of an attribution."""
    found = _all(document)
    at = [index for index, _ in found["attribution at"]]
    for (start, word), index in zip(found["attribution"], at, strict=True):
        yield start, word, index


@once
def sentence_starts(document: Document) -> list[int]:
    """Return where the sentences start."""
    return [sentence.start for sentence in document.sentences]


def sentence_index(document: Document, offset: int) -> int:
    """Return the index of the last sentence that starts at or before an offset, or -1."""
    return bisect_right(sentence_starts(document), offset) - 1


@once
def _all(document: Document) -> dict[str, Cues]:
    """Return the cues of every list: the words of the text, asked for once each."""
    language = document.language.code
    table, wanted = _table(language), _wanted(language, document.vocabulary)
    found: dict[str, Cues] = {name: [] for name in (*NAMES, "attribution at")}
    if not wanted:
        return found
    words, starts = document.words, document.word_spans.starts
    for index in compress(range(len(words)), map(wanted.__contains__, words)):
        folded = wanted[words[index]]
        cue = (starts[index], folded)
        for name in table[folded]:
            found[name].append(cue)
            if name == "attribution":
                found["attribution at"].append((index, folded))
    return found


@cache
def _table(language: str) -> dict[str, tuple[str, ...]]:
    """Return the names of the lists that hold each cue of a language."""
    found: dict[str, tuple[str, ...]] = {}
    for name, members in zip(NAMES, _lists(language), strict=True):
        for word in members:
            found[word] = (*found.get(word, ()), name)
    return found


def _wanted(language: str, vocabulary: frozenset[str]) -> dict[str, str]:
    """Return the words of a text that are cues, with their forms in the lists."""
    met, forms = _met(language)
    if len(met) > MOST_REMEMBERED:
        met.clear()
        forms.clear()
    strange = list(vocabulary - met)
    if strange:
        lowered = "\n".join([*strange, ""]).lower()
        bare = lowered.replace("'s\n", "\n").replace(f"{_S}\n", "\n").split("\n")
        listed = map(_table(language).__contains__, bare)
        forms.update(compress(zip(strange, bare, strict=False), listed))
        met.update(strange)
    return {word: forms[word] for word in vocabulary & forms.keys()}


@cache
def _met(_language: str) -> tuple[set[str], dict[str, str]]:
    """Return the words met so far, and those of them that are cues: very few."""
    return set(), {}


def _lists(language: str) -> Iterator[Iterable[str]]:
    """Yield the cues of each list, in the order of their names: single words, lower case."""
    yield grammar_of(language).cues()
    yield phrases.by_cue(f"impersonal.{language}.txt")
    yield phrases.by_cue(f"agentless.{language}.txt")
    yield entries(__file__, f"relative_time_cues.{language}.txt")
    kinds = (row.split("\t") for row in entries(__file__, f"checkworthy.{language}.txt"))
    yield {word for word, kind in kinds if kind != "opinion"}
    yield vocabulary_of(language).documents()
    yield by_rarest_word(f"metonyms.{language}.txt")
    yield by_rarest_word("news_outlets.txt")
    yield phrases.by_cue(f"anonymity.{language}.txt")


@cache
def by_rarest_word(name: str) -> dict[str, list[tuple[int, str]]]:
    """Return the entries of a lexicon of names by their longest word, lower case.

    Each with the offset of that word in it; longer entries first.
    """
    found: dict[str, list[tuple[int, str]]] = {}
    for entry in sorted(entries(__file__, name), key=len, reverse=True):
        words = [word for word in entry.split() if word.isalnum()]
        key = max(reversed(words), key=len)  # "Sun" of "The Sun"
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
