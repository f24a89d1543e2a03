"""A sentence or a name begins small, or a word has stray capitals."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.technical import technical
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, TITLE, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text import sentences
from textassay.text.lexicon import entries
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from textassay.checks.typos.vocabulary import Vocabulary
    from textassay.contract import Context
    from textassay.text.document import Document


_PROSE = {Role.PARAGRAPH, Role.DATELINE}
COMMON = 4.0  # Zipf of the word that two capitals hide ("THe")
BEFORE_ZIPF = 3.0  # of the word before the full stop; rarer ones were abbreviations
NAME = 5  # letters of a name before the full stop
STARTER_ZIPF = 5.5  # of the word after it: "the", "but"; rarer ones were commands and brands
STARTER_IN_PROSE = 4.5  # where nothing is about programs
_SMALL_START = lazy(r"\. ([^\W\d_A-Z]{2,})(?:['\u2019][a-z]+)?,? [^\W\d_]")
_AFTER_COMMA = lazy(
    r", (?<=[^\W\d_A-Z], )(He|She|They|We|It|There|This|These|That|Which|Who|But|And|When|While|"
    r"Because|If|\N{LATIN CAPITAL LETTER E WITH ACUTE}l|Ella|Ellos|Pero|Que|Cuando|Se|Aunque|"
    r"Tambi\N{LATIN SMALL LETTER E WITH ACUTE}n|Porque|Ele|Mas|Quando) (?=[^\W\d_A-Z]{2})"
)
# English words of grammar between two small words; "On", "For", "And" are names of programs, too
_INSIDE = lazy(
    r"[ABHIOTW](?<=[a-z] .)(?:(?<=A)n|(?<=B)y|(?<=B)een|(?<=H)a[ds]|(?<=I)t|(?<=O)f|(?<=T)hey?"
    r"|(?<=W)as|(?<=W)ere|(?<=W)ould) (?=[a-z]{2})"
)
_OPENERS = frozenset({"it", "the", "they"})
AROUND = 4  # words on either side; a capital among them makes a title of it: "What It Was and Is"
# Of God, in religious books: "for Him", "de \u00c9l", "en Su nombre"
_REVERENT = lazy(
    r"[a-z] (?:Him|His|Himself|Thee|Thy|Me|Mine|Us|Ti|Su|Sus|Tu|Tus|Mi|Mis|Lo|Le|Seu|Sua|Dele|Nele"
    r"|\N{LATIN CAPITAL LETTER E WITH ACUTE}l) (?=[a-z])"
)
_SMALL_IN_SPANISH = frozenset(
    {"Lunes", "Martes", "Mi\u00e9rcoles", "Jueves", "Viernes", "S\u00e1bado", "Domingo"}
    | {"Enero", "Febrero", "Marzo", "Abril", "Mayo", "Junio", "Julio", "Agosto", "Septiembre"}
    | {"Setiembre", "Octubre", "Noviembre", "Diciembre"}
)
# "el Viernes por la noche", "3 de Enero de 2020"; not "el Viernes Santo", "el 25 de Mayo"
_SPANISH_DATE = lazy(
    r"\b(?:el|los|del|al|este|pasado|pr\u00f3ximo) "
    r"(Lunes|Martes|Mi\u00e9rcoles|Jueves|Viernes|S\u00e1bado|Domingo)(?=[,.;]| [a-z0-9])(?! de\b)"
    r"|\d de (Enero|Febrero|Marzo|Abril|Mayo|Junio|Julio|Agosto|Septiembre|Setiembre|Octubre"
    r"|Noviembre|Diciembre)(?= del? \d{4}\b)"
)
_LAST_WORD = lazy(r"[^\W\d_]{4,}\Z")
LONGEST = 30
NEAR = 16  # code points around a word where its short name stands
_ALIKE = {
    b"AAa": bytes.maketrans(b"Cx", b"AA"),
    b"AAx": bytes.maketrans(b"C", b"A"),
}
_TWO_CAPITALS = lazy(r"[^\W\d_a-z]{2}(?<![\w'\u2019.@#/-]..)[^\W\d_A-Z]+(?![\w'\u2019-])")


@check(
    code="TYP015",
    name="wrong-case",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def wrong_case(document: Document, _context: Context) -> Iterator[Hit]:
    """A sentence or a name begins small, or a word has stray capitals.

    ## What it finds
    "The vote failed. the mayor left", "overseas, He also", "a system Of laws", "THe", "on
    monday", "in spanish", Spanish "el Viernes por la noche".

    ## Why it matters
    The sentence is not split, the name is not found.

    ## How it decides
    A small dictionary word after a full stop that follows a dictionary word of
    four letters and more (no abbreviation); a pronoun or conjunction with a
    capital after a comma; an English word of grammar with a capital, four small words on
    either side; two capitals before small letters
    where the word is a frequent one; a closed list of days, months, languages
    and countries in the languages that write them with a capital.

    ## Known mistakes
    Abbreviations that are words; brands that begin small.

    ## Options
    None.
    """
    yield from _starts(document)
    yield from _after_commas(document)
    yield from _inside(document)
    yield from _doubled(document)
    yield from _names(document)
    yield from _half_names(document)
    if document.language.code == "es" and not _SMALL_IN_SPANISH.isdisjoint(document.vocabulary):
        yield from _dates(document)


def _hit(document: Document, start: int, end: int, meant: str, reason: str) -> Hit:
    written = document.text[start:end]
    return Hit(
        start,
        end,
        f"Wrong case: {written} should be {meant}.",
        evidence={"rule": reason},
        suggestion=meant,
        edits=(Edit(start, end, meant),),
    )


def _starts(document: Document) -> Iterator[Hit]:
    for match in _SMALL_START.finditer(document.text):
        last = _LAST_WORD.search(document.text[max(0, match.start() - LONGEST) : match.start()])
        before, word = last.group() if last else "", match.group(1)
        language = document.language_at(match.start())
        words = vocabulary(language)
        if words is None or not word.islower() or before.lower() in _abbreviations(language):
            continue
        least = STARTER_ZIPF if technical(document) else STARTER_IN_PROSE
        known = words.flags(word) & LOWER and words.zipf(word) >= least
        if known and _ends(words, before):
            meant = word[0].upper() + word[1:]
            yield _hit(document, match.start(1), match.end(1), meant, "small after a full stop")


def _ends(words: Vocabulary, before: str) -> bool:
    """Tell whether a word before a full stop is no abbreviation: a dictionary word or name."""
    zipf, flags = words.entry(before.lower())
    if before.islower():
        return bool(flags & LOWER) and zipf >= BEFORE_ZIPF
    return before.istitle() and bool(flags & TITLE) and zipf >= COMMON and len(before) >= NAME


def _after_commas(document: Document) -> Iterator[Hit]:
    found = [
        match
        for match in _AFTER_COMMA.finditer(document.text)
        if document.quotation_at(match.start(1)) is None
        and document.line_at(match.start(1)).role in _PROSE
    ]
    if found and not _REVERENT.search(document.text):
        for match in found:
            start, end = match.span(1)
            yield _hit(document, start, end, match.group(1).lower(), "a capital after a comma")


def _inside(document: Document) -> Iterator[Hit]:
    """Yield the English words of grammar with a capital that have small words on both sides."""
    if document.language.code != "en":
        return
    for match in _INSIDE.finditer(document.text):
        start, end = match.start(), match.end() - 1
        prose = document.line_at(start).role in _PROSE and document.quotation_at(start) is None
        if not (prose and _among_small(document, start)) or document.language_at(start) != "en":
            continue
        word, meant = document.text[start:end], document.text[start:end].lower()
        stop = meant in _OPENERS
        yield Hit(
            start,
            end,
            f"{word} inside a sentence, or a full stop is missing before it."
            if stop
            else f"Wrong case: {word} should be {meant}.",
            evidence={"rule": "a capital inside a sentence", "or": f". {word}" if stop else None},
            suggestion=meant,
            edits=() if stop else (Edit(start, end, meant),),
        )


def _among_small(document: Document, start: int) -> bool:
    """Tell whether the words around a place, of which the one before is no address, are small."""
    place = bisect_left(document.word_spans.starts, start)
    words = document.words
    around = words[max(0, place - AROUND) : place] + words[place + 1 : place + 1 + AROUND]
    before = document.text[document.word_spans[place - 1][0] - 1]
    return all(map(str.islower, around)) and before.isspace()


def _doubled(document: Document) -> Iterator[Hit]:
    for match in _two_capitals(document):
        word = match.group()
        if document.line_at(match.start()).role not in _PROSE:
            continue  # "UMa" in a table of stars
        words = vocabulary(document.language_at(match.start()))
        if words is None or not (word[:2].isupper() and word[2:].islower()) or word[2:] == "s":
            continue
        zipf, flags = words.entry(word.lower())
        if flags & (LOWER | TITLE) and zipf >= COMMON and not _explained(document, match):
            meant = word[0] + word[1:].lower()
            yield _hit(document, match.start(), match.end(), meant, "two capitals")


def _explained(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the capitals explain a short name beside: "GRUB (GRand Unified ...)"."""
    start, end = match.span()
    around = f"{document.text[max(0, start - NEAR) : start]} {document.text[end : end + NEAR]}"
    first = match.group()[:2].lower()
    return any(
        (word.isupper() or (word.islower() and f"{word} (" in around)) and first in word.lower()
        for word in around.replace("(", " ").replace(")", " ").split()
        if len(word) > len(first)
    )


