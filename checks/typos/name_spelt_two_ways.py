"""One name is spelt in two ways in one record."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from textassay.checks.typos.spelling import plain
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, RelatedSpan, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.unknown import Unknown
    from textassay.contract import Context
    from textassay.text.document import Document

SHORTEST = 6  # in shorter names one letter makes another name ("Moran", "Morán", "Morin")
MANY = 3  # times as often as the other way, to say which one is meant
_INFLECTIONS = ("s", "n", "e", "a", "o", "i", "y", "es", "en", "er", "ns")


@check(
    code="TYP012",
    name="name-spelt-two-ways",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=LANGUAGES,
    fix="unsafe",
    facts=("words",),
)
def name_spelt_two_ways(document: Document, context: Context) -> Iterator[Hit]:
    """One name is spelt in two ways in one record.

    ## What it finds
    "Yuganskneftegas" beside "Yuganksneftegas"; "Yuri" and "Yury" Ushakov.

    ## Why it matters
    The name becomes two people in an index.

    ## How it decides
    Two capitalised words that no dictionary has, six letters and more, one
    letter added, lost, changed or two swapped, where neither is the other with
    an ending. A warning where the other way is three times as frequent in the
    record or the corpus has only that one; otherwise a remark.

    ## Known mistakes
    Two people whose names differ by a letter; a name and its adjective.

    ## Options
    None.
    """
    places: dict[str, list[Unknown]] = {}
    for word in unknown_words(document):
        if word.capitalised and len(word.text) >= SHORTEST:
            places.setdefault(word.text, []).append(word)
    counts = Counter({name: len(words) for name, words in places.items()})
    for rare, usual in _pairs(list(counts)):
        rare, usual = sorted((rare, usual), key=lambda name: (counts[name], name))  # noqa: PLW2901
        word = places[rare][0]
        proven = (rare + usual).isascii() and (
            counts[usual] >= MANY * counts[rare] or _proven(context, word, usual)
        )  # other letters are another language's way to write the name
        other = places[usual][0]
        yield Hit(
            word.start,
            word.end,
            f"Name spelt two ways: {rare} and {usual}.",
            evidence={"rule": "two names, one edit", "times": [counts[rare], counts[usual]]},
            suggestion=usual if proven else None,
            edits=(Edit(word.start, word.end, usual),) if proven else (),
            related=(RelatedSpan(other.start, other.end),),
            severity=Severity.WARNING if proven else Severity.INFO,
        )


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of names that differ by one slip."""
    if len(names) < 2:  # noqa: PLR2004 - a pair
        return
    from rapidfuzz.distance import OSA

    for index, name in enumerate(names):
        for other in names[index + 1 :]:
            near = abs(len(name) - len(other)) <= 1 and name[0] == other[0]
            if near and OSA.distance(name, other, score_cutoff=1) == 1 and _slip(name, other):
                yield name, other


def _slip(name: str, other: str) -> bool:
    """Tell whether the difference is no inflection and no accent."""
    short, long = sorted((name, other), key=len)
    if plain(name.lower()) == plain(other.lower()):
        return False
    if len(short) != len(long):
        return not (long.startswith(short) and long[len(short) :] in _INFLECTIONS)
    return name[:-1] != other[:-1]


def _proven(context: Context, word: Unknown, usual: str) -> bool:
    """Tell whether the corpus has the usual way only, and often."""
    words = vocabulary(word.language)
    if words and words.flags(word.lowered) & LOWER:
        return False
    facts = context.facts.word(word.language, usual)
    mine = context.facts.word(word.language, word.text)
    return facts.records >= MANY and mine.records == 1


EXAMPLES = (
    Bad(
        "Kowalchyk spoke first. Kowalchyk is a member. Then Kowalchyk left. Kowlachyk came back.",
        span="Kowlachyk",
        fix="Kowalchyk",
        language="en",
    ),
    Bad(
        "Minister Brnovich spoke. Later Brnowich left.",
        span="Brnovich",
        language="en",
    ),
    Good("Kowalchyk spoke. The Kowalchyks left.", language="en"),
    Good("Hansen met Jansen and Jensen.", language="en"),
)
