"""A passage of the record stands in an earlier record too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.sharing import (
    PASSAGE_WORDS,
    passage_evidence,
    related,
    shared_passages,
)
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


PASSAGE = (
    "The council of Lindholm voted on Monday to close the old harbour to all traffic. "
    "Fishermen had asked for two more years. The ministry refused, citing the cost of dredging. "
    "The boats will move to the northern quay before the first of October, the mayor said."
)
OWN = (
    "Nobody in the tavern believed it. Old Marten had painted his boat in May, and meant to stay. "
    "His daughter counts the tides on her fingers and says nothing. Outside it rains, as it always "
    "does when the council meets, and the gulls sit in a row on the empty crates of the market. "
)


@check(
    code="DUP008",
    name="shared-passage",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.WARNING,
    facts=(
        "passages",
        "lines",
    ),
)
def shared_passage(document: Document, context: Context) -> Iterator[Hit]:
    """A passage of the record stands in an earlier record too.

    ## What it finds
    At least 30 words that match an earlier record nearly word for word:
    syndicated text, a quoted release, a paragraph carried along.

    ## Why it matters
    Shared passages make records depend on one another: splits leak, and the
    passage weighs as often as it is printed.

    ## How it decides
    Aligned runs of words; at least 60 % of the passage must match. Passages
    that overlap are one finding, with every record that has them. A passage
    made of lines that recur in four records or more is a template, not a
    passage (DUP009).

    ## Known mistakes
    A law or a prayer that several records quote in full.

    ## Options
    None.
    """
    for shared in shared_passages(document, context, words=PASSAGE_WORDS, reference=False):
        match, passage = shared.copies[0]
        yield Hit(
            shared.start,
            shared.end,
            f"{passage.words} words stand in record {match.record} too.",
            evidence=passage_evidence(shared, "aligned words of two records"),
            related=tuple(related(other, copy) for other, copy in shared.copies[:3]),
        )


EXAMPLES = (
    Bad(
        OWN + PASSAGE,
        span=PASSAGE[:-1],
        corpus=(f"{PASSAGE} " + "The ferry will not be affected, its owners told us. " * 9,),
        language="en",
    ),
    Good(
        OWN + "The boats will move to the northern quay before the first of October.",
        corpus=(f"{PASSAGE} " + "The ferry will not be affected, its owners told us. " * 9,),
        language="en",
    ),
)
