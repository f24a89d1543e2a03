"""A record whose bytes are not those that were registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="PRV002",
    name="changed-file",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
)
def changed_file(document: Document, _context: Context) -> Iterator[Hit]:
    """A record whose bytes are not those that were registered.

    ## What it finds
    A registered record whose SHA-256 differs from the one in its registry entry. For a table file
    with one entry for the whole file the reader reports it once, after the last row.

    ## Why it matters
    Everything the registry declares was declared of other bytes. Seeds are evidence: an edit, a
    conversion of line ends or a new encoding makes them another text.

    ## How it decides
    The digest is taken of the bytes that were analysed: the file is opened once. For a row of
    JSON Lines it is that of the line without its end, for csv and Parquet that of the text in
    UTF-8, for a compressed file that of the compressed bytes.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    record = document.record
    registered = record.metadata.get("registered_sha256") if record.registered else None
    if registered is not None and registered != record.sha256:
        yield Hit(
            0,
            0,
            "The record is not the text that was registered: its SHA-256 differs. "
            "Restore it, or register the new version.",
            evidence={"rule": "digest", "registered": registered, "found": record.sha256},
        )


_TEXT = "The council met on Monday."
_DIGEST = "f9862de4e9f7852652d3b82a4c190e0f5d334b6d05fdc983afa4e9cc1b29ac8c"
_OTHER = _DIGEST[::-1]

EXAMPLES = (
    Bad(_TEXT, span="", metadata={"registered_sha256": _OTHER}, registered=True),
    Good(_TEXT, metadata={"registered_sha256": _DIGEST}, registered=True),
    Good(_TEXT, metadata={"registered_sha256": _OTHER}, registered=None),
)
