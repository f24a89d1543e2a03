"""The search for the words one edit away."""

import pytest

from textassay.checks.typos.near import one_edit
from textassay.checks.typos.spelling import ALPHABETS
from textassay.checks.typos.vocabulary import LANGUAGES, common_words, vocabulary

MEANT = 1.5  # Zipf; rarer words are not in the tables of letters


def _all_edits(word: str, alphabet: str) -> set[str]:
    found = {word[:i] + word[i + 1 :] for i in range(len(word))}
    found |= {word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1)}
    for char in alphabet:
        found |= {word[:i] + char + word[i:] for i in range(len(word) + 1)}
        found |= {word[:i] + char + word[i + 1 :] for i in range(len(word))}
    return found - {word}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_frequent_word_one_edit_away_is_missed(language: str) -> None:
    """What the letters rule out is no word, however damaged the written one is."""
    words = vocabulary(language)
    assert words is not None
    shelves = common_words(language, "p").values()
    sample = [word for shelf in shelves for word in shelf[:3] if len(word) > 2]
    sample += [f"{word[:2]}q{word[3:]}" for word in sample] + [word[::-1] for word in sample]
    for word in sample:
        wanted = {
            text
            for text in words.present(_all_edits(word, ALPHABETS[language]))
            if words.zipf(text) >= MEANT and words.flags(text)
        }
        assert wanted <= one_edit(word, language)
        assert one_edit(word, language) <= _all_edits(word, ALPHABETS[language])
