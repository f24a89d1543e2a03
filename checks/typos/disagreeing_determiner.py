"""An article or demonstrative of another gender or number than its noun."""

from __future__ import annotations

from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from textassay.checks.typos import english_numbers, english_singulars, spanish_numbers
from textassay.checks.typos.agreement import Noun, determiners, noun, plural_of
from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.patterns import matches
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.spanish_forms import (
    INVARIABLE,
    PREPOSITIONS,
    adjectival,
    clashing,
    disagreeing,
    feminine,
    leading,
)
from textassay.checks.typos.spelling import same_case
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.agreement import Determiner
    from textassay.contract import Context
    from textassay.text.document import Document

LANGUAGES = ("en", "es", "fr", "it", "pt")
CACHED = 20_000  # pairs of words remembered
_PLURAL, _SINGULAR = "a plural follows a word of number", "a singular follows this article"
_COUNTED = {
    "en": ((english_numbers.singulars, _PLURAL), (english_singulars.plurals, _SINGULAR)),
    "es": ((spanish_numbers.singulars, _PLURAL),),
}
_DEMONSTRATIVES = frozenset({"esta", "esa", "aquella"})
_AND = frozenset({"y", "e", "et", "und"})
_BOTH = frozenset({"ambos", "ambas"})
_COORDINATED = (["y"], ["e"])
_GLUE_OR_FIGURES = frozenset("-/@_0123456789")


