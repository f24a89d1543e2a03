"""Words that lost a letter, or have two swapped, told by the small word before them.

"Una cart a los líderes", "la crisi económica", "había sio": the form is no word, and the one
with its letter is a noun that agrees with the article, or the participle that haber asks for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determiners, invariable_nouns, noun
from textassay.checks.typos.forms import Question
from textassay.checks.typos.spanish_forms import agreeing
from textassay.checks.typos.spelling import ALPHABETS
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, foreign, vocabulary
from textassay.contract import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.agreement import Determiner
    from textassay.checks.typos.unknown import Unknown
    from textassay.text.document import Document

LANGUAGES = frozenset({"es", "fr", "it", "pt"})
FREQUENT = 4.0  # Zipf of the word meant
RARE, STRANGE = 3.0, 5.0  # Zipf of the form, and in another language: "una sale", "el part"
SHORTEST = 3  # letters
_HAVE = frozenset(
    {
        "ha",
        "han",
        "he",
        "hemos",
        "hab\u00eda",
        "hab\u00edan",
        "haber",
        "haya",
        "hayan",
        "habr\u00e1",
    }
    | {"habr\u00edan", "habr\u00eda", "hubiera", "hubieran"}
)
_PARTICIPLES = ("ado", "ido", "cho", "sto", "rto")


def framed_words(document: Document) -> Iterator[tuple[Unknown, str]]:
    """Yield the words that lost a letter, with what they were."""
    for word in unknown_words(document, _FRAMABLE, _may_be_framed):
        meant = framed(document, word)
        if meant is not None:
            yield word, meant


def framed_hit(word: Unknown, meant: str) -> Hit:
    """Return the finding of such a word."""
    return Hit(
        word.start,
        word.end,
        f"Misspelt word: {word.text}, probably {meant}.",
        evidence={"rule": "the word before asks for the one with its letter"},
        suggestion=meant,
        edits=(Edit(word.start, word.end, meant),),
    )


def framed(document: Document, word: Unknown) -> str | None:
    """Return the word that a form stands for, if its neighbours leave no other reading."""
    if not _may_be_framed(document, word):
        return None
    before, after = _neighbour(document, word, -1), _neighbour(document, word, 1)
    words, language = vocabulary(word.language), word.language
    if words is None or (after and not words.flags(after)):
        return None
    determiner = determiners(language).get(before)
    for meant in _whole(language, word.lowered):
        if determiner is not None and _agrees(language, determiner, meant):
            return meant
        if language == "es" and before in _HAVE and meant.endswith(_PARTICIPLES):
            return meant
    return None


def _agrees(language: str, determiner: Determiner, meant: str) -> bool:
    """Tell whether a word is surely a noun of the gender and number of a determiner."""
    if invariable_nouns(language).get(meant) == determiner.gender:
        return True
    sure = noun(language, meant) or (agreeing(determiner, meant) if language == "es" else None)
    kind = determiner.gender, determiner.number
    return sure is not None and (sure.gender, sure.number) == kind


def _may_be_framed(document: Document, word: Unknown) -> bool:
    """Tell whether a small word, once in its record, stands behind an article or haber."""
    if not word.text.islower() or word.times > 1 or word.language not in LANGUAGES:
        return False
    before = _neighbour(document, word, -1)
    return before in determiners(word.language) or before in _HAVE


def _neighbour(document: Document, word: Unknown, step: int) -> str:
    """Return the word right beside, in small letters, or nothing."""
    place = word.place + step
    if not 0 <= place < len(document.words):
        return ""
    (_, first), (second, _) = sorted((document.word_spans[place], (word.start, word.end)))
    return document.words[place].lower() if document.text[first:second] == " " else ""


@lru_cache(maxsize=REMEMBERED)
def _whole(language: str, form: str) -> tuple[str, ...]:
    """Return the frequent words that a form is without a letter or with two swapped."""
    words = vocabulary(language)
    if words is None or words.zipf(form) > RARE or foreign(language, form) > STRANGE:
        return ()
    pieces = [(form[:place], form[place:]) for place in range(len(form) + 1)]
    near = {left + letter + right for left, right in pieces for letter in ALPHABETS[language]}
    near |= {left + right[1] + right[0] + right[2:] for left, right in pieces if len(right) > 1}
    found = words.entries(near - {form})
    found.sort(key=lambda entry: -entry[1])
    return tuple(text for text, zipf, flags in found if zipf >= FREQUENT and flags & LOWER)


_FRAMABLE = Question(lambda language, form: len(form) >= SHORTEST and bool(_whole(language, form)))
