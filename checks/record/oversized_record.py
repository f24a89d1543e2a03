"""A record is larger than the limit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC004",
    name="oversized-record",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def oversized_record(_document: Document, _context: Context) -> Iterator[Hit]:
    """A record is larger than the limit.

    ## What it finds
    A file, line or field above max-record-bytes, counted after decompression, so that a
    decompression bomb stops there.

    ## Why it matters
    Such a record is a whole dump in one piece more often than a text, and would take the
    memory of every worker.

    ## How it decides
    Reading stops at the limit; the rest of a line is skipped, the lines after it are read.

    ## Known mistakes
    A real text of that size, such as a collected edition.

    ## Options
    max-record-bytes, 64 MiB by default.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.txt", b"x" * 101, limit=100),
    GoodInput("news.txt", b"x" * 100, limit=100),
)
