"""Which files are read, in which order: sorted, each once, none unmentioned."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING
from unicodedata import category

from textassay.read.findings import InputError, input_finding
from textassay.read.source import FileType, Source, file_type, refused, within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.model import Finding
    from textassay.read.settings import ReadSettings

PLAIN = FileType("text", None)
DESCRIPTOR = "datapackage.json"
REGISTRY = "registry"
# What describes a registered corpus, beside its records, in its own folder.
ABOUT = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing"})
_TOLD = 5  # names of unread files quoted in the finding
_BREAKING = frozenset({"Cc", "Cs", "Zl", "Zp"})  # would break a line of output, or any encoder
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class _Walk:
    """What the walk over one given folder knows and has met."""

    def __init__(self, settings: ReadSettings, root: str, given: frozenset[str]) -> None:
        self.settings = settings
        self.root = root
        self.given = given
        self.boundary = ""
        self.met = False
        self.unknown: dict[str, list[str]] = {}

    def source(self, path: str, key: str | None = None) -> Source:
        kind = file_type(path) or PLAIN
        return Source(path, key or identifier(path, self.root), self.boundary, kind)


def sources(paths: Sequence[str], settings: ReadSettings) -> Iterator[Source | Finding]:
    """Yield each file to read, sorted, and a finding for each refused path.

    Args:
        paths: Files and folders; what is given twice is read once.
        settings: Patterns to include and exclude, and the root of the ids.
    """
    root = os.path.abspath(settings.root or os.curdir)
    given = frozenset(os.path.normpath(path) for path in paths)
    for path in sorted(given, key=os.fsencode):
        walk = _Walk(settings, root, given)
        yield from _folder(path, walk) if os.path.isdir(path) else _file(path, walk)


def identifier(path: str, root: str) -> str:
    """Return the id of a file: its path below the root, with slashes."""
    return os.path.relpath(path, root).replace(os.sep, "/")


def _file(path: str, walk: _Walk) -> Iterator[Source | Finding]:
    if _breaks_lines(path):
        yield _bad_name(path, walk)
        return
    folder = os.path.dirname(path) or os.curdir
    if _excluded(identifier(path, walk.root), walk.settings) or _about(path, walk.settings):
        return
    walk.boundary = os.path.realpath(folder)
    if within(walk.boundary, os.path.realpath(walk.root)):
        walk.boundary = os.path.realpath(walk.root)
    yield walk.source(path)


def _folder(path: str, walk: _Walk) -> Iterator[Source | Finding]:
    walk.boundary = os.path.realpath(path)
    pending = [_entries(path, walk)]
    while pending:  # no recursion: a hostile tree may be deeper than the stack
        for item in pending[-1]:
            if isinstance(item, str):
                pending.append(_entries(item, walk))
                break
            walk.met = True
            yield item
        else:
            pending.pop()
    yield from _unknown(path, walk)
    yield from _missing(path, walk)
    if not walk.met:
        message = (
            "The folder holds no record. Records are .txt, .md, .jsonl, .csv and .parquet files, "
            "also with .gz or .zst: check the path and the patterns of exclude and include."
        )
        yield input_finding("REC011", walk.source(path), message)


def _entries(folder: str, walk: _Walk) -> Iterator[Source | Finding | str]:
    """Yield the files of a folder, and its folders as plain paths, sorted."""
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: os.fsencode(entry.name))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"Cannot list the folder: {reason}. Check that it may be read."
        yield InputError(message, "REC001", reason=reason).finding(walk.source(folder))
        return
    # Joined by hand: os.path.relpath for each file took a third of all reading time.
    before = "" if folder == os.curdir else os.path.join(folder, "")
    prefix = identifier(folder, walk.root)
    prefix = "" if prefix == os.curdir else f"{prefix}/"
    for entry in entries:
        path = before + entry.name
        if path in walk.given:
            walk.met = True
        elif not entry.name.startswith(".") and not _about(path, walk.settings):
            yield from _entry(entry, path, prefix + entry.name, walk)


def _entry(
    entry: os.DirEntry[str], path: str, key: str, walk: _Walk
) -> Iterator[Source | Finding | str]:
    if _breaks_lines(entry.name):
        yield _bad_name(path, walk)
        return
    if _excluded(key, walk.settings):
        return
    if entry.is_dir(follow_symlinks=False):
        yield path
    elif os.path.isdir(path):  # a link to a folder: one inside is read at its own place
        if not within(os.path.realpath(path), walk.boundary):
            kind = "a symbolic link to a folder outside of the corpus"
            yield refused(kind).finding(walk.source(path, key))
    elif _wanted(key, walk.settings):
        yield walk.source(path, key)
    elif not walk.settings.include:
        walk.unknown.setdefault(os.path.splitext(path)[1].lower(), []).append(key)


def _unknown(path: str, walk: _Walk) -> Iterator[Finding]:
    for suffix, names in sorted(walk.unknown.items()):
        kind = f"of type {suffix}" if suffix else "without a type"
        count = f"{len(names):,} file{'s' if len(names) > 1 else ''} {kind}"
        rest = f" and {len(names) - _TOLD:,} more" if len(names) > _TOLD else ""
        yield input_finding(
            "REC010",
            walk.source(path),
            f"Not read: {count} ({', '.join(names[:_TOLD])}{rest}). "
            "Name them in include to read them as text, or in exclude to leave them out.",
            record=f"{identifier(path, walk.root)}/*{suffix}",
            unread=False,
            count=len(names),
            type=suffix,
        )


def _missing(folder: str, walk: _Walk) -> Iterator[Finding]:
    """Yield a finding for each registered file that is not there."""
    if walk.settings.declarations is None:
        return
    for path in walk.settings.declarations.missing(folder):
        message = (
            "The file is in the registry of its corpus but not on disk. "
            "Restore it, or take its entry out with a reason in the history."
        )
        yield input_finding("PRV003", walk.source(path), message, unread=False)


def _about(path: str, settings: ReadSettings) -> bool:
    """Tell whether a file describes a registered corpus, or is its registry."""
    if settings.declarations is None:
        return False
    folder, name = os.path.split(path)
    place = settings.declarations.place(folder or os.curdir)
    if place is None:
        return False
    if place:
        return place == REGISTRY or place.startswith(f"{REGISTRY}/")
    return name in {DESCRIPTOR, REGISTRY} or name.partition(".")[0].lower() in ABOUT


def _excluded(key: str, settings: ReadSettings) -> bool:
    return any(_matches(key, pattern) for pattern in settings.exclude)


def _wanted(key: str, settings: ReadSettings) -> bool:
    if settings.include:
        return any(_matches(key, pattern) for pattern in settings.include)
    return file_type(key) is not None


def _matches(key: str, pattern: str) -> bool:
    pattern = pattern.removeprefix("./").rstrip("/")
    if "/" in pattern:
        return fnmatchcase(key, pattern) or fnmatchcase(key, f"{pattern}/*")
    return any(fnmatchcase(part, pattern) for part in key.split("/"))


def _breaks_lines(name: str) -> bool:
    if name.isascii() and name.isprintable():
        return False
    return any(category(letter) in _BREAKING or letter in _BIDI for letter in name)


def _bad_name(path: str, walk: _Walk) -> Finding:
    shown = "".join(ascii(letter)[1:-1] if _breaks_lines(letter) else letter for letter in path)
    kind = "a file whose name holds control, direction or undecodable characters"
    error = InputError(f"Refused to read: it is {kind}. Rename it.", "REC006", kind=kind)
    return error.finding(walk.source(shown))
