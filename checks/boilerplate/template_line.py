"""A line that other records carry too was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate import layout
from textassay.checks.boilerplate.decision import leftovers
from textassay.checks.boilerplate.reporting import removal
from textassay.checks.boilerplate.weights import WARNING
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.fingerprints import line_key
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.layout import Row
    from textassay.contract import Context
    from textassay.text.document import Document

RECORDS = 3  # two records may be versions of one article
WORDS = 25  # longer lines that repeat are passages of text: duplicates
WORDS_OF_A_HEADING = 4  # shorter lines that repeat may be headings of a series
MESSAGE = "A line that other records carry too was left in the text."


@check(
    code="BPL020",
    name="template-line",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.WARNING,
    fix="unsafe",
    facts=("lines",),
    options={"records": RECORDS},
)
def template_line(document: Document, context: Context) -> Iterator[Hit]:
    """A line that other records carry too was left in the text.

    ## What it finds
    Lines of up to 25 words that end no sentence, or stand before or after the prose, and
    that three records or more of the corpus carry, letter case and white space aside.

    ## Why it matters
    What a site prints on every page is its template, in any language and whatever it says.

    ## How it decides
    By the corpus facts alone: three records with the line for each source that has it, so
    that a heading which many sources use is none. A line of four words or fewer between
    the prose is a remark only, as series have headings of their own. Lines that another
    check of leftovers has, at least as a warning, are left to it.

    ## Known mistakes
    Headings and formulas of records of one kind: minutes, recipes, laws.

    ## Options
    `records`: from how many records of a source on a line is a template, 3.
    """
    needed = context.options["records"]
    rows = layout.rows(document)
    taken = {(one.start, one.end) for one in leftovers(document) if one.score >= WARNING}
    first, last = layout.first_and_last_prose(rows)
    for index, row in enumerate(rows):
        inside = first < index < last
        if row.words > WORDS or (row.prose and first <= index <= last):
            continue
        known = context.facts.line(line_key(row.text))
        if needed <= known.records >= needed * known.sources and _is_template(row, taken):
            heading = inside and row.words <= WORDS_OF_A_HEADING
            yield Hit(
                row.start,
                row.end,
                MESSAGE,
                evidence={
                    "rule": "records of the corpus with the line, by source",
                    "records": known.records,
                    "sources": known.sources,
                    "needed": needed,
                },
                suggestion="",
                edits=(removal(document.text, row.start, row.end),),
                severity=Severity.INFO if heading else None,
            )


def _is_template(row: Row, taken: set[tuple[int, int]]) -> bool:
    return (
        row.role is not Role.TITLE
        and any(map(str.isalpha, row.text))
        and not any(start <= row.start < end for start, end in taken)
    )


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."
_OTHERS = (
    "The mill was sold in spring.\n\nRiverton Post, your daily since 1902",
    "A school opened on Friday.\n\nRiverton Post, your daily since 1902",
)

EXAMPLES = (
    Bad(
        f"{_PROSE}\n\nRiverton Post, your daily since 1902",
        span="Riverton Post, your daily since 1902",
        corpus=_OTHERS,
    ),
    Good(f"{_PROSE}\n\nRiverton Post, your daily since 1902", corpus=_OTHERS[:1]),
    Good(_PROSE, corpus=(_PROSE, _PROSE)),
)