@check(
    code="TYP007",
    name="disagreeing-determiner",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def disagreeing_determiner(document: Document, _context: Context) -> Iterator[Hit]:
    """An article or demonstrative of another gender or number than its noun.

    ## What it finds
    "la problema", "el situación", "los persona", "este semana", "um viagem",
    "por las servicios", "dos metro", "these country are", "the two side were", "each countries".

    ## Why it matters
    One of the two words is wrong, often the trace of an edit or of a machine.

    ## How it decides
    Nouns whose gender is sure: by endings that have one gender ("-ción",
    "-miento") or from a list; in Spanish any word whose ending excludes the
    determiner ("-os" after a feminine, a plural after a singular), but for the
    words whose ending misleads. Determiners that are pronouns too ("la
    trabajo") need a word that is no verb form, or a preposition before them.
    In English closed patterns of number, and after a word of number any noun
    in the singular that is no verb nor adjective and ends its phrase (in Spanish
    any noun that is sure); after "a", "another", "each" and "every" a plural that
    ends its phrase. Quotations are speech.

    ## Known mistakes
    It cannot see words between the two, but a Spanish adjective ("las nuevo
    normas", "los principales razones"). A word that is cited ("el situación de Pérez") is flagged.

    ## Options
    None.
    """
    language = document.language.code
    listed = tuple(matches(document, "TYP007", "Disagreement"))
    yield from listed
    if language in _COUNTED:
        yield from _counted(document, {hit.start for hit in listed})
    words, spans, text = document.words, document.word_spans, document.text
    for index in _suspects(document):
        judged = _judged(document, index)
        if judged is None:
            continue
        (start, stop), (begin, end) = spans[index], spans[index + 1]
        if text[stop:begin] != " " or text[end : end + 1] in _GLUE_OR_FIGURES:
            continue
        if document.quotation_at(start) or document.sentence_language_at(start) != language:
            continue
        meant, fixed = judged
        determiner = determiners(language)[words[index].lower()]
        yield Hit(
            start,
            end,
            f"Disagreement: {words[index]} {words[index + 1]}"
            + (f" should be {fixed}." if fixed else " differ in gender or number."),
            evidence={
                "rule": "determiner and noun differ in gender or number",
                "noun": f"{meant.gender} {meant.number}",
                "determiner": f"{determiner.gender} {determiner.number}",
            },
            suggestion=fixed,
            edits=(Edit(start, end, fixed),) if fixed else (),
        )


def _judged(document: Document, index: int) -> tuple[Noun, str | None] | None:
    """Return what the word after a determiner is, if they disagree, and what both should be."""
    language, words = document.language.code, document.words
    written, following, after = words[index], words[index + 1], words[index + 2 : index + 3]
    determiner = determiners(language)[written.lower()]
    pronoun = determiner.clitic and (not index or words[index - 1].lower() not in PREPOSITIONS)
    if language == "es" and (found := _adjective(document, index, determiner)):
        return found
    meant = _meant(language, written.lower(), following, pronoun=pronoun)
    if meant is None and language == "es" and written.lower() in _DEMONSTRATIVES:
        meant = _before_noun(determiner, following, after)
    if meant is None or (index and words[index - 1] in _AND and meant.number == "p"):
        return None  # "mil y una razones", "vinte e um anos"
    if words[index + 2 : index + 4] == ["a", following]:
        return None  # "un mano a mano", "um cara a cara"
    if written.lower() in _BOTH and meant.number == "s" and after in _COORDINATED:
        return None  # "ambos filtro y patr\u00f3n"
    return meant, _fixed(language, written, determiner, following, meant)


def _adjective(
    document: Document, index: int, determiner: Determiner
) -> tuple[Noun, str | None] | None:
    """Judge a Spanish determiner before an adjective that stands before its noun."""
    written, following = document.words[index : index + 2]
    after = document.words[index + 2 : index + 3]
    right = leading(determiner, following, after)
    if right is not None:
        return Noun(determiner.gender, determiner.number, verb=False), f"{written} {right}"
    if following in INVARIABLE and (found := _parted(document, index)):
        return found
    clash = None if written.lower() in _DEMONSTRATIVES else clashing(determiner, following)
    if clash is None or after == ["base"]:
        return None  # "un tercera base" plays it
    return clash, _fixed("es", written, determiner, following, clash)


def _parted(document: Document, index: int) -> tuple[Noun, str | None] | None:
    """Judge a determiner that a word of one form for both genders parts from its noun."""
    words = document.words
    written, between, head = words[index], words[index + 1], words[index + 2 : index + 3]
    if not head or not side_by_side(document, index + 1, index + 2):
        return None
    determiner = determiners("es")[written.lower()]
    meant = _meant("es", written.lower(), head[0], pronoun=True)
    if meant is None or meant.number != determiner.number or meant.gender == determiner.gender:
        return None
    form = determiner.form(meant.gender, meant.number)
    return (meant, f"{same_case(written, form)} {between}") if form else None


def _counted(document: Document, seen: set[int]) -> Iterator[Hit]:
    """Yield the nouns in the wrong number that no pattern has found."""
    language = document.language.code
    for find, rule in _COUNTED[language]:
        for place, right in find(document):
            start, end = document.word_spans[place]
            if start in seen or document.quotation_at(start):
                continue
            if document.sentence_language_at(start) == language:
                before, noun = document.words[place - 1 : place + 1]
                yield Hit(
                    start,
                    end,
                    f"Disagreement: {before} {noun} should be {before} {right}.",
                    evidence={"rule": rule, "before": before},
                    suggestion=right,
                    edits=(Edit(start, end, right),),
                )


def _suspects(document: Document) -> Iterator[int]:
    """Yield the places of the determiners that may disagree with the word behind."""
    language, words = document.language.code, document.words
    if not determiners(language):
        return
    memory = _memory(language)
    if len(memory) > CACHED:
        memory.clear()
    found = places(document, determiners(language))
    if found and found[-1] == len(words) - 1:
        found.pop()
    written = map(lowered(document).__getitem__, found)
    following = map(words.__getitem__, [index + 1 for index in found])
    yield from compress(found, map(memory.__getitem__, zip(written, following, strict=True)))


class _Memory(dict[tuple[str, str], bool]):
    """Whether a determiner and the word behind it may disagree; pairs come again and again."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, pair: tuple[str, str]) -> bool:
        written, following = pair
        adjective = self._language == "es" and written in _DEMONSTRATIVES
        self[pair] = found = following.islower() and (
            (adjective and following.endswith("o"))
            or _meant(self._language, written, following, pronoun=False) is not None
            or (self._language == "es" and (adjectival(following) or following in INVARIABLE))
        )
        return found


@cache
def _memory(language: str) -> _Memory:
    return _Memory(language)


def _meant(language: str, written: str, following: str, *, pronoun: bool) -> Noun | None:
    """Return what the word after a determiner is, if the two disagree.

    As a pronoun it agrees with more.
    """
    if not following.islower():
        return None
    determiner = determiners(language)[written]
    sure = noun(language, following)
    if sure:
        same = (sure.gender, sure.number) == (determiner.gender, determiner.number)
        return None if same or (pronoun and sure.verb) else sure
    if language != "es":
        return None
    return disagreeing(written, determiner, following, pronoun=pronoun)


def _before_noun(determiner: Determiner, adjective: str, after: list[str]) -> Noun | None:
    """Return the masculine noun that shows "esta nuevo" to be no "est\u00e1 nuevo"."""
    head = after[0] if after else ""
    if not (adjective.islower() and head.islower() and adjective.endswith("o")):
        return None
    if noun("es", adjective) or not feminine(adjective):
        return None
    sure = noun("es", head) or disagreeing("una", determiner, head, pronoun=False)
    return sure if sure is not None and (sure.gender, sure.number) == ("m", "s") else None


def _fixed(
    language: str, written: str, determiner: Determiner, following: str, meant: Noun
) -> str | None:
    if (determiner.gender, determiner.number, meant.number) == (meant.gender, "p", "s"):
        plural = _plural(language, following)
        return f"{written} {plural}" if plural else None
    form = determiner.form(meant.gender, meant.number)
    return f"{same_case(written, form)} {following}" if form else None


def _plural(language: str, word: str) -> str | None:
    """Return the plural of a noun whose language adds an s; Italian changes the vowel."""
    if language == "es":
        return plural_of(language, word)
    if language == "it" or word[-1] not in "aoe":
        return None
    return f"{word[:-2]}\u00f5es" if word.endswith("\u00e3o") else f"{word}s"


EXAMPLES = (
    Bad("Hay que resolver la problema hoy.", span="la problema", fix="el problema", language="es"),
    Bad("Vimos el situación de cerca.", span="el situación", fix="la situación", language="es"),
    Bad("The talks between the two side were held.", span="side", fix="sides", language="en"),
    Good("The two side streets, three member states and a five year plan.", language="en"),
    Bad("El muro tiene dos metro de alto.", span="metro", fix="metros", language="es"),
    Good("Son las dos hora local y el número dos mundial gana.", language="es"),
    Good("La trabajo desde hace años y los forma él.", language="es"),
    Good("El agua del río y la acción del viento.", language="es"),
)
