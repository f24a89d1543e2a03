"""English words of number before a noun that lacks its plural: "the two side were"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.english_words import nouns
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

COMMON = 3.25  # Zipf of the plural; rarer ones were adjectives used as nouns
LESS_FREQUENT = 1.25  # Zipf by which a plural may stay behind its noun
DERIVED = 2.5  # Zipf of the -ing form of what is a verb, too
SHORTEST = 3
_GLUE = frozenset({"-", "/"})
_MANY = frozenset(
    {"dozens", "hundreds", "thousands", "number", "couple", "handful", "series", "scores"}
)
_OF_ALL = frozenset({"the", "his", "her", "its", "their", "our", "my", "your", "these", "those"})
_SUPERLATIVES = frozenset(
    {"best", "worst", "main", "major", "leading", "key", "top", "few", "many", "most", "principal"}
)
_NUMERALS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "hundred", "thousand"}
)
_ALONE = frozenset({"both", "these", "those", "several", "many", "few"})  # a verb may follow
NUMBERS = _NUMERALS | _ALONE | {"various", "numerous"}
_DOING = frozenset(
    {"said", "says", "told", "remains", "died", "became", "came", "went", "took", "fled"}
    | {
        "met",
        "fell",
        "rose",
        "won",
        "lost",
        "began",
        "made",
        "gave",
        "got",
        "ran",
        "sent",
        "agreed",
    }
)
_LEADING = NUMBERS | {"of"}
# "Those report were": two verbs do not follow each other, so that the first is a noun
_POINTING, _BE = frozenset({"these", "those", "both"}), (["was"], ["were"], ["are"], ["have"])
# "a two year wait", "every two year cycle": a compound may come after these
_ONE = frozenset(
    {"a", "an", "per", "each", "every", "this", "that", "another", "one", "first", "no", "his"}
    | {"her", "its", "their", "our", "my", "number", "phase", "level", "or", "to", "and", "by"}
    | {"chapter", "part", "stage", "type", "class", "grade", "tier", "round", "day", "week"}
    | {"group", "season", "episode", "channel", "world", "war", "article", "page", "zone", "top"}
)
# What comes after a noun and after no adjective or first half of a compound
FOLLOWING = frozenset(
    {"was", "were", "is", "are", "has", "have", "had", "will", "would", "can", "could", "may"}
    | {"might", "must", "should", "who", "which", "that", "of", "from", "in", "on", "at", "for"}
    | {"with", "by", "during", "after", "before", "since", "ago", "later", "earlier", "because"}
    | {"while", "when", "where", "why", "into", "through", "against", "between", "across", "around"}
)


def singulars(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of singular nouns after a word of number, with the plural."""
    yield from _units(document)
    words, spans, text = document.words, document.word_spans, document.text
    small = lowered(document)
    for index in places(document, _LEADING):
        if small[index] == "of":
            yield from _of_many(document, index)
            continue
        if index + 1 >= len(words) or (index and small[index - 1] in _ONE):
            continue
        if words[index].istitle() and index and small[index - 1] == "of":
            continue  # "the Group of Five meeting"
        noun = words[index + 1]
        if small[index] == "these" and noun in _PERIODS:
            continue  # "this year"
        plural = plural_of(noun, verbs=small[index] in _NUMERALS) if noun.islower() else None
        if plural is None and small[index] in _POINTING and small[index + 2 : index + 3] in _BE:
            plural = _any_plural(noun)
        if plural is None or text[spans[index][1] : spans[index + 1][0]] != " ":
            continue
        if text[spans[index][0] - 1 : spans[index][0]] not in _GLUE and _ends(document, index + 1):
            yield index + 1, plural


_UNITS = frozenset({"day", "week", "month", "year", "hour", "minute"})
_PERIODS = _UNITS | {"morning", "afternoon", "evening", "time", "summer", "weekend", "autumn"}
_COUNTING = _NUMERALS | {"several"}
_TIMED = frozenset({"ago", "later", "earlier"})
_SPANS = frozenset({"last", "past", "next", "first", "another", "for", "within", "than", "every"})


