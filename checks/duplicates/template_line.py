"""A line recurs in many records of one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.fingerprints import line_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


RECORDS = 5  # records with the line; below, it may be chance or a repeated headline
MIN_WORDS = 3  # shorter lines recur in any corpus


@check(
    code="DUP009",
    name="template-line",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.INFO,
    facts=("lines",),
)
def template_line(document: Document, context: Context) -> Iterator[Hit]:
    """A line recurs in many records of one source.

    ## What it finds
    A line of at least three words that stands in five records or more, all of
    one source.

    ## Why it matters
    What every page of a site has belongs to the site, not to the text.

    ## How it decides
    Line fingerprints (case and white space folded) counted over the corpus,
    with the sources that have them.

    ## Known mistakes
    A dateline or a rubric that a source repeats on purpose.

    ## Options
    None.
    """
    for line in document.lines:
        text = document.text[line.start : line.end]
        if len(text.split()) < MIN_WORDS:
            continue
        known = context.facts.line(line_key(text))
        if known.records >= RECORDS and known.sources == 1:
            yield Hit(
                line.start,
                line.end,
                f"This line stands in {known.records} records of this source.",
                evidence={"rule": "line fingerprints of the corpus", "records": known.records},
            )


EXAMPLES = (
    Bad(
        "The mayor opened the bridge.\nRead the Lindholm Courier every day",
        span="Read the Lindholm Courier every day",
        corpus=tuple(f"Story {n}.\nRead the Lindholm Courier every day" for n in range(5)),
        language="en",
    ),
    Good(
        "The mayor opened the bridge.\nRead the Lindholm Courier every day",
        corpus=("Story one.\nRead the Lindholm Courier every day",),
        language="en",
    ),
)
