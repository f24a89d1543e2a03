"""Spanish participles and haber: "la víctima sido llevada", "se ha realizada"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import LOWER, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

# Other participles are adjectives or nouns as often: "un hijo querido"
_PARTICIPLES = frozenset({"sido", "podido"})
_HABER = ("ha", "he", "hay", "hub")
# Another word of haber is damaged, which other rules tell: "a sido", "ah sido", "abría sido"
_NEAR = frozenset({"a", "an", "as", "e", "ah", "aya", "allá", "haya", "halla", "abía", "abría"})

# Forms of haber that are never "there is": "había heridas" is right
_PERFECT = frozenset({"ha", "han", "he", "hemos", "has"})
_AGREEING = ("ada", "adas", "ados", "ida", "idas", "idos")
_NO_PARTICIPLES = frozenset({"nada", "habida", "habidas", "habidos", "vida", "vidas", "cada"})


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


def agreeing_participles(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of participles with an ending of gender or number behind haber.

    "El firme se ha realizada": behind haber the participle is invariable.
    """
    words, known = document.words, vocabulary("es")
    if known is None:
        return
    for index in places(document, _PERFECT):
        form = words[index + 1] if index + 1 < len(words) else ""
        if not form.endswith(_AGREEING) or form in _NO_PARTICIPLES:
            continue
        stem = form.rstrip("s")[:-1]
        verbs = [f"{stem[:-2]}ar"] if stem.endswith("ad") else [f"{stem[:-2]}er", f"{stem[:-2]}ir"]
        participle = f"{stem}o"
        sure = known.flags(participle) & LOWER and any(known.flags(verb) & LOWER for verb in verbs)
        if sure and side_by_side(document, index, index + 1):
            yield index + 1, participle
