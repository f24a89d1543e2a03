"""What a writer may have meant by an unknown word, likeliest first."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textassay.checks.typos.near import edits
from textassay.checks.typos.spelling import accented, edit_cost, plain
from textassay.checks.typos.vocabulary import (
    LISTED,
    LOWER,
    TITLE,
    common_words,
    foreign,
    known_slip,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.vocabulary import Vocabulary

CACHED = 5_000  # words; some 8 MB
RARE = 1.5  # a dictionary word that no news uses explains nothing
FOREIGN = 2.5  # a word of another language is not two edits from one of this
TWO_EDITS_FROM = 6  # letters; in shorter words two edits reach everything
COMPOUNDING = frozenset({"de", "en"})
PLAIN_ZIPF = 5.0  # of one half, where the language does not run nouns together
GRAMMAR_ZIPF = 6.0  # of one half; two rarer ones are a new compound ("stockowners")
SPLIT_ZIPF = 3.75  # of each half of two words run together
SPLIT_SUM = 9.0  # of both halves: "of the" 14.8, "car go" 10.4
NEARBY = 20  # words kept of those two edits away
# Fitted on injected and learner errors (prototype, listwise): one unit of cost weighs as much as
# five powers of ten of frequency.
KNOWN_RANK = 9.0  # a listed misspelling is what its list says
COST_WEIGHT, ZIPF_WEIGHT, FIRST_LETTER_WEIGHT = 3.95, 0.8, 0.5


class Candidate(NamedTuple):
    """A word, or two with a blank between, that may have been meant."""

    word: str
    cost: float
    zipf: float
    rank: float
    listed: bool


@lru_cache(maxsize=CACHED)
def candidates(language: str, word: str, *, capitalised: bool) -> tuple[Candidate, ...]:
    """Return the candidates for a lower-case unknown word, best first."""
    words = vocabulary(language)
    if words is None:
        return ()
    near = words.entries((edits(language)[word] | {plain(word)}) - {word})
    wanted = LOWER | LISTED | (TITLE if capitalised else 0)
    found = [
        made
        for text, zipf, flags in near
        if zipf >= RARE and flags & wanted and (made := _candidate(words, word, text, zipf, flags))
    ]
    found.extend(_split(words, word))
    if not found and not capitalised and _two_edits_likely(language, word):
        found.extend(_two_edits(words, word))
    slip = known_slip(language, word)
    if slip:
        halves = [words.zipf(half) for half in slip.split()]
        zipf = sum(halves) - SPLIT_SUM * (len(halves) > 1)
        found = [candidate for candidate in found if candidate.word != slip]
        found.append(Candidate(slip, edit_cost(word, slip), zipf, KNOWN_RANK, listed=True))
    found.sort(key=lambda candidate: (-candidate.rank, candidate.word))
    return tuple(found)


def _candidate(
    words: Vocabulary, written: str, text: str, zipf: float, flags: int
) -> Candidate | None:
    if not flags & (LOWER | TITLE) and _unaccented(words, text, zipf):
        return None
    cost = edit_cost(written, text)
    rank = ZIPF_WEIGHT * zipf - COST_WEIGHT * cost - FIRST_LETTER_WEIGHT * (written[0] != text[0])
    return Candidate(text, cost, zipf, rank, bool(flags & (LOWER | TITLE)))


def _unaccented(words: Vocabulary, text: str, zipf: float) -> bool:
    """Tell whether a more frequent form has the diacritics that this one lacks."""
    return any(words.zipf(other) > zipf for other in accented(text, words.language))


def _split(words: Vocabulary, word: str) -> Iterator[Candidate]:
    needed = GRAMMAR_ZIPF if words.language in COMPOUNDING else PLAIN_ZIPF
    for cut in range(2, len(word) - 1):
        left, right = word[:cut], word[cut:]
        first = words.entry(left)
        if first[0] < SPLIT_ZIPF:
            continue
        low, high = sorted((first, words.entry(right)))
        if low[0] < SPLIT_ZIPF or high[0] < needed or not low[1] & high[1] & LOWER:
            continue
        zipf = low[0] + high[0] - SPLIT_SUM
        yield Candidate(f"{left} {right}", 1.0, zipf, ZIPF_WEIGHT * zipf - COST_WEIGHT, listed=True)


def _two_edits_likely(language: str, word: str) -> bool:
    return len(word) >= TWO_EDITS_FROM and foreign(language, word) < FOREIGN


def _two_edits(words: Vocabulary, word: str) -> Iterator[Candidate]:
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    shelves = common_words(words.language, word[0])
    for size in range(len(word) - 2, len(word) + 3):
        pool = shelves.get(size, ())
        near = process.extract(word, pool, scorer=OSA.distance, score_cutoff=2, limit=NEARBY)
        for text, _, _ in near:
            zipf = words.zipf(text)
            lost = FIRST_LETTER_WEIGHT * (word[0] != text[0])
            cost = edit_cost(word, text)
            yield Candidate(text, cost, zipf, ZIPF_WEIGHT * zipf - COST_WEIGHT * cost - lost, True)  # noqa: FBT003
