"""Damaged words that the phrase they stand in explains."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from textassay.checks.typos.known import bare, capitalised
from textassay.checks.typos.vocabulary import LOWER, TITLE, vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textassay.checks.typos.unknown import Unknown
    from textassay.contract import Context
    from textassay.text.document import Document

SHORTEST = 5
TWO_EDITS = 7  # letters of the word meant, to believe two lost or wrong letters
RARE_ZIPF = 2.5  # a word this frequent is a word: "Chese" has 1.2
PROVEN = 2  # records that must have the phrase where no lexicon has it


def explained(document: Document, context: Context, word: Unknown) -> tuple[str, str, int] | None:
    """Return the word meant, its phrase and the records that have the phrase."""
    words = vocabulary(word.language)
    if words is None or not damaged(word.language, word.text):
        return None
    best: tuple[int, str, str, int] | None = None
    for neighbour, follows in _neighbours(document, word):
        facts = context.facts.after if follows else context.facts.before
        usual = _proven(
            facts(word.language, neighbour), _listed(word.language, follows=follows), neighbour
        )
        for meant, records in usual.items():
            cost = _edits(word.lowered, meant)
            if cost and words.flags(meant) & (LOWER | TITLE) and (best is None or cost < best[0]):
                phrase = (neighbour, meant) if follows else (meant, neighbour)
                best = cost, meant, " ".join(map(str.title, phrase)), records
    return best[1:] if best else None


def damaged(language: str, written: str) -> bool:
    """Tell whether a form may be a damaged word of a capitalised phrase."""
    words, body = vocabulary(language), bare(written)
    if words is None or not capitalised(body) or len(body) < SHORTEST:
        return False
    return words.zipf(body.lower()) < RARE_ZIPF


def _neighbours(document: Document, word: Unknown) -> Iterator[tuple[str, bool]]:
    """Yield the capitalised neighbours, and whether the word follows them."""
    for index, follows in ((word.place - 1, True), (word.place + 1, False)):
        if not 0 <= index < len(document.words):
            continue
        start, end = document.word_spans[index]
        gap = document.text[end : word.start] if follows else document.text[word.end : start]
        if gap == " " and document.words[index][0].isupper():
            yield document.words[index].lower(), follows


def _proven(
    corpus: Mapping[str, int], listed: Mapping[str, tuple[str, ...]], neighbour: str
) -> dict[str, int]:
    usual = {word: records for word, records in corpus.items() if records >= PROVEN}
    return dict.fromkeys(listed.get(neighbour, ()), 0) | usual


@cache
def _listed(language: str, *, follows: bool) -> dict[str, tuple[str, ...]]:
    """Return the phrases of the lexicon by the word beside the damaged one."""
    table: dict[str, list[str]] = {}
    for phrase in _entries(language, "phrase"):
        pieces = phrase.split()
        for left, right in pairwise(pieces):
            key, value = (left, right) if follows else (right, left)
            table.setdefault(key, []).extend(nations(language) if value == "*" else [value])
    return {key: tuple(Counter(values)) for key, values in table.items() if key != "*"}


@cache
def nations(language: str) -> tuple[str, ...]:
    """Return the adjectives of nations, in small letters."""
    return tuple(_entries(language, "nation"))


def _entries(language: str, kind: str) -> Iterator[str]:
    head = f"{language} {kind} "
    for entry in entries(__file__, "phrases.txt"):
        if entry.startswith(head):
            yield entry.removeprefix(head)


def _edits(word: str, meant: str) -> int:
    """Return how many letters were damaged, 0 where that cannot be believed."""
    if word == meant or abs(len(word) - len(meant)) > 2:  # noqa: PLR2004 - two edits
        return 0
    from rapidfuzz.distance import OSA

    most = 2 if len(meant) >= TWO_EDITS and word[0] == meant[0] else 1
    cost = OSA.distance(word, meant, score_cutoff=most)
    suffix = word.startswith(meant) or meant.startswith(word)
    return 0 if cost > most or suffix else int(cost)
