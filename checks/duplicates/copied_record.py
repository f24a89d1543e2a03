"""The record is a copy of an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    code="DUP006",
    name="copied-record",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.ERROR,
    facts=("passages",),
)
def copied_record(document: Document, context: Context) -> Iterator[Hit]:
    """The record is a copy of an earlier one.

    ## What it finds
    A record with the same bytes as an earlier one, or with the same words in
    the same order where only marks, case or white space differ.

    ## Why it matters
    The same text twice weighs double in everything built on the corpus, and
    leaks between training and test data.

    ## How it decides
    Equal digests, or equal sequences of words. The earliest by declared date
    is the original, else the longest, else the first by id; each copy names
    it, so a cluster of copies has one original.

    ## Known mistakes
    None known; two records without any word are not compared.

    ## Options
    None.
    """
    found = matches(context, Relation.COPY, reference=False)
    if found:
        same = "the same bytes" if found[0].identical else "the same words in the same order"
        yield hit(
            found,
            extent(document, found[0]),
            f"Copy of record {found[0].record}: {same}.",
            "equal digest" if found[0].identical else "equal sequence of words",
        )


EXAMPLES = (
    Bad(STORY, span=STORY, corpus=(STORY.replace(". ", ".\n\n"),), language="en"),
    Good(STORY, corpus=("Another story altogether, of another town and other boats.",)),
)
