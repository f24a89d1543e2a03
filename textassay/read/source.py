"""One file to read: opened once, never a link out of its root, never a device."""

from __future__ import annotations

import os
import stat
from io import FileIO

from textassay.frozen import NamedTuple
from textassay.read.findings import InputError

COMPRESSIONS = {".gz": "gzip", ".zst": "zstandard"}
FORMATS = {
    ".txt": "text",
    ".md": "text",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".parquet": "parquet",
}
_LEAVING = "a symbolic link that leaves the corpus folder"
_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


class FileType(NamedTuple):
    """How the name of a file says it is to be read."""

    format: str
    compression: str | None


_TYPES = {
    (suffix, compression): FileType(known, compression)
    for suffix, known in FORMATS.items()
    for compression in (None, *COMPRESSIONS.values())
}


class Source(NamedTuple):
    """A file to read: ``path`` as the user wrote it, ``id`` below the root.

    ``boundary`` is the real path of the folder that links may not leave.
    """

    path: str
    id: str
    boundary: str
    type: FileType


def file_type(name: str) -> FileType | None:
    """Return how to read a file by its name, or None for an unknown type."""
    stem, suffix = os.path.splitext(name.lower())
    compression = COMPRESSIONS.get(suffix)
    if compression:
        suffix = os.path.splitext(stem)[1]
    return _TYPES.get((suffix, compression))


def within(path: str, boundary: str) -> bool:
    """Tell whether a real path is a real folder or lies below it."""
    return path == boundary or path.startswith(boundary.rstrip(os.sep) + os.sep)


def open_source(source: Source) -> FileIO:
    """Open a regular file without ever blocking or leaving its boundary.

    Raises:
        InputError: REC006 for a refused kind of file, REC001 for an error
            of the operating system.
    """
    try:
        return _opened(source)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"Cannot read the file: {reason}. Check that it exists and may be read."
        raise InputError(message, "REC001", reason=reason) from error


def _opened(source: Source) -> FileIO:
    path = source.path
    if os.path.islink(path):
        path = os.path.realpath(path, strict=True)
        if not within(path, source.boundary):
            raise refused(_LEAVING)
    # O_NONBLOCK: opening a pipe must not wait for its writer.
    descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    file = FileIO(descriptor, "rb") if _regular(descriptor) else None
    if file is None:
        kind = stat.S_IFMT(os.fstat(descriptor).st_mode)
        os.close(descriptor)
        raise refused(_KINDS.get(kind, "not a regular file"))
    return file


def _regular(descriptor: int) -> bool:
    return stat.S_ISREG(os.fstat(descriptor).st_mode)


def refused(kind: str) -> InputError:
    """Return the error for a path that is never opened."""
    message = f"Refused to read: it is {kind}. Put a copy of the text as a plain file in its place."
    return InputError(message, "REC006", kind=kind)
