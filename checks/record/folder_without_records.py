"""A given folder holds no record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC011",
    name="folder-without-records",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def folder_without_records(_document: Document, _context: Context) -> Iterator[Hit]:
    """A given folder holds no record.

    ## What it finds
    A folder on the command line without a single file to read.

    ## Why it matters
    A mistyped path or pattern would give a run without findings, and a pass.

    ## How it decides
    No file below the folder has a known type and is neither hidden nor excluded.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    return iter(())


EXAMPLES = (
    BadInput(".hidden.txt", b"The council met on Monday."),
    GoodInput("news.txt", b"The council met on Monday."),
)
