"""A small word is missing from a fixed construction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.patterns import matches
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="TYP010",
    name="missing-word",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
    fix="unsafe",
)
def missing_word(document: Document, _context: Context) -> Iterator[Hit]:
    """A small word is missing from a fixed construction.

    ## What it finds
    "is one the most", "according the report", "a través la puerta".

    ## Why it matters
    The sentence does not parse.

    ## How it decides
    A table of closed patterns from grammars (``lexicon/patterns.txt``): each
    leaves one reading only. Quotations are speech and are left alone.

    ## Known mistakes
    It cannot see a word missing from free text.

    ## Options
    None.
    """
    yield from matches(document, "TYP010", "Missing word")


EXAMPLES = (
    Bad("It is one the largest lakes.", span="one the", fix="one of the", language="en"),
    Bad("Pasó a través la puerta.", span="a través", fix="a través de", language="es"),
    Good("It is one of the largest lakes, according to them.", language="en"),
    Good("A través de la puerta y a pesar del frío.", language="es"),
)
