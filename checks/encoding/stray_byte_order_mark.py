"""A byte order mark stands inside the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import BYTE_ORDER_MARK, SELECTORS, runs_of
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="ENC008",
    name="stray-byte-order-mark",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=frozenset(BYTE_ORDER_MARK),
)
def stray_byte_order_mark(document: Document, _context: Context) -> Iterator[Hit]:
    """A byte order mark stands inside the text.

    ## What it finds
    Runs of U+FEFF, at the start of the decoded text too: a reader that knows
    the mark has already taken it off.

    ## Why it matters
    Files were joined, or a field was cut out, as bytes: the mark glues to the
    next word and makes another word of it.

    ## How it decides
    U+FEFF has no other use since Unicode 3.2. The mark that begins an
    embedded C2PA manifest (before variation selectors) is left alone.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    text = document.text
    for match in runs_of(frozenset(BYTE_ORDER_MARK)).finditer(text):
        if text[match.end() : match.end() + 1] in SELECTORS:
            continue
        yield Hit(
            match.start(),
            match.end(),
            "A byte order mark (U+FEFF) inside the text.",
            evidence={"rule": "U+FEFF in text"},
            suggestion="",
            edits=(Edit(match.start(), match.end(), ""),),
        )


EXAMPLES = (
    Bad("One file.\n\ufeffAnother file.", span="\ufeff", fix=""),
    Good("One file.\nAnother file."),
)
