"""What the languages that we know say about blanks around marks."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.text.document import Document

SURE = 0.5  # below it, identification names rare languages after common ones
FRENCH_MARKS = frozenset(";:!?\u00bb")  # a blank before them is right in French
_FRENCH = frozenset({"fr", "br"})


@cache
def _tight() -> frozenset[str]:
    return frozenset(entries(__file__, "tight_spacing.txt"))


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
    code = document.language.code
    if code in _FRENCH:
        return "french"
    return "tight" if document.language.confidence >= SURE and code in _tight() else None
