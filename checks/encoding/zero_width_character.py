"""Zero-width characters stand where no script needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import (
    DIRECTION_MARKS,
    JOINERS,
    ZERO_WIDTH,
    has_right_to_left,
    joins_letters,
    runs_of,
    separates_words,
)
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


_REACH = 300  # characters each side in which letters from right to left excuse a mark


@check(
    code="ENC005",
    name="zero-width-character",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=ZERO_WIDTH,
)
def zero_width_character(document: Document, _context: Context) -> Iterator[Hit]:
    """Zero-width characters stand where no script needs them.

    ## What it finds
    Runs of zero-width spaces, joiners, non-joiners, direction marks and
    invisible operators.

    ## Why it matters
    A reader sees nothing, a program sees another word: searches miss it,
    duplicates differ, tokenisers split it.

    ## How it decides
    By the neighbours: zero-width spaces are right in scripts without blanks
    (Thai, Khmer, ...), joiners in Persian, Indic scripts and emoji, direction
    marks near letters written from right to left.

    ## Known mistakes
    Formulas with invisible operators.

    ## Options
    None.
    """
    text = document.text
    found = document.alphabet & ZERO_WIDTH
    for match in runs_of(found).finditer(text):
        if _is_needed(document, match.start(), match.group()):
            continue
        names = " ".join(f"U+{ord(char):04X}" for char in match.group()[:8])
        yield Hit(
            match.start(),
            match.end(),
            f"Invisible zero-width character: {names}.",
            evidence={"rule": "zero-width without need", "characters": names},
            suggestion="",
            edits=(Edit(match.start(), match.end(), ""),),
        )


def _is_needed(document: Document, offset: int, run: str) -> bool:
    kinds = set(run)
    if kinds <= DIRECTION_MARKS:
        around = document.text[max(0, offset - _REACH) : offset + _REACH]
        return has_right_to_left(around)
    if kinds <= JOINERS | DIRECTION_MARKS:
        return joins_letters(document.text, offset)
    return separates_words(document.text, offset) or joins_letters(document.text, offset)


EXAMPLES = (
    Bad("The govern\N{ZERO WIDTH SPACE}ment fell.", span="\N{ZERO WIDTH SPACE}", fix=""),
    Good("\U0001f468\N{ZERO WIDTH JOINER}\U0001f469\N{ZERO WIDTH JOINER}\U0001f467 at home"),
    Good("می\N{ZERO WIDTH NON-JOINER}خواهم بروم", language="fa"),
)
