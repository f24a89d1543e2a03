"""English articles of the singular before a plural: "another important aspects of"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.english_numbers import FOLLOWING
from textassay.checks.typos.english_subjects import STATING, acts, plural
from textassay.checks.typos.sequence import lowered, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_ARTICLES = frozenset({"a", "an", "another", "each", "every", "this"})
# Behind these a word in -s is a noun, were it a verb elsewhere: "This rules would"
_FINITE = frozenset({"are", "were", "have", "will", "would", "can", "could", "may", "must"})
_ADJECTIVES = ("ful", "ous", "al", "ic", "ary", "able", "ible", "ant", "ent", "new", "big", "old")
_MARKS = frozenset(".,;)")
# Plurals in form that an article may precede: "another hours", "a people"
_EITHER = frozenset({"hours", "minutes", "days", "weeks", "months", "years", "miles", "people"}) | {
    *("dollars", "pounds", "billions", "millions", "women", "men", "children")
}


def plurals(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of plurals after such an article, with the singular."""
    words = document.words
    for index in places(document, _ARTICLES):
        noun = index + 1
        if noun < len(words) and words[noun].endswith(_ADJECTIVES):
            noun += 1
        if noun >= len(words) or not words[noun].endswith("s") or words[noun] in _EITHER:
            continue
        if not plural(words[noun]) or not _phrase(document, index, noun):
            continue
        if lowered(document)[index] == "this":
            if _subject(document, index, noun):
                yield noun, _singular(words[noun])
        elif not acts(words[noun]):
            yield noun, _singular(words[noun])


def _subject(document: Document, this: int, noun: int) -> bool:
    """Tell whether "this" and a noun open a clause before its verb."""
    small, start = lowered(document), document.word_spans[this][0]
    sentence = document.sentence_at(start)
    opens = sentence is not None and sentence.start == start
    stated = this > 0 and small[this - 1] in STATING | {"that"}
    return (opens or stated) and noun + 1 < len(small) and small[noun + 1] in _FINITE


def _phrase(document: Document, first: int, last: int) -> bool:
    """Tell whether the words stand side by side and the noun ends its phrase."""
    spans, text = document.word_spans, document.text
    if any(text[spans[at][1] : spans[at + 1][0]] != " " for at in range(first, last)):
        return False
    end = spans[last][1]
    if text[end : end + 1] in _MARKS:
        return True
    follows = lowered(document)[last + 1 : last + 2]
    return bool(follows) and follows[0] in FOLLOWING and text[end : end + 1] == " "


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-2] if word.endswith(("sses", "shes", "ches", "xes")) else word[:-1]
