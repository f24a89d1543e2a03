"""How likely an unknown word is a typo: a calibrated sum of readable weights."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.candidates import KNOWN_RANK, halves, meant
from textassay.checks.typos.known import SMALL, capitalised
from textassay.checks.typos.morphology import suffixes
from textassay.checks.typos.near import edits
from textassay.checks.typos.spelling import ACCENT, ALPHABETS, SECOND_EDIT
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import (
    LOWER,
    STEPS_PER_ZIPF,
    foreign,
    known_slip,
    vocabulary,
)
from textassay.text.document import once
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from textassay.checks.typos.candidates import Candidate
    from textassay.checks.typos.unknown import Unknown
    from textassay.contract import WordFacts
    from textassay.text.document import Document

LONGEST = 14
WIDEST_MARGIN = 3.0
SHORT = 4
# Letters of a name that the record also has ("Foz" is not "For"). Its weight, fitted 2.45, is 2: of
# 45 slips of names more in prose 35 were right, and none was wrong in the news.
SHORTEST_ECHO = 5
CACHED = 5_000  # forms
DENSEST = 3.0  # unknown small words in a hundred; more is no longer prose
LOOKED_AT = 16  # unknown forms that stand for all; a news story has fewer
WORDS_LEAST = 200  # a shorter text says nothing of its kind
LIKELY = 0.6  # the probability from which a small word is reported
HALVES_LIKELY = 0.5  # of two longer words without a blank that make no compound
NAME_LIKELY = 0.8  # a capital makes a name of every second one below
# Of 17 unmarked capitalised words of seven letters or more between .55 and .8, in news, all were
# slips; of 14 shorter ones, four.
LONG_NAME, LONG_NAME_LIKELY = 7, 0.55
OPENING = 5.0  # Zipf of the words that open a sentence, to believe it of a short slip ("Cuamdo")
LISTED_FOREIGN = 3.0  # Zipf in another language of a slip that a list has ("mouvement")
LISTED_LIKELY = 0.05  # of such a slip; German "Dialoges" in a page that is English by half has .01
MOST_JARGON = 0.7  # in a hundred words; 3 % of news has more, and text about programs
REPEATED = 3  # people repeat a misspelling once; what they repeat twice is a term
# The features that are not a form's own, each with its greatest value.
_GREATEST = {
    "inside-sentence": 1.0,
    "echoed": 1.0,
    "repeated": 1.0,
    "other-records": 9.0,
    "inner-capital": 1.0,
    "jargon": DENSEST,
    "foreign": 31 / STEPS_PER_ZIPF,
    "derived": 1.0,
    "quoted": 1.0,
    "beside-capital": 1.0,
    "odd-letters": 1.0,
}
_QUOTES = "\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"


def features(
    document: Document, word: Unknown, found: Sequence[Candidate], facts: WordFacts
) -> dict[str, float]:
    """Return what is known of an unknown word with at least one candidate."""
    own = own_features(document, word, found, facts)
    return own | company_features(document, word) | {"jargon": jargon(document)}


def company_features(document: Document, word: Unknown) -> dict[str, float]:
    """Return the features of other languages, of the letters and of what stands beside."""
    return {
        "foreign": foreign(word.language, word.lowered),
        "derived": float(_derived(word)),
        "quoted": float(
            _marked(document.text, word.start - 1) and _marked(document.text, word.end)
        ),
        "beside-capital": float(_beside_capital(document, word)),
        "odd-letters": float(not set(word.lowered) <= _letters(word.language)),
    }


def own_features(
    document: Document, word: Unknown, found: Sequence[Candidate], facts: WordFacts
) -> dict[str, float]:
    """Return the features that cost nothing: those of the word and its candidate."""
    others = max(0, facts.records - 1)
    return place_features(document, word, found) | {
        "other-records": math.log10(1 + others),
        "inner-capital": facts.capitalised / facts.count if facts.count else 0.0,
    }


def place_features(
    document: Document, word: Unknown, found: Sequence[Candidate]
) -> dict[str, float]:
    """Return the features of the word, its candidate and its record."""
    return form_features(word.language, word.text, found) | {
        "inside-sentence": float(_inside(document.text, word.start)),
        "echoed": float(echoed(document, word, found[0].word)),
        "repeated": float(word.times >= REPEATED),
    }


def form_features(language: str, text: str, found: Sequence[Candidate]) -> dict[str, float]:
    """Return the features that a form has wherever it stands."""
    best, lowered = found[0], text.lower()
    words = vocabulary(language)
    zipf = words.zipf(lowered) if words else 0.0
    return {
        "bias": 1.0,
        "word-zipf": zipf,
        "candidate-zipf": best.zipf,
        "zipf-gap": best.zipf - zipf,
        "cost": best.cost,
        "accent": float(best.cost == ACCENT),
        "two-edits": float(best.cost >= SECOND_EDIT),
        "split": float(" " in best.word),
        "split-zipf": best.zipf if " " in best.word else 0.0,
        "length": min(len(text), LONGEST) / 10,
        "short": float(len(text) <= SHORT),
        "margin": min(best.rank - found[1].rank, WIDEST_MARGIN)
        if len(found) > 1
        else WIDEST_MARGIN,
        "unlisted": float(not best.listed),
        "first-letter": float(lowered[0] != best.word[0]),
        "longer-end": float(lowered[:-1] == best.word),
        "same-tail": float(lowered[-2:] == best.word[-2:]),
        "known-slip": float(best.rank == KNOWN_RANK),
        "halves": float(" " in best.word and halves(language, *best.word.split())),
    }


def echoed(document: Document, word: Unknown, meant: str) -> bool:
    """Tell whether the record also has a name right of which a form is likely a slip."""
    named = word.capitalised and len(meant) >= SHORTEST_ECHO
    if not named or meant.capitalize() not in document.vocabulary:
        return False
    text = document.text
    return (
        not word.lowered.startswith(meant)
        and ","
        not in (  # "Debians", a list of names
            text[word.start - 1 : word.start],
            text[word.end : word.end + 1] if text[word.end + 1 : word.end + 2].isalpha() else "",
        )
    )


def wanted_for(language: str, written: str, zipf: float) -> float:
    """Return the probability from which a form is reported as a slip for a word of a frequency."""
    least = wanted(language, written)
    short = least == LONG_NAME_LIKELY and len(written) < LONG_NAME
    return NAME_LIKELY if short and zipf < OPENING else least


@lru_cache(maxsize=CACHED)
def wanted(language: str, written: str) -> float:
    """Return the probability from which a form is reported for any word.

    What a list of misspellings has is one, if long or two words; short ones
    are names and abbreviations as often ("jus", "Brin").
    """
    lowered = written.lower()
    slip = known_slip(language, lowered)
    clear = slip and (len(written) >= LONG_NAME or not slip.isalpha())
    if clear and foreign(language, lowered) < LISTED_FOREIGN:
        return LISTED_LIKELY
    if capitalised(written):
        return LONG_NAME_LIKELY  # of shorter ones only if they may open a sentence
    return LIKELY


def probability(values: Mapping[str, float], *, capitalised: bool) -> float:
    """Return the probability that the word is a typo."""
    return _logistic(_total(values, capitalised=capitalised))


def most_probable(values: Mapping[str, float], *, capitalised: bool) -> float:
    """Return what the probability is at most, whatever the missing features are."""
    room = headroom("capitalised" if capitalised else "small")
    rest = sum([most for name, most in room.items() if name not in values])
    return _logistic(_total(values, capitalised=capitalised) + rest)


def _total(values: Mapping[str, float], *, capitalised: bool) -> float:
    weight = weights("capitalised" if capitalised else "small")
    return sum([weight.get(name, 0.0) * value for name, value in values.items()])


def _logistic(total: float) -> float:
    return 1 / (1 + math.exp(-total))


@cache
def headroom(kind: str) -> dict[str, float]:
    """Return what each feature that is not a form's own can add."""
    weight = weights(kind)
    return {name: max(0.0, weight.get(name, 0.0) * most) for name, most in _GREATEST.items()}


