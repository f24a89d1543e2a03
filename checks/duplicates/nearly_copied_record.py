"""The record is nearly a copy of an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.explanation import percent
from textassay.checks.duplicates.sharing import Relation, extent, hit, matches
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


STORY = (
    "The council of Lindholm voted on Monday to close the old harbour to all traffic. "
    "Fishermen had asked for two more years. The ministry refused, citing the cost of dredging. "
    "The boats will move to the northern quay before the first of October, the mayor said."
)


@check(
    code="DUP007",
    name="nearly-copied-record",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.WARNING,
    facts=("passages",),
)
def nearly_copied_record(document: Document, context: Context) -> Iterator[Hit]:
    """The record is nearly a copy of an earlier one.

    ## What it finds
    A record that shares most of its runs of five words with an earlier one:
    an update, a reprint with another title, a page extracted twice.

    ## Why it matters
    Near copies weigh double like copies, and pass every test for equality.

    ## How it decides
    Records that share several rare fingerprints in a row are aligned. At
    least 80 % of the record's distinct runs of five words in the other, or a
    Jaccard index of 0.7, make a near copy; both figures are in the evidence.

    ## Known mistakes
    Reports that are written to a form, with other figures.

    ## Options
    None.
    """
    found = matches(context, Relation.NEAR, reference=False)
    if found:
        share = percent(found[0].contained)
        yield hit(
            found,
            extent(document, found[0]),
            f"Near copy of record {found[0].record}: {share} of its runs of five words are there.",
            "contained >= 0.8 or jaccard >= 0.7, by runs of five words",
        )


EXAMPLES = (
    Bad(
        STORY,
        span=STORY[:-1],
        corpus=(f"Harbour to close after all, council decides by one vote. {STORY}",),
        language="en",
    ),
    Good(STORY, corpus=("Another story altogether, of another town and other boats.",)),
)
