"""A word lacks the diacritic that its only form has."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.accents import LANGUAGES, accentable, is_of_vos, only_accented
from textassay.checks.typos.forms import Question
from textassay.checks.typos.spelling import ALPHABETS, plain, same_case
from textassay.checks.typos.technical import technical
from textassay.checks.typos.unknown import shouting, unknown_words
from textassay.checks.typos.vocabulary import vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.unknown import Unknown
    from textassay.contract import Context
    from textassay.text.document import Document

ENGLISH, ENGLISH_GAP = 3.0, 1.5  # Zipf there; by which a word beside is English
_GLUE = frozenset("@#/._-=&")


@check(
    code="TYP005",
    name="missing-accent",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def missing_accent(document: Document, _context: Context) -> Iterator[Hit]:
    """A word lacks the diacritic that its only form has.

    ## What it finds
    "tambien", "Ultimo" at the start of a sentence, "evenement", "nao": words
    that exist with a diacritic only, or with another one.

    ## Why it matters
    One word becomes two in every count, and search misses one of them.

    ## How it decides
    No dictionary has the word as written, and the form with another diacritic
    is a dictionary word of some frequency, at least as frequent as the form
    without. Capitals inside a sentence are names and are left alone, but for
    a closed list of places ("Pakistan", "Mexico" in Spanish) and Spanish endings of no
    surname ("la Comision Nacional").

    ## Known mistakes
    Foreign words in a sentence of another language: English ones beside another
    or in a text about programs are remarks. Pairs that both exist
    ("publico" and "público") are another check's.

    ## Options
    None.
    """
    yield from _places(document)
    for word in unknown_words(document, _ACCENTED):
        form = only_accented(document, word)
        if form is None or (word.shouted and not shouting(document, word)):
            continue
        if word.shouted and (plain(form) == word.lowered or not _is_written_so(word)):
            continue  # capitals without accents are a house style, "BAR\u00c7A" is a name
        if word.language == "es" and is_of_vos(word.lowered, form):
            continue
        if document.sentence_language_at(word.start) != word.language:
            continue
        written = same_case(word.text, form)
        yield Hit(
            word.start,
            word.end,
            f"Missing or wrong accent: {word.text} is written {written}.",
            evidence={"rule": "only the form with the diacritic is a word", "form": form},
            suggestion=written,
            edits=(Edit(word.start, word.end, written),),
            severity=Severity.INFO if _may_be_english(document, word) else None,
        )


def _is_written_so(word: Unknown) -> bool:
    """Tell whether the language has the letters of a word."""
    return set(word.lowered).issubset(ALPHABETS[word.language])


def _may_be_english(document: Document, word: Unknown) -> bool:
    """Tell whether the form is an English word, in English company or as a term.

    Of 34 such words in French manuals ("experimental", "evolution") 23 were meant.
    """
    words, english = vocabulary(word.language), vocabulary("en")
    if words is None or english is None or english.zipf(word.lowered) < ENGLISH:
        return False
    beside = document.words[max(0, word.place - 1) : word.place + 2]
    strange = (
        english.zipf(near) >= words.zipf(near) + ENGLISH_GAP
        for near in map(str.lower, beside)
        if near != word.lowered
    )
    return any(strange) or technical(document)


_ACCENTED = Question(accentable)


def _places(document: Document) -> Iterator[Hit]:
    """Yield Spanish names of countries and cities without their accent.

    Beside another capital they are parts of names ("Mexico City", "Isaiah Berlin").
    """
    names = _place_names() if document.language.code == "es" else {}
    words = document.words
    if names.keys().isdisjoint(document.vocabulary):
        return
    for index, (word, (start, end)) in enumerate(zip(words, document.word_spans, strict=True)):
        beside = (*words[max(0, index - 1) : index], *words[index + 1 : index + 2])
        if word not in names or any(near[0].isupper() for near in beside):
            continue
        around = document.text[max(0, start - 1) : start] + document.text[end : end + 1]
        if not _GLUE.isdisjoint(around) or document.language_at(start) != "es":
            continue
        yield Hit(
            start,
            end,
            f"Missing or wrong accent: {word} is written {names[word]}.",
            evidence={"rule": "the Spanish name of the place", "form": names[word]},
            suggestion=names[word],
            edits=(Edit(start, end, names[word]),),
        )


@cache
def _place_names() -> dict[str, str]:
    rows = (entry.split() for entry in entries(__file__, "place_accents.txt"))
    return {written: name for language, written, name in rows if language == "es"}


EXAMPLES = (
    Bad("El alcalde tambien habló.", span="tambien", fix="también", language="es"),
    Bad("Despues llegaron los demás.", span="Despues", fix="Después", language="es"),
    Bad("Un evenement rare a eu lieu.", span="evenement", fix="événement", language="fr"),
    Good("El alcalde Lopez también habló.", language="es"),
    Good("Yo publico un libro y tú lees.", language="es"),
)
