"""The bytes of the record are not UTF-8."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.model import Decoding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_UTF_8 = frozenset({"utf-8", "utf8", "utf_8", "utf-8-sig", "utf_8_sig", "ascii", "us-ascii"})
"""Names that readers give to UTF-8 and to its subset."""


@check(
    code="ENC026",
    name="record-charset",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
)
def record_charset(document: Document, _context: Context) -> Iterator[Hit]:
    """The bytes of the record are not UTF-8.

    ## What it finds
    Records that had to be decoded by another character set.

    ## Why it matters
    The character set was guessed or inferred: each reader may guess another,
    and then every letter beyond ASCII is another letter.

    ## How it decides
    By the reader's evidence: strict UTF-8 is tried first, then marks, then a
    detector with its confidence.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    decoding = document.record.decoding
    if decoding.encoding.lower() in _UTF_8:
        return
    evidence = {
        "rule": "character set of the bytes",
        "encoding": decoding.encoding,
        "confidence": round(decoding.confidence, 3),
        "reader": decoding.evidence,
    }
    message = f"The record is {decoding.encoding}, not UTF-8: rewrite it as UTF-8."
    yield Hit(0, 0, message, evidence=evidence)


EXAMPLES = (
    Bad(
        "El a\N{LATIN SMALL LETTER N WITH TILDE}o",
        span="",
        decoding=Decoding("cp1252", confidence=0.9, evidence="charset-normalizer"),
    ),
    Good("El a\N{LATIN SMALL LETTER N WITH TILDE}o"),
)
