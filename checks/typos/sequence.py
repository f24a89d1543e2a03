"""The words of a document in small letters, and where some of them stand."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.text.document import once

if TYPE_CHECKING:
    from collections.abc import Container

    from textassay.text.document import Document


@once
def lowered(document: Document) -> list[str]:
    """Return ``document.words`` in small letters."""
    return list(map(str.lower, document.words))


def places(document: Document, wanted: Container[str]) -> list[int]:
    """Return the places of the words that are wanted, in small letters."""
    return list(compress(count(), map(wanted.__contains__, lowered(document))))
