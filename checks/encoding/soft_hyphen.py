"""Soft hyphens are left in the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import SOFT_HYPHEN, runs_of
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="ENC009",
    name="soft-hyphen",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=frozenset(SOFT_HYPHEN),
)
def soft_hyphen(document: Document, _context: Context) -> Iterator[Hit]:
    """Soft hyphens are left in the words.

    ## What it finds
    Runs of U+00AD SOFT HYPHEN.

    ## Why it matters
    The mark is a hint for line breaking in one layout. In a corpus it cuts
    words in two for every program, and no reader sees it.

    ## How it decides
    No text needs it once it has left its layout.

    ## Known mistakes
    None known. Where the letter before is a lead byte of mangled UTF-8, the
    mark is half of a letter, and mojibake is reported as well.

    ## Options
    None.
    """
    for match in runs_of(frozenset(SOFT_HYPHEN)).finditer(document.text):
        yield Hit(
            match.start(),
            match.end(),
            "A soft hyphen (U+00AD) is left in the text.",
            evidence={"rule": "U+00AD in text"},
            suggestion="",
            edits=(Edit(match.start(), match.end(), ""),),
        )


EXAMPLES = (
    Bad("The parlia\N{SOFT HYPHEN}ment met.", span="\N{SOFT HYPHEN}", fix=""),
    Good("The far-right party met."),
)
