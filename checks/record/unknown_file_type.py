"""Files of a type that is not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC010",
    name="unknown-file-type",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.INFO,
)
def unknown_file_type(_document: Document, _context: Context) -> Iterator[Hit]:
    """Files of a type that is not read.

    ## What it finds
    Files in a given folder that are neither .txt, .md, .jsonl, .csv or .parquet, nor one of
    these with .gz or .zst: one finding a type, with their number.

    ## Why it matters
    A corpus in files of another type would pass unread.

    ## How it decides
    By the end of the name, in any case of letters. Hidden files, and the registry and
    description of a registered corpus, are no records and not mentioned. A file that is named
    on the command line is read as text whatever its type.

    ## Known mistakes
    Files that belong to the folder and are no texts: name them in exclude.

    ## Options
    None; include and exclude take patterns.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.docx", b""),
    GoodInput("news.md", b"The council met on Monday."),
)
