"""Finds the pairs of pieces that are worth aligning, by shared rare words."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import chain, combinations
from typing import TYPE_CHECKING

from textassay.checks.duplicates.pieces import is_dense, is_prose, may_be_dense, size
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from textassay.checks.duplicates.pieces import Piece, Pieces
    from textassay.text.document import Document

MIN_WORDS = 6  # shorter sentences resemble one another by chance
MAX_WORDS = 400  # a longer piece is no sentence, and aligning two would cost their product
MIN_SHARED = 4  # rare words that two pieces share before they are compared at all
MIN_OVERLAP = 0.4  # of the content words of the shorter piece, for the same
COMMON = 8  # a word more frequent than this in the record finds no candidates
LONG = 4  # letters of a word that finds candidates
GRAM = 4  # characters that make one word where a script has no blanks
LABEL = 5  # words that may stand before the colon of a labelled value
ENTRY = 12  # words that may stand before the colon of an entry that begins with a name
FRAGMENT_WORDS = 12  # a sentence cut at an abbreviation counts only when it is this long
FRAGMENT_END = 3  # letters of a last word that may be an abbreviation
FORMAL = frozenset(
    {Role.HEADING, Role.DATELINE, Role.LIST_ITEM, Role.TABLE, Role.VERSE, Role.SIGNATURE}
)  # lines that resemble others by their form


def candidates(
    document: Document,
    found: Pieces,
    repeated: AbstractSet[int],
    frequency: Counter[str],
    functional: frozenset[str],
) -> Iterator[tuple[int, int]]:
    """Yield (first, later) of the pieces that may say the same, in order."""
    terms: Sequence[list[str]] = found.words
    if may_be_dense(document.alphabet) and is_dense(document.folded):
        terms = [_grams(words) for words in terms]
        frequency = Counter(chain.from_iterable(terms))
    eligible: dict[int, bool] = {}
    for pair in sorted(_sharing(terms, repeated, frequency, functional)):
        for index in pair:
            if index not in eligible:
                eligible[index] = _is_eligible(document, found[index])
        if (
            eligible[pair[0]]
            and eligible[pair[1]]
            and not all(_is_labelled(document, found[index]) for index in pair)
            and not all(_is_listed(document, found[index]) for index in pair)
            and not _are_entries(document, *(found[index] for index in pair))
        ):
            yield pair


def _sharing(
    terms: Sequence[list[str]],
    repeated: AbstractSet[int],
    frequency: Counter[str],
    functional: frozenset[str],
) -> Iterator[tuple[int, int]]:
    rare = {term for term, count in frequency.items() if 1 < count <= COMMON and len(term) >= LONG}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(terms):
        if index not in repeated and MIN_WORDS <= len(words) <= MAX_WORDS:
            own = rare.intersection(words)
            if len(own) >= MIN_SHARED:
                for term in own:
                    places[term].append(index)
    shared = Counter(
        chain.from_iterable(
            combinations(indexes, 2) for indexes in places.values() if len(indexes) > 1
        )
    )
    for (first, later), count in shared.items():
        if count >= MIN_SHARED:
            left, right = (set(terms[index]).difference(functional) for index in (first, later))
            if len(left & right) >= MIN_OVERLAP * min(len(left), len(right)):
                yield first, later


def _grams(words: Sequence[str]) -> list[str]:
    return ["".join(gram) for gram in zip(*(words[shift:] for shift in range(GRAM)), strict=False)]


def _is_eligible(document: Document, piece: Piece) -> bool:
    role = document.line_at(piece.start).role
    if (role in FORMAL and role is not Role.LIST_ITEM) or size(piece.words) < MIN_WORDS:
        return False
    text = document.text[piece.start : piece.end]
    if role is Role.LIST_ITEM and text.endswith((";", ",", ":")):
        return False  # a part of the list's own sentence
    if piece.whole and text.endswith("?"):
        return False  # of an interview or a list of questions: its answer takes it up
    return is_prose(text) and not is_fragment(piece, text)


def is_fragment(piece: Piece, text: str) -> bool:
    """Tell whether a short sentence ends where an abbreviation may have been cut."""
    return (
        not piece.whole
        and len(piece.words) < FRAGMENT_WORDS
        and text.endswith(".")
        and len(piece.words[-1]) <= FRAGMENT_END
        and piece.words[-1].isalpha()
    )


def _is_listed(document: Document, piece: Piece) -> bool:
    """Tell whether a piece is an item of a list; one item may repeat the text, not another item."""
    return document.line_at(piece.start).role is Role.LIST_ITEM


def _is_labelled(document: Document, piece: Piece) -> bool:
    """Tell whether a piece is a value behind a label or number: "Kit: white shirt, blue socks"."""
    text = document.text[piece.start : piece.end]
    label, colon, _ = text.partition(":")
    return text[0].isdigit() or (bool(colon) and len(label.split()) <= LABEL)


def _are_entries(document: Document, first: Piece, later: Piece) -> bool:
    """Tell whether two lines are entries of a list: each names something else before a colon."""
    if not (first.whole and later.whole):
        return False
    texts = (document.text[piece.start : piece.end] for piece in (first, later))
    heads = [text.partition(":") for text in texts]
    if not all(colon and len(head.split()) <= ENTRY for head, colon, _ in heads):
        return False
    ours, theirs = ({word for word in head.split() if word[0].isupper()} for head, _, _ in heads)
    return bool(ours - theirs) and bool(theirs - ours)
