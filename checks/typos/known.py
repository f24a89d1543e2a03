"""Which word forms a language does not know.

Names of accounts, code, camel case and hyphenated words are not judged here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.forms import Question
from textassay.checks.typos.morphology import built
from textassay.checks.typos.spelling import ALPHABETS, accented
from textassay.checks.typos.vocabulary import (
    LANGUAGES,
    LISTED,
    LOWER,
    TITLE,
    Vocabulary,
    frequent,
    known_slip,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

SHORTEST = 3
LONGEST = 40  # letters; no word is longer, and the edits of a line without blanks fill the memory
LISTED_ZIPF = 2.0  # the lists of inflected forms hold typos too, but rare ones
USUAL, FAR = 4.0, 2.5  # Zipf of a word, and above that of a form that lacks one of its letters
_WHOLE = frozenset({"es", "pt"})  # languages whose dictionary is whole
OUTDONE = 0.5  # on the Zipf scale: three times as frequent
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
_MODIFIER = "\N{MODIFIER LETTER APOSTROPHE}"


def knows(words: Vocabulary, written: str) -> bool:
    """Tell whether the language has the word, inflected or derived or not."""
    lowered = written.lower()
    zipf, flags = words.entry(lowered)
    if flags & LOWER or (flags & TITLE and written[0] != lowered[0]):
        return True
    if flags & LISTED and zipf >= LISTED_ZIPF:
        return not (outdone(words, lowered, zipf) or known_slip(words.language, lowered))
    if not built(words, lowered) or known_slip(words.language, lowered):  # "untill"
        return False
    return not _lacks_letter(words, lowered, zipf)


def _lacks_letter(words: Vocabulary, word: str, zipf: float) -> bool:
    """Tell whether a form built by rule is a frequent word without a letter: "prolemas"."""
    if words.language not in _WHOLE:
        return False
    longer = {
        word[:place] + letter + word[place:]
        for place in range(1, len(word))
        for letter in ALPHABETS[words.language]
    }
    return any(
        flags & LOWER and other >= max(USUAL, zipf + FAR)
        for _, other, flags in words.entries(longer)
    )


def outdone(words: Vocabulary, word: str, zipf: float) -> bool:
    """Tell whether a form with other diacritics is the one in use ("dias")."""
    return any(
        other_zipf >= zipf + OUTDONE and flags & LOWER
        for other in accented(word, words.language)
        for other_zipf, flags in (words.entry(other),)
    )


def _unknown(language: str, written: str) -> bool:
    """Tell whether a word form is none of the language, and one that is judged here."""
    words, body = vocabulary(language), bare(written)
    if words is None or not SHORTEST <= len(body) <= LONGEST or not body.isalpha():
        return False
    if not body.islower() and not body.isupper() and body[1:] != body[1:].lower():
        return False
    if body != written and written.isalpha() and words.flags(written.lower()) & LOWER:
        return False
    return not knows(words, body)


def _frequent(language: str) -> Iterator[str]:
    return filter(str.isalpha, frequent(language) if language in LANGUAGES else ())


def _known(language: str, forms: AbstractSet[str]) -> list[str]:
    words = vocabulary(language)
    return words.written_right(forms) if words is not None else []


UNKNOWN = Question(_unknown, refusing=_known, refused=_frequent)
SMALL = Question(lambda _, written: bare(written).islower())


def capitalised(body: str) -> bool:
    """Tell whether a word has a capital first letter and a small one."""
    return body[0].isupper() and not body.isupper()


def bare(word: str) -> str:
    """Return a word without its possessive ending or elided article."""
    if word.isalpha() and _MODIFIER not in word:
        return word
    if word[-2:].lower() == "'s" or word[-2:].lower() == "\N{RIGHT SINGLE QUOTATION MARK}s":
        return word[:-2]
    for mark in _APOSTROPHES:
        head, found, tail = word.rpartition(mark)
        if found and len(tail) >= SHORTEST and len(head) <= len("quell"):
            return tail
    return word
