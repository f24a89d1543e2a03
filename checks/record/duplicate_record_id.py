"""Two rows of a file have one id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC008",
    name="duplicate-record-id",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def duplicate_record_id(_document: Document, _context: Context) -> Iterator[Hit]:
    """Two rows of a file have one id.

    ## What it finds
    The later of two rows with the same id.

    ## Why it matters
    Findings, registry entries and waivers name a record by its id: they would mean either.

    ## How it decides
    Ids are compared as text, so that 7 and "7" are one. The later row is not read.

    ## Known mistakes
    None known.

    ## Options
    None; id-column names the column.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.jsonl", b'{"id": 7, "text": "One."}\n{"id": "7", "text": "Two."}\n'),
    GoodInput("news.jsonl", b'{"id": 7, "text": "One."}\n{"id": 8, "text": "One."}\n'),
)
