"""English small words for others, where the words around decide.

"then" and "that" for "than", "there" for "their", "in" and "on" before days and months.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.english_numbers import plural_of
from textassay.checks.typos.english_pronouns import one
from textassay.checks.typos.english_subjects import IRREGULAR, STATING, acts, plural
from textassay.checks.typos.english_verbs import gerund, participle, past
from textassay.checks.typos.english_words import verbs
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import LOWER, vocabulary
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

SO = 4  # words before "that" among which "so" may stand
SHORTEST = 5  # letters of a comparative
SUPERLATIVE = 2.0  # Zipf: "stronger" has "strongest", "corner" has none
COMPARATIVE = 3.0  # Zipf
_WORDS = frozenset({"then", "that", "there"})
_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september"}
    | {"october", "november", "december"}
)
_ITS = frozenset({"it's", "it\N{RIGHT SINGLE QUOTATION MARK}s"})
# "of it's shares", "raised it's stake": no clause begins behind these
_BEFORE_ITS = frozenset(
    {"of", "at", "with", "from", "into", "through", "in", "on", "by", "to", "over", "under"}
    | {"within", "between", "against", "among", "across", "toward", "towards", "inside", "outside"}
    | {"around", "behind", "near", "upon", "during", "throughout", "despite"}
)
# "What is in it? It's ..." without its marks; "to it's best"
_AFTER_IT_IS = frozenset(
    {"a", "an", "the", "not", "been", "being", "so", "too", "very", "no", "just", "also", "still"}
    | {"going", "really", "all", "like", "because", "now", "never", "always", "only", "more", "up"}
    | {"clear", "true", "likely", "easy", "hard", "what", "how", "why", "where", "when", "that"}
    | {"about", "as", "good", "nice", "fine", "better", "possible", "important", "time", "this"}
)
_AFTER_DAYS = lazy(r"[.,]\s| (?:after|because|that|when|while|with)\b")
_YEAR, _DAY_AND_YEAR = lazy(r" (?:19|20)\d\d\b"), lazy(r" \d{1,2}, (?:19|20)\d\d\b")
_COMPARATIVES = frozenset({"more", "less", "fewer", "better", "worse"})
_NOT_COMPARED = frozenset(
    {"later", "sooner", "further", "former", "never", "other", "either", "rather", "ever", "inner"}
    | {"outer", "upper"}
)
_DEGREES = frozenset({"more", "less"})
_ADJECTIVES = ("ful", "ive", "ous", "ant", "ent", "able", "ible", "ic", "ing", "ed", "ult")
# After these adjectives a clause with "that" comes
_CLAUSES = frozenset({"important", "evident", "apparent", "convinced", "surprising", "confident"})
_COMPARED = frozenset(
    {"a", "an", "any", "ever", "usual", "expected", "before", "zero", "one", "two", "three"}
    | {"half", "twice", "ten", "most", "anything", "anyone", "just"}
    | {"forecast", "anticipated", "planned", "predicted", "thought", "normal", "average"}
)
_COMPARED_TO = {
    "that": _COMPARED,
    "then": _COMPARED
    | {"the", "what", "others", "his", "her", "my", "their", "our", "its", "your", "it", "they"}
    | {"he", "we", "you", "i", "those", "these", "previously"},
}
# "with there families", "lost there jobs"; behind "from" and "to" a place may stand
_BEFORE_NOUNS = frozenset(
    {"of", "with", "by", "for", "into", "about", "against", "under", "between", "using", "lost"}
    | {"lose", "losing", "gave", "give", "giving", "take", "took", "takes", "taking", "make"}
    | {"made", "makes", "making", "leave", "leaving", "sell", "sold", "show", "showed", "raise"}
    | {"raised", "use", "uses", "share", "shared", "have", "had", "change", "changed"}
)
# "said there members would", "that there decision was"
_SURE = frozenset({"of", "with", "into", "about", "against", "under", "between", "without"})
_OPENING = STATING | {"that", "because", "when", "while", "if", "as", "after", "before", "until"}
_FINITE = frozenset(
    {"is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may"}
    | {"might", "must", "should"}
)


def confused(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of the words, with those that were meant."""
    yield from _dated(document)
    yield from _contracted(document)
    words, small = document.words, lowered(document)
    for index in places(document, _WORDS):
        if not index or index + 1 >= len(words) or not side_by_side(document, index - 1, index):
            continue
        if small[index] == "there":
            if side_by_side(document, index, index + 1) and _possesses(document, index):
                yield index, "their"
        elif _compares(document, index) and _compared(document, index):
            yield index, "than"


