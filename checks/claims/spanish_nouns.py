"""Noun phrases in Spanish: where they end, and whether they name somebody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims.clauses import Phrase, Source
from textassay.checks.claims.morphology import Form
from textassay.checks.claims.spanish_words import is_finite, sayings, source_of, words_of
from textassay.checks.claims.vocabulary import is_count

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Clause

MOST_MODIFIERS = 2  # words between an article and its noun: "los numerosos y"
LONGEST_MODIFIER = 8  # words behind a head that are searched for a name
PRONOMINAL = frozenset(
    {"muchos", "muchas", "algunos", "algunas", "varios", "varias", "otros", "otras", "pocos"}
)
_MOST = "m\N{LATIN SMALL LETTER A WITH ACUTE}s"
HEADLESS = frozenset({"quienes"})  # "quienes vivieron el sitio recuerdan"


def noun_phrase(clause: Clause, head: int, leftmost: int | None = None) -> Phrase | None:
    """Return the noun phrase around a head, or None inside another phrase.

    ``leftmost`` is where the phrase is known to start; without it the phrase
    must stand at the start of a clause.
    """
    known = source_of(clause.words[head])
    if known is None:
        return None
    floor = leftmost or 0
    while head > floor and _is_adjective(clause, head, known[1]):
        head -= 1  # "fuentes oficiales": the noun is "fuentes"
    first = head
    while first > floor and head - first < MOST_MODIFIERS and clause.gap(first - 1) == "":
        if _closes(clause.words[first - 1]):
            break
        first -= 1
    return _determine(clause, first, head, leftmost, plural=bool(known[1] & Form.PLURAL))


def _is_adjective(clause: Clause, index: int, number: int) -> bool:
    """Tell whether a noun stands as an adjective behind another one."""
    before = source_of(clause.words[index - 1])
    return before is not None and clause.gap(index - 1) == "" and before[1] == number


def _determine(
    clause: Clause, first: int, head: int, leftmost: int | None, *, plural: bool
) -> Phrase | None:
    before = first - 1
    adjacent = before >= (leftmost or 0) and clause.gap(before) == ""
    word = clause.word(before) if adjacent else ""
    phrase = None
    if word in words_of("quantifier") or is_count(word):
        phrase = _quantified(clause, before, head, leftmost)
    elif word == "de":
        phrase = _partitive(clause, before, head)
    elif word in words_of("definite"):
        phrase = _partitive(clause, before, head) or _definite(
            clause, before, head, leftmost, plural=plural
        )
    elif word in words_of("indefinite"):
        inside = leftmost is None and _is_inside(clause, before)
        phrase = None if plural or inside else Phrase(before, head, "indefinite", plural=False)
    elif word == "sus" and _is_stance(clause.words[head]):
        joined = clause.word(before - 1) in {"y", "e"}  # "Ana Ruiz y sus aliados"
        phrase = None if joined else Phrase(before, head, "possessive", plural)
    elif plural and not _points(word):
        starts = leftmost is not None and first <= leftmost
        if starts or at_boundary(clause, first):
            phrase = Phrase(first, head, "bare", plural)
    return phrase


def _is_stance(word: str) -> bool:
    """Tell whether a possessor leaves the people unnamed: "sus críticos"."""
    return word in words_of("stance")


def _definite(
    clause: Clause, first: int, head: int, leftmost: int | None, *, plural: bool
) -> Phrase | None:
    if leftmost is None and _is_inside(clause, first):
        return None
    return Phrase(first, head, "definite", plural)


def _is_inside(clause: Clause, first: int) -> bool:
    """Tell whether a preposition makes the phrase part of another one."""
    even = clause.word(first - 1) == "hasta" and (first == 1 or clause.gap(first - 2) != "")
    before = clause.word(first - 1) in words_of("preposition") and clause.gap(first - 1) == ""
    return before and not even  # "hasta los aliados admiten"


def _quantified(clause: Clause, first: int, head: int, leftmost: int | None) -> Phrase | None:
    before = clause.word(first - 1) if clause.gap(first - 1) == "" else ""
    if before in words_of("definite") and clause.words[first] == _MOST:
        return Phrase(first - 1, head, "definite", plural=True)
    if before in words_of("definite") or _points(before):
        return None
    if leftmost is None and before in words_of("preposition"):
        return None
    return Phrase(first, head, "quantifier", plural=True)


def _partitive(clause: Clause, before: int, head: int) -> Phrase | None:
    """Read "la mayoría de los", "un grupo de", "decenas de"."""
    quantity = before - 1 if clause.words[before] == "de" else before - 2
    if clause.word(quantity) not in words_of("quantity"):
        return None
    first = quantity
    if clause.word(first - 1) in words_of("indefinite") | words_of("definite") | {"gran", "buena"}:
        first -= 1
    single = clause.words[quantity] in {"uno", "una"}
    return Phrase(first, head, "indefinite" if single else "quantifier", plural=not single)


def at_boundary(clause: Clause, first: int) -> bool:
    """Tell whether a clause can start at a word."""
    if first <= 0 or clause.gap(first - 1) != "":
        return True
    before = clause.words[first - 1]
    return before in words_of("opening") or before.endswith("mente")


def is_named(clause: Clause, phrase: Phrase, word: str, form: str) -> bool:
    """Tell whether a name stands in or right behind the phrase."""
    if word.startswith("fuente"):
        return False
    if _speaks_for(clause, phrase.head):
        return True
    known = source_of(word)
    document = known is not None and known[0] == Source.DOCUMENT
    is_group = phrase.plural and not document
    end = _modifier_end(clause, phrase.head)
    for index in range(phrase.first + 1, end + 1):
        if not clause.is_capitalised(index) or clause.words[index].isdigit():
            continue
        if index > phrase.head and clause.word(index - 2) in words_of("interviewed"):
            continue  # "expertos consultados por CNN"
        place = index <= phrase.head or not _is_apposed(clause, phrase.head, index)
        office = _is_official(word) and clause.word(index - 1) != "en"
        if is_group and place and _is_place(clause, index) and not office:
            continue
        return True
    if not is_group and _names_office(clause, phrase.head, end):
        return True
    if clause.gap(end) != "," or not clause.is_capitalised(end + 1):
        return False
    # "Los camaristas, Ana Ruiz y Luis Gil, confirmaron"
    paired = end == phrase.head and clause.word(end + 2) in {"y", "e"}  # "Vidal y Luna"
    second = end + (3 if paired else 2)
    return not phrase.plural or (form == "subject" and clause.is_capitalised(second))


def _speaks_for(clause: Clause, head: int) -> bool:
    """Tell whether a spokesman or lawyer speaks for somebody of the text: "del banco"."""
    following = clause.word(head + 1)
    if clause.words[head] not in words_of("mouthpiece"):
        return False
    return following in words_of("of_office") or (
        following == "del" or (following == "de" and clause.word(head + 2) in words_of("definite"))
    )


def _is_apposed(clause: Clause, head: int, index: int) -> bool:
    """Tell whether a capitalised word names the head: "los camaristas Ana Ruiz y ..."."""
    return words_of("preposition").isdisjoint(clause.words[head + 1 : index])


def _names_office(clause: Clause, head: int, end: int) -> bool:
    """Tell whether a document is an office's: "cifras oficiales", "datos del ministerio"."""
    return any(
        clause.words[index] in words_of("identified_office")
        or clause.words[index].startswith("oficial")
        for index in range(head + 1, end + 1)
    )


