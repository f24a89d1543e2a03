"""What the languages that we know say about blanks around marks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.suspicion import SURE, exemplars
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.text.document import Document

LIKELY = 0.4  # confidence from which a text is in the language that it was taken for
FOREIGN_LETTERS = 0.01  # of the characters: Yanomam\u00f6 taken for Albanian has .05, news .002
FRENCH_MARKS = frozenset(";:!?\u00bb")  # a blank before them is right in French
_FRENCH = frozenset({"fr", "br"})


@cache
def _tight() -> frozenset[str]:
    return frozenset(entries(__file__, "tight_spacing.txt"))


def is_foreign(document: Document) -> bool:
    """Tell whether a text is hardly in a language whose rules we know.

    Small languages are taken for a known one with .08 to .33, a short sentence of a
    known one with .5 and more.
    """
    code, confidence = document.language
    return confidence < LIKELY or not (code in _FRENCH or code in _tight() or code in exemplars())


def spacing(document: Document, offset: int) -> str | None:
    """Return "tight" or "french", or None for a language whose rules we do not know.

    The record's own language is asked first: that of a paragraph costs more.
    """
    style = spacing_of_record(document)
    if style != "tight":
        return style
    code = document.language_at(offset)
    return "french" if code in _FRENCH else "tight" if code in _tight() else None


def spacing_of_record(document: Document) -> str | None:
    """Return "tight" or "french" by the language of the record, or None."""
    return document.view(_spacing_of_record)


def _spacing_of_record(document: Document) -> str | None:
    code = document.language.code
    style = "french" if code in _FRENCH else "tight" if code in _tight() else None
    if style is None or document.language.confidence < SURE:
        return None
    return None if _is_refuted(document.text, document.alphabet, code) else style


def _is_refuted(text: str, present: frozenset[str], code: str) -> bool:
    """Tell whether the letters of a text are not those of the language it was taken for."""
    letters = exemplars().get(code)
    if letters is None or text.isascii():
        return False
    others = {char for char in present - letters if char.isalpha() and not char.isascii()}
    return sum(map(text.count, others)) > FOREIGN_LETTERS * len(text)
