"""A blank has cut a word in two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.halves import whole
from textassay.checks.typos.known import SMALL
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="TYP017",
    name="split-word",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    languages=LANGUAGES,
    fix="unsafe",
)
def split_word(document: Document, _context: Context) -> Iterator[Hit]:
    """A blank has cut a word in two.

    ## What it finds
    "gover nment", "presid ente".

    ## Why it matters
    Two pieces that are no words; the word itself is lost to search.

    ## How it decides
    One piece at least is in no dictionary, and both together are a frequent
    word.

    ## Known mistakes
    It cannot see two pieces that are words ("to day").

    ## Options
    None.
    """
    seen = 0
    for word in unknown_words(document, SMALL):
        found = whole(document, word)
        if found is None or found[0] < seen:
            continue
        start, end, joined = found
        seen = end
        yield Hit(
            start,
            end,
            f"Split word: {document.text[start:end]} is {joined}.",
            evidence={"rule": "a piece that is no word, a frequent word together"},
            suggestion=joined,
            edits=(Edit(start, end, joined),),
        )


EXAMPLES = (
    Bad("The gover nment has fallen.", span="gover nment", fix="government", language="en"),
    Bad("El presid ente habló.", span="presid ente", fix="presidente", language="es"),
    Good("The mayor of Zell am See spoke to day labourers.", language="en"),
)