def _two_capitals(document: Document) -> Iterator[re.Match[str]]:
    """Yield the words that begin with two capitals and go on small.

    The outline of the text tells where one may be; capitals and small letters
    that it does not know are in no frequent word but for the two ligatures.
    """
    outline = document.outline
    for kinds in (b"AAa", b"AAx"):
        of = outline.translate(_ALIKE[kinds])
        start = of.find(kinds)
        while start >= 0:
            match = _TWO_CAPITALS.match(document.text, start)
            if match:
                yield match
            start = of.find(kinds, start + 1)


def _names(document: Document) -> Iterator[Hit]:
    names = _capitalised(document.language.code)
    if names.isdisjoint(document.vocabulary):
        return
    for index in compress(count(), map(names.__contains__, document.words)):
        word, (start, end) = document.words[index], document.word_spans[index]
        beside = document.text[max(0, start - 1) : start], document.text[end : end + 1]
        if beside[0] in _GLUE or beside[1] in _GLUE_AFTER:
            continue
        if document.language_at(start) == document.language.code:
            meant = word[0].upper() + word[1:]
            yield _hit(document, start, end, meant, "a name by the closed list")


def _half_names(document: Document) -> Iterator[Hit]:
    """Yield the names of two words of which the first is small: "los estados Unidos"."""
    names = _in_two_words(document.language.code)
    if names.keys().isdisjoint(document.vocabulary):
        return
    for index in compress(count(1), map(names.__contains__, document.words[1:])):
        word, (start, end) = document.words[index - 1], document.word_spans[index - 1]
        beside = document.text[end : document.word_spans[index][0]] == " "
        told = word in _capitalised(document.language.code)
        if beside and word in names[document.words[index]] and not told:
            yield _hit(document, start, end, word.capitalize(), "a name by the closed list")


