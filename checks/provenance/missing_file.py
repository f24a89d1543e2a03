"""A registered file that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="PRV003",
    name="missing-file",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def missing_file(_document: Document, _context: Context) -> Iterator[Hit]:
    """A registered file that is not there.

    ## What it finds
    An entry of the registry whose path does not exist, where the folder that was given holds the
    whole corpus.

    ## Why it matters
    A record that vanished leaves no other trace: the ones that are left may all be clean.

    ## How it decides
    The path of each entry is looked for after the walk. A file that exists and is excluded, or
    that could not be read, is not missing. A part of a corpus given alone misses nothing.

    ## Known mistakes
    A row that vanished from a table file is not noticed; the digest of the whole file tells it.

    ## Options
    None.
    """
    return iter(())


_PACKAGE = b'{"resources": [{"name": "records", "path": "registry/records.jsonl"}]}'
_ENTRY = b'{"path": "a.txt", "sha256": "%s"}\n' % (b"0" * 64)
_REGISTRY = {"datapackage.json": _PACKAGE, "registry/records.jsonl": _ENTRY}

EXAMPLES = (
    BadInput("b.txt", b"The council met on Monday.", beside=_REGISTRY),
    GoodInput("a.txt", b"The council met on Monday.", beside=_REGISTRY),
)
