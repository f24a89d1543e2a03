"""A quotation opens with marks of one style and closes with another."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.alphabet import alphabet
from textassay.checks.encoding.quotation_marks import DOUBLE, STRAIGHT, faults
from textassay.checks.encoding.technical import talks_about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_OPEN = "\N{LEFT SINGLE QUOTATION MARK}"
_CLOSE = "\N{RIGHT SINGLE QUOTATION MARK}"


@cache
def _single() -> re.Pattern[str]:
    # An opening single mark and the first mark after it that stands like a closing one.
    # A curly closing mark before it ends the quotation rightly.
    return re.compile(
        r"(?<![\w\u2018])\u2018(?=\w)(?P<inside>[^\u2018\n]{1,300}?)"
        r"(?:(?P<right>\u2019)|(?P<wrong>')(?!\w))(?!\w)"
    )


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
    the one out of place; the closing one where the text has no habit.

    ## Known mistakes
    An apostrophe that ends a word inside a single quotation.

    ## Options
    None.
    """
    text = document.text
    present = alphabet(text)
    if STRAIGHT in present and len(present & DOUBLE) > 1:
        found = faults(text, document.language.code) if faults(text) else ()
        for fault in found:
            if fault.kind == "mixed":
                yield _hit(document, fault.offset, str(fault.meant))
    if _OPEN in present and "'" in present:
        for match in _single().finditer(text):
            if match.group("wrong") and not _closes_later(text, match.end()):
                yield _hit(document, match.start("wrong"), _CLOSE)


@cache
def _next_single() -> re.Pattern[str]:
    return re.compile(r"[\u2018\n]|\u2019(?!\w)")


def _closes_later(text: str, offset: int) -> bool:
    """Tell whether a right closing mark comes before the next opening one."""
    match = _next_single().search(text, offset)
    return match is not None and match.group() == _CLOSE


def _hit(document: Document, offset: int, meant: str) -> Hit:
    return Hit(
        offset,
        offset + 1,
        f"This quotation mark does not fit its partner: {meant} is expected.",
        evidence={"rule": "pair of two styles"},
        suggestion=meant,
        edits=(Edit(offset, offset + 1, meant),),
        severity=Severity.INFO if talks_about_code(document.folded) else None,
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
