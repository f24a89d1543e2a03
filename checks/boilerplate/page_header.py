"""A header of the page was left in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.reporting import hits
from textassay.checks.boilerplate.weights import SURE
from textassay.contract import Bad, Good, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document

MESSAGE = "A header of the page was left in the text."


@check(
    code="BPL008",
    name="page-header",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def page_header(document: Document, _context: Context) -> Iterator[Hit]:
    """A header of the page was left in the text.

    ## What it finds
    Lines of nothing but a date, a section or an update: "Wednesday, 17 July 2024", "REGION |
    21-03-2022 09:15", "Last updated ...", "Hace 3 horas", "5 min read".

    ## Why it matters
    It is data of the page, not a sentence; its date belongs in the record's metadata.

    ## How it decides
    A line whose words are all names of months, days, zones and the like beside a year or a
    time, before or after the prose or beside another leftover: a warning. With a phrase such
    as "last updated", or with both, the sum makes one point: an error. Below the title a line
    of three parts, one the day ("The Herald - Council - 3 May 2021"), is a warning.

    ## Known mistakes
    A chronicle whose headings are dates counts only where they stand before or after all
    prose.

    ## Options
    None.
    """
    return hits(document, Kind.HEADER, MESSAGE, Severity.WARNING, certain=SURE)


_PROSE = "The council voted on Monday to rebuild the old bridge before the floods."

EXAMPLES = (
    Bad(
        f"REGION | 21-03-2022 09:15\n\nCouncil votes for the bridge\n\n{_PROSE}",
        span="REGION | 21-03-2022 09:15",
    ),
    Bad(
        f"Bridge\n\nLast updated: 12 May 2021, 10:15\n\n{_PROSE}",
        span="Last updated: 12 May 2021, 10:15",
    ),
    Good(f"{_PROSE}\n\n12 May 2021\n\n{_PROSE}"),
    Good(f"RIVERTON, May 12 - {_PROSE}"),
)
