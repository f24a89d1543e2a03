"""A verb of another number than the subject right before it."""

from __future__ import annotations

from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determiners, noun
from textassay.checks.typos.spanish_forms import agreeing
from textassay.checks.typos.vocabulary import LOWER, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LANGUAGES = ("en", "es", "pt")
COMMON = 3.5  # Zipf of the English singular; rarer stems were names
SUBJECT_WORDS = 3  # determiner, noun, verb
# "Nuestra prioridad son los usuarios" is right: to be agrees with what follows
_TO_BE = frozenset(
    {"son", "fueron", "eran", "ser\u00e1n", "s\u00e3o", "foram", "eram", "ser\u00e3o"}
)
# After "y" the subject may be the second of two
_CONJUNCTIONS = {
    "es": frozenset({"que", "porque", "cuando", "mientras", "aunque", "si", "pero"}),
    "pt": frozenset({"que", "porque", "quando", "enquanto", "embora", "se", "mas"}),
}
_ENGLISH_PLURALS = frozenset({"the", "these", "those", "many", "several", "most", "all", "some"})


@check(
    code="TYP019",
    name="disagreeing-verb",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def disagreeing_verb(document: Document, _context: Context) -> Iterator[Hit]:
    """A verb of another number than the subject right before it.

    ## What it finds
    "The results was clear.", "Las autoridades ha confirmado", "El gobierno han
    dicho".

    ## Why it matters
    The sentence is wrong, often the trace of an edit or of a machine.

    ## How it decides
    Only at the start of a sentence or, in Spanish and Portuguese, of a clause
    ("que los ministros dijo"): determiner, noun, verb side by side, the
    noun's number sure, the verb from a closed list. Collective nouns ("la
    mayoría", "the staff") take both numbers.

    ## Known mistakes
    It cannot see a subject with words between it and its verb. A title whose
    plural is one thing ("The Birds is a film") is flagged in small letters.

    ## Options
    None.
    """
    language = document.language.code
    words, spans, text = document.words, document.word_spans, document.text
    starts = {sentence.start for sentence in document.sentences}
    verbs = _verbs(language, "s").keys() | _verbs(language, "p").keys()
    for place in compress(count(), map(verbs.__contains__, words)):
        index = place - SUBJECT_WORDS + 1
        if index < 0 or (spans[index][0] not in starts and not _opened(language, words, index)):
            continue
        first, head, verb = words[index : index + SUBJECT_WORDS]
        number = _number(language, first.lower(), head)
        right = _verbs(language, number).get(verb) if number else None
        (start, end), stop = spans[index + 2], spans[index + 1][1]
        if (
            right is None
            or text[stop:start] != " "
            or text[spans[index][1] : spans[index + 1][0]] != " "
        ):
            continue
        if document.quotation_at(start) or document.language_at(start) != language:
            continue
        yield Hit(
            start,
            end,
            f"Disagreement: {first} {head} {verb} should be {first} {head} {right}.",
            evidence={"rule": "subject and verb differ in number", "subject": f"{first} {head}"},
            suggestion=right,
            edits=(Edit(start, end, right),),
        )


def _opened(language: str, words: list[str], index: int) -> bool:
    """Tell whether a conjunction opens the clause that the subject begins."""
    return index > 0 and words[index - 1].lower() in _CONJUNCTIONS.get(language, ())


def _number(language: str, first: str, head: str) -> str | None:
    """Return "s" or "p" where the number of determiner and noun is sure."""
    if not head.islower() or f"{language} {head}" in _collectives():
        return None
    if language == "en":
        return "p" if first in _ENGLISH_PLURALS and _english_plural(head) else None
    determiner, sure = determiners(language).get(first), noun(language, head)
    if determiner and sure is None and language == "es":
        sure = agreeing(determiner, head)
    if determiner is None or sure is None:
        return None
    same = (determiner.gender, determiner.number) == (sure.gender, sure.number)
    return sure.number if same else None


@cache
def _english_plural(word: str) -> bool:
    words = vocabulary("en")
    if words is None or not word.endswith("s") or word.endswith("ss"):
        return False
    zipf, flags = words.entry(word[:-1])
    return bool(flags & LOWER) and zipf >= COMMON


@cache
def _verbs(language: str, number: str) -> dict[str, str]:
    """Return the verbs of the other number with their right form."""
    head = f"{language} "
    rows = [
        entry.split() for entry in entries(__file__, "verb_numbers.txt") if entry.startswith(head)
    ]
    if number == "p":
        return {one: many for _, one, many in rows}
    return {many: one for _, one, many in rows if many not in _TO_BE}


@cache
def _collectives() -> frozenset[str]:
    return frozenset(entries(__file__, "collectives.txt"))


EXAMPLES = (
    Bad("The results was clear.", span="was", fix="were", language="en"),
    Bad("Las autoridades ha confirmado la noticia.", span="ha", fix="han", language="es"),
    Bad("El gobierno han dicho que no.", span="han", fix="ha", language="es"),
    Good("The news is good. The list of results was clear.", language="en"),
    Good("La mayoría son jóvenes. El gobierno ha dicho que no.", language="es"),
)
