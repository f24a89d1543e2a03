"""The bytes fit no encoding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC002",
    name="undecodable-text",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def undecodable_text(_document: Document, _context: Context) -> Iterator[Hit]:
    """The bytes fit no encoding.

    ## What it finds
    A file or row that is neither UTF-8, nor what its byte order mark announces, nor plausible
    in any other encoding.

    ## Why it matters
    Guessed letters are worse than none: every later finding would point at characters that
    nobody wrote.

    ## How it decides
    Strict UTF-8 first, then UTF-16 and UTF-32 by byte order mark, then UTF-16 by its NUL bytes.
    Else charset-normalizer gives an opinion, and all encodings that decode the bytes are weighed by
    how likely their letters follow one another; both are kept as evidence on the record. JSON Lines
    is UTF-8 by its own standard, so that nothing is guessed there; a csv file is judged by its
    first mebibyte.

    ## Known mistakes
    Very short texts in an old encoding, for which no statistics are possible.

    ## Options
    None.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.jsonl", b'{"text": "Espa\xf1a"}\n'),
    GoodInput("news.jsonl", b'{"text": "Espa\xc3\xb1a"}\n'),
)