def _contracted(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of "it's" between a preposition or a transitive verb and a noun."""
    words, small = document.words, lowered(document)
    for index in places(document, _ITS):
        if not index or index + 1 == len(words) or not words[index + 1].islower():
            continue
        leads = small[index - 1] in _BEFORE_ITS or small[index - 1] in _transitive()
        clause = small[index + 1] in _AFTER_IT_IS or small[index + 1].endswith(("ed", "ing", "ly"))
        if leads and not clause and side_by_side(document, index - 1, index + 1):
            yield index, "its"


@cache
def _transitive() -> frozenset[str]:
    """Return the forms of the verbs that take an object and no clause."""
    plain = verbs("transitive")
    found = set(plain)
    for verb in plain:
        found.update(filter(None, (one(verb), gerund(verb), past(verb), participle(verb))))
    return frozenset(found)


def _dated(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of "in" before a day ("in Monday"), and "on" before month and year."""
    words, small = document.words, lowered(document)
    for index in places(document, _DAYS | _MONTHS):
        before, behind = small[index - 1] if index else "", document.word_spans[index][1]
        if before not in {"in", "on"} or not words[index].istitle():
            continue
        days = _AFTER_DAYS if small[index] in _DAYS else _DAY_AND_YEAR
        if before == "in":
            right = "on" if days.match(document.text, behind) else None
        else:
            right = "in" if small[index] in _MONTHS and _YEAR.match(document.text, behind) else None
        if right and side_by_side(document, index - 1, index):
            yield index - 1, right


def _possesses(document: Document, index: int) -> bool:
    """Tell whether a noun that needs a possessive comes behind, and what leads one before."""
    small, noun = lowered(document), document.words[index + 1]
    before, verb = small[index - 1], small[index + 2 : index + 3]
    many = plural(noun) and not acts(noun) and noun not in IRREGULAR
    if before in _SURE or before in _transitive():
        owned = noun.endswith(_ADJECTIVES) and not noun.endswith(("ing", "ed")) and noun.islower()
        if owned or (many and before in _transitive()):
            return True
    if not many and plural_of(noun, verbs=False) is None:
        return False
    if before in _BEFORE_NOUNS:
        return True
    states = before in (STATING if many else _OPENING)
    return states and not _FINITE.isdisjoint(verb) and side_by_side(document, index + 1, index + 2)


def _compares(document: Document, index: int) -> bool:
    """Tell whether a comparative stands right before: "stronger", "more effective"."""
    small = lowered(document)
    before = small[index - 1]
    if small[index] == "that" and "so" in small[max(0, index - SO) : index]:
        return False  # "so much more efficient that half of them left"
    if comparative(before):
        return True
    if (
        index == 1
        or small[index - 2] not in _DEGREES
        or not side_by_side(document, index - 2, index - 1)
    ):
        return False
    if small[index] == "then" and before.endswith("ly"):
        return True  # "more slowly then forecast"
    return before.endswith(_ADJECTIVES) and (small[index] == "then" or before not in _CLAUSES)


def _compared(document: Document, index: int) -> bool:
    """Tell whether what follows is compared: a number, an article, "ever"."""
    end = document.word_spans[index][1]
    if document.text[end : end + 1] == " " and document.text[end + 1 : end + 2].isdecimal():
        return True
    small = lowered(document)
    if not side_by_side(document, index, index + 1):
        return False
    many = small[index] == "then" and plural(document.words[index + 1])  # "faster then wages"
    return many or small[index + 1] in _COMPARED_TO[small[index]]


@cache
def comparative(word: str) -> bool:
    """Tell whether a small English word is the comparative of an adjective."""
    words = vocabulary("en")
    if word in _COMPARATIVES:
        return True
    if words is None or not word.endswith("er") or len(word) < SHORTEST or word in _NOT_COMPARED:
        return False
    zipf, flags = words.entry(f"{word[:-2]}est")
    return bool(flags & LOWER) and zipf >= SUPERLATIVE and words.zipf(word) >= COMPARATIVE
