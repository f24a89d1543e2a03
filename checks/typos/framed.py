"""Words that lost a letter, or have two swapped, told by the small word before them.

"Una cart a los líderes", "la crisi económica", "había sio": the form is no word, and the one
with its letter is a noun that agrees with the article, or the participle that haber asks for.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.accents import begins_sentence
from textassay.checks.typos.agreement import Determiner, determiners, invariable_nouns, noun
from textassay.checks.typos.candidates import BEHIND_ENDED, ENDED
from textassay.checks.typos.forms import Question
from textassay.checks.typos.spanish_forms import adjectival, agreeing
from textassay.checks.typos.spelling import ALPHABETS
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, foreign, vocabulary
from textassay.contract import Edit, Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.unknown import Unknown
    from textassay.text.document import Document

LANGUAGES = frozenset({"es", "fr", "it", "pt"})
FREQUENT = 3.5  # Zipf of the word meant
RARE, STRANGE = 3.0, 5.75  # Zipf of the form, and in another language: "una sale", "el part"
SHORTEST = 3  # letters
LONGEST = 6  # of what may be a determiner: "eos a\u00f1os", "Alguns teor\u00edas"
HALF, LONGEST_HALF, LEAST = 5, 8, 2.5  # letters of a half and of both, and Zipf of each
_PRONOMINAL = ("arse", "erse", "irse")
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
    for word in unknown_words(document, _TOLD, _may_be_told):
        meant = framed(document, word) or (
            word.times == 1 and _whole_or_two(word.language, word.text)
        )
        if meant:
            yield word, meant


def _may_be_told(document: Document, word: Unknown) -> bool:
    return _may_be_framed(document, word) or bool(_whole_or_two(word.language, word.text))


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
    kind = _asked(language, before)
    for meant in _whole(language, word.lowered):
        if kind is not None and _agrees(language, kind, meant):
            return meant
        if language == "es" and before in _HAVE and meant.endswith(_PARTICIPLES):
            return meant
        own = determiners(language).get(meant)
        if own is not None and after and _agrees(language, (own.gender, own.number), after):
            return meant
    return None


def _asked(language: str, before: str) -> tuple[str, str] | None:
    """Return the gender and number that a determiner, or an adjective before its noun, asks for."""
    determiner = determiners(language).get(before)
    if determiner is not None:
        return determiner.gender, determiner.number
    if language != "es" or not adjectival(before):
        return None
    single = before.removesuffix("s")
    return "f" if single.endswith("a") else "m", "s" if single == before else "p"


def _agrees(language: str, kind: tuple[str, str], meant: str) -> bool:
    """Tell whether a word is surely a noun of a gender and number."""
    if invariable_nouns(language).get(meant) == kind[0]:
        return True
    sure = noun(language, meant)
    if sure is None and language == "es":
        sure = agreeing(Determiner(*kind, clitic=False, forms=()), meant)
    return sure is not None and (sure.gender, sure.number) == kind


def _may_be_framed(document: Document, word: Unknown) -> bool:
    """Tell whether a word, once in its record, stands where one of a frame does."""
    if word.times > 1 or word.language not in LANGUAGES:
        return False
    if len(word.text) <= LONGEST and _neighbour(document, word, 1):
        return word.text.islower() or begins_sentence(document.text, word.start)
    before = _neighbour(document, word, -1)
    frame = before in _HAVE or _asked(word.language, before) is not None
    return frame and word.text.islower()


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


@lru_cache(maxsize=REMEMBERED)
def _whole_or_two(language: str, form: str) -> str:
    """Return the frequent Spanish word whose end is written twice, or two without a blank."""
    words, plain = vocabulary("es"), form[:-1].lower()
    if words is None or language != "es" or len(form) <= HALF:
        return ""
    twice = form[-1] == form[-2] and not words.zipf(form.lower())
    if twice and words.flags(plain) & LOWER and words.zipf(plain) >= FREQUENT:
        return form[:-1] if not foreign(language, form.lower()) else ""
    return _halves(language, form)


def _halves(language: str, form: str) -> str:
    """Return two Spanish words that a form is without the blank: "falsasexpectativas".

    The first has an ending behind which no word goes on, or is an infinitive with its pronoun.
    """
    words = vocabulary("es")
    if words is None or language != "es" or len(form) < LONGEST_HALF or not form.islower():
        return ""
    for cut in range(HALF, len(form) - 1):
        left, right = form[:cut], form[cut:]
        if not words.flags(left) & words.flags(right) & LOWER or words.zipf(left) < LEAST:
            continue
        long = len(right) >= HALF and words.zipf(right) >= LEAST and left.endswith(ENDED)
        small = right in BEHIND_ENDED and left.endswith(_PRONOMINAL)
        if long or small or (right == "que" and words.zipf(left) > RARE):
            return f"{left} {right}"
    return ""


def _told(language: str, form: str) -> bool:
    long = len(form) >= SHORTEST
    return bool(_whole_or_two(language, form) or (long and _whole(language, form.lower())))


_TOLD = Question(_told)
