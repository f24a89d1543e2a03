"""A row of a table file is not a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC007",
    name="malformed-row",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def malformed_row(_document: Document, _context: Context) -> Iterator[Hit]:
    """A row of a table file is not a record.

    ## What it finds
    A line that is not a JSON object, a row with more or fewer fields than the header, a
    quoted field that is never closed, a text or id that is not text.

    ## Why it matters
    The text of that row is missing from the run.

    ## How it decides
    As RFC 8259 (JSON) and RFC 4180 (csv) have it; blank lines are no rows. After 100 such
    rows of one file the rest is only counted.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.jsonl", b'{"text": "The council met."}\n{"text": \n'),
    GoodInput("news.jsonl", b'{"text": "The council met."}\n\n'),
)
