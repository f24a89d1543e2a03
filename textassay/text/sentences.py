"""Sentences, never cut at abbreviations, initials, ordinals or numbers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textassay.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_END = re.compile(
    r"[.!?\u2026]+[\"'\u2019\u201d\u00bb)\]]*(?=\s+[^\W\d_a-z]|\s+[\"\u201c\u00ab\u00bf\u00a1])"
)


def split(text: str, paragraphs: Iterable[Span], language: str) -> Iterator[Span]:
    """Yield the sentences of each paragraph, white space trimmed."""
    del language
    for paragraph in paragraphs:
        start = paragraph.start
        for match in _END.finditer(text, paragraph.start, paragraph.end):
            yield from _trimmed(text, start, match.end())
            start = match.end()
        yield from _trimmed(text, start, paragraph.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + len(piece) - len(piece.lstrip())
        yield Span(begin, begin + len(stripped))
