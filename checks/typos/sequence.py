"""The words of a document in small letters, and where some of them stand."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, compress, count
from typing import TYPE_CHECKING

from textassay.text.document import once
from textassay.text.words import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Collection

    from textassay.text.document import Document

_asked: set[str] = set()
"""The words that were ever wanted: one pass finds them for a dozen rules."""


class _Small(dict[str, str]):
    """Word forms in small letters, one string for all of a form."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        small = word.lower()
        self[word] = small = word if small == word else small
        return small


_small = _Small()


@once
def lowered(document: Document) -> list[str]:
    """Return ``document.words`` in small letters."""
    return list(map(_small.__getitem__, document.words))


def places(document: Document, wanted: Collection[str]) -> list[int]:
    """Return the places of the words that are wanted, in small letters."""
    if not _asked.issuperset(wanted):
        _asked.update(wanted)
    memory = _memory(document)
    if len(_asked) not in memory:
        memory.clear()
        memory[len(_asked)] = _places(lowered(document))
    found = [at for word, at in memory[len(_asked)].items() if word in wanted]
    return sorted(chain.from_iterable(found)) if len(found) != 1 else found[0]


def _places(small: list[str]) -> dict[str, list[int]]:
    """Return the places of all words that were ever wanted."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place in compress(count(), map(_asked.__contains__, small)):
        found[small[place]].append(place)
    return found


@once
def _memory(_: Document) -> dict[int, dict[str, list[int]]]:
    """Return those places, by how many words were wanted."""
    return {}
