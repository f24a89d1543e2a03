"""What one record contributes to the facts, as arrays.

Any process can observe a record; the process that keeps the sums takes what
was observed. So several of them survey one corpus.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from textassay.frozen import NamedTuple
from textassay.survey.fingerprints import fingerprints, whole
from textassay.survey.forms import forms, rows
from textassay.survey.neighbours import PASSAGES
from textassay.survey.tables import LINES, PAIRS, WORDS, line_keys, source
from textassay.survey.tokens import tokenize
from textassay.text.fingerprints import fingerprint

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from textassay.survey.seeds import Numbers
    from textassay.survey.sorting import Columns
    from textassay.text.document import Document


class Fingerprinted(NamedTuple):
    """A text for the survey of passages.

    ``words`` is how many it has, ``whole`` the key of all of them.
    """

    words: int
    whole: int
    keys: Numbers
    offsets: Numbers


class Observation(NamedTuple):
    """What one record contributes; None for a table that nobody asked for.

    ``text``: the fingerprint of the whole text, equal in copies; ``words``:
    keys, occurrences, and those inside sentences; ``pairs``: of the language
    that is named first; ``lines``: keys, for the source before them.
    """

    text: int
    words: Columns | None
    pairs: tuple[str, set[tuple[str, str]]] | None
    lines: tuple[int, NDArray[np.int64]] | None
    passages: Fingerprinted | None


def observe(document: Document, wanted: frozenset[str]) -> Observation:
    """Return what a document contributes to the wanted tables."""
    words = pairs = None
    if WORDS.name in wanted or PAIRS.name in wanted:
        found = forms(document.text)
        if WORDS.name in wanted:
            keys, counts, inside = rows(document, found)
            words = (keys.view(np.int64), counts, inside)
        if PAIRS.name in wanted:
            pairs = document.language.code, set(found.pairs())
    lines = None
    if LINES.name in wanted:
        lines = fingerprint(source(document.record)), np.fromiter(line_keys(document), np.int64)
    passages = fingerprinted(document.text) if PASSAGES in wanted else None
    return Observation(fingerprint(document.text), words, pairs, lines, passages)


def fingerprinted(text: str) -> Fingerprinted:
    """Return the fingerprints of a text."""
    tokens = tokenize(text)
    return Fingerprinted(len(tokens), whole(tokens), *fingerprints(tokens))
