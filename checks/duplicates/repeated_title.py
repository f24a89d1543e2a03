"""The opening of the text says the title again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.explanation import hit
from textassay.checks.duplicates.kinds import Kind
from textassay.checks.duplicates.repeats import repeats
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="DUP003",
    name="repeated-title",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    fix="unsafe",
)
def repeated_title(document: Document, _context: Context) -> Iterator[Hit]:
    """The opening of the text says the title again.

    ## What it finds
    One of the first four sentences below the title that has at least 70 % of
    the title's content words, or nearly repeats it.

    ## Why it matters
    Many outlets open with their title in other words. In a corpus of running
    text the title then adds nothing but a repetition.

    ## How it decides
    The content words of the title, cut to their stems, are looked for in each
    sentence. A title with fewer than four of them is not judged. A word for
    word copy of the title is DUP001.

    ## Known mistakes
    None that matter at this level: it is a remark.

    ## Options
    None.
    """
    for repeat in repeats(document, Kind.TITLE):
        yield hit(
            document,
            repeat,
            "Says the title again.",
            "at least 70 % of the content words of the title, or a near copy of it",
        )


EXAMPLES = (
    Bad(
        "Fishermen block Lindholm harbour over new quotas\n\n"
        "Fishermen blocked the harbour of Lindholm on Friday over new quotas set by the ministry.\n"
        "\nThe minister declined to comment.",
        span="Fishermen blocked the harbour of Lindholm on Friday over new quotas set by the "
        "ministry.",
        language="en",
    ),
    Good(
        "Fishermen block Lindholm harbour over new quotas\n\n"
        "Forty boats lay across the fairway before dawn, their crews singing.\n"
        "\nThe minister declined to comment.",
        language="en",
    ),
)