def _units(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of units behind a number: "18 month ago", "for three year."."""
    small, text = lowered(document), document.text
    for index in places(document, _UNITS):
        start, end = document.word_spans[index]
        named = index > 0 and small[index - 1] in _COUNTING
        if text[start - 2 : start - 1].isdecimal():
            if text[start - 1] != " " or text[max(0, start - 3) : start - 1] in {" 1", "1"}:
                continue
        elif not (named and side_by_side(document, index - 1, index)):
            continue
        behind = small[index + 1 : index + 2]
        spans = small[index - 1 - named : index - named]
        ends = text[end : end + 1] in {".", ",", ";"} and not text[end + 1 : end + 2].isalnum()
        timed = bool(behind) and behind[0] in _TIMED and side_by_side(document, index, index + 1)
        if timed or (ends and not _SPANS.isdisjoint(spans)):
            yield index, f"{small[index]}s"


_THE_ONE = frozenset({"the", "this", "that"})  # "this year's sign, the one of the pig"


def _of_many(document: Document, of: int) -> Iterator[tuple[int, str]]:
    """Yield the noun of "one of the reason why", "hundreds of house were", with its plural."""
    small, noun = lowered(document), of + 1
    if not of or noun + 2 >= len(small):
        return
    if small[of - 1] == "one" and small[noun] in _OF_ALL and small[max(0, of - 2)] not in _THE_ONE:
        noun += 1
        degree = small[noun].partition("-")[0]  # "best-known"
        superlative = degree.endswith("est") or degree in _SUPERLATIVES
        noun += superlative + (small[noun] == "most")
    elif small[of - 1] not in _MANY:
        return
    if noun + 1 >= len(small) or small[noun] in nouns("group"):
        return
    if not document.words[noun].islower():
        return
    joined = side_by_side(document, of - 1, noun)
    plural = plural_of(small[noun], verbs=True) if joined else None
    if plural is not None and (_ends(document, noun) or small[noun + 1].endswith("ed")):
        yield noun, plural


def _ends(document: Document, noun: int) -> bool:
    """Tell whether a noun phrase ends with this word."""
    end, text = document.word_spans[noun][1], document.text
    if text[end : end + 1] == ".":
        return not text[end + 1 : end + 2].strip()
    follows = document.words[noun + 1 : noun + 2]
    return bool(follows) and follows[0] in FOLLOWING | _DOING and text[end : end + 1] == " "


@lru_cache(maxsize=REMEMBERED)
def plural_of(word: str, *, verbs: bool) -> str | None:
    """Return the plural of a word that is a noun in the singular and nothing else.

    With ``verbs`` also of those listed nouns that are verbs as often.
    """
    words = vocabulary("en")
    if words is None or len(word) < SHORTEST or word.endswith("s") or word in _exceptions():
        return None
    if verbs and word in _listed():
        return _plural(word)
    if word.endswith(("ing", "ed")):
        return None
    zipf, flags = words.entry(word)
    plural = _plural(word)
    frequency = words.zipf(plural)
    if not flags & LOWER or frequency < max(COMMON, zipf - LESS_FREQUENT):
        return None
    stem = word[:-1] if word.endswith(("e", "y")) else word
    forms = [f"{stem}{ending}" for ending in ("ing", "ed", "ied", "ily", "ly")]
    forms += [f"{word}ing", f"{word}ed", f"{word}ly", f"{word}{word[-1]}ing"]
    return None if any(words.zipf(form) >= DERIVED for form in forms) else plural


def _any_plural(word: str) -> str | None:
    """Return the plural of a small word that may be a noun."""
    words = vocabulary("en")
    if words is None or not word.islower() or word.endswith(("s", "ing", "ed", "ly")):
        return None
    known = words.flags(word) & words.flags(_plural(word)) & LOWER and word not in _exceptions()
    return _plural(word) if known and words.zipf(_plural(word)) >= COMMON else None


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "sh", "x", "z")) else f"{word}s"


@cache
def _rows() -> tuple[tuple[str, str], ...]:
    rows = (entry.split() for entry in entries(__file__, "counted_nouns.txt"))
    return tuple((kind, word) for kind, word in rows)


@cache
def _listed() -> frozenset[str]:
    return frozenset(word for kind, word in _rows() if kind == "noun")


@cache
def _exceptions() -> frozenset[str]:
    return frozenset(word for kind, word in _rows() if kind == "never")
