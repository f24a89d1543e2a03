"""A table file without the column of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC009",
    name="missing-text-column",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def missing_text_column(_document: Document, _context: Context) -> Iterator[Hit]:
    """A table file without the column of the text.

    ## What it finds
    A csv or Parquet file, or a line of JSON, without the column that holds the text.

    ## Why it matters
    Nothing of the file, or of that row, was read.

    ## How it decides
    The column is looked up by its exact name, "text" unless configured. A csv file may part
    its columns by comma, semicolon or tab.

    ## Known mistakes
    None known.

    ## Options
    None; text-column names the column.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.csv", b"id,body\n1,The council met.\n"),
    GoodInput("news.csv", b"id;text\n1;The council met.\n"),
)
