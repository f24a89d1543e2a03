"""A quotation mark has no partner, or shows the wrong way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.alphabet import alphabet
from textassay.checks.encoding.conventions import spacing
from textassay.checks.encoding.quotation_marks import DOUBLE, faults
from textassay.checks.encoding.technical import talks_about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_MESSAGES = {
    "unpaired": "A quotation mark has no partner.",
    "turned": "A quotation mark shows the wrong way.",
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
    Double quotation marks, straight, curly or angled, that open and never
    close, close what never opened, or stand mirrored.

    ## Why it matters
    Who said what cannot be told by a program: half a page becomes speech.

    ## How it decides
    Marks are paired in order, each by what its place allows, with the
    conventions of the language and the habit of the text. A quotation may
    run over paragraphs and reopen each; inches and seconds are no quotation.

    ## Known mistakes
    Dialogue of novels whose typography leaves marks out.

    ## Options
    None.
    """
    if not alphabet(document.text) & DOUBLE or not faults(document.text):
        return
    if spacing(document, 0) is None:
        return
    for fault in faults(document.text, document.language.code):
        if fault.kind not in _MESSAGES:
            continue
        end = fault.offset + 1
        meant = fault.meant
        yield Hit(
            fault.offset,
            end,
            _MESSAGES[fault.kind],
            evidence={"rule": f"{fault.kind} double quotation mark"},
            suggestion=meant,
            edits=(Edit(fault.offset, end, meant),) if meant else (),
            severity=Severity.INFO if talks_about_code(document.folded) else None,
        )


EXAMPLES = (
    Bad('He said: "I am leaving. Nobody answered.', span='"', language="en"),
    Bad(
        "\N{RIGHT DOUBLE QUOTATION MARK}I am leaving\N{RIGHT DOUBLE QUOTATION MARK}, and he said "
        "\N{RIGHT DOUBLE QUOTATION MARK}now\N{RIGHT DOUBLE QUOTATION MARK}.",
        span="\N{RIGHT DOUBLE QUOTATION MARK}",
        language="en",
    ),
    Good('A 27" screen, and "both" he said.'),
    Good('"I am leaving.\n"And I will not come back," he said.'),
)
