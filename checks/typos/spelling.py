"""What is near a word: edits, their cost, and the case to write them in."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

_ROWS = ("qwertyuiop", "asdfghjkl\N{LATIN SMALL LETTER N WITH TILDE}", "zxcvbnm")
ALPHABETS = {
    "en": "abcdefghijklmnopqrstuvwxyz",
    "es": "abcdefghijklmnopqrstuvwxyz\u00e1\u00e9\u00ed\u00f3\u00fa\u00fc\u00f1",
    "fr": "abcdefghijklmnopqrstuvwxyz\u00e0\u00e2\u00e7\u00e9\u00e8\u00ea\u00eb\u00ee\u00ef"
    "\u00f4\u0153\u00f9\u00fb",
    "de": "abcdefghijklmnopqrstuvwxyz\u00e4\u00f6\u00fc\u00df",
    "it": "abcdefghijklmnopqrstuvwxyz\u00e0\u00e8\u00e9\u00ec\u00f2\u00f9",
    "pt": "abcdefghijklmnopqrstuvwxyz\u00e0\u00e1\u00e2\u00e3\u00e7\u00e9\u00ea\u00ed\u00f3"
    "\u00f4\u00f5\u00fa",
}
# Costs of one edit, from the ranker fitted on injected and learner errors: a slip to the next key
# or a doubled letter is likelier than any other, a wrong first letter is rarer.
ACCENT, DOUBLING, TRANSPOSED, NEXT_KEY, LETTER, SUBSTITUTED = 0.5, 0.75, 0.8, 0.9, 1.0, 1.15
_VOWELS = frozenset("aeiouy")
FIRST_LETTER, LAST_LETTER, SECOND_EDIT = 0.4, 0.1, 2.3


def same_case(written: str, meant: str) -> str:
    """Return ``meant`` in the case of the word that was written."""
    if len(written) > 1 and written.isupper():
        return meant.upper()
    if written[:1].isupper():
        return meant[:1].upper() + meant[1:]
    return meant


def plain(word: str) -> str:
    """Return a lower-case word without its diacritics."""
    if word.isascii():
        return word
    from unicodedata import combining, normalize

    return "".join(char for char in normalize("NFD", word) if not combining(char))


def accented(word: str, language: str) -> set[str]:
    """Return the word with one diacritic more or fewer, and with none."""
    families = _families(language)
    found = {plain(word)}
    for index, char in enumerate(word):
        family = families[char]
        if family:
            left, right = word[:index], word[index + 1 :]
            found.update([left + other + right for other in family])
    found.discard(word)
    return found


class _Families(dict[str, tuple[str, ...]]):
    """The letters of an alphabet that share their base letter with another."""

    def __init__(self, alphabet: str) -> None:
        super().__init__()
        self._alphabet = alphabet

    def __missing__(self, letter: str) -> tuple[str, ...]:
        base = plain(letter)
        found = tuple(char for char in self._alphabet if plain(char) == base)
        self[letter] = found = () if found == (letter,) else found
        return found


@cache
def _families(language: str) -> _Families:
    return _Families(ALPHABETS[language])


def consonants(word: str) -> str:
    """Return the consonants of a lower-case word, a doubled one once."""
    found = ""
    for char in plain(word):
        if char not in _VOWELS and not found.endswith(char):
            found += char
    return found


def edit_cost(written: str, meant: str) -> float:
    """Return how unlikely the slip from ``meant`` to ``written`` is."""
    bare, wanted = plain(written), plain(meant)
    if bare == wanted:
        return ACCENT
    if written != bare or meant != wanted:
        both = _edit_cost(bare, wanted) + ACCENT
        return min(both, _edit_cost(written, meant))
    return _edit_cost(written, meant)


def _edit_cost(written: str, meant: str) -> float:
    if abs(len(written) - len(meant)) > 1:
        return SECOND_EDIT + (written[0] != meant[0]) * FIRST_LETTER
    if len(written) == len(meant):
        return _substitution(written, meant)
    return _length_changed(written, meant)


def _substitution(written: str, meant: str) -> float:
    places = [i for i, (a, b) in enumerate(zip(written, meant, strict=True)) if a != b]
    first = FIRST_LETTER * (places[0] == 0)
    if len(places) == 1:
        a, b = written[places[0]], meant[places[0]]
        if plain(a) == plain(b):
            return ACCENT + first
        return first + (NEXT_KEY if a in _beside(plain(b)) else SUBSTITUTED)
    swapped = len(places) == 2 and places[1] == places[0] + 1  # noqa: PLR2004 - two letters
    if (
        swapped
        and written[places[0]] == meant[places[1]]
        and written[places[1]] == meant[places[0]]
    ):
        return first + TRANSPOSED
    return first + SECOND_EDIT


def _length_changed(written: str, meant: str) -> float:
    longer, shorter = (written, meant) if len(written) > len(meant) else (meant, written)
    i = next((i for i, char in enumerate(shorter) if longer[i] != char), len(shorter))
    if longer[:i] + longer[i + 1 :] != shorter:
        return SECOND_EDIT + FIRST_LETTER * (written[0] != meant[0])
    around = longer[max(0, i - 1) : i] + longer[i + 1 : i + 2]
    cost = DOUBLING if longer[i] in around else LETTER
    return cost + FIRST_LETTER * (i == 0) + LAST_LETTER * (i == len(longer) - 1)


@cache
def _beside(letter: str) -> frozenset[str]:
    near: set[str] = set()
    for rows in (*((row, row) for row in _ROWS), *pairwise(_ROWS), *pairwise(_ROWS[::-1])):
        place = rows[0].find(letter)
        if place >= 0:
            near.update(rows[1][max(0, place - 1) : place + 2])
    return frozenset(near - {letter})
