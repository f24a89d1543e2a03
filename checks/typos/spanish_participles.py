"""Spanish "sido" in a sentence that has no form of haber: "la víctima sido llevada"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.sequence import lowered, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

# Other participles are adjectives or nouns as often: "un hijo querido"
_PARTICIPLES = frozenset({"sido", "podido"})
_HABER = ("ha", "he", "hay", "hub")
# Another word of haber is damaged, which other rules tell: "a sido", "ah sido", "abría sido"
_NEAR = frozenset({"a", "an", "as", "e", "ah", "aya", "allá", "haya", "halla", "abía", "abría"})


def lone_participles(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of such participles, with a form of haber before them."""
    words, small = document.words, lowered(document)
    for index in places(document, _PARTICIPLES):
        sentence = document.sentence_at(document.word_spans[index][0])
        if sentence is None or not words[index].islower():
            continue
        first = index
        while first and document.word_spans[first - 1][0] >= sentence.start:
            first -= 1
        before = small[first:index]
        whole = len(before) > 1 and words[first][0].isupper() and before[-1] not in _NEAR
        if whole and not any(word.startswith(_HABER) for word in before):
            yield index, f"ha {words[index]}"
