"""The rows of facts that one document contributes."""

from __future__ import annotations

from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textassay.text.document import Document


def fingerprint(text: str) -> int:
    """Return a signed 64-bit key of a text, the same on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def line_key(text: str) -> int:
    """Return the fingerprint of a line, case and white space folded."""
    return fingerprint(" ".join(text.casefold().split()))


def word_counts(document: Document) -> Counter[str]:
    """Return how often each word form occurs in the document."""
    return Counter(document.words)


def capitalised_counts(document: Document) -> Counter[str]:
    """Return how often each word form has its capital inside a sentence."""
    first = {sentence.start for sentence in document.sentences}
    return Counter(
        word
        for word, (start, _) in zip(document.words, document.word_spans, strict=True)
        if word[0].isupper() and start not in first
    )


def capitalised_pairs(document: Document) -> set[tuple[str, str]]:
    """Return the pairs of capitalised words with one blank between, lower-cased.

    They are the names and fixed phrases that a corpus repeats ("Foreign
    Ministry"); a possessive ending is left out.
    """
    pairs = set()
    text = document.text
    previous, stop = "", -2
    for word, (start, end) in zip(document.words, document.word_spans, strict=True):
        if not word[0].isupper():
            continue
        if start == stop + 1 and text[stop] == " ":
            pairs.add((previous, _bare(word)))
        previous, stop = _bare(word), end
    return pairs


def _bare(word: str) -> str:
    lowered = word.lower()
    return lowered[:-2] if lowered.endswith(("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")) else lowered


def line_keys(document: Document) -> set[int]:
    """Return the fingerprints of the lines that hold any letter."""
    text = document.text
    return {
        line_key(piece)
        for line in document.lines
        if any(map(str.isalpha, piece := text[line.start : line.end]))
    }
