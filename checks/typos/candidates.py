"""What a writer may have meant by an unknown word, likeliest first."""

from __future__ import annotations

from functools import lru_cache
from sys import modules
from typing import TYPE_CHECKING

from textassay.checks.typos.bags import alike
from textassay.checks.typos.morphology import prefixes, suffixes
from textassay.checks.typos.near import edits
from textassay.checks.typos.spelling import accented, consonants, edit_cost, plain
from textassay.checks.typos.vocabulary import (
    COMMON,
    LISTED,
    LOWER,
    TITLE,
    common_words,
    foreign,
    known_slip,
    vocabulary,
)
from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.vocabulary import Vocabulary

CACHED = 5_000  # words; some 8 MB
RARE = 1.5  # a dictionary word that no news uses explains nothing
RARE_PLAIN = 2.5  # without the diacritics written: few add one to a rare word ("vacu\u00f3")
FOREIGN = 2.5  # a word of another language is not two edits from one of this
TWO_EDITS_FROM = 6  # letters; in shorter words two edits reach everything
COMPOUNDING = frozenset({"de", "en"})
PLAIN_ZIPF = 5.0  # of one half, where the language does not run nouns together
GRAMMAR_ZIPF = 6.0  # of one half; two rarer ones are a new compound ("stockowners")
# Languages that hardly join words, and whose dictionary is whole: of 7 unknown words in Spanish
# news and manuals that are two such halves 5 lacked a blank.
UNCOMPOUNDING = frozenset({"es", "pt"})
HALF, HALF_ZIPF = 4, 4.0  # letters and frequency of each half
ADVERBIAL = "mente"
SPLIT_ZIPF = 3.75  # of each half of two words run together
SPLIT_SUM = 9.0  # of both halves: "of the" 14.8, "car go" 10.4
# No prefixes and no first parts of compounds: a rarer word may follow ("thetonnage")
_LEADING = frozenset({"the", "and", "their", "his", "with", "from", "which", "that", "this"}) | {
    *("las", "los", "del", "que", "una", "les", "des", "une", "der", "dem", "che", "della")
}
# Endings behind which a Spanish word has no other, and small words that hang there by mistake:
# "flexiblesya", "demostraronla", "reuni\u00f3nen"
ENDED = ("as", "es", "os", "ron", "i\u00f3n", "dad")
BEHIND_ENDED = frozenset(
    {"al", "con", "de", "del", "el", "en", "la", "las", "los", "no", "para", "por", "que", "se"}
    | {"su", "un", "una", "y", "ya"}
)
# Endings of English adjectives, adverbs and participles: compounds begin with nouns
_UNCOMPOUNDED = (
    "ly",
    "al",
    "ive",
    "ous",
    "tic",
    "mic",
    "ary",
    "ful",
    "able",
    "ible",
    "ent",
    "ant",
    "ing",
    "ed",
)
_PARTICLES = frozenset({"back", "down", "off", "on", "out", "over", "through", "under", "up"})
RARE_HALF, BESIDE_ZIPF = 2.5, 4.5  # least frequency of the rarer half, and what it counts as
NEARBY = 100  # words kept of those two edits away
KNOWN_RANK = 9.0  # a listed misspelling is what its list says
# Fitted, listwise, on listed English misspellings and on errors put into edited sentences: one
# unit of cost weighs as much as three powers of ten of frequency. Writers lose letters more than
# they add them, and vowels and doublings more than other consonants. First suggestion right, on
# other words, of 5,070 listed ones .954 (.932 by cost and frequency alone), of errors put in
# en .93 (.86), es .94 (.88).
COST_WEIGHT, ZIPF_WEIGHT, LOST_LETTER, CONSONANTS = 2.5, 0.8, 1.35, 0.45
BLANK = 2.0  # what a lost blank costs in all


class Candidate(NamedTuple):
    """A word, or two with a blank between, that may have been meant."""

    word: str
    cost: float
    zipf: float
    rank: float
    listed: bool


@lru_cache(maxsize=CACHED)
def candidates(language: str, word: str, *, capitalised: bool) -> tuple[Candidate, ...]:
    """Return the candidates for a lower-case unknown word, best first.

    Args:
        language: One of ``vocabulary.LANGUAGES``.
        word: The lower-case word.
        capitalised: Whether it was written with a capital: then names are candidates, too.
    """
    words = vocabulary(language)
    if words is None:
        return ()
    found = [
        _candidate(word, text, zipf, flags)
        for text, zipf, flags in entries_near(words, word, capitalised=capitalised)
    ]
    found.extend(split_in_two(words, word))
    if not found and not capitalised:
        found.extend(_two_edits(words, word))
    slip = known_slip(language, word)
    if slip:
        halves = [words.zipf(half) for half in slip.split()]
        zipf = sum(halves) - SPLIT_SUM * (len(halves) > 1)
        found = [candidate for candidate in found if candidate.word != slip]
        found.append(Candidate(slip, edit_cost(word, slip), zipf, KNOWN_RANK, listed=True))
    found.sort(key=lambda candidate: (-candidate.rank, candidate.word))
    return tuple(found)


@lru_cache(maxsize=CACHED)
def meant(language: str, word: str) -> bool:
    """Tell whether a lower-case unknown word has any candidate that is no name."""
    words = vocabulary(language)
    return words is not None and bool(
        entries_near(words, word, capitalised=False)
        or any(split_in_two(words, word))
        or known_slip(language, word)
        or two_edits(language, word)
    )


