"""Phrases that may stand anywhere in a line: mentions, endings, inner openings."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.phrases import Entry, at_words, in_play, rows
from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textassay.text.document import Document

FIRST_TEXTS = 12_000  # code points: building the automaton takes as long as reading so many
_read: Counter[tuple[str, ...]] = Counter()  # code points read phrase by phrase


class Match(NamedTuple):
    """A phrase found in the text, at whole words."""

    start: int
    end: int
    phrase: str
    entry: Entry


def find(document: Document) -> list[Match]:
    """Return the phrases that stand anywhere, in order of position.

    Those of places tail and part, and of place head where they may open a
    sentence inside a line.
    """
    chosen = in_play(document)
    folded = document.folded
    owners, written = patterns(chosen)
    found = sorted(
        (start, -end, index)
        for index, start, end in _search(folded, chosen, written)
        if at_words(folded, start, end)
    )
    return [Match(start, -end, folded[start:-end], owners[index]) for start, end, index in found]


def _search(
    folded: str, chosen: tuple[str, ...], written: list[str]
) -> Iterable[tuple[int, int, int]]:
    """Return index, start and end of each occurrence of a phrase.

    The first short texts are searched phrase by phrase: a single file is
    judged before the automaton would be built.
    """
    if _read[chosen] + len(folded) <= FIRST_TEXTS:
        _read[chosen] += len(folded)
        return one_by_one(folded, written)
    _read[chosen] = FIRST_TEXTS
    found = automaton(chosen).find_matches_as_indexes(folded, overlapping=True)
    return cast("list[tuple[int, int, int]]", found)


def one_by_one(folded: str, written: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield what the automaton finds, in order of the phrases."""
    for index, phrase in enumerate(written):
        if phrase in folded:
            start = folded.find(phrase)
            while start >= 0:
                yield index, start, start + len(phrase)
                start = folded.find(phrase, start + 1)


@cache
def automaton(chosen: tuple[str, ...]) -> Any:  # noqa: ANN401 - the library has no types
    """Return the automaton of all patterns of some lexicons."""
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(patterns(chosen)[1], store_patterns=False)


@cache
def patterns(chosen: tuple[str, ...]) -> tuple[list[Entry], list[str]]:
    """Return the phrases that are looked for anywhere, with their rows."""
    written: list[str] = []
    owners: list[Entry] = []
    for language in chosen:
        for entry, phrases in rows(language):
            anywhere = _inner(entry, phrases) if entry.place == "head" else phrases
            if entry.place != "line":
                written += anywhere
                owners += [entry] * len(anywhere)
    return owners, written


def _inner(entry: Entry, phrases: list[str]) -> list[str]:
    """Return the phrases of a row of place head that may open a sentence inside a line."""
    if entry.kind not in GLUED or entry.strength == "weak":
        return []
    return [phrase for phrase in phrases if " " in phrase or phrase[-1] == ":"]


GLUED = frozenset(
    {
        Kind.RELATED,
        Kind.SHARE,
        Kind.SUBSCRIBE,
        Kind.PROMOTION,
        Kind.CREDIT,
        Kind.SOURCE,
        Kind.ADVERT,
        Kind.NAVIGATION,
        Kind.CONSENT,
        Kind.COPYRIGHT,
    }
)
"""Kinds that extraction glues to the paragraph before them."""
