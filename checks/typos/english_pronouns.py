"""English verbs right behind a pronoun of another number: "if he want", "they wants"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.english_verbs import plain
from textassay.checks.typos.english_words import verbs
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import REMEMBERED, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_SINGULAR, _PLURAL = frozenset({"he", "she", "it"}), frozenset({"they", "we"})
_PRONOUNS = _SINGULAR | _PLURAL
# A clause in the indicative begins with these; behind "only if" the order may be another
_OPENING = frozenset(
    {"if", "when", "whenever", "because", "after", "while", "once", "since", "although", "though"}
    | {"where"}
)
# Not "insisted he go"
_SAYING = frozenset({"said", "says", "believes", "thinks", "reported", "announced", "claims"})
_LEADING = _OPENING | _SAYING
_SPOKEN = frozenset({"it", "not", "what"})  # "It say what?"
_OTHERS = frozenset({"is", "was", "has", "does"})  # patterns know better where these are wrong


def disagreeing(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield the places of such verbs, with the right form and the rule."""
    words, small, finite = [*document.words, "-"], lowered(document), verbs("finite")
    for index in places(document, _PRONOUNS):
        verb = index + 1
        if small[index] in _PLURAL:
            right = many(words[verb]) if words[verb][-1] == "s" else None
        elif words[verb] in finite and _indicative(document, index):
            right = one(words[verb])
        else:
            continue
        if right and side_by_side(document, index, verb) and _ends(document, verb):
            yield verb, right, "a pronoun and its verb have the same number"


def _indicative(document: Document, index: int) -> bool:
    """Tell whether a pronoun opens a sentence or a clause, before its verb and more."""
    small, start = lowered(document), document.word_spans[index][0]
    sentence = document.sentence_at(start)
    if sentence is not None and sentence.start == start:
        more = side_by_side(document, index + 1, index + 2) and index + 2 < len(small)
        return more and small[index + 2] not in _SPOKEN
    before = small[max(0, index - 2) : index]
    opens = bool(before) and before[-1] in _LEADING and before[0] not in {"only", "not"}
    return opens or before == ["every", "time"]


def _ends(document: Document, verb: int) -> bool:
    end = document.word_spans[verb][1]
    return document.text[end : end + 1] not in {"-", "/", "'"}


@lru_cache(maxsize=REMEMBERED)
def many(word: str) -> str | None:
    """Return the plural of a third person, None of any other word."""
    third = word.islower() and not word.endswith("ss") and word not in _OTHERS
    return plain(word) if third else None


@lru_cache(maxsize=REMEMBERED)
def one(verb: str) -> str | None:
    """Return the third person of a plain form."""
    words = vocabulary("en")
    forms = [f"{verb}s", f"{verb}es"] + [f"{verb[:-1]}ies"] * verb.endswith("y")
    return max(forms, key=words.zipf) if words is not None else None
