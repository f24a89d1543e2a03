"""Whether a Spanish verb of saying has its subject behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.morphology import Form
from textassay.checks.claims.spanish_words import words_of

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Clause, Phrase

LONGEST_PLACE = 4  # words of "los viejos del pueblo que"
_SEGUN = "seg\N{LATIN SMALL LETTER U WITH ACUTE}n"
_CLOSING_QUOTES = (
    '"',
    "'",
    "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}",
    "\N{RIGHT SINGLE QUOTATION MARK}",
)


def directly_follows(clause: Clause, verb: int, phrase: Phrase) -> bool:
    """Tell whether nothing but adverbs stands before the subject: "dijo ayer una vecina"."""
    if phrase.first == verb + 1:
        return True
    between = clause.words[verb + 1 : phrase.first]
    opening = words_of("definite") | words_of("indefinite") | words_of("preposition")
    return opening.isdisjoint(between)


def tells(clause: Clause, verb: int, phrase: Phrase) -> bool:
    """Tell whether a verb of many meanings reports: behind a quotation, or before "que"."""
    return _is_told(clause, verb) or _opens_report(clause, verb, phrase)


def _is_told(clause: Clause, verb: int) -> bool:
    """Tell whether a verb stands behind a quotation, or behind "according to"."""
    before = clause.word(verb - 1)
    told = before in words_of("clitic") and clause.word(verb - 2) == _SEGUN
    return clause.gap(verb - 1).startswith(_CLOSING_QUOTES) or told or before == _SEGUN


def _opens_report(clause: Clause, verb: int, phrase: Phrase) -> bool:
    """Tell whether a clause is "cuentan los vecinos que", or such words between commas."""
    if verb and clause.gap(verb - 1) != ",":
        return False
    if verb and clause.gap(phrase.head) in {",", "."}:
        return True
    for index in range(phrase.head, min(len(clause), phrase.head + LONGEST_PLACE)):
        if clause.word(index + 1) == "que":
            return True
        if clause.gap(index):
            return False
    return False


def may_invert(clause: Clause, verb: int, form: int) -> bool:
    """Tell whether a verb can have its subject behind it."""
    if not form & (Form.SINGULAR | Form.PLURAL) or clause.gap(verb):
        return False
    before = clause.word(verb - 1)
    return before != "se" and before not in words_of("definite") | words_of("indefinite")
