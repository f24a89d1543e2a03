"""A sentence says again, in nearly the same words, what another one said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.explanation import differences, hit, is_numbers, percent, place
from textassay.checks.duplicates.kinds import Kind
from textassay.checks.duplicates.repeats import repeats
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.duplicates.kinds import Repeat
    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="DUP002",
    name="near-duplicate-sentence",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def near_duplicate_sentence(document: Document, _context: Context) -> Iterator[Hit]:
    """A sentence says again, in nearly the same words, what another one said.

    ## What it finds
    Two sentences of one record that share most of their content words in the
    same order: a deck repeated in the body, a pull quote, a sentence that an
    editor rewrote without deleting the old one.

    ## Why it matters
    The reader meets the same statement twice, and the two versions may differ
    in a name or a number: then one of them is wrong.

    ## How it decides
    Only sentences that share at least four rare words are compared. They are
    aligned word by word (longest common subsequence of word stems); words
    weigh by their rarity in the record and function words hardly. The points
    for what is kept, covered and stands close together are listed in the
    evidence as shares; a name or a number in the place of another one takes
    points off. Where parts have changed places, nearly all content words of
    one must stand in the other. Headings, table rows, verse, code, addresses,
    rows of names and lines that are a question are not compared, nor one list
    item with another. Who an expert is may be said twice.

    ## Known mistakes
    Parallel sentences of a report that differ in one verb; two offers, rules
    or appeals that begin alike.

    ## Options
    None.
    """
    for repeat in repeats(document, Kind.NEAR):
        if repeat.resemblance is None:
            continue
        yield hit(
            document,
            repeat,
            f"Says nearly the same as {place(document, repeat)}: {_shared(document, repeat)}.",
            "aligned content words weighted by rarity",
        )


def _shared(document: Document, repeat: Repeat) -> str:
    ours, theirs = differences(document, repeat)
    if is_numbers(ours) and is_numbers(theirs):
        return f"only numbers differ, {', '.join(ours)} there and {', '.join(theirs)} here"
    kept = percent(repeat.resemblance.alignment.kept) if repeat.resemblance else "all"
    return f"{kept} of the shorter one by weight of words, in the same order"


EXAMPLES = (
    Bad(
        "Fishermen from the northern villages blocked the harbour of Lindholm for six hours to "
        "protest against the new quotas.\n"
        "The minister declined to comment.\n"
        "On Friday fishermen from the northern villages blocked the harbour of Lindholm for six "
        "hours in protest at the quotas.",
        span="On Friday fishermen from the northern villages blocked the harbour of Lindholm for "
        "six hours in protest at the quotas.",
        language="en",
    ),
    Good(
        "Fishermen from the northern villages blocked the harbour of Lindholm for six hours.\n"
        "The minister declined to comment.\n"
        "The harbour of Lindholm has handled most of the northern trade since the war.",
        language="en",
    ),
)
