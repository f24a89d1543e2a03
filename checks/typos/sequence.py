"""The words of a document in small letters, and where some of them stand."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.text.document import once
from textassay.text.words import REMEMBERED

if TYPE_CHECKING:
    from collections.abc import Container

    from textassay.text.document import Document


class _Small(dict[str, str]):
    """Word forms in small letters, one string for all of a form."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = small = word.lower()
        return small


_small = _Small()


@once
def lowered(document: Document) -> list[str]:
    """Return ``document.words`` in small letters."""
    return list(map(_small.__getitem__, document.words))


def places(document: Document, wanted: Container[str]) -> list[int]:
    """Return the places of the words that are wanted, in small letters."""
    return list(compress(count(), map(wanted.__contains__, lowered(document))))
