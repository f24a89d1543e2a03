"""A quotation mark has no partner, or shows the wrong way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.conventions import spacing
from textassay.checks.encoding.quotation_marks import out_of_place
from textassay.checks.encoding.technical import about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

REACH = 1_000  # characters of the line each side of a mark in which its partner may be lost
_LOST = "\N{REPLACEMENT CHARACTER}"
_MESSAGES = {
    "unclosed": "A quotation mark opens what never closes.",
    "unopened": "A quotation mark closes what never opened.",
    "wrong-direction": "A quotation mark shows the wrong way.",
}


@check(
    code="ENC015",
    name="unpaired-quotation-mark",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def unpaired_quotation_mark(document: Document, _context: Context) -> Iterator[Hit]:
    """A quotation mark has no partner, or shows the wrong way.

    ## What it finds
    Quotation marks that open and never
    close, close what never opened, or stand mirrored.

    ## Why it matters
    Who said what cannot be told by a program: half a page becomes speech.

    ## How it decides
    Marks are paired in order, each by what its place allows, with the
    conventions of the language and the habit of the text. A quotation may
    run over paragraphs and reopen each; inches and seconds are no quotation.
    Where a character of the line was lost, that may have been the partner.

    ## Known mistakes
    Dialogue of novels whose typography leaves marks out; the letter ayn before
    a capital in transcribed Arabic.

    ## Options
    None.
    """
    for mark in out_of_place(document):
        if mark.fault not in _MESSAGES or spacing(document, mark.start) is None:
            continue
        if _LOST in document.alphabet and _LOST in _line(document.text, mark.start):
            continue  # it may be the partner
        meant = mark.expected if mark.fault == "wrong-direction" else None
        yield Hit(
            mark.start,
            mark.end,
            _MESSAGES[mark.fault],
            evidence={"rule": f"{mark.fault} quotation mark", "expected": mark.expected},
            suggestion=meant,
            edits=(Edit(mark.start, mark.end, meant),) if meant else (),
            severity=Severity.INFO if about_code(document) else None,
        )


def _line(text: str, place: int) -> str:
    before = text[max(0, place - REACH) : place].rpartition("\n")[2]
    return before + text[place : place + REACH].partition("\n")[0]


EXAMPLES = (
    Bad('He said: "I am leaving. Nobody answered.', span='"', language="en"),
    Bad(
        "\u201cYes\u201d, he said. \u201dNo\u201d, she said. \u201cSo be it\u201d, all said.",
        span="\N{RIGHT DOUBLE QUOTATION MARK}",
        fix="\N{LEFT DOUBLE QUOTATION MARK}",
        language="en",
    ),
    Good('A 27" screen, and "both" he said.'),
    Good('"I am leaving.\n"And I will not come back," he said.'),
)
