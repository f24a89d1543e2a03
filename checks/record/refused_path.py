"""A path that is not opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import BadInput, GoodInput, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context, Hit
    from textassay.text.document import Document


@check(
    code="REC006",
    name="refused-path",
    since="0.1",
    status="stable",
    scope="input",
    severity=Severity.ERROR,
)
def refused_path(_document: Document, _context: Context) -> Iterator[Hit]:
    """A path that is not opened.

    ## What it finds
    Symbolic links that lead out of the corpus folder, named pipes, sockets, devices, and
    names with control, direction or undecodable characters.

    ## Why it matters
    A link can bring a file of the machine into a report that is published; a pipe or device
    can stop the run for ever.

    ## How it decides
    A link is followed only if its real path stays in the given folder (for a single file: in
    the root of the project, or its own folder). Links to folders inside the corpus are not
    followed, as their files are read where they are.

    ## Known mistakes
    A corpus that is kept as links to a store elsewhere: give the store itself.

    ## Options
    None.
    """
    return iter(())


EXAMPLES = (
    BadInput("news.txt", link="/dev/null"),
    GoodInput("news.txt", b"The council met on Monday."),
)
