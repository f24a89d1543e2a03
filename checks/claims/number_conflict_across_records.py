"""Two records tell the same in the same words and give different numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, RelatedSpan, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, OtherNumber, RecordMatch
    from textassay.text.document import Document

STORY = (
    "The ferry left the quay at Lindholm before dawn. A fire broke out below the car deck an "
    "hour later, the harbour office said on Monday. {number} people were taken off by boats from "
    "the island, and all of them were home by the evening. The cause is not known yet, and the "
    "shipping line has promised to open the logs of the engine room to the inspectors."
)


@check(
    code="CLM019",
    name="number-conflict-across-records",
    since="0.1",
    status="stable",
    scope="corpus",
    severity=Severity.INFO,
    facts=("passages",),
)
def number_conflict_across_records(document: Document, context: Context) -> Iterator[Hit]:
    """Two records tell the same in the same words and give different numbers.

    ## What it finds
    A passage that an earlier record has too, word for word, but for a number:
    "214 people were taken off", and there "241 people".

    ## Why it matters
    One of the records is wrong, or older than the other; a reader of both
    cannot know which.

    ## How it decides
    In passages that the survey found in both records, two numbers are compared
    where three words before and two behind them are the same and stand so only
    once. Related is the number of the other record.

    ## Known mistakes
    Serial texts that are filled in anew: weather, lottery and stock reports.

    ## Options
    None.
    """
    told: set[int] = set()
    for match in context.facts.matches():
        for passage in () if match.reference else match.passages:
            for number in passage.numbers:
                if number.start not in told:
                    told.add(number.start)
                    yield _hit(document, match, number)


def _hit(document: Document, match: RecordMatch, number: OtherNumber) -> Hit:
    here = document.text[number.start : number.end]
    there = (number.other_start, number.other_end, match.record, match.path, number.text)
    return Hit(
        number.start,
        number.end,
        f"{here} here, {number.text} in an earlier record.",
        evidence={
            "rule": "same words around two numbers",
            "numbers": [(number.text, here)],
            "record": match.record,
        },
        related=(RelatedSpan(*there),),
    )


EXAMPLES = (
    Bad(
        STORY.format(number=241),
        span="241",
        corpus=(f"{STORY.format(number=214)} It sails daily.",),
        language="en",
    ),
    Good(STORY.format(number=214), corpus=(STORY.format(number=214),)),
    Good(STORY.format(number=214), corpus=("Another ferry, with 241 people, came in.",)),
)
