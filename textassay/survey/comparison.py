"""Compares two records: the same bytes, the same words, which passages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textassay.contract import RecordMatch, SharedPassage
from textassay.frozen import NamedTuple
from textassay.survey.alignment import Likeness, Reach, likeness, overlaps, overlaps_of, prepare
from textassay.survey.differing import differing_numbers, figures
from textassay.survey.fingerprints import GRAM, WINDOW
from textassay.survey.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textassay.survey.alignment import Overlap, Prepared
    from textassay.survey.differing import Figures
    from textassay.survey.library import Shelved
    from textassay.survey.seeds import Numbers

EXCERPT = 200  # code points of the other copy that a match quotes
SPARSE = Reach(gram=GRAM + WINDOW - 1, gap=50, least=12, density=0.3)
"""How fingerprints alone are chained: winnowed ones of an exact copy cover this many words."""


class Copy(NamedTuple):
    """A record as it is compared: who it is, its text, its words, its figures."""

    shelved: Shelved
    text: str
    prepared: Prepared
    figures: Figures


def copy(shelved: Shelved, text: str) -> Copy:
    """Return a record ready to be compared."""
    return Copy(shelved, text, prepare(tokenize(text)), figures(text))


def compare(
    pairs: Sequence[tuple[Copy, Copy]], *, reference: bool = False
) -> list[RecordMatch | None]:
    """Return how the first record of each pair matches the second.

    None where they share no passage.
    """
    found = overlaps([(ours.prepared, other.prepared) for ours, other in pairs])
    return [
        _compared(ours, other, shared, reference=reference)
        for (ours, other), shared in zip(pairs, found, strict=True)
    ]


def _compared(
    ours: Copy, other: Copy, shared: Sequence[Overlap], *, reference: bool
) -> RecordMatch | None:
    shelved = other.shelved
    identical = bool(shelved.sha256) and shelved.sha256 == ours.shelved.sha256
    same_words = bool(np.array_equal(ours.prepared.tokens.keys, other.prepared.tokens.keys))
    if not (identical or same_words or shared):
        return None
    passages = tuple(_passage(ours, other, overlap) for overlap in shared)
    shares = likeness(ours.prepared, other.prepared)
    return _match(shelved, identical, same_words, shares, passages, reference=reference)


def compare_fingerprints(
    ours: Copy, other: Shelved, places: Numbers, offsets: Numbers, *, reference: bool = False
) -> RecordMatch | None:
    """Return how a record matches one whose text was not kept.

    Args:
        ours: The record.
        other: The one without text.
        places: The words of ours that shared fingerprints begin at.
        offsets: Where these begin in the other, in code points.
        reference: Whether the other belongs to a reference corpus.
    """
    tokens = ours.prepared.tokens
    identical = bool(other.sha256) and other.sha256 == ours.shelved.sha256
    same_words = other.whole == ours.shelved.whole and other.words == len(tokens) > 0
    width = max(1, len(ours.text) // max(1, len(tokens)))
    count = len(tokens)
    passages = []
    for overlap in overlaps_of(places, offsets // width, SPARSE):
        end = min(overlap.end, count)
        passages.append(
            SharedPassage(
                start=int(tokens.starts[overlap.start]),
                end=int(tokens.ends[end - 1]),
                other_start=overlap.other_start * width,
                other_end=overlap.other_end * width,
                text="",
                words=min(overlap.matched, end - overlap.start),
                share=min(1.0, overlap.matched / (end - overlap.start)),
            )
        )
    if not (identical or same_words or passages):
        return None
    covered = sum(passage.words for passage in passages)
    contained = 1.0 if same_words else min(1.0, covered / max(1, count))
    covering = 1.0 if same_words else min(1.0, covered / max(1, other.words))
    union = max(1, count + other.words - covered)
    shares = Likeness(contained, covering, 1.0 if same_words else min(1.0, covered / union))
    return _match(other, identical, same_words, shares, tuple(passages), reference=reference)


def _match(
    other: Shelved,
    identical: bool,  # noqa: FBT001 - private, in the order of the fields
    same_words: bool,  # noqa: FBT001
    shares: Likeness,
    passages: tuple[SharedPassage, ...],
    *,
    reference: bool,
) -> RecordMatch:
    return RecordMatch(
        record=other.id,
        path=other.path,
        identical=identical,
        same_words=same_words,
        contained=shares.contained,
        covering=shares.covering,
        jaccard=shares.jaccard,
        passages=passages,
        reference=reference,
    )


def _passage(ours: Copy, other: Copy, overlap: Overlap) -> SharedPassage:
    here, there = ours.prepared.tokens, other.prepared.tokens
    start, end = int(there.starts[overlap.other_start]), int(there.ends[overlap.other_end - 1])
    ours_start, ours_end = int(here.starts[overlap.start]), int(here.ends[overlap.end - 1])
    exact = overlap.matched == overlap.end - overlap.start
    return SharedPassage(
        start=ours_start,
        end=ours_end,
        other_start=start,
        other_end=end,
        text=other.text[start : min(end, start + EXCERPT)],
        words=overlap.matched,
        share=overlap.matched / (overlap.end - overlap.start),
        numbers=()
        if exact
        else differing_numbers(ours.figures, (ours_start, ours_end), other.figures, (start, end)),
    )
