"""Private-use characters stand in the text: glyphs of a font that is not here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import runs_of
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.alphabet import within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_FIRST, _LAST = 0xE000, 0xF8FE  # U+F8FF is the logo of one maker, written on purpose


@check(
    code="ENC027",
    name="private-use-character",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
)
def private_use_character(document: Document, _context: Context) -> Iterator[Hit]:
    """Private-use characters stand in the text: glyphs of a font that is not here.

    ## What it finds
    Runs of U+E000 to U+F8FE.

    ## Why it matters
    Only the page's own font knew their shape: icons, bullets or letters are
    lost without it.

    ## How it decides
    Unicode gives them no meaning.

    ## Known mistakes
    Scripts that Unicode lacks, written by agreement.

    ## Options
    None.
    """
    found = within(document.rare, _FIRST, _LAST)
    if not found:
        return
    for match in runs_of(found).finditer(document.text):
        codes = " ".join(f"U+{ord(char):04X}" for char in match.group()[:8])
        yield Hit(
            match.start(),
            match.end(),
            f"Private-use character without a meaning: {codes}.",
            evidence={"rule": "private use area", "characters": codes},
        )


EXAMPLES = (
    Bad("Call us \ue0b0 now", span="\ue0b0"),
    Good("Call us \N{BLACK TELEPHONE} now"),
)
