"""One entry of a registry: what somebody declares about one record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import is_normalized

from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

BASES = frozenset({"declared", "extracted", "inferred", "unknown"})
_DIGEST = lazy(r"[0-9a-f]{64}")
_DATE = lazy(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?"
)
_UNSAFE = lazy(r"[\x00-\x1f\x7f\\]")
MAX_PATH = 1024  # code points; longer paths are refused by common file systems anyway
_DATES = ("published", "retrieved")


class EntryError(ValueError):
    """What is wrong with one entry, without saying where it stands."""


class Entry(NamedTuple):
    """A file, or one row of a table file, as it was registered.

    ``claims`` holds every other field as declared: author, publisher, url,
    published, retrieved, language, license, and ``<field>_basis`` for each.
    """

    path: str
    row: str | None
    sha256: str
    claims: Mapping[str, Any]


def entry(value: object) -> Entry:
    """Return the entry that a JSON value stands for.

    Raises:
        EntryError: The value is no entry; the message says what to do.
    """
    if not isinstance(value, dict):
        message = f"an entry is a JSON object, not a {type(value).__name__}"
        raise EntryError(message)
    claims = dict(value)
    path = claims.pop("path", None)
    row = claims.pop("row", None)
    digest = claims.pop("sha256", None)
    if not isinstance(path, str) or not safe_path(path):
        message = (
            f"path {path!r} is not a plain relative path with slashes, without '.', '..', "
            "backslashes or control characters: write it relative to datapackage.json"
        )
        raise EntryError(message)
    if row is not None and not isinstance(row, str):
        message = f"row {row!r} is not a string: write the id of the row as one"
        raise EntryError(message)
    if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
        message = f"sha256 {digest!r} is not 64 lower-case hexadecimal digits: take it of the file"
        raise EntryError(message)
    _validate(claims)
    return Entry(path, row, digest, claims)


def safe_path(path: str) -> bool:
    """Tell whether a path stays below its root on any file system."""
    parts = path.split("/")
    return (
        0 < len(path) <= MAX_PATH
        and is_normalized("NFC", path)
        and not _UNSAFE.search(path)
        and not any(part in {"", ".", ".."} for part in parts)
        and not any("\ud800" <= letter <= "\udfff" for letter in path)
        and ":" not in parts[0]
    )


def _validate(claims: dict[str, Any]) -> None:
    for name, value in claims.items():
        if name.endswith("_basis") and value not in BASES:
            message = f"{name} {value!r} is none of {', '.join(sorted(BASES))}"
            raise EntryError(message)
    for name in _DATES:
        value = claims.get(name)
        if value is not None and not (isinstance(value, str) and _DATE.fullmatch(value)):
            message = f"{name} {value!r} is not an ISO 8601 date: write it as 2024-05-31"
            raise EntryError(message)
    language = claims.get("language")
    if language is not None and not isinstance(language, str):
        message = f"language {language!r} is not a language tag: write it as 'es' or 'es-MX'"
        raise EntryError(message)
