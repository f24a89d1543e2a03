"""A word that sounds or looks like the one that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.patterns import matches
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="TYP009",
    name="confused-word",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es", "pt"),
    fix="unsafe",
)
def confused_word(document: Document, _context: Context) -> Iterator[Hit]:
    """A word that sounds or looks like the one that was meant.

    ## What it finds
    "should of", "it's own", "more then ten", "untied states", "padres y hijos",
    "a el parque", "ha echo".

    ## Why it matters
    It is a word, so that no dictionary sees it.

    ## How it decides
    A table of closed patterns from grammars (``lexicon/patterns.txt``): each
    leaves one reading only. Quotations are speech and are left alone.

    ## Known mistakes
    It cannot see pairs that need the meaning ("affect" and "effect" as verbs).

    ## Options
    None.
    """
    yield from matches(document, "TYP009", "Confused word", quoted=True)


EXAMPLES = (
    Bad("The city has it's own rules.", span="it's", fix="its", language="en"),
    Bad("Vinieron padres y hijos.", span="y", fix="e", language="es"),
    Good("It's its own fault, more or less, then.", language="en"),
    Good("Había hielo y hierro.", language="es"),
)
