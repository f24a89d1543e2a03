"""Presentation ligatures stand where letters are meant."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import runs_of
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.alphabet import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_LIGATURES = span_of(0xFB00, 0xFB06)


@check(
    code="ENC024",
    name="ligature",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="safe",
    characters=_LIGATURES,
)
def ligature(document: Document, _context: Context) -> Iterator[Hit]:
    """Presentation ligatures stand where letters are meant.

    ## What it finds
    U+FB00 to U+FB06: ff, fi, fl, ffi, ffl and st as one character.

    ## Why it matters
    They come out of the fonts of PDF files; a search for the word misses it.

    ## How it decides
    Unicode has them for round trips only; the edit is their compatibility
    decomposition.

    ## Known mistakes
    Text that shows ligatures as such.

    ## Options
    None.
    """
    found = document.alphabet & _LIGATURES
    for match in runs_of(found).finditer(document.text):
        meant = unicodedata.normalize("NFKC", match.group())
        yield Hit(
            match.start(),
            match.end(),
            f"A ligature stands for the letters {meant}.",
            evidence={"rule": "presentation ligature"},
            suggestion=meant,
            edits=(Edit(match.start(), match.end(), meant, safe=True),),
        )


EXAMPLES = (
    Bad("The of\N{LATIN SMALL LIGATURE FI}ce", span="\N{LATIN SMALL LIGATURE FI}", fix="fi"),
    Good("The office, \N{LATIN SMALL LIGATURE OE}uvre and \N{LATIN SMALL LETTER AE}ther"),
)
