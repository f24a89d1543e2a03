"""Spanish words of number before a noun that lacks its plural: "dos metro"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import noun
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.spanish_forms import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_HUNDREDS = ("dosc", "tresc", "cuatroc", "seisc", "setec", "ochoc", "novec")
NUMBERS = frozenset(
    {"dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce"}
    | {"quince", "veinte", "treinta", "cuarenta", "cincuenta", "sesenta", "cien", "setenta"}
    | {"ochenta", "noventa", "mil", "trece", "catorce"}
    | {f"{hundreds}ient{vowel}s" for hundreds in _HUNDREDS for vowel in "oa"}
    | {"quinientos", "quinientas"}
)
# After these the number is a name, an hour or a score: "a las dos hora local"
_NAMED = frozenset(
    {"el", "la", "las", "un", "una", "n\u00famero", "fase", "nivel", "cap\u00edtulo", "canal", "a"}
    | {"art\u00edculo", "ruta", "grupo", "vuelo", "cap", "tipo", "clase", "zona", "y", "o", "del"}
)


# "Decenas de familia"; not of what has no plural, nor of "miles de metro cuadrado"
_MANY = frozenset({"decenas", "docenas", "centenares", "centenas", "cientos", "miles"})
_MASSES = frozenset(
    {"gente", "ganado", "p\u00fablico", "efectivo", "material", "personal", "dinero", "agua"}
    | {"ropa", "basura", "droga", "ayuda", "comida", "trigo", "petr\u00f3leo", "crudo", "oro"}
)
_LEADING = NUMBERS | {"de"}


def singulars(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of singular nouns after a word of number, with the plural."""
    words, spans = document.words, document.word_spans
    small = lowered(document)
    for index in places(document, _LEADING):
        if small[index] == "de" and (not index or small[index - 1] not in _MANY):
            continue
        if index + 1 >= len(words) or (index and small[index - 1] in _NAMED):
            continue
        written = words[index + 1]
        if not written.islower() or (small[index] == "de" and written in _MASSES):
            continue
        sure = noun("es", written)
        unsure = sure is None or sure.number == "p" or sure.verb
        if unsure and (sure is not None or not counted(written)):
            continue
        plural = _plural(written)
        if plural and document.text[spans[index][1] : spans[index + 1][0]] == " ":
            yield index + 1, plural


def _plural(word: str) -> str | None:
    if word.endswith("\u00f3n"):
        return f"{word[:-2]}ones"
    if word.endswith("z"):
        return f"{word[:-1]}ces"
    if word.endswith(("a", "e", "o")):
        return f"{word}s"
    return f"{word}es" if word.endswith(("r", "d", "l", "j")) else None
