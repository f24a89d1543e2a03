"""Quotations: paired marks by the conventions of the language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted text with its marks; ``closed`` is False where the end mark is missing."""

    start: int
    end: int
    opening: str
    closing: str
    closed: bool = True


_PAIR = re.compile(r"\u201c[^\u201c\u201d\n]*\u201d|\u00ab[^\u00ab\u00bb\n]*\u00bb|\"[^\"\n]*\"")


def find(text: str) -> Iterator[Quotation]:
    """Yield the quotations of the text in order."""
    for match in _PAIR.finditer(text):
        quoted = match.group()
        yield Quotation(match.start(), match.end(), quoted[0], quoted[-1])
