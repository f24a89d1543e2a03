"""What a reader may be told: columns, limits, patterns, and who declared what."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from textassay.frozen import NamedTuple, frozen
from textassay.model import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MEBIBYTE = 1 << 20


class Declared(NamedTuple):
    """What the registry of a corpus says of one file or row.

    ``registered`` False means that a registry covers the file and does not
    know it. ``whole`` tells that the entry, and so ``sha256``, is that of the
    whole file where a single row was asked for.
    """

    registered: bool
    metadata: Mapping[str, Any] = NOTHING
    sha256: str | None = None
    whole: bool = False


class Declarations(Protocol):
    """The registries of all corpora, asked file by file."""

    def declared(self, path: str, row: str | None = None) -> Declared | None:
        """Return what is declared, or None where no registry covers the file."""

    def place(self, folder: str) -> str | None:
        """Return a folder's path in its corpus ("" for the root), None without registry."""

    def missing(self, folder: str) -> Iterator[str]:
        """Yield the paths of registered files of corpora in a folder that do not exist."""


@frozen
class ReadSettings:
    """How to read.

    Args:
        text_column: Column of csv and parquet, key of jsonl, with the text.
        id_column: The same for the id of a row; rows without one are numbered.
        max_record_bytes: The largest record read, after decompression.
        exclude: Globs of paths that are not read. A pattern without a slash
            is matched against each part of the path, one with a slash
            against the whole path below ``root`` (``*`` crosses slashes).
        include: Globs of files in folders to read (empty: by file type). A
            file named so is read as text whatever its type.
        stdin_name: The path and id of what "-" reads.
        root: Folder that ids are relative to (None: the current folder).
        declarations: The registries (None: nothing is declared anywhere).
    """

    text_column: str = "text"
    id_column: str = "id"
    max_record_bytes: int = 64 * MEBIBYTE
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    stdin_name: str = "<stdin>"
    root: str | None = None
    declarations: Declarations | None = None
