"""U+FFFD stands where a character was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_MISREAD = "\u00ef\u00bf\u00bd"  # its bytes in UTF-8 as Latin-1 has them
_LOST = lazy(f"\N{REPLACEMENT CHARACTER}+|(?:{_MISREAD})+")


@check(
    code="ENC001",
    name="replacement-character",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    characters=frozenset("\N{REPLACEMENT CHARACTER}" + _MISREAD[0]),
)
def replacement_character(document: Document, _context: Context) -> Iterator[Hit]:
    """U+FFFD stands where a character was lost.

    ## What it finds
    Each run of U+FFFD REPLACEMENT CHARACTER, and of its three bytes where
    UTF-8 was read as Latin-1 after the loss.

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
    text = document.text
    if "\N{REPLACEMENT CHARACTER}" not in document.alphabet and _MISREAD not in text:
        return
    for match in _LOST.finditer(text):
        count = len(match.group().replace(_MISREAD, "?"))
        yield Hit(
            match.start(),
            match.end(),
            f"{count} lost character{'s' if count > 1 else ''} (U+FFFD).",
            evidence={"rule": "U+FFFD replacement character", "count": count},
        )


EXAMPLES = (
    Bad("El Ministerio de Econom\N{REPLACEMENT CHARACTER}a", span="\N{REPLACEMENT CHARACTER}"),
    Bad("El Ministerio de Econom\u00ef\u00bf\u00bda", span="\u00ef\u00bf\u00bd"),
    Good("El Ministerio de Econom\N{LATIN SMALL LETTER I WITH ACUTE}a"),
)
