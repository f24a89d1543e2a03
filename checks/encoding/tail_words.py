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

    from ahocorasick_rs import BytesAhoCorasick

    from textassay.checks.typos.vocabulary import Vocabulary

LEFT = 4.0  # Zipf frequency of the word before: rarer ones make names and compounds
WHOLE = 1.5  # Zipf frequency from which the whole is a word, or a slip that many make
LONGEST = 30  # letters of the two words together
_LONGEST_BYTES = 2 * LONGEST
SHORTEST_TAIL = 3  # letters; shorter words end too many others
NEAR = 150  # characters each side that must be in the language
JUDGED = 20_000  # words whose verdict is kept: they come again and again
COVERED = 0.7  # of the words near by that the vocabulary has; news has .9, dialects .3
_ENCLITICS = frozenset({"los", "las", "nos", "gli", "ella", "man", "were"})
"""Pronouns that verbs end in ("verlos"), ends of names ("Hoffman") and of slips ("anywere")."""
_PROCLITICS = frozenset({"eben"})  # "ebendie", "ebender"
_BEFORE = (
    "abcdefghijklmnopqrstuvwxyz\u00e0\u00e1\u00e2\u00e3\u00e4\u00e7\u00e8\u00e9\u00ea\u00ed"
    "\u00f1\u00f3\u00f4\u00f5\u00f6\u00f9\u00fa\u00fc\u00df"
)
_WORD = lazy(r"[^\W\d_]+")
FIRST_TEXTS = 20_000  # bytes: building the automaton takes as long as searching so many
_read: Counter[str] = Counter()  # bytes searched word by word, by language


@cache
def _tails(language: str) -> dict[str, tuple[bytes, ...]]:
    """Return each small word with the letters before it that make no other one ("t", "his")."""
    words = entries(__file__, f"small_words.{language}.txt")
    tails = {word for word in words if len(word) >= SHORTEST_TAIL and word not in _ENCLITICS}
    return {
        tail: tuple(letter.encode() for letter in _BEFORE if letter + tail not in tails)
        for tail in sorted(tails)
    }


@cache
def _searcher(language: str) -> tuple[BytesAhoCorasick, list[int]]:
    """Return an automaton of letters before small words, and how far their ends are from these."""
    from ahocorasick_rs import BytesAhoCorasick, Implementation

    patterns = []
    reaches = []
    for word, letters in _tails(language).items():
        tail = f"{word} ".encode()
        patterns += [letter + tail for letter in letters]
        reaches += [len(tail)] * len(letters)
    # Five times as fast as the default, which spares memory that 1,100 patterns do not take.
    return BytesAhoCorasick(patterns, implementation=Implementation.DFA), reaches


def glued_tails(text: str, data: bytes, language: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, seam and end of two words in small letters that hang together.

    Every place where a small word of the grammar ends a longer word is looked
    at: the whole must be unknown to the vocabulary, what stands before known.

    Args:
        text: The text of the record.
        data: The same in UTF-8, lone surrogates too.
        language: Its ISO 639-1 code.
    """
    words = vocabulary(language)
    if words is None:
        return
    found = []
    for seam, end in _ends(data, language):
        within = seam - _LONGEST_BYTES if seam > _LONGEST_BYTES else 0
        first = data.rfind(b" ", within, seam) + 1
        if _is_word(language, data[first:end]) or first < within:
            continue
        if _is_glued(language, data[first:seam], data[seam:end]):
            found.append((first, seam, end))
    times = Counter(data[first:end] for first, _, end in found)
    done = offset = 0
    for first, seam, end in found:
        if times[data[first:end]] == 1:
            offset += len(data[done:first].decode("utf-8", "surrogatepass"))
            done = first
            left, right = (len(data[a:b].decode()) for a, b in ((first, seam), (seam, end)))
            if _is_in_language(words, text, offset, offset + left + right):
                yield offset, offset + left, offset + left + right


def _ends(data: bytes, language: str) -> Iterable[tuple[int, int]]:
    """Return start and end of each small word that ends a longer one before a blank.

    A single file is searched before the automaton would be built.
    """
    if _read[language] + len(data) <= FIRST_TEXTS:
        _read[language] += len(data)
        return sorted(one_by_one(data, language), key=itemgetter(1, 0))
    _read[language] = FIRST_TEXTS
    return at_once(data, language)


def at_once(data: bytes, language: str) -> list[tuple[int, int]]:
    """Return start and end of each small word that ends a longer one, in one pass."""
    searcher, reaches = _searcher(language)
    found = searcher.find_matches_as_indexes(data, overlapping=True)
    return [(end - reaches[pattern], end - 1) for pattern, _, end in found]


def one_by_one(data: bytes, language: str) -> Iterator[tuple[int, int]]:
    """Yield what the automaton finds, word by word."""
    for word, letters in _tails(language).items():
        tail = f"{word} ".encode()
        start = data.find(tail, 1)
        while start >= 0:
            if data.endswith(letters, 0, start):
                yield start, start + len(tail) - 1
            start = data.find(tail, start + 1)


def _is_in_language(words: Vocabulary, text: str, first: int, last: int) -> bool:
    around = _WORD.findall(text[max(0, first - NEAR) : first] + " " + text[last : last + NEAR])
    known = sum(words.flags(word.lower()) > 0 for word in around)
    return known >= COVERED * len(around)


@lru_cache(maxsize=JUDGED)
def _is_word(language: str, written: bytes) -> bool:
    """Tell whether a token is a word as it stands, or a slip that many make."""
    words = vocabulary(language)
    whole = written.decode("utf-8", "replace")
    return words is None or words.valid(whole) or words.zipf(whole.lower()) >= WHOLE


@lru_cache(maxsize=JUDGED)
def _is_glued(language: str, before: bytes, tail: bytes) -> bool:
    words = vocabulary(language)
    left, right = before.decode("utf-8", "replace"), tail.decode()
    if words is None or not left.isalpha() or len(left) > LONGEST - 1 or left in _PROCLITICS:
        return False
    zipf, flags = words.entry(left.lower())
    if left[:1].isupper():
        return bool(flags & TITLE) and zipf >= LEFT - 1 and len(right) > SHORTEST_TAIL
    return words.valid(left) and zipf >= LEFT and len(left) > 1
