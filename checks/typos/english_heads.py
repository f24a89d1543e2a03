"""English subjects whose noun stands before a complement: "the list of names were".

A sentence begins with determiner and noun, a preposition follows, and the verb
comes right behind the last noun of that complement. The first noun counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.english_numbers import NUMBERS, plural_of
from textassay.checks.typos.english_subjects import collective, modifier, plural
from textassay.checks.typos.english_words import nouns

if TYPE_CHECKING:
    from textassay.text.document import Document

MOST_WORDS = 10  # from the determiner to the verb
_DETERMINERS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "these", "those"}
    | {"some", "many", "several", "most", "all", "any", "other", "such", "more"}
)
_OPENING = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "this", "that"})
_OPENING_MANY = frozenset({"the", "these", "those", "some", "many", "several"}) | NUMBERS
_PRONOUNS = frozenset({"it", "that", "there", "which", "who", "he", "she", "and", "what", "not"})
_CAPITALS = frozenset(map(str.capitalize, _OPENING | _OPENING_MANY))
_PREPOSITIONS = frozenset(
    {"of", "in", "for", "by", "from", "between", "against", "on", "at", "with", "among", "behind"}
    | {"near", "under", "over", "into", "towards", "toward", "across", "around"}
)
_COUNT = ["The", "number"]  # "A number of people were" is right
# Before the last noun: else it may be the subject of a clause ("the work doctors have done")
_ADJECTIVES = (
    *("al", "ic", "ous", "ive", "ary", "an", "ern", "ish", "ese", "ful", "ble", "ent", "ant"),
    *("ed", "new", "old", "young", "big", "small", "large", "other", "same"),
)


def hidden_head(document: Document, verb: int, *, number: str) -> int | None:
    """Return the place of the determiner of a subject that its complement hides, or None.

    Args:
        document: The document.
        verb: The place of a verb in the other number.
        number: "s" or "p", that of the noun that is looked for.
    """
    words = document.words
    if words[verb - 1] in _PRONOUNS or _CAPITALS.isdisjoint(
        words[max(0, verb - MOST_WORDS - 1) : verb]
    ):
        return None
    if verb < 4 or not _ends(words, verb - 1, number):  # noqa: PLR2004 - "the list of names"
        return None
    for first in range(verb - 4, max(-1, verb - MOST_WORDS - 1), -1):
        if _opens(document, first, number):
            return first if _phrase(document, first, verb, number) else None
    return None


SHORTEST_HEAD, MOST_BEFORE = 4, 3  # letters; modifiers between the determiner and the noun


def single_head(document: Document, verb: int) -> int | None:
    """Return the place of the determiner of a subject in the singular, right before a verb.

    "The move have destroyed it": no group of people, whose verb may be a plural, and no
    adjective that stands for many ("the rich").
    """
    words = document.words
    head = words[verb - 1]
    if len(head) < SHORTEST_HEAD or not head.islower() or head in nouns("body") | nouns("group"):
        return None
    if plural_of(head, verbs=True) is None or head.endswith(_ADJECTIVES) or collective(head):
        return None
    for first in range(verb - 2, max(-1, verb - 3 - MOST_BEFORE), -1):
        if _opens(document, first, "s"):
            between = words[first + 1 : verb - 1]
            whole = side_by_side(document, first, verb)
            return first if whole and not any(map(plural, between)) else None
        if not words[first].islower() or not modifier(words[first]):
            return None
    return None


def _ends(words: list[str], last: int, number: str) -> bool:
    """Tell whether a complement ends with a noun of the other number that begins no clause."""
    before = words[last - 1].lower()
    closed = before in _PREPOSITIONS | _DETERMINERS | NUMBERS or before.endswith(_ADJECTIVES)
    if number == "s":
        return closed and plural(words[last])
    compound = words[last - 1].islower() and not _many(before)  # "the opposition alliance"
    return (closed or compound) and words[last].islower() and not _many(words[last])


def _many(word: str) -> bool:
    return plural(word) or word.endswith("s") or not modifier(word)


def _opens(document: Document, first: int, number: str) -> bool:
    written = document.words[first]
    opening = _OPENING if number == "s" else _OPENING_MANY
    if written.lower() not in opening or not written[0].isupper():
        return False
    start = document.word_spans[first][0]
    sentence = document.sentence_at(start)
    return sentence is not None and sentence.start == start


def _phrase(document: Document, first: int, verb: int, number: str) -> bool:
    """Tell whether determiner, noun, preposition and complement are all that stands there."""
    words = document.words[first + 1 : verb]
    if not side_by_side(document, first, verb):
        return False
    place = next((at for at, word in enumerate(words) if word in _PREPOSITIONS), 0)
    head = words[place - 1] if place else ""
    fits = head in nouns("head") if number == "s" else plural(head) and head not in nouns("stretch")
    fits = fits or (number == "s" and document.words[first : first + 2] == _COUNT)
    complement = words[place + 1 :]
    known = _PREPOSITIONS | _DETERMINERS | NUMBERS
    return (
        fits
        and all(map(modifier, words[: place - 1]))
        and all(word in known or modifier(word) for word in complement)
        and not any(plural(word) for word in (complement[:-1] if number == "p" else ()))
    )
