"""The search for the words one edit away, one by one and together."""

from collections.abc import Set as AbstractSet

import pytest
from rapidfuzz.distance import OSA

from textassay.checks.typos.bags import alike
from textassay.checks.typos.near import FEW, Edits, one_edit
from textassay.checks.typos.spelling import ALPHABETS
from textassay.checks.typos.together import edits_together
from textassay.checks.typos.vocabulary import EDITS, LANGUAGES, common_words, vocabulary

LONG = 8  # letters
MEANT = 1.5  # Zipf; rarer words are not in the tables of letters


def _all_edits(word: str, alphabet: str) -> set[str]:
    found = {word[:i] + word[i + 1 :] for i in range(len(word))}
    found |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    for char in alphabet:
        found |= {word[:i] + char + word[i:] for i in range(len(word) + 1)}
        found |= {word[:i] + char + word[i + 1 :] for i in range(len(word))}
    return found - {word}


def _sample(language: str) -> list[str]:
    words = [word for size in (4, 8, 12) for word in common_words(language, "p" * size)[:12]]
    damaged = [f"{word[:2]}q{word[3:]}" for word in words] + [word[::-1] for word in words]
    return words + damaged + ["pr\N{CYRILLIC SMALL LETTER O}gram", "p" * 40]


def _meant(language: str, found: AbstractSet[str]) -> set[str]:
    words = vocabulary(language)
    assert words is not None
    return {word for word, zipf, flags in words.entries(found) if zipf >= MEANT and flags}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_frequent_word_one_edit_away_is_missed(language: str) -> None:
    """What the letters rule out is no word, however damaged the written one is."""
    for word in _sample(language):
        edits = _all_edits(word, ALPHABETS[language])
        assert _meant(language, edits) <= one_edit(word, language) <= edits


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_searched_together_have_the_same_neighbours(language: str) -> None:
    """Numbers and strings agree, whatever the lengths of the words beside."""
    sample = _sample(language)
    for word, found in zip(sample, edits_together(language, sample), strict=True):
        edits = _all_edits(word, ALPHABETS[language])
        assert _meant(language, edits) <= found <= edits


def test_looking_ahead_changes_no_neighbour(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long run searches together what a short one searches word by word."""
    alone, together = Edits("en"), Edits("en")
    monkeypatch.setattr(Edits, "met", FEW)
    together.look_ahead({"goverment", "peple"})

    assert "goverment" in together
    assert "goverment" not in alone
    assert _meant("en", together["goverment"]) == _meant("en", alone["goverment"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_two_edits_away_has_other_letters(language: str) -> None:
    """The bags of letters leave out only words that are further away."""
    for word in _sample(language):
        slip = f"{word[:2]}{word[3:]}e"
        pool = common_words(language, slip, MEANT + 1.5, MEANT + 1.5)
        near = [other for other in pool if OSA.distance(slip, other) <= EDITS]

        found = alike(language, slip, MEANT + 1.5, MEANT + 1.5)

        assert near == [other for other in found if OSA.distance(slip, other) <= EDITS]
        assert len(slip) < LONG or len(found) <= len(pool) / 2
