"""A quotation whose speaker the record does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.cues import vocabulary_of
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.model import Span
    from textassay.text.document import Document

FEWEST_WORDS = 8  # shorter quotations are titles, slogans and irony
NEIGHBOURS = 2  # paragraphs on either side that may name the speaker

_WORD = lazy(r"[^\W\d_]+")
_LEADS_IN = lazy(
    r":\s*$|\b(?:according\s+to|seg\N{LATIN SMALL LETTER U WITH ACUTE}n|citing|letter|statement"
    r"|carta|comunicado|interview|entrevista|words|palabras|asked|slogan|lema)\b"
)


@check(
    code="CLM007",
    name="orphan-quotation",
    since="0.1",
    status="preview",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def orphan_quotation(document: Document, _context: Context) -> Iterator[Hit]:
    """A quotation whose speaker the record does not give.

    ## What it finds
    A paragraph that is nothing but a quotation of at least eight words, with
    no verb of saying and nothing that leads in, in the two paragraphs before
    and behind it.

    ## Why it matters
    The words are somebody's, and nobody can tell whose.

    ## How it decides
    Whole paragraphs only: quotations inside a sentence have mostly a speaker
    that grammar alone does not find. Names with a dash or in brackets behind
    a quotation count as its speaker.

    ## Known mistakes
    Epigraphs, and interviews whose questions carry no verb of saying.

    ## Options
    None.
    """
    paragraphs = document.paragraphs
    for index, paragraph in enumerate(paragraphs):
        if not _is_all_quotation(document, paragraph):
            continue
        around = paragraphs[max(0, index - NEIGHBOURS) : index + NEIGHBOURS + 1]
        if any(_leads_in(document, other) for other in around):
            continue
        yield Hit(
            paragraph.start,
            paragraph.end,
            "Nobody can tell who is quoted.",
            evidence={
                "rule": "paragraph of quotation, no verb of saying around it",
                "paragraphs_searched": len(around),
            },
        )


def _is_all_quotation(document: Document, paragraph: Span) -> bool:
    quotation = document.quotation_at(paragraph.start)
    if quotation is None or quotation.start != paragraph.start or not quotation.closed:
        return False
    if quotation.end > paragraph.end:
        return False
    rest = document.text[quotation.end : paragraph.end].strip(" .,;\N{NO-BREAK SPACE}")
    words = document.text[quotation.start : quotation.end].split()
    return not rest and len(words) >= FEWEST_WORDS


def _leads_in(document: Document, paragraph: Span) -> bool:
    """Tell whether unquoted words of a paragraph can give a speaker."""
    sayings = vocabulary_of(document.language.code).sayings()
    if _LEADS_IN.search(document.folded, paragraph.start, paragraph.end):
        return True
    return any(
        match.group() in sayings and document.quotation_at(match.start()) is None
        for match in _WORD.finditer(document.folded, paragraph.start, paragraph.end)
    )


EXAMPLES = (
    Bad(
        "The bridge closed in May.\n\n“We all knew that it would not last another winter.”\n\n"
        "The town has two others.",
        span="“We all knew that it would not last another winter.”",
        language="en",
    ),
    Good(
        "The bridge closed in May, Jane Roe said.\n\n"
        "“We all knew that it would not last another winter.”",
        language="en",
    ),
)
