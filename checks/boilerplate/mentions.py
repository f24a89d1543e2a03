"""Phrases that may stand anywhere in a line: mentions, endings, inner openings."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.phrases import COPYRIGHT, at_words, groups, in_play
from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahocorasick_rs import AhoCorasick

    from textassay.checks.boilerplate.phrases import Entry, Group
    from textassay.text.document import Document

FIRST_TEXTS = 6_000  # code points: building the automaton takes as long as reading so many
MANY_TEXTS = 3_000_000  # code points: so many pay for the faster automaton
_read: Counter[tuple[str, ...]] = Counter()  # code points searched so far


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
    known = anywhere(chosen)
    found = sorted(
        (start, -end, number)
        for number, start, end in _search(folded, chosen)
        if at_words(folded, start, end)
    )
    return [
        Match(start, -end, folded[start:-end], known[number].entry) for start, end, number in found
    ]


def _search(folded: str, chosen: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield the number of the group, start and end of each occurrence of a phrase.

    The first short texts are searched phrase by phrase: a single file is
    judged before the automaton would be built. After many texts comes one that
    takes 20 ms more to build and a third of the time to search.
    """
    _read[chosen] += len(folded)
    if _read[chosen] <= FIRST_TEXTS:
        return one_by_one(folded, chosen)
    return at_once(folded, chosen, fast=_read[chosen] > MANY_TEXTS)


def one_by_one(folded: str, chosen: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield what the automaton finds, in order of the phrases."""
    for number, group in enumerate(anywhere(chosen)):
        if group.first not in folded and group.first != COPYRIGHT:
            continue
        for phrase in written(group):
            start = folded.find(phrase)
            while start >= 0:
                yield number, start, start + len(phrase)
                start = folded.find(phrase, start + 1)


def at_once(folded: str, chosen: tuple[str, ...], *, fast: bool) -> Iterator[tuple[int, int, int]]:
    """Yield what the automaton finds."""
    searcher, owners = _automaton(chosen, fast=fast)
    for index, start, end in searcher.find_matches_as_indexes(folded, overlapping=True):
        yield owners[index], start, end


@cache
def _automaton(chosen: tuple[str, ...], *, fast: bool) -> tuple[AhoCorasick, list[int]]:
    """Return the automaton of all phrases of some lexicons, and the number of their groups."""
    from ahocorasick_rs import AhoCorasick, Implementation

    rows = [
        (phrase, number)
        for number, group in enumerate(anywhere(chosen))
        for phrase in written(group)
    ]
    phrases, owners = zip(*rows, strict=True)
    kind = Implementation.DFA if fast else Implementation.ContiguousNFA
    return AhoCorasick(phrases, store_patterns=False, implementation=kind), list(owners)


@cache
def anywhere(chosen: tuple[str, ...]) -> list[Group]:
    """Return the phrases that are looked for anywhere."""
    return [group for language in chosen for group in groups(language) if _is_anywhere(group.entry)]


def _is_anywhere(entry: Entry) -> bool:
    if entry.place == "head":
        return entry.kind in GLUED and entry.strength != "weak"
    return entry.place != "line"


def written(group: Group) -> list[str]:
    """Return the phrases of a group; of place head, those that may open a sentence in a line."""
    phrases = group.phrases()
    if group.entry.place != "head":
        return phrases
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
