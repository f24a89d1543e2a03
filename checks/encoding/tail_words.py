"""Words that end in another word: where a blank was lost between small letters."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING

from textassay.checks.typos.vocabulary import TITLE, vocabulary
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
FIRST_TEXTS = 20_000  # code points: building the automaton takes as long as searching so many
_read: Counter[str] = Counter()  # code points searched word by word, by language


@cache
def _tails(language: str) -> list[str]:
    words = entries(__file__, f"small_words.{language}.txt")
    return [word for word in words if len(word) >= SHORTEST_TAIL and word not in _ENCLITICS]


@cache
def _searcher(language: str) -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick, Implementation

    patterns = [f"{letter}{word} " for word in _tails(language) for letter in _BEFORE]
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
    for before, end in _ends(text, language):
        start = before + 1  # the letter tells it from the small word by itself
        first = text.rfind(" ", max(0, start - LONGEST), start) + 1
        left = text[first:start]
        if left.isalpha() and _is_glued(language, left, text[start : end - 1]):
            found.append((first, start, end - 1))
    times = Counter(text[first:last] for first, _, last in found)
    for first, seam, last in found:
        if times[text[first:last]] == 1 and _is_in_language(words, text, first, last):
            yield first, seam, last


def _ends(text: str, language: str) -> Iterable[tuple[int, int]]:
    """Return the letter before each small word that ends a word, and the end of the blank after.

    A single file is searched before the automaton would be built.
    """
    if _read[language] + len(text) <= FIRST_TEXTS:
        _read[language] += len(text)
        return sorted(one_by_one(text, language), key=itemgetter(1, 0))
    _read[language] = FIRST_TEXTS
    return at_once(text, language)


def at_once(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield the letter before each small word that ends a word, and the end, in one pass."""
    for _, before, end in _searcher(language).find_matches_as_indexes(text, overlapping=True):
        yield before, end


def one_by_one(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield what the automaton finds, word by word."""
    for word in _tails(language):
        start = text.find(f"{word} ", 1)
        while start >= 0:
            if text[start - 1] in _BEFORE:
                yield start - 1, start + len(word) + 1
            start = text.find(f"{word} ", start + 1)


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
