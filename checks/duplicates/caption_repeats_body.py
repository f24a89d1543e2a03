"""A caption says what the body says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.duplicates.explanation import hit, percent, place
from textassay.checks.duplicates.kinds import Kind
from textassay.checks.duplicates.repeats import repeats
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="DUP004",
    name="caption-repeats-body",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def caption_repeats_body(document: Document, _context: Context) -> Iterator[Hit]:
    """A caption says what the body says.

    ## What it finds
    A near copy (see DUP002) of which one side is the caption of a picture.

    ## Why it matters
    Captions are written from the text. Without the picture they are nothing
    but a second copy of a sentence.

    ## How it decides
    Like DUP002; the line is a caption by its role.

    ## Known mistakes
    A body sentence taken for a caption because it names its picture.

    ## Options
    None.
    """
    for repeat in repeats(document, Kind.CAPTION):
        if repeat.resemblance is None:
            continue
        kept = percent(repeat.resemblance.alignment.kept)
        yield hit(
            document,
            repeat,
            f"A caption and {place(document, repeat)} say nearly the same: "
            f"{kept} of the shorter one by weight of words, in the same order.",
            "aligned content words weighted by rarity; one side is a caption",
        )


EXAMPLES = (
    Bad(
        "Fishermen from the northern villages blocked the harbour of Lindholm to protest against "
        "the new quotas.\n\nThe minister declined to comment on the matter.\n\n"
        "Fishermen from the northern villages, in this photo, blocked Lindholm harbour over the "
        "new quotas\n\nThe blockade ended at noon, when the tide turned.",
        span="Fishermen from the northern villages, in this photo, blocked Lindholm harbour over "
        "the new quotas",
        language="en",
    ),
    Good(
        "Fishermen from the northern villages blocked the harbour of Lindholm to protest against "
        "the new quotas.\n\nThe minister declined to comment on the matter.\n\n"
        "In this photo a trawler leaves the bay at dawn\n\nThe blockade ended at noon.",
        language="en",
    ),
)
