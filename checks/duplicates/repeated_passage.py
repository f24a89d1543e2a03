"""Several sentences in a row stand in the record twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.explanation import hit, place
from textassay.checks.duplicates.kinds import Kind
from textassay.checks.duplicates.repeats import may_be_meant, repeats
from textassay.contract import Bad, Good, Severity, check
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

CERTAIN_WORDS = 12  # shorter runs are steps of instructions and rows of forms


@check(
    code="DUP005",
    name="repeated-passage",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def repeated_passage(document: Document, _context: Context) -> Iterator[Hit]:
    """Several sentences in a row stand in the record twice.

    ## What it finds
    The longest run of sentences that repeats an earlier run word for word:
    one finding from the first repeated sentence to the last.

    ## Why it matters
    A page scraped twice, an article whose body was pasted a second time, a
    teaser above the text: the passage weighs double in everything built on
    the record.

    ## How it decides
    A sentence that DUP001 would report is grown in both directions as long as
    the sentences before and after it are the same as those of the first copy.
    An error from twelve words on, otherwise a warning; a warning too where
    both copies have text before and behind them in their paragraphs, and in
    text about programs.

    ## Known mistakes
    A long quotation repeated on purpose in a commentary.

    ## Options
    None.
    """
    for repeat in repeats(document, Kind.PASSAGE):
        role = document.line_at(repeat.later[0]).role
        is_certain = repeat.words >= CERTAIN_WORDS and role not in {Role.LIST_ITEM, Role.TABLE}
        is_certain = is_certain and not may_be_meant(document, repeat)
        yield hit(
            document,
            repeat,
            f"Repeats a passage of {repeat.words:.0f} words from {place(document, repeat)} on.",
            "same sentences in the same order, case and punctuation aside",
            Severity.ERROR if is_certain else Severity.WARNING,
        )


EXAMPLES = (
    Bad(
        "The council met on Monday to vote on the budget. No member was absent. Rain fell.\n"
        "The vote was postponed after a long debate.\n"
        "The council met on Monday to vote on the budget. No member was absent.",
        span="The council met on Monday to vote on the budget. No member was absent.",
        fix="",
        language="en",
    ),
    Good(
        "The council met on Monday to vote on the budget. No member was absent.\n"
        "The committee met on Tuesday to discuss the harbour. Two members were absent.",
        language="en",
    ),
)