@cache
def weights(kind: str) -> dict[str, float]:
    """Return the weights of a kind of word, "small" or "capitalised"."""
    rows = (entry.split() for entry in entries(__file__, "weights.txt"))
    return {name: float(weight) for which, name, weight in rows if which == kind}


def _inside(text: str, start: int) -> bool:
    return (
        start > 1 and text[start - 1] in " \N{NO-BREAK SPACE}" and text[start - 2] not in ".!?:\n"
    )


def _marked(text: str, place: int) -> bool:
    return 0 <= place < len(text) and text[place] in _QUOTES


@once
def jargon(document: Document) -> float:
    """Return how many in a hundred words are unknown and near no word.

    Text about programs, rules and recipes is full of them; news has one in a
    thousand.
    """
    types = sorted({word.lowered for word in unknown_words(document, SMALL)})
    language = document.language.code
    looked_at = types[:: 1 + len(types) // LOOKED_AT]
    edits(language).look_ahead(frozenset(looked_at))
    strange = sum(1 for word in looked_at if not meant(language, word))
    share = strange / max(1, len(looked_at)) * len(types)
    return min(100 * share / max(WORDS_LEAST, len(document.words)), DENSEST)


@cache
def _letters(language: str) -> frozenset[str]:
    return frozenset(ALPHABETS[language])


def _derived(word: Unknown) -> bool:
    """Tell whether the word is a known stem with a productive suffix."""
    words = vocabulary(word.language)
    endings = suffixes(word.language)
    if words is None or not word.lowered.endswith(endings):
        return False
    for suffix in endings:
        stem = word.lowered.removesuffix(suffix)
        if len(stem) > SHORT - 1 and stem != word.lowered:
            for ending in ("", "e", "o", "a", "y"):
                if words.flags(stem + ending) & LOWER:
                    return True
    return False


def _beside_capital(document: Document, word: Unknown) -> bool:
    """Tell whether a capitalised word stands right beside, as in a full name."""
    for index in (word.place - 1, word.place + 1):
        if 0 <= index < len(document.words) and document.words[index][0].isupper():
            start, end = document.word_spans[index]
            gap = (
                document.text[end : word.start]
                if index < word.place
                else document.text[word.end : start]
            )
            if gap == " ":
                return True
    return False