def _modifier_end(clause: Clause, head: int) -> int:
    """Return the last word of the modifiers right behind a head."""
    end = head
    while end + 1 < len(clause) and clause.gap(end) == "" and end - head < LONGEST_MODIFIER:
        word = clause.words[end + 1]
        if word in words_of("auxiliary") or word in words_of("conjunction") or is_finite(word):
            break
        if word in words_of("raising"):
            break
        end += 1
    return end


def _is_place(clause: Clause, index: int) -> bool:
    """Tell whether a capitalised word follows "en", "de" and names no office."""
    before = index - 1
    while before > 0 and (
        clause.is_capitalised(before) or clause.words[before] in {"de", "del", "la", "los", "el"}
    ):
        if clause.words[before] in words_of("identified_office"):
            return False
        before -= 1
    return (
        clause.words[index] not in words_of("identified_office")
        and not clause.text[clause.starts[index] : clause.ends[index]].isupper()
    )


def _points(word: str) -> bool:
    """Tell whether a determiner points to people known before: "estos", "sus"."""
    return word in words_of("demonstrative") or word in words_of("possessive")


@cache
def _closed() -> frozenset[str]:
    kinds = (
        "quantifier definite indefinite preposition conjunction demonstrative possessive pronoun"
        " clitic auxiliary copula"
    )
    return frozenset().union(*(words_of(kind) for kind in kinds.split())) | frozenset(sayings())


def _closes(word: str) -> bool:
    """Tell whether a word cannot stand inside a noun phrase, before its head."""
    return word in _closed() or word.isdigit()


def _is_official(word: str) -> bool:
    stem = word.removesuffix("s").removesuffix("e")
    return (
        word in words_of("official")
        or stem in words_of("official")
        or stem[:-1] + "o" in words_of("official")
    )


def is_pronominal(clause: Clause, index: int) -> bool:
    """Tell whether "muchos", "algunos" stand alone as a subject."""
    word = clause.words[index]
    return (word in PRONOMINAL or word in HEADLESS) and at_boundary(clause, index)


def phrase_from(clause: Clause, first: int) -> Phrase | None:
    """Return the noun phrase that starts at a word."""
    for index in range(first, min(len(clause), first + MOST_MODIFIERS + 4)):
        word = clause.words[index]
        if source_of(word):
            return noun_phrase(clause, index, leftmost=first)
        if clause.gap(index) or word in words_of("pronoun") or word in words_of("possessive"):
            break
        if (word in words_of("preposition") and word != "de") or word in words_of("conjunction"):
            break
        if word in words_of("copula") or word in words_of("auxiliary"):
            break
        if is_finite(word):
            break
    alone = clause.word(first) in PRONOMINAL and _stands_alone(clause, first)
    headless = clause.word(first) in HEADLESS
    if alone or (headless and clause.word(first + 1) not in words_of("preposition")):
        return Phrase(first, first, "quantifier", plural=True)
    return None


def _stands_alone(clause: Clause, index: int) -> bool:
    """Tell whether no noun that is no source follows: "seg\u00fan varios factores"."""
    following = clause.word(index + 1)
    return (
        clause.gap(index) != ""
        or not following
        or is_finite(following)
        or any(following in words_of(kind) for kind in ("definite", "indefinite", "pronoun"))
        or following in words_of("conjunction")
    )
