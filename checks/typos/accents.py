"""Words that exist only with a diacritic and were written without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.spelling import accented, plain
from textassay.checks.typos.vocabulary import LOWER, vocabulary

if TYPE_CHECKING:
    from textassay.checks.typos.unknown import Unknown
    from textassay.text.document import Document

LANGUAGES = ("de", "es", "fr", "it", "pt")
COMMON = 2.5  # rarer words were names or foreign words in half of the cases
_ENDS = ".!?\u2026:;\n\u201c\u00ab\u00bf\u00a1(-\N{EN DASH}\N{EM DASH}"


def only_accented(document: Document, word: Unknown) -> str | None:
    """Return the form with diacritics, or None where more than they is wrong."""
    words = vocabulary(word.language)
    if words is None or word.language not in LANGUAGES:
        return None
    if word.capitalised and not begins_sentence(document.text, word.start):
        return None
    if document.text[word.end : word.end + 1] in {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}:
        return None  # Italian typewriters write perche'
    forms = {form for form in accented(word.lowered, word.language) if plain(form) != form}
    best = max(forms, key=words.zipf, default="")
    zipf, flags = words.entry(best)
    # "evenement" lacks two
    if not flags & LOWER:
        twice = {other for form in forms for other in accented(form, word.language)}
        best = max(twice, key=words.zipf, default="")
        zipf, flags = words.entry(best)
    if not flags & LOWER or zipf < COMMON or zipf < words.zipf(word.lowered):
        return None
    return best


def begins_sentence(text: str, start: int) -> bool:
    """Tell whether a capital at this place needs no other reason."""
    before = text[max(0, start - 4) : start].rstrip(" \t\"'\N{NO-BREAK SPACE}")
    return not before or before[-1] in _ENDS or (start > 1 and text[start - 1] == "\n")
