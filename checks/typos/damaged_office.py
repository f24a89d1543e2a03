"""A damaged word of office or institution, written with its capital."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.forms import Question
from textassay.checks.typos.phrases import explained
from textassay.checks.typos.unknown import named_in_code, unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES, foreign
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LONG = 8  # letters of the word meant from which two edits are forgiven
OWN_WORD = 3  # records that write it so: a name, or a word of another language
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
    that begins and ends alike (two edits from eight letters on).

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
        meant = _meant(word.language, word.text)
        yield Hit(
            word.start,
            word.end,
            f"Misspelt word: {word.text}, probably {meant}.",
            evidence={"rule": "near a word of office", "lexicon": "offices.txt"},
            suggestion=meant,
            edits=(Edit(word.start, word.end, meant),),
        )


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
    Bad("She left the Depatmnt of Health.", span="Depatmnt", fix="Department", language="en"),
    Good("He met Anna Minster of the Ministry.", language="en"),
    Good("Habló con el Ministère de Sanidad.", language="es"),
)
