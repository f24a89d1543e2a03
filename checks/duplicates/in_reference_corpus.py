"""Text of the record is in the reference corpus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.explanation import percent
from textassay.checks.duplicates.sharing import (
    Relation,
    extent,
    hit,
    matches,
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
    "Fishermen had asked for two more years. The ministry refused, citing the cost of dredging."
)
REFERENCE_WORDS = 20  # a shared passage this long is contamination; benchmarks use 13 and 50


@check(
    code="DUP010",
    name="in-reference-corpus",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.ERROR,
    facts=(
        "passages",
        "lines",
    ),
)
def in_reference_corpus(document: Document, context: Context) -> Iterator[Hit]:
    """Text of the record is in the reference corpus.

    ## What it finds
    A record, or a passage of at least 20 words, that stands in the corpus
    named as reference: a test set that must not be trained on, an older
    release.

    ## Why it matters
    A model trained on its own test set is measured wrong.

    ## How it decides
    Like DUP006, DUP007 and DUP008, against fingerprints of the reference,
    whose text is not kept: offsets in the reference are those of its
    fingerprints. Whole records are errors, passages warnings.

    ## Known mistakes
    Quotations that both corpora have from a third place.

    ## Options
    None; without a reference the check finds nothing.
    """
    for kind in (Relation.COPY, Relation.NEAR):
        for match in matches(context, kind, reference=True)[:1]:
            yield hit(
                [match],
                extent(document, match),
                f"In the reference corpus as {match.record}: "
                f"{percent(match.contained)} of the record.",
                "fingerprints of the reference corpus",
            )
    for shared in shared_passages(document, context, words=REFERENCE_WORDS, reference=True):
        match, passage = shared.copies[0]
        yield Hit(
            shared.start,
            shared.end,
            f"{passage.words} words stand in {match.record} of the reference corpus.",
            evidence=passage_evidence(shared, "fingerprints of the reference corpus"),
            related=tuple(related(other, copy) for other, copy in shared.copies[:3]),
            severity=Severity.WARNING,
        )


EXAMPLES = (
    Bad(PASSAGE, span=PASSAGE, reference=(PASSAGE,), language="en"),
    Good(PASSAGE, corpus=(f"{PASSAGE} And more.",), language="en"),
)
