"""Noun phrases in English: where they end, and whether they name somebody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims.clauses import Phrase, Source
from textassay.checks.claims.english_words import (
    demonyms,
    is_guess,
    mass_nouns,
    sayings,
    source_of,
    stops,
    words_of,
)
from textassay.checks.claims.morphology import Form
from textassay.checks.claims.vocabulary import is_count

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Clause

MOST_MODIFIERS = 4  # words before a head: "small independent family butchers"
SINGLE = frozenset({"one", "another", "nobody", "everybody", "everyone"})
PRONOMINAL = frozenset({"many", "some", "several", "most", "few", "others"}) | SINGLE
_BELONGING = frozenset({"members", "representatives"})  # "members of the committee"
SOURCES = frozenset({"source", "sources"})
LONGEST_ISSUE = 14  # words of "video of the parade shown by the national channel"
_ADJECTIVAL = tuple(
    "al ic ion ed ent ant ing ous ive ary ern an ish ese ble ful less y s".split()  # noqa: SIM905 - endings
)
LONGEST_MODIFIER = 8  # words behind a head that are searched for a name


def noun_phrase(clause: Clause, head: int, leftmost: int | None = None) -> Phrase | None:
    """Return the noun phrase that ends in a head, or None inside another phrase.

    ``leftmost`` is where the phrase is known to start; without it the phrase
    must stand at the start of a clause.
    """
    known = source_of(clause.words[head])
    if known is None:
        return None
    first = head
    closed = stops()
    while (
        first > (leftmost or 0)
        and head - first < MOST_MODIFIERS
        and clause.gap(first - 1) in {"", "."}
    ):
        word = clause.words[first - 1]
        if word in closed or word.isdigit():
            break
        first -= 1
    if leftmost is None and _swallows_verb(clause, first, head):
        return None
    return _determine(clause, first, head, known[1], leftmost)


def _swallows_verb(clause: Clause, first: int, head: int) -> bool:
    """Tell whether a modifier is rather the verb of "the club blasted critics"."""
    modifiers = clause.words[first:head]
    return any(word.endswith("ed") for word in modifiers[1:]) or any(
        word.endswith("s")
        and not word.endswith(("ss", "ous", "ics", "'s", "s'"))
        and word not in words_of("plural_modifier")
        for word in modifiers
    )


def _determine(
    clause: Clause, first: int, head: int, number: int, leftmost: int | None
) -> Phrase | None:
    plural = bool(number & Form.PLURAL)
    before = first - 1
    adjacent = clause.gap(before) == "" and before >= (leftmost or 0)
    word = clause.word(before) if adjacent else ""
    phrase = None
    if any(clause.words[index].endswith(("'s", "s'")) for index in range(first, head)):
        part = _partitive(clause, before, head) if word in {"of", "the"} else None
        start = before if word in words_of("definite") else first  # "the opposition's supporters"
        opens = _opens_possessive(clause, start, leftmost)
        phrase = part or (Phrase(first, head, "possessive", plural) if opens else None)
    elif word in words_of("possessive"):
        joined = clause.word(before - 1) in {"and", "or"}  # "Jane Roe and her allies"
        personal = joined or word in {"my", "our", "your"}
        opens = _opens_possessive(clause, before, leftmost)
        phrase = None if personal or not opens else Phrase(before, head, "possessive", plural)
    elif word in words_of("quantifier") or is_count(word):
        phrase = _quantified(clause, before, head, leftmost)
    elif word == "of" or (word == "the" and clause.word(before - 1) == "of"):
        phrase = _partitive(clause, before, head)
    elif word in words_of("indefinite"):
        inside = leftmost is None and clause.word(before - 1) in words_of("preposition")
        whole = not plural and not inside
        phrase = Phrase(before, head, "indefinite", plural=False) if whole else None
    elif word in words_of("definite") and not (plural and _is_relative(clause, before)):
        inside = leftmost is None and clause.word(before - 1) in words_of("preposition")
        phrase = None if inside else Phrase(before, head, "definite", plural)
    elif word not in {"and", "or"} or not _joins_name(clause, before):
        phrase = _bare(clause, first, head, leftmost, plural=plural)
    return phrase


def _opens_possessive(clause: Clause, first: int, leftmost: int | None) -> bool:
    """Tell whether "its critics" can be a subject: at the start, or told by somebody."""
    before = clause.word(first - 1)
    part = before == "of" and clause.word(first - 2) in PRONOMINAL | words_of("quantity")
    known = leftmost is not None and first <= leftmost
    return known or part or at_boundary(clause, first) or before in sayings()


def _is_relative(clause: Clause, index: int) -> bool:
    """Tell whether "that" or ", which" opens a relative clause: no plural noun has it."""
    word = clause.word(index)
    return word == "that" or (word == "which" and clause.gap(index - 1) == ",")


def _joins_name(clause: Clause, conjunction: int) -> bool:
    """Tell whether "and" joins the phrase to a name or pronoun: "she and others"."""
    before = conjunction - 1
    if clause.gap(before) or (before == 0 and source_of(clause.words[0])):
        return False  # "Critics and admirers say"
    return clause.is_capitalised(before) or clause.word(before) in words_of("pronoun")


def _bare(
    clause: Clause, first: int, head: int, leftmost: int | None, *, plural: bool
) -> Phrase | None:
    if not plural and clause.words[head] not in mass_nouns():
        return None
    known_to_start = leftmost is not None and first <= leftmost
    if known_to_start or at_boundary(clause, first):
        return Phrase(first, head, "bare", plural)
    return None


def _quantified(clause: Clause, first: int, head: int, leftmost: int | None) -> Phrase | None:
    before = clause.word(first - 1) if clause.gap(first - 1) == "" else ""
    if before in {"and", "or"} and _joins_name(clause, first - 1):
        return None
    if _is_relative(clause, first - 1):
        return Phrase(first, head, "quantifier", plural=True)
    if before in words_of("definite") or before in words_of("possessive"):
        return Phrase(first - 1, head, "definite", plural=True)
    if before in {"least", "many", "than"} or before in words_of("when") or before.isdigit():
        return Phrase(first, head, "quantifier", plural=True)
    if leftmost is None and before not in {"as", "over"} and not at_boundary(clause, first):
        return None
    return Phrase(first, head, "quantifier", plural=True)


def _partitive(clause: Clause, before: int, head: int) -> Phrase | None:
    """Read "a growing number of", "some of the", "dozens of"."""
    quantity = before - 1 if clause.words[before] == "of" else before - 2
    word = clause.word(quantity)
    if word not in words_of("quantity") and word not in words_of("quantifier") and word != "one":
        return None
    first = quantity
    while first > 0 and quantity - first < MOST_MODIFIERS and clause.gap(first - 1) == "":
        if clause.words[first - 1] in stops() - words_of("definite") - words_of("indefinite"):
            break
        first -= 1
        if clause.words[first] in {"a", "an", "the"}:
            break
    if not at_boundary(clause, first) and clause.word(first - 1) not in {"to", "by"}:
        return None
    return Phrase(first, head, "quantifier", plural=word != "one")


def at_boundary(clause: Clause, first: int) -> bool:
    """Tell whether a clause can start at a word."""
    if first <= 0 or clause.gap(first - 1) != "":
        return True
    before = clause.words[first - 1]
    return before in words_of("conjunction") or before in {"with", "not"} or before.endswith("ly")


def is_named(clause: Clause, phrase: Phrase, last: int, source: Source) -> bool:
    """Tell whether a name stands in or right behind the phrase."""
    end = _modifier_end(clause, max(last, phrase.head))
    if clause.words[phrase.head] in SOURCES:
        return False  # "a Whitehall source": nobody's name
    service = phrase.head - phrase.first > 1 and clause.words[phrase.head].startswith("spokes")
    if _speaks_for(clause, phrase.head) or service:  # "a police spokesman"
        return True
    for index in range(phrase.first, end + 1):
        if not clause.is_capitalised(index) or (
            index == 0 and not _opens_with_name(clause, source)
        ):
            continue
        if index > phrase.head and clause.word(index - 2) in words_of("interviewed"):
            continue  # "experts interviewed by CNN"
        people = index == phrase.head and phrase.plural and not is_guess(clause.words[index])
        if index == phrase.head and source == Source.OUTLET:
            return True  # "404 Media"
        if people or _names_nobody(clause, index, source):
            continue
        if (
            source in {Source.COLLECTIVE, Source.GROUP}
            and phrase.plural
            and _is_place(clause, index)
        ):
            continue
        return True
    if source == Source.DOCUMENT and _is_issued(clause, phrase.head):
        return True
    return clause.gap(end) == "," and clause.is_capitalised(end + 1) and phrase.plural is False


def _speaks_for(clause: Clause, head: int) -> bool:
    """Tell whether a spokesman or lawyer speaks for somebody of the text: "for the airline"."""
    if clause.word(head + 1) not in {"for", "of"} or clause.word(head + 2) not in (
        words_of("definite") | words_of("possessive")
    ):
        return False
    word, office = clause.words[head], clause.word(head + 3)
    return word in words_of("mouthpiece") or (
        word in _BELONGING and office in words_of("identified_office")
    )


def _opens_with_name(clause: Clause, source: Source) -> bool:
    """Tell whether the first word of a sentence is a name: "ESN staff say", "Gallup polls"."""
    written = clause.text[clause.starts[0] : clause.ends[0]]
    following = clause.text[clause.ends[0] : clause.ends[-1]]
    if len(written) > 1 and written.isupper() and not following.isupper():
        return True
    word = clause.words[0]
    return source == Source.DOCUMENT and not (
        word in words_of("document_modifier")
        or word in stops()
        or source_of(word) is not None
        or word.endswith(_ADJECTIVAL)
    )


def _is_issued(clause: Clause, head: int) -> bool:
    """Tell whether the words behind a document name who made or published it."""
    for index in range(head, min(len(clause) - 1, head + LONGEST_ISSUE)):
        if clause.gap(index):
            return False
        issued = clause.words[index] in {"by", "from", "of", "at"}
        if issued and any(clause.is_capitalised(index + step) for step in (1, 2, 3, 4)):
            return True
    return False


def _modifier_end(clause: Clause, last: int) -> int:
    """Return the last word of the prepositional phrases right behind a word."""
    end = last
    while end + 1 < len(clause) and clause.gap(end) == "" and end - last < LONGEST_MODIFIER:
        word = clause.words[end + 1]
        if (
            end == last
            and word not in words_of("preposition")
            and not clause.is_capitalised(end + 1)
        ):
            break
        if word in sayings() or word in words_of("auxiliary") or word in words_of("conjunction"):
            break
        end += 1
    return end


def _names_nobody(clause: Clause, index: int, source: Source) -> bool:
    word = clause.words[index]
    return (
        (word.endswith(("an", "ish", "ese")) and source != Source.DOCUMENT)
        or word in demonyms()
        or word in words_of("definite")
        or len(word) == 1
    )


def _is_place(clause: Clause, index: int) -> bool:
    """Tell whether a capitalised word follows "in", "of", "from", "near"."""
    before = index - 1
    while before >= 0 and clause.is_capitalised(before):
        before -= 1
    if clause.word(before) == "the":
        before -= 1
    if clause.word(before) not in words_of("place_preposition"):
        return False
    text = clause.text[clause.starts[index] : clause.ends[index]]
    return not text.isupper() and clause.words[index] not in words_of("identified_office")


def is_relation(word: str) -> bool:
    """Tell whether a possessor leaves the people unnamed: his critics."""
    singular = word[:-3] + "y" if word.endswith("ies") else word.removesuffix("s")
    return word in words_of("relation") or singular in words_of("relation")


def is_pronominal(clause: Clause, index: int) -> bool:
    """Tell whether "some", "many", "others" stand alone as a subject."""
    return clause.words[index] in PRONOMINAL and at_boundary(clause, index)


def phrase_from(clause: Clause, first: int) -> Phrase | None:
    """Return the noun phrase that starts at a word."""
    head = _head_from(clause, first)
    if head is not None:
        return noun_phrase(clause, head, leftmost=first)
    those = clause.word(first) == "those" and clause.word(first + 1) in words_of("those")
    if those or clause.word(first) in PRONOMINAL - SINGLE:
        return Phrase(first, first, "quantifier", plural=True)
    return None


@cache
def _outside() -> frozenset[str]:
    """Return the words that end the search for the head of a phrase."""
    return stops() - words_of("quantifier") - {"of"}


def _head_from(clause: Clause, first: int) -> int | None:
    closed = _outside()
    head = None
    for index in range(first, min(len(clause), first + MOST_MODIFIERS + 3)):
        word = clause.words[index]
        opening = index == first or (index == first + 1 and clause.words[first] in {"a", "the"})
        if word in closed and not opening:
            break
        if source_of(word):
            head = index
        if clause.gap(index) or (head is not None and not source_of(clause.word(index + 1))):
            break
    return head


def is_determiner(word: str) -> bool:
    """Tell whether a word needs a noun behind it: no verb can follow."""
    return (
        word in words_of("definite")
        or word in words_of("indefinite")
        or word in words_of("possessive")
        or word in words_of("preposition")
        or word in {"and", "or", "but", "not"}
        or word in CAUSING
    )


CAUSING = frozenset({"help", "helps", "helped", "let", "lets", "make", "makes", "made"})
"""They take a noun and a plain verb: "let people know"."""


def closes_phrase(clause: Clause, head: int) -> bool:
    """Tell whether a head is not itself a modifier, nor the subject of what follows."""
    if head + 1 >= len(clause) or clause.gap(head):
        return True
    word = clause.words[head + 1]
    return (
        word in words_of("preposition")
        or word in words_of("conjunction")
        or word in {"who", "that", "close", "familiar", "briefed", "interviewed", "alike", "today"}
        or word in words_of("calendar")
        or word.endswith("ing")  # "says a report highlighting"
    )
