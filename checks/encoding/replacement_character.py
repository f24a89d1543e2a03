"""U+FFFD stands where a character was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_LOST = lazy("\N{REPLACEMENT CHARACTER}+")


@check(
    code="ENC001",
    name="replacement-character",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
)
def replacement_character(document: Document, _context: Context) -> Iterator[Hit]:
    """U+FFFD stands where a character was lost.

    ## What it finds
    Each run of U+FFFD REPLACEMENT CHARACTER.

    ## Why it matters
    A decoder could not read the bytes and wrote this mark: the letters that
    stood there are gone, and words built from them are wrong.

    ## How it decides
    The character has no other use in running text (Unicode Standard, 23.8).

    ## Known mistakes
    A text that talks about the character itself.

    ## Options
    None.
    """
    if "\N{REPLACEMENT CHARACTER}" not in document.text:
        return
    for match in _LOST.finditer(document.text):
        count = len(match.group())
        yield Hit(
            match.start(),
            match.end(),
            f"{count} lost character{'s' if count > 1 else ''} (U+FFFD).",
            evidence={"rule": "U+FFFD replacement character", "count": count},
        )


EXAMPLES = (
    Bad("El Ministerio de Econom\N{REPLACEMENT CHARACTER}a", span="\N{REPLACEMENT CHARACTER}"),
    Good("El Ministerio de Econom\N{LATIN SMALL LETTER I WITH ACUTE}a"),
)
