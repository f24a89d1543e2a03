"""Where a clause surely begins: there a determiner and a noun are its subject."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textassay.text.document import Document

# After "y" the subject may be the second of two
_CONJUNCTIONS = {
    "es": frozenset({"que", "porque", "cuando", "mientras", "aunque", "si", "pero"}),
    "pt": frozenset({"que", "porque", "quando", "enquanto", "embora", "se", "mas"}),
}


def begins_clause(document: Document, index: int) -> bool:
    """Tell whether a word begins a sentence, or comes right after a conjunction."""
    start = document.word_spans[index][0]
    sentence = document.sentence_at(start)
    if sentence is not None and sentence.start == start:
        return True
    opening = _CONJUNCTIONS.get(document.language.code, ())
    return index > 0 and document.words[index - 1].lower() in opening


def side_by_side(document: Document, first: int, last: int) -> bool:
    """Tell whether nothing but one blank stands between the words of a stretch."""
    spans, text = document.word_spans[first : last + 1], document.text
    return all(text[end:start] == " " for (_, end), (start, _) in pairwise(spans))
