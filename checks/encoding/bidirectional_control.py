"""Characters that reorder the line on the screen (Trojan Source)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import BIDI_CONTROLS, has_right_to_left, runs_of
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_OPENING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")


@check(
    code="ENC006",
    name="bidirectional-control",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=BIDI_CONTROLS,
)
def bidirectional_control(document: Document, _context: Context) -> Iterator[Hit]:
    """Characters that reorder the line on the screen (Trojan Source).

    ## What it finds
    Embeddings, overrides and isolates of the Unicode bidirectional algorithm.

    ## Why it matters
    What a reviewer sees is not what a program reads: the trick hides words
    in plain sight (Boucher and Anderson, Trojan Source, 2021).

    ## How it decides
    They are right only in a line that has letters written from right to left
    and closes every one that it opens.

    ## Known mistakes
    A balanced trick inside a line of Hebrew or Arabic.

    ## Options
    None.
    """
    found = document.alphabet & BIDI_CONTROLS
    last, right = -1, False
    for match in runs_of(found).finditer(document.text):
        line = document.line_at(match.start())
        if line.start != last:
            content = document.text[line.start : line.end]
            last, right = line.start, has_right_to_left(content) and _is_balanced(content)
        if right:
            continue
        names = " ".join(f"U+{ord(char):04X}" for char in match.group()[:8])
        yield Hit(
            match.start(),
            match.end(),
            f"Hidden control of the writing direction: {names}.",
            evidence={"rule": "bidirectional control without right-to-left text or unbalanced"},
            suggestion="",
            edits=(Edit(match.start(), match.end(), ""),),
        )


def _is_balanced(line: str) -> bool:
    depth = 0
    for char in line:
        if char in BIDI_CONTROLS:
            depth += 1 if char in _OPENING else -1
        if depth < 0:
            return False
    return depth == 0


EXAMPLES = (
    Bad("Pay \u202e001\u202c euros.", span="\u202e", fix=""),
    Good("קראתי את \u2066The Times\u2069 אתמול", language="he"),
)
