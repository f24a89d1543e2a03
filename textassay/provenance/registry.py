"""The registries of corpora: which records are declared, and by whom.

A corpus folder is registered when its ``datapackage.json`` (Data Package v2)
has a resource named "records" whose path or paths lie in ``registry/``: JSON
Lines, one entry a line. Nothing in ``registry/`` is ever read as a record.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textassay.frozen import NamedTuple
from textassay.provenance.entries import Entry, EntryError, entry, safe_path
from textassay.read.settings import Declared
from textassay.read.source import within
from textassay.read.walk import DESCRIPTOR, REGISTRY, identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

RESOURCE = "records"
MAX_BYTES = 1 << 30  # of one registry file: three million entries and more


class RegistryError(ValueError):
    """A registry is malformed: what, where, and what to do."""


class Registries:
    """The registries of all corpora that are read, each loaded when first met."""

    def __init__(self) -> None:
        """Start with no folder looked at."""
        self._places: dict[str, _Place | None] = {}
        self._loaded: dict[str, dict[tuple[str, str | None], Entry]] = {}

    def place(self, folder: str) -> str | None:
        """Return a folder's path in its corpus ("" for the root), None without registry.

        Its corpus is the nearest folder at or above it that has a registry. The
        search ends at the root of a repository, like that of git.
        """
        place = self._place(folder)
        return place.inside.rstrip("/") if place else None

    def declared(self, path: str, row: str | None = None) -> Declared | None:
        """Return what is declared of a file or row, None without a registry.

        Raises:
            RegistryError: The registry of that corpus is malformed.
        """
        folder, name = os.path.split(path)
        place = self._place(folder or os.curdir)
        if place is None:
            return None
        entries = self._entries(place.root)
        key = place.inside + name
        found = entries.get((key, row))
        whole = row is not None and found is None
        if whole:
            found = entries.get((key, None))
        if found is None:
            return Declared(registered=False)
        return Declared(registered=True, metadata=found.claims, sha256=found.sha256, whole=whole)

    def missing(self, folder: str) -> Iterator[str]:
        """Yield the paths of registered files of corpora in a folder that do not exist.

        Only corpora that lie wholly in the folder, and were met in its walk.

        Raises:
            RegistryError: The registry of such a corpus is malformed.
        """
        around = os.path.abspath(folder)
        roots = {place.root for place in self._places.values() if place}
        for root in sorted(root for root in roots if within(root, around)):
            inside = os.path.relpath(root, around)
            for name in sorted({path for path, _ in self._entries(root)}):
                if not os.path.lexists(os.path.join(root, *name.split("/"))):
                    yield os.path.normpath(os.path.join(folder, inside, *name.split("/")))

    def _entries(self, root: str) -> dict[tuple[str, str | None], Entry]:
        if root not in self._loaded:
            self._loaded[root] = load(root)
        return self._loaded[root]

    def _place(self, folder: str) -> _Place | None:
        if folder not in self._places:
            here = os.path.abspath(folder)
            root = _corpus_root(here)
            inside = identifier(here, root) if root else ""
            self._places[folder] = (
                _Place(root, "" if inside == os.curdir else f"{inside}/") if root else None
            )
        return self._places[folder]


class _Place(NamedTuple):
    """The corpus of a folder, and what stands before its files' names there."""

    root: str
    inside: str


def _corpus_root(folder: str) -> str | None:
    while not _resources(folder):
        parent = os.path.dirname(folder)
        if parent == folder or os.path.lexists(os.path.join(folder, ".git")):
            return None
        folder = parent
    return folder


def load(root: str) -> dict[tuple[str, str | None], Entry]:
    """Return the entries of a registered corpus by path and row.

    Raises:
        RegistryError: A file is missing, unreadable, or holds a bad entry.
    """
    entries: dict[tuple[str, str | None], Entry] = {}
    for name in _resources(root):
        for number, line in enumerate(_lines(root, name), 1):
            if not line.strip():
                continue
            place = f"{os.path.join(root, *name.split('/'))}:{number}"
            try:
                found = entry(_object(line))
            except EntryError as error:
                message = f"{place}: {error}"
                raise RegistryError(message) from error
            if entries.setdefault((found.path, found.row), found) is not found:
                message = f"{place}: {found.path!r} is registered twice: keep one of the entries"
                raise RegistryError(message)
    return entries


def _resources(root: str) -> tuple[str, ...]:
    """Return the registry files that the descriptor of a folder names."""
    path = os.path.join(root, DESCRIPTOR)
    if not os.path.isfile(path):
        return ()
    try:
        package = _object(_bytes(path))
    except EntryError as error:
        message = f"{path}: {error}"
        raise RegistryError(message) from error
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list):
        message = f"{path}: has no list of resources: write a Data Package, or remove the file"
        raise RegistryError(message)
    return tuple(_registry_files(path, resources))


def _registry_files(path: str, resources: list[Any]) -> Iterator[str]:
    for resource in resources:
        if not isinstance(resource, dict) or resource.get("name") != RESOURCE:
            continue
        named = resource.get("path")
        for name in named if isinstance(named, list) else [named]:
            if not isinstance(name, str) or not name.startswith(f"{REGISTRY}/"):
                return  # somebody else's resource that happens to be called so
            if not safe_path(name):
                message = f"{path}: {name!r} is not a plain path below {REGISTRY}/"
                raise RegistryError(message)
            yield name


def _lines(root: str, name: str) -> list[bytes]:
    path = os.path.join(root, *name.split("/"))
    if not os.path.realpath(path).startswith(os.path.realpath(root) + os.sep):
        message = f"{path}: leads out of the corpus folder: put the file itself in its place"
        raise RegistryError(message)
    return _bytes(path).split(b"\n")


def _bytes(path: str) -> bytes:
    try:
        if not os.path.isfile(path):
            message = f"{path}: is missing or not a plain file: restore it"
            raise RegistryError(message)
        with open(path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{path}: cannot be read: {error.strerror}"
        raise RegistryError(message) from error
    if len(data) > MAX_BYTES:
        message = f"{path}: is larger than {MAX_BYTES:,} bytes: split it"
        raise RegistryError(message)
    return data


def _object(data: bytes) -> object:
    import json

    try:
        return json.loads(data.decode(), object_pairs_hook=_unique)
    except UnicodeDecodeError as error:
        message = f"is not UTF-8 at byte {error.start}: save it as UTF-8"
        raise EntryError(message) from error
    except json.JSONDecodeError as error:
        message = f"is not JSON: {error.msg} (column {error.colno})"
        raise EntryError(message) from error
    except RecursionError as error:
        message = "is nested too deeply: an entry is a flat object"
        raise EntryError(message) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        message = f"the key {twice!r} occurs twice: keep one"
        raise EntryError(message)
    return found