def entries_near(
    words: Vocabulary, word: str, *, capitalised: bool
) -> list[tuple[str, float, int]]:
    """Return ``(word, zipf, flags)`` of the words one edit away that may have been meant."""
    wanted = LOWER | LISTED | (TITLE if capitalised else 0)
    bare = plain(word)
    near = words.entries((edits(words.language)[word] | {bare}) - {word})
    return [
        (text, zipf, flags)
        for text, zipf, flags in near
        if zipf >= (RARE if text != bare else RARE_PLAIN)
        and flags & wanted
        and (flags & (LOWER | TITLE) or not _unaccented(words, text, zipf))
    ]


def _candidate(written: str, text: str, zipf: float, flags: int) -> Candidate:
    cost = edit_cost(written, text)
    listed = bool(flags & (LOWER | TITLE))
    return Candidate(text, cost, zipf, _rank(written, text, cost, zipf), listed)


def _rank(written: str, text: str, cost: float, zipf: float) -> float:
    longer = len(text) > len(written)
    same = consonants(written) == consonants(text)
    return ZIPF_WEIGHT * zipf - COST_WEIGHT * cost + LOST_LETTER * longer + CONSONANTS * same


def _unaccented(words: Vocabulary, text: str, zipf: float) -> bool:
    """Tell whether a more frequent form has the diacritics that this one lacks."""
    return any(words.zipf(other) > zipf for other in accented(text, words.language))


def split_in_two(words: Vocabulary, word: str) -> Iterator[Candidate]:
    """Yield the pairs of frequent words that the word is without a blank."""
    needed = GRAMMAR_ZIPF if words.language in COMPOUNDING else PLAIN_ZIPF
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        first = words.frequency(left) or 0.0
        second = (words.frequency(right) or 0.0) if first >= SPLIT_ZIPF or cut >= HALF else 0.0
        if first >= SPLIT_ZIPF > second and _leads(words, left, first):
            second = _beside(words, right)
        elif second >= SPLIT_ZIPF > first and _follows(words, left, right, second):
            first = _beside(words, left)
        if min(first, second) < SPLIT_ZIPF:
            continue
        if max(first, second) < needed and not _two_words(words, left, right):
            continue
        if _phrasal(words, left, right) and min(first, second) < GRAMMAR_ZIPF:
            continue
        zipf = first + second - SPLIT_SUM
        rank = ZIPF_WEIGHT * zipf - BLANK
        yield Candidate(f"{left} {right}", 1.0, zipf, rank, listed=True)


def _phrasal(words: Vocabulary, left: str, right: str) -> bool:
    """Tell whether one half is a particle, of which English makes nouns: "outturn", "buydown"."""
    return words.language == "en" and (left in _PARTICLES or right in _PARTICLES)


def _leads(words: Vocabulary, left: str, zipf: float) -> bool:
    """Tell whether a frequent word begins no word, so that a rarer one may hang behind it."""
    if left in _LEADING:
        return True
    plain_language = words.language in UNCOMPOUNDING and len(left) >= HALF
    return plain_language and zipf >= PLAIN_ZIPF and left not in prefixes(words.language)


def _follows(words: Vocabulary, left: str, right: str, zipf: float) -> bool:
    """Tell whether a frequent word ends no word, so that a rarer one may hang before it."""
    if words.language == "es" and left.endswith(ENDED) and right in BEHIND_ENDED:
        return not left.endswith("mos")  # "d\u00e9mosla"
    long = len(right) > HALF and right != ADVERBIAL
    return long and words.language in UNCOMPOUNDING and zipf >= PLAIN_ZIPF


def _beside(words: Vocabulary, rare: str) -> float:
    """Return what a small word of the dictionary counts as beside one that is in no compound."""
    zipf, flags = words.entry(rare)
    return BESIDE_ZIPF if flags & LOWER and zipf >= RARE_HALF and len(rare) > HALF else 0.0


def _two_words(words: Vocabulary, left: str, right: str) -> bool:
    """Tell whether two longer words without a blank are no compound of the language."""
    frequent = min(words.frequency(half) or 0.0 for half in (left, right)) >= HALF_ZIPF
    return frequent and halves(words.language, left, right) and not right.endswith(ADVERBIAL)


def halves(language: str, left: str, right: str) -> bool:
    """Tell whether a language hardly makes one word of two such ones: "livingroom"."""
    if min(len(left), len(right)) < HALF:
        return False
    adjective = language == "en" and len(left) > HALF + 1 and left.endswith(_UNCOMPOUNDED)
    return language in UNCOMPOUNDING or (adjective and right not in suffixes("en"))


def _two_edits(words: Vocabulary, word: str) -> Iterator[Candidate]:
    for text in two_edits(words.language, word):
        zipf, cost = words.zipf(text), edit_cost(word, text)
        yield Candidate(text, cost, zipf, _rank(word, text, cost, zipf), listed=True)


def two_edits(
    language: str, word: str, least: float = COMMON, accented: float = COMMON
) -> list[str]:
    """Return the frequent words two edits away that a lower-case word may stand for.

    Args:
        language: One of ``vocabulary.LANGUAGES``.
        word: The lower-case word.
        least: Their Zipf frequency, at the least.
        accented: That of those with diacritics, which make a slip cheaper.
    """
    if len(word) < TWO_EDITS_FROM or foreign(language, word) >= FOREIGN:
        return []
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    pool = (alike if "numpy" in modules else common_words)(language, word, least, accented)
    near = process.extract(word, pool, scorer=OSA.distance, score_cutoff=2, limit=NEARBY)
    return [text for text, _, _ in near]
