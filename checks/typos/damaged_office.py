"""A damaged word of office or institution, written with its capital."""

from __future__ import annotations

from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import noun
from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.forms import Question
from textassay.checks.typos.phrases import explained
from textassay.checks.typos.unknown import named_in_code, unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, foreign, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LONG = 8  # letters of the word meant from which two edits are forgiven
OWN_WORD = 3  # records that write it so: a name, or a word of another language
FOREIGN_ENDING = 3.0  # Zipf in another language of what is left: "Europe" is no slip
COMMON = 3.5  # Zipf of a noun that names an institution: "Banco", "Corte"
SHORTEST = 5  # letters of a word that may have lost one
FOREIGN = 2.0  # Zipf in another language: "Ministerio" in English is no typo


@check(
    code="TYP022",
    name="damaged-office",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
    facts=("words", "pairs"),
)
def damaged_office(document: Document, context: Context) -> Iterator[Hit]:
    """A damaged word of office or institution, written with its capital.

    ## What it finds
    "Minsterio de Sanidad", "Depatmnt of Health": letters lost, doubled or
    swapped in a word that names an office.

    ## Why it matters
    A capital makes other checks take the word for a name, and the office is
    found under it no more.

    ## How it decides
    No dictionary has the word, no other language uses it, the record has it once, at most
    two records of the corpus write it, and it is one edit from a word of a closed list
    that begins and ends alike (two edits from eight letters on). In Spanish, Portuguese and Italian
    also what a word behind an institution is without one of its letters ("Banco Centra",
    "Corte Suprem"), if that is no word, or a verb.

    ## Known mistakes
    A surname or a brand that is one letter from an office.

    ## Options
    None.
    """
    for word in unknown_words(document, _NEAR):
        if word.times > 1 or named_in_code(document, word):
            continue
        if context.facts.word(word.language, word.text).records >= OWN_WORD:
            continue
        if explained(document, context, word):
            continue  # another check's, which knows the phrase
        yield _hit(word.start, word.text, _meant(word.language, word.text), "offices.txt")
    language = document.language.code
    shortened = document.vocabulary & _shortened(language).keys()
    words = document.words if shortened else ()
    for index in compress(count(), map(shortened.__contains__, words)):
        form, start = document.words[index], document.word_spans[index][0]
        if _behind_institution(document, index) and document.language_at(start) == language:
            meant = _agreeing(language, document.words[index - 1], _shortened(language)[form])
            yield _hit(start, form, meant, "office_adjectives.txt")


def _hit(start: int, written: str, meant: str, lexicon: str) -> Hit:
    end = start + len(written)
    return Hit(
        start,
        end,
        f"Misspelt word: {written}, probably {meant}.",
        evidence={"rule": "near a word of office", "lexicon": lexicon},
        suggestion=meant,
        edits=(Edit(start, end, meant),),
    )


def _behind_institution(document: Document, index: int) -> bool:
    """Tell whether a common noun with a capital stands right before, and no name behind."""
    words = vocabulary(document.language.code)
    if words is None or not index or not side_by_side(document, index - 1, index):
        return False
    head, after = document.words[index - 1], document.words[index + 1 : index + 2]
    zipf, flags = words.entry(head.lower())
    named = bool(after) and after[0].istitle() and not words.flags(after[0].lower()) & LOWER
    return head.istitle() and bool(flags & LOWER) and zipf >= COMMON and not named


def _agreeing(language: str, head: str, meant: list[str]) -> str:
    """Return the word that has the gender of the institution, if one has."""
    sure = noun(language, head.lower())
    vowels = {"m": ("o", "os", "i"), "f": ("a", "as", "e")}.get(sure.gender if sure else "", ())
    return next((word for word in meant if word.endswith(vowels)), meant[0])


@cache
def _shortened(language: str) -> dict[str, list[str]]:
    """Return the words behind institutions without one of their letters, by what is left."""
    rows = (entry.split() for entry in entries(__file__, "office_adjectives.txt"))
    listed = [word for code, *found in rows if code == language for word in found]
    left: dict[str, list[str]] = {}
    for word in listed:
        for place in range(1, len(word)):
            if len(word) > SHORTEST and word[place] != word[place - 1]:
                left.setdefault(word[:place] + word[place + 1 :], []).append(word)
    return {form: meant for form, meant in left.items() if _no_name(language, form.lower())}


def _no_name(language: str, form: str) -> bool:
    """Tell whether a form is no word, here or elsewhere, or only a verb: "Centra"."""
    words = vocabulary(language)
    if words is None:
        return False
    if not words.flags(form):
        return foreign(language, form) < FOREIGN_ENDING
    return bool(words.flags(f"{form}n") & words.flags(f"{form}r") & LOWER)


def _near(language: str, written: str) -> bool:
    """Tell whether a form is surely a damaged word of office."""
    return bool(_meant(language, written)) and foreign(language, written.lower()) < FOREIGN


def _meant(language: str, written: str) -> str:
    """Return the word of office that a form is near to; nothing where there is none."""
    if not written.istitle():
        return ""
    near = [
        office
        for office in _offices(language).get(written[0], ())
        if abs(len(office) - len(written)) <= 2 and office[-1] == written[-1]  # noqa: PLR2004
    ]
    if not near:
        return ""
    from rapidfuzz.distance import OSA

    for office in near:
        most = 2 if len(office) >= LONG else 1
        if 0 < OSA.distance(written, office, score_cutoff=most) <= most:
            return office
    return ""


@cache
def _offices(language: str) -> dict[str, list[str]]:
    """Return the words of office by their first letter."""
    found: dict[str, list[str]] = {}
    for entry in entries(__file__, "offices.txt"):
        code, *words = entry.split()
        if code == language:
            for word in words:
                found.setdefault(word[0], []).append(word)
    return found


_NEAR = Question(_near)


EXAMPLES = (
    Bad("Habló con el Minsterio de Sanidad.", span="Minsterio", fix="Ministerio", language="es"),
    Bad("La Corte Suprem la anuló ayer.", span="Suprem", fix="Suprema", language="es"),
    Bad("She left the Depatmnt of Health.", span="Depatmnt", fix="Department", language="en"),
    Good("He met Anna Minster of the Ministry.", language="en"),
    Good("Habló con el Ministère de Sanidad.", language="es"),
)
