"""Phrases that may stand anywhere in a line: mentions, endings, inner openings."""

from __future__ import annotations

from collections import Counter, defaultdict
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

FIRST_TEXTS = 3_000  # code points: building the automaton takes as long as reading so many
BEGINNING = 9
"""Code points of a phrase that the automaton holds: 7 give three times the candidates, each to be
looked at; 12 take half as long again to build; whole phrases, four times as long."""
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
    judged before the automaton would be built.
    """
    _read[chosen] += len(folded)
    return (one_by_one if _read[chosen] <= FIRST_TEXTS else at_once)(folded, chosen)


def one_by_one(folded: str, chosen: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield what the automaton finds, in order of the phrases."""
    begun = {folded[at : at + BEGINNING] for at in range(len(folded))}
    for number, group in enumerate(anywhere(chosen)):
        if group.first not in folded and group.first != COPYRIGHT:
            continue
        for phrase in written(group):
            if phrase[:BEGINNING] not in begun and len(phrase) >= BEGINNING:
                continue
            start = folded.find(phrase)
            while start >= 0:
                yield number, start, start + len(phrase)
                start = folded.find(phrase, start + 1)


def at_once(folded: str, chosen: tuple[str, ...]) -> Iterator[tuple[int, int, int]]:
    """Yield the same by one pass over the text for what the phrases begin with."""
    searcher, begun = _automaton(chosen)
    for index, start, _ in searcher.find_matches_as_indexes(folded, overlapping=True):
        phrases, owners = begun[index]
        if folded.startswith(phrases, start):
            for phrase, number in zip(phrases, owners, strict=True):
                if folded.startswith(phrase, start):
                    yield number, start, start + len(phrase)


Begun = tuple[tuple[str, ...], tuple[int, ...]]
"""Phrases that begin alike, and the numbers of their groups."""


@cache
def _automaton(chosen: tuple[str, ...]) -> tuple[AhoCorasick, list[Begun]]:
    """Return the automaton of what the phrases of some lexicons begin with, and the phrases."""
    from ahocorasick_rs import AhoCorasick, Implementation

    begun: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, group in enumerate(anywhere(chosen)):
        for phrase in written(group):
            begun[phrase[:BEGINNING]].append((phrase, number))
    searcher = AhoCorasick(list(begun), store_patterns=False, implementation=Implementation.DFA)
    return searcher, [
        (tuple([phrase for phrase, _ in rows]), tuple([number for _, number in rows]))
        for rows in begun.values()
    ]


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
