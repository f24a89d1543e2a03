"""English verbs that lack their -ing: "Before went home", "without provide a reason"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.english_verbs import FOLLOWING, gerund, pasts
from textassay.checks.typos.english_words import verbs
from textassay.checks.typos.sequence import lowered, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_OPENING = frozenset({"after", "before", "despite", "since", "without"})
_GOVERNING = frozenset({"by", "despite", "without"})
_LEADING = _OPENING | _GOVERNING | {"forward"}
_DETERMINERS = frozenset({"a", "an", "any", "his", "her", "its", "my", "our", "the", "their"})
_LOOKING = frozenset({"look", "looked", "looking", "looks"})
_NOUN_BEHIND = frozenset({"and", "of", "time"})  # "look forward to return of the king"


def lacking(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield the places of such verbs, with the form in -ing and the rule."""
    small, words, likely = lowered(document), document.words, _candidates()
    for index in places(document, _LEADING):
        verb = index + 1 + (small[index] == "forward")
        if verb + 1 >= len(small) or words[verb] not in likely:
            continue
        if not side_by_side(document, index, verb + 1):
            continue
        stem = _stem(document, small, index, verb)
        right = gerund(stem) if stem else None
        if right:
            yield verb, right, "the -ing form follows a preposition"


@cache
def _candidates() -> frozenset[str]:
    plain = (verbs(kind) for kind in ("have", "object", "subject", "state"))
    return frozenset(pasts()).union(*plain)


def _stem(document: Document, small: list[str], index: int, verb: int) -> str | None:
    """Return the plain form of a verb that a preposition leads, if it does."""
    word, behind = small[verb], small[verb + 1]
    if small[index] == "forward":
        looks = index > 0 and small[index - 1] in _LOOKING and small[index + 1] == "to"
        bare = word in verbs("subject") | verbs("object") or (
            word in verbs("state") and behind in FOLLOWING
        )
        return word if looks and bare and behind not in _NOUN_BEHIND else None
    base, third = pasts().get(word, ("", word))
    sentence = document.sentence_at(document.word_spans[index][0])
    opens = sentence is not None and sentence.start == document.word_spans[index][0]
    if third != word and opens and small[index] in _OPENING and behind in FOLLOWING:
        return base
    bare = small[index] in _GOVERNING and behind in _DETERMINERS
    return word if bare and word in verbs("have") - verbs("noun") else None
