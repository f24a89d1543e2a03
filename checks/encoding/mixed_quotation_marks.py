"""A quotation opens with marks of one style and closes with another."""

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

HABIT = 5  # mixed pairs of a record that are its way of quoting, and no slip


@check(
    code="ENC016",
    name="mixed-quotation-marks",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def mixed_quotation_marks(document: Document, _context: Context) -> Iterator[Hit]:
    """A quotation opens with marks of one style and closes with another.

    ## What it finds
    Pairs of a curly and a straight mark, double or single.

    ## Why it matters
    Programs that pair marks lose the quotation; it shows that marks were
    replaced by a program that did not know where they close.

    ## How it decides
    Marks are paired in order. The mark that is not the habit of the text is
    the one out of place; the closing one where the text has no habit. A
    record that mixes five pairs quotes so by habit: a remark. Languages whose
    marks we do not know are left alone.

    ## Known mistakes
    An apostrophe that ends a word inside a single quotation.

    ## Options
    None.
    """
    found = [mark for mark in out_of_place(document) if mark.fault == "mixed"]
    for mark in found:
        if spacing(document, mark.start) is None:
            continue
        code = len(found) >= HABIT or about_code(document)
        yield Hit(
            mark.start,
            mark.end,
            f"This quotation mark does not fit its partner: {mark.expected} is expected.",
            evidence={"rule": "pair of two styles", "count": len(found)},
            suggestion=mark.expected,
            edits=(Edit(mark.start, mark.end, mark.expected),),
            severity=Severity.INFO if code else None,
        )


EXAMPLES = (
    Bad(
        "It is called \N{LEFT SINGLE QUOTATION MARK}the long march' there.",
        span="'",
        fix="\N{RIGHT SINGLE QUOTATION MARK}",
    ),
    Bad(
        '\N{LEFT DOUBLE QUOTATION MARK}Yes", he said. '
        "\N{LEFT DOUBLE QUOTATION MARK}No\N{RIGHT DOUBLE QUOTATION MARK}, she said.",
        span='"',
        fix="\N{RIGHT DOUBLE QUOTATION MARK}",
    ),
    Good(
        "\N{LEFT SINGLE QUOTATION MARK}It's the boys' turn"
        "\N{RIGHT SINGLE QUOTATION MARK}, they said"
    ),
)
