"""A relative date in a record that says nowhere when it was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.dates import full_dates, is_date_line
from textassay.checks.claims.relative_time import expressions
from textassay.contract import Bad, Good, Hit, RelatedSpan, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.claims.dates import FullDate
    from textassay.contract import Context
    from textassay.text.document import Document

# A dateline or the date in the opening of the first paragraph dates the record.
OPENING_PARAGRAPHS = 2
OPENING_CHARACTERS = 160


@check(
    code="CLM010",
    name="relative-date-without-anchor",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("en", "es"),
    options={"strict": False},
)
def relative_date_without_anchor(document: Document, context: Context) -> Iterator[Hit]:
    """A relative date in a record that says nowhere when it was written.

    ## What it finds
    "On Monday", "last month", "hace tres semanas", in a record without a date:
    one finding a record, at the first such expression; the others are listed
    as related.

    ## Why it matters
    Cut from its page the text no longer says which Monday was meant, and what
    it reports cannot be placed in time.

    ## How it decides
    The record is anchored, and nothing is found, when `published` is declared,
    when a line holds little more than a full date (at most 40 other letters),
    when a full date stands in the opening, or when one with its weekday stands
    anywhere (the date of what is reported). Bare months and days of a month,
    "recently", "now" and quotations are never counted.

    ## Known mistakes
    An older event told with weekday and full date clears the record.

    ## Options
    `strict`: true makes the finding an error. Default: false.
    """
    if document.record.metadata.get("published") or _is_anchored(document):
        return
    found = list(expressions(document, document.language.code))
    if not found:
        return
    (start, end), *others = found
    count = len(found)
    plural = f"{count} relative dates" if count > 1 else "A relative date"
    yield Hit(
        start,
        end,
        f"{plural} in a record without a date: {document.text[start:end]}.".replace("\n", " "),
        evidence={
            "rule": "relative expressions of time, no declared or written date",
            "expressions": count,
            "lexicon": f"relative_time.{document.language.code}.txt",
        },
        related=tuple(RelatedSpan(*span) for span in others),
        severity=Severity.ERROR if context.options.get("strict") else None,
    )


def _is_anchored(document: Document) -> bool:
    return any(_dates_the_record(document, full) for full in full_dates(document))


def _dates_the_record(document: Document, full: FullDate) -> bool:
    if full.date is None:
        return False
    if full.weekday is not None:
        return True
    paragraph = document.paragraph_at(full.start)
    if paragraph is None:
        return False
    if is_date_line(document, full):
        return True
    opening = document.paragraphs[:OPENING_PARAGRAPHS]
    return paragraph in opening and full.start - paragraph.start <= OPENING_CHARACTERS


EXAMPLES = (
    Bad("The mayor resigned on Monday after a vote last week.", span="on Monday", language="en"),
    Bad("El alcalde dimitió el lunes.", span="el lunes", language="es"),
    Good("The mayor resigned on Monday.", language="en", metadata={"published": "2024-03-05"}),
    Good("5 March 2024\nThe mayor resigned on Monday.", language="en"),
    Good("The mayor resigned in March, and said so recently.", language="en"),
)
