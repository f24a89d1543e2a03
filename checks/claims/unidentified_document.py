"""An assertion rests on a study, poll, report or outlet that is not named."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims.clauses import Source
from textassay.checks.claims.morphology import nouns
from textassay.checks.claims.resolution import unresolved
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@cache
def _recordings() -> frozenset[str]:
    names = ("recordings.en.txt", "recordings.es.txt")
    return frozenset().union(*(nouns(name) for name in names))


@check(
    code="CLM004",
    name="unidentified-document",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def unidentified_document(document: Document, _context: Context) -> Iterator[Hit]:
    """An assertion rests on a study, poll, report or outlet that is not named.

    ## What it finds
    "Studies show", "a recent poll found", "according to reports", "local
    media reported", "un estudio reveló": a kind of document or outlet without
    article or with an indefinite one, and what it says.

    ## Why it matters
    A document can be checked only by who knows which one it is.

    ## How it decides
    Grammar: see `english.py` and `spanish.py`. Left alone are phrases with a
    name in or right behind them, definite ones, and quotations. Recordings
    ("images show") are a remark: they mostly stand beside the text.

    ## Known mistakes
    A document that the next paragraph names.

    ## Options
    None.
    """
    for found in unresolved(document, frozenset({Source.DOCUMENT, Source.OUTLET})):
        phrase = " ".join(document.text[found.start : found.end].split())
        yield Hit(
            found.start,
            found.end,
            f"Nobody can tell which {found.head}: {phrase}.",
            evidence={"rule": f"unidentified {found.source}, {found.form}", "head": found.head},
            severity=Severity.INFO if found.head in _recordings() else None,
        )


EXAMPLES = (
    Bad("Studies show that tea is good.", span="Studies show", language="en"),
    Bad("Un estudio reveló que el té es bueno.", span="Un estudio reveló", language="es"),
    Good("A study by Lowland University found that tea is good.", language="en"),
    Good("El estudio de la Universidad de Lugo reveló que es bueno.", language="es"),
)
