"""Tells where a sentence says who somebody is: "said Jane Roe, head of the clinic at Lund".

Features name the same expert with the same words several times. What two such
sentences share is a description, not a statement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.duplicates.pieces import Piece
    from textassay.text.document import Document

_CAPITAL = r"[^\W\d_a-z\u00df-\u00f6\u00f8-\u00ff][\w.'\u2019-]*"
_NAME = rf"{_CAPITAL}(?:\s(?:d[aeiou]s?|del|la|van|von|bin|al)\b)*(?:\s{_CAPITAL})+"
_DESCRIBED = lazy(rf"{_NAME},\s(?=[^\W\d_])")
_CLOSED = r"[\"\u201c\u201d\u00bb\u2019]"
_QUOTED = lazy(rf"(?:[,.?!\u2026]{_CLOSED}|{_CLOSED},)\s+(?:[^\W\d_]+\.?\s+){{0,4}}$")
_SAID = lazy(r",\s+([^\W\d_]+)\s+(?:(?:el|la|the|der|die|o|a|le)\s)?$")
# "según Juan Pérez, el alcalde cerrará el puente": the statement is still to come
_ACCORDING = frozenset({"según", "segun", "laut", "selon", "segundo", "secondo", "para", "to"})
_MARKS_OF_SPEECH = '"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}'
REACH = 60  # code points before a name in which the words that attribute stand


def description(document: Document, piece: Piece) -> tuple[int, int] | None:
    """Return where a piece, behind what was said, names who said it and says who that is."""
    text = document.text[piece.start : piece.end]
    for match in _DESCRIBED.finditer(text):
        rest = text[match.end() :]
        before = text[max(0, match.start() - REACH) : match.start()]
        if _is_attributed(before) and not any(mark in rest for mark in _MARKS_OF_SPEECH):
            return piece.start + match.start(), piece.end
    return None


def _is_attributed(before: str) -> bool:
    said = _SAID.search(before)
    if said is not None:
        return said[1].islower() and said[1] not in _ACCORDING
    return _QUOTED.search(before) is not None
