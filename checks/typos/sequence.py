"""The words of a document in small letters, and where some of them stand."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from textassay.text.document import Document

_asked: set[str] = set()
"""The words that were ever wanted: one pass finds them for a dozen rules."""


@lru_cache(maxsize=2)  # the checks of the class ask one after the other
def lowered(document: Document) -> list[str]:
    """Return ``document.words`` in small letters."""
    return list(map(str.lower, document.words))


def places(document: Document, wanted: Collection[str]) -> list[int]:
    """Return the places of the words that are wanted, in small letters."""
    if not _asked.issuperset(wanted):
        _asked.update(wanted)
    small = lowered(document)
    return [place for place in _places(document, len(_asked)) if small[place] in wanted]


@lru_cache(maxsize=2)
def _places(document: Document, _size: int) -> list[int]:
    """Return the places of all words that were ever wanted, so many."""
    return list(compress(count(), map(_asked.__contains__, lowered(document))))