def _dates(document: Document) -> Iterator[Hit]:
    """Yield the Spanish days and months with a capital within a date."""
    for match in _SPANISH_DATE.finditer(document.text):
        start, end = match.span(match.lastindex or 1)
        if document.language_at(start) == "es" and document.line_at(start).role in _PROSE:
            yield _hit(document, start, end, document.text[start:end].lower(), "a day or month")


_GLUE = frozenset("@#/._-='\"")
_GLUE_AFTER = frozenset("@/_=")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    names = (f"abbreviations.{language}.txt", f"abbreviations_final.{language}.txt")
    return frozenset(entry for name in names for entry in entries(sentences.__file__, name))


@cache
def _in_two_words(language: str) -> dict[str, frozenset[str]]:
    """Return the first words, small, of the names of two words by their second."""
    rows = [entry.split() for entry in entries(__file__, "names_of_two.txt")]
    mine = [(first.lower(), second) for code, first, second in rows if code == language]
    return {
        second: frozenset(first for first, last in mine if last == second) for _, second in mine
    }


@cache
def _capitalised(language: str) -> frozenset[str]:
    return frozenset(
        entry.partition(" ")[2]
        for entry in entries(__file__, "capitalised.txt")
        if entry.startswith(f"{language} ")
    )


EXAMPLES = (
    Bad("The motion failed. the mayor left the room.", span="the", fix="The", language="en"),
    Bad("THe mayor left.", span="THe", fix="The", language="en"),
    Bad("He spoke in spanish.", span="spanish", fix="Spanish", language="en"),
    Bad("Llueve hasta el Viernes en el sur.", span="Viernes", fix="viernes", language="es"),
    Good("El Viernes Santo y el Domingo de Ramos son en abril.", language="es"),
    Good("The NGOs and the MPs met approx. ten people on Monday.", language="en"),
    Good("El lunes habló en español.", language="es"),
)
