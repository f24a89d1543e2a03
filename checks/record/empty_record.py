"""A record without text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC003",
    name="empty-record",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def empty_record(_document: Document, _context: Context) -> Iterator[Hit]:
    """A record without text.

    ## What it finds
    A file or row whose text is empty, null or white space only, and a table file without a
    row.

    ## Why it matters
    An empty record passes every check of its text. Counted as clean it hides that an
    extraction failed.

    ## How it decides
    Nothing but white space and a byte order mark is left after decoding.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.txt", b" \n\n"),
    GoodInput("news.txt", b"Yes.\n"),
)
