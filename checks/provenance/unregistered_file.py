"""A record that the registry of its corpus does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="PRV001",
    name="unregistered-file",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
)
def unregistered_file(document: Document, _context: Context) -> Iterator[Hit]:
    """A record that the registry of its corpus does not know.

    ## What it finds
    A file, or a row of a table file, in a corpus folder with a registry that has no entry for it.

    ## Why it matters
    Nobody has said where the text comes from, who may use it, or that these are its bytes. A
    registry that lacks one record vouches for none.

    ## How it decides
    The nearest folder at or above the file whose datapackage.json names a resource "records" in
    registry/ is its corpus; entries are found by path, or by path and row id. Without a registry
    nothing is reported.

    ## Known mistakes
    A file that was moved: its entry is under the old path.

    ## Options
    None.
    """
    if document.record.registered is False:
        yield Hit(
            0,
            0,
            "The record is not in the registry of its corpus. "
            "Register it with its source, author and licence, or move it out of the corpus.",
            evidence={"rule": "no registry entry", "sha256": document.record.sha256},
        )


EXAMPLES = (
    Bad("The council met on Monday.", span="", registered=False),
    Good("The council met on Monday.", registered=True),
    Good("The council met on Monday.", registered=None),
)
