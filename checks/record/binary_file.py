"""A binary file under the name of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC005",
    name="binary-file",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def binary_file(_document: Document, _context: Context) -> Iterator[Hit]:
    """A binary file under the name of a text.

    ## What it finds
    PDF, office, image, archive or program files named .txt, .md, .jsonl or .csv, and any
    other bytes with many control bytes.

    ## Why it matters
    Read as text they give thousands of findings about nothing, and the text that was meant is
    missing.

    ## How it decides
    The first bytes are the signature of a known format and the rest is no text; or there is a
    NUL byte and more than 5 % of all bytes are control bytes. A single stray NUL in a text is
    left to the encoding checks.

    ## Known mistakes
    A csv file in UTF-16 without a byte order mark, as its letters are half NUL bytes.

    ## Options
    None.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.txt", b"%PDF-1.7\n\xe2\xe3\xcf\xd3\x00\x01"),
    GoodInput("news.txt", b"%PDF-1.7 is the first line of such a file."),
)
