"""Words that end in another word: where a blank was lost between small letters."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.vocabulary import TITLE, vocabulary
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahocorasick_rs import AhoCorasick

    from textassay.checks.typos.vocabulary import Vocabulary

LEFT = 4.0  # Zipf frequency of the word before: rarer ones make names and compounds
WHOLE = 1.5  # Zipf frequency from which the whole is a word, or a slip that many make
LONGEST = 30  # letters of the two words together
SHORTEST_TAIL = 3  # letters; shorter words end too many others
NEAR = 150  # characters each side that must be in the language
JUDGED = 20_000  # words whose verdict is kept: they come again and again
COVERED = 0.7  # of the words near by that the vocabulary has; news has .9, dialects .3
_ENCLITICS = frozenset({"los", "las", "nos", "ella", "man", "were"})
"""Pronouns that verbs end in ("verlos"), ends of names ("Hoffman") and of slips ("anywere")."""
_BEFORE = (
    "abcdefghijklmnopqrstuvwxyz\u00e0\u00e1\u00e2\u00e3\u00e4\u00e7\u00e8\u00e9\u00ea\u00ed"
    "\u00f1\u00f3\u00f4\u00f5\u00f6\u00f9\u00fa\u00fc\u00df"
)
_WORD = lazy(r"[^\W\d_]+")


@cache
def _searcher(language: str) -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick, Implementation

    words = entries(__file__, f"small_words.{language}.txt")
    tails = [word for word in words if len(word) >= SHORTEST_TAIL and word not in _ENCLITICS]
    patterns = [f"{letter}{word} " for word in tails for letter in _BEFORE]
    # Five times as fast as the default, which spares memory that 1,100 patterns do not take.
    return AhoCorasick(patterns, implementation=Implementation.DFA)


def glued_tails(text: str, language: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, seam and end of two words in small letters that hang together.

    Every place where a small word of the grammar ends a longer word is looked
    at: the whole must be unknown to the vocabulary, what stands before known.

    Args:
        text: A text without lone surrogates.
        language: Its ISO 639-1 code.
    """
    words = vocabulary(language)
    if words is None:
        return
    found = []
    for _, before, end in _searcher(language).find_matches_as_indexes(text, overlapping=True):
        start = before + 1  # the letter tells it from the small word by itself
        first = text.rfind(" ", max(0, start - LONGEST), start) + 1
        left = text[first:start]
        if left.isalpha() and _is_glued(language, left, text[start : end - 1]):
            found.append((first, start, end - 1))
    times = Counter(text[first:last] for first, _, last in found)
    for first, seam, last in found:
        if times[text[first:last]] == 1 and _is_in_language(words, text, first, last):
            yield first, seam, last


def _is_in_language(words: Vocabulary, text: str, first: int, last: int) -> bool:
    around = _WORD.findall(text[max(0, first - NEAR) : first] + " " + text[last : last + NEAR])
    known = sum(words.flags(word.lower()) > 0 for word in around)
    return known >= COVERED * len(around)


@lru_cache(maxsize=JUDGED)
def _is_glued(language: str, left: str, right: str) -> bool:
    words = vocabulary(language)
    whole = left + right
    if (
        words is None
        or words.valid(whole)
        or words.zipf(whole.lower()) >= WHOLE
        or len(left) > LONGEST - 1
    ):
        return False
    zipf, flags = words.entry(left.lower())
    if left[:1].isupper():
        return bool(flags & TITLE) and zipf >= LEFT - 1 and len(right) > SHORTEST_TAIL
    return words.valid(left) and zipf >= LEFT and len(left) > 1
