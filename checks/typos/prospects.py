"""Whether an unknown form can be a likely typo anywhere, told before the costly search.

The frequency of the word written, and the greatest value of everything else,
tell how frequent a word one or two edits away must be at the least. Two forms
in three have none.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.candidates import (
    TWO_EDITS_FROM,
    candidates,
    entries_near,
    split_in_two,
    two_edits,
)
from textassay.checks.typos.forms import Question
from textassay.checks.typos.known import bare, capitalised
from textassay.checks.typos.near import edits
from textassay.checks.typos.score import (
    HALVES_LIKELY,
    LONGEST,
    WIDEST_MARGIN,
    form_features,
    headroom,
    most_probable,
    wanted,
    wanted_for,
    weights,
)
from textassay.checks.typos.spelling import ACCENT, DOUBLING, SECOND_EDIT
from textassay.checks.typos.vocabulary import COMMON, foreign, known_slip, vocabulary

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

CACHED = 1_000  # frequencies times costs
_GREATEST = {"length": LONGEST / 10, "margin": WIDEST_MARGIN}
_SURE_GAINS = ("length", "margin", "short", "same-tail", "first-letter")


def _promising(language: str, written: str) -> bool:
    body = bare(written)
    name = capitalised(body)
    if not _any_frequent(language, body, name=name):
        return False
    found = candidates(language, body.lower(), capitalised=name)
    if not found:
        return False
    values = form_features(language, body, found) | {"foreign": foreign(language, body.lower())}
    least = wanted_for(language, body, found[0].zipf)
    if values["halves"] and not name:
        least = min(least, HALVES_LIKELY)
    return most_probable(values, capitalised=name) >= least


def _look_ahead(language: str, forms: AbstractSet[str]) -> None:
    edits(language).look_ahead({bare(form).lower() for form in forms})


PROMISING = Question(_promising, prepare=_look_ahead)


def _any_frequent(language: str, written: str, *, name: bool) -> bool:
    """Tell whether any candidate is frequent enough to make the word a likely typo."""
    words, word = vocabulary(language), written.lower()
    if words is None:
        return False
    zipf, likely = words.zipf(word), wanted(language, written)
    if known_slip(language, word) or any(split_in_two(words, word)):
        return True
    near = [
        (other, _cost(language, word, text))
        for text, other, _ in entries_near(words, word, capitalised=name)
    ]

    def enough(strange: float) -> bool:
        return any(
            other >= _least(name, wanted_for(language, written, other), zipf, strange, cost)
            for other, cost in near
        )

    # the frequency in other languages is asked late: it costs as much as all before
    if enough(0.0) and enough(foreign(language, word)):
        return True
    if near or name or len(word) < TWO_EDITS_FROM:
        return False
    strange = foreign(language, word)
    known = name, likely, zipf, strange
    second = max(COMMON, _least(*known, SECOND_EDIT)) if word.isascii() else COMMON
    accented = max(COMMON, _least(*known, ACCENT if language == "en" else ACCENT + DOUBLING))
    return bool(two_edits(language, word, second, accented))


def _cost(language: str, word: str, other: str) -> float:
    """Return what one edit costs at the least.

    A diacritic is another check's, but in English.
    """
    plain = language != "en" or (word.isascii() and other.isascii())
    return DOUBLING if plain else ACCENT


@lru_cache(maxsize=CACHED)
def _least(
    name: bool,  # noqa: FBT001 - a key of the cache
    likely: float,
    zipf: float,
    strange: float,
    cost: float,
) -> float:
    """Return how frequent a word must be at the least for one written to be a slip for it."""
    kind = "capitalised" if name else "small"
    weight = weights(kind)
    gains = [weight[feature] * _GREATEST.get(feature, 1.0) for feature in _SURE_GAINS]
    gains += [weight["accent"] * (cost < DOUBLING), *headroom(kind).values()]
    most = weight["bias"] + weight["cost"] * cost + sum(max(0.0, gain) for gain in gains)
    missing = math.log(likely / (1 - likely)) - most - min(0.0, weight["foreign"]) * strange
    missing += zipf * (weight["zipf-gap"] - weight["word-zipf"])
    return missing / (weight["candidate-zipf"] + weight["zipf-gap"])
