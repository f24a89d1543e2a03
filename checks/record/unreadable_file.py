"""A file or folder could not be read to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC001",
    name="unreadable-file",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def unreadable_file(_document: Document, _context: Context) -> Iterator[Hit]:
    """A file or folder could not be read to its end.

    ## What it finds
    A path that does not exist or may not be read, a compressed file that is damaged or cut
    short, a Parquet file that is no table.

    ## Why it matters
    A text that is missing from the run cannot be judged: there is no verdict on the corpus
    (exit 2).

    ## How it decides
    The operating system, the decompressor or DuckDB refuses. Rows read before the damage are
    still judged.

    ## Known mistakes
    A file that another program is just writing.

    ## Options
    None.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.txt.gz", b"\x1f\x8b\x08\x00 cut short"),
    GoodInput("news.txt", b"The council met on Monday."),
)
