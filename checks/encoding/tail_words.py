"""Words that end in another word: where a blank was lost between small letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING

from textassay.checks.typos.vocabulary import LOWER, TITLE, vocabulary
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahocorasick_rs import BytesAhoCorasick

    from textassay.checks.typos.vocabulary import Vocabulary

LEFT = 4.0  # Zipf frequency of the word before: rarer ones make names and compounds
WHOLE = 1.5  # Zipf frequency from which the whole is a word, or a slip that many make
LONGEST = 30  # letters of the two words together
SHORTEST_TAIL = 3  # letters; shorter words end too many others
NEAR = 150  # characters each side that must be in the language
JUDGED = 20_000  # words whose verdict is kept: they come again and again
COVERED = 0.7  # of the words near by that the vocabulary has; news has .9, dialects .3
_ENCLITICS = frozenset({"los", "las", "nos", "gli", "ella", "man", "were"})
"""Pronouns that verbs end in ("verlos"), ends of names ("Hoffman") and of slips ("anywere")."""
OFFICE = 6  # letters of a common noun with a capital ("Gobierno"); shorter ones begin surnames
_PLAIN_CAPITALS = frozenset({"es", "pt"})  # elsewhere surnames are made of two words
_PROCLITICS = frozenset({"eben"})  # "ebendie", "ebender"
_BEFORE = (
    "abcdefghijklmnopqrstuvwxyz\u00e0\u00e1\u00e2\u00e3\u00e4\u00e7\u00e8\u00e9\u00ea\u00ed"
    "\u00f1\u00f3\u00f4\u00f5\u00f6\u00f9\u00fa\u00fc\u00df"
)
_WORD = lazy(r"[^\W\d_]+")
FIRST_TEXTS = 20_000  # letters: building the automaton takes as long as searching so many
_plain: defaultdict[str, set[str]] = defaultdict(set)  # words that are none, by language
_read: Counter[str] = Counter()  # letters searched word by word, by language


@cache
def _tails(language: str) -> dict[str, tuple[bytes, ...]]:
    """Return each small word with the letters before it that make no other one ("t", "his")."""
    words = entries(__file__, f"small_words.{language}.txt")
    tails = {word for word in words if len(word) >= SHORTEST_TAIL and word not in _ENCLITICS}
    return {
        tail: tuple(letter.encode("latin-1") for letter in _BEFORE if letter + tail not in tails)
        for tail in sorted(tails)
    }


@cache
def _searcher(language: str) -> BytesAhoCorasick:
    """Return an automaton of letters before small words."""
    from ahocorasick_rs import BytesAhoCorasick, Implementation

    patterns = [
        letter + f"{word} ".encode("latin-1")
        for word, letters in _tails(language).items()
        for letter in letters
    ]
    # Five times as fast as the default, which spares memory that 1,100 patterns do not take.
    return BytesAhoCorasick(patterns, implementation=Implementation.DFA)


def glued_tails(text: str, narrow: bytes, language: str) -> Iterator[tuple[int, int, int]]:
    """Yield start, seam and end of two words in small letters that hang together.

    Every place where a small word of the grammar ends a longer word is looked
    at: the whole must be unknown to the vocabulary, what stands before known.

    Args:
        text: The text of the record.
        narrow: The same with one byte a code point.
        language: Its ISO 639-1 code.
    """
    words = vocabulary(language)
    if words is None:
        return
    found = []
    plain = _plain[language]
    for _, before, after in _ends(narrow, language):
        seam = before + 1
        within = seam - LONGEST if seam > LONGEST else 0
        first = text.rfind(" ", within, seam) + 1
        written = text[first : after - 1]
        if written in plain or first < within:
            continue
        if _is_glued(words, text[first:seam], text[seam : after - 1]):
            found.append((first, seam, after - 1))
        elif len(plain) < JUDGED:
            plain.add(written)
    if not found:
        return
    times = Counter(text[first:end] for first, _, end in found)
    for first, seam, end in found:
        if times[text[first:end]] == 1 and _is_in_language(words, text, first, end):
            yield first, seam, end


def _ends(narrow: bytes, language: str) -> Iterable[tuple[int, int, int]]:
    """Return what stands where small words end longer ones, as the automaton tells it.

    A single file is searched before the automaton would be built.
    """
    if _read[language] + len(narrow) <= FIRST_TEXTS:
        _read[language] += len(narrow)
        return sorted(one_by_one(narrow, language), key=itemgetter(2, 1))
    _read[language] = FIRST_TEXTS
    return at_once(narrow, language)


def at_once(narrow: bytes, language: str) -> list[tuple[int, int, int]]:
    """Return a number, the letter before each small word that ends a longer one, and its end.

    The blank behind it is in; all are found in one pass.
    """
    return _searcher(language).find_matches_as_indexes(narrow, overlapping=True)


def one_by_one(narrow: bytes, language: str) -> Iterator[tuple[int, int, int]]:
    """Yield what the automaton finds, word by word."""
    for number, (word, letters) in enumerate(_tails(language).items()):
        tail = f"{word} ".encode("latin-1")
        start = narrow.find(tail, 1)
        while start >= 0:
            if narrow.endswith(letters, 0, start):
                yield number, start - 1, start + len(tail)
            start = narrow.find(tail, start + 1)


def _is_in_language(words: Vocabulary, text: str, first: int, last: int) -> bool:
    around = _WORD.findall(text[max(0, first - NEAR) : first] + " " + text[last : last + NEAR])
    known = sum(words.flags(word.lower()) > 0 for word in around)
    return known >= COVERED * len(around)


def _is_glued(words: Vocabulary, left: str, right: str) -> bool:
    """Tell whether two words make none: no word as it stands, nor a slip that many make."""
    whole = left + right
    if words.valid(whole) or words.zipf(whole.lower()) >= WHOLE or not left.isalpha():
        return False
    if left in _PROCLITICS:
        return False
    zipf, flags = words.entry(left.lower())
    if left[:1].isupper():
        office = words.language in _PLAIN_CAPITALS and flags & LOWER and len(left) >= OFFICE
        if office and zipf >= LEFT:
            return True
        return bool(flags & TITLE) and zipf >= LEFT - 1 and len(right) > SHORTEST_TAIL
    return words.valid(left) and zipf >= LEFT and len(left) > 1
