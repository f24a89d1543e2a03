"""Rows of tables become records: one place for ids, limits and metadata."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textassay.digests import sha256
from textassay.model import Record
from textassay.read.decoding import STRICT
from textassay.read.findings import InputError, input_finding
from textassay.read.stream import oversized

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textassay.model import Decoding, Finding
    from textassay.read.settings import Declared, ReadSettings
    from textassay.read.source import Source

MAX_FINDINGS = 100  # of one file: a million broken rows have one cause
COLUMNLESS = "REC009"  # told once a file, for the same reason
LANGUAGE_KEYS = ("language", "lang")


class Rows:
    """Makes the records of one table file, and the findings about its rows.

    Remembers a hash of each id, 60 bytes a row: the only thing that grows.
    """

    def __init__(self, source: Source, settings: ReadSettings) -> None:
        """Start with no row seen."""
        self.source = source
        self.settings = settings
        self._any = False
        self._ids: set[int] = set()
        self._findings = 0
        self._more = 0
        self._columnless = False

    def record(
        self,
        number: int,
        columns: dict[str, Any],
        *,
        raw: bytes | None = None,
        decoding: Decoding = STRICT,
    ) -> Record:
        """Return the record of a row; ``columns`` is used up.

        Args:
            number: Row or line, counted from 1; the id of a row without one.
            columns: All columns by name.
            raw: The bytes to hash (None: the text in UTF-8).
            decoding: How the file was decoded.

        Raises:
            InputError: The row cannot be a record.
        """
        settings = self.settings
        self._any = True
        text = columns.pop(settings.text_column, None)
        identity = self._identity(number, columns.pop(settings.id_column, None))
        if not isinstance(text, str):
            raise _no_text(text, settings.text_column)
        if raw is None:
            raw = text.encode()
        if len(raw) > settings.max_record_bytes:
            raise oversized(settings.max_record_bytes)
        if not text or text.isspace():
            raise empty()
        name = f"{self.source.id}#{identity}"
        declared = self.declared(identity)
        metadata, language, registered = joined(columns, declared)
        return Record(
            id=name,
            path=self.source.path,
            text=text,
            sha256=sha256(raw),
            size=len(raw),
            decoding=decoding,
            language=language,
            metadata=metadata,
            registered=registered,
        )

    def declared(self, row: str | None = None) -> Declared | None:
        """Return what the registry says of a row, or of the whole file."""
        declarations = self.settings.declarations
        return declarations.declared(self.source.path, row) if declarations else None

    def troubles(self, number: int, error: InputError, line: int = 1) -> Iterator[Finding]:
        """Yield the finding about a row, unless the file had too many, or a row like it before."""
        self._any = True
        again = error.code == COLUMNLESS and self._columnless
        if again or self._findings == MAX_FINDINGS:
            self._more += 1
            return
        self._columnless |= error.code == COLUMNLESS
        self._findings += 1
        yield error.finding(self.source, f"{self.source.id}#{number}", line)

    def end(self) -> Iterator[Finding]:
        """Yield what can be said only after the last row."""
        if more := self._more:
            message = f"{more:,} more rows of this file are not records. Mend those listed first."
            yield input_finding("REC007", self.source, message, more=more)
        if not self._any:
            yield empty("file holds no row").finding(self.source)

    def _identity(self, number: int, given: object) -> str:
        if given is None or given == "":
            identity = str(number)
        elif isinstance(given, (str, int, float)):
            identity = str(given)
        else:
            column = self.settings.id_column
            message = f"The id of the row is no text or number but a {type(given).__name__}."
            message = f"{message} Mend the column {column!r}."
            raise InputError(message, "REC007", column=column)
        if not identity.isprintable():
            identity = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in identity)
        key = hash(identity)
        if key in self._ids:
            message = (
                f"The id {identity[:80]!r} occurs twice in the file. "
                "Give each row an id of its own; the later row was not read."
            )
            raise InputError(message, "REC008", id=identity[:80])
        self._ids.add(key)
        return identity


def joined(
    columns: Mapping[str, Any], declared: Declared | None
) -> tuple[Mapping[str, Any], str | None, bool | None]:
    """Return metadata, language and registration; the registry's word goes first."""
    metadata = columns
    registered = None
    if declared is not None:
        registered = declared.registered
        metadata = {**columns, **declared.metadata}
        if declared.sha256 and not declared.whole:
            metadata["registered_sha256"] = declared.sha256
    language = next((metadata[key] for key in LANGUAGE_KEYS if metadata.get(key)), None)
    return metadata, _primary(language), registered


def missing_column(column: str, found: list[str]) -> InputError:
    """Return the error for a file or row without the text column."""
    names = ", ".join(found[:12]) or "none"
    message = (
        f"There is no column {column!r}: found {names}. "
        "Name the column that holds the text with text-column."
    )
    return InputError(message, COLUMNLESS, column=column, found=found[:12])


def empty(what: str = "record holds no text") -> InputError:
    """Return the error for a record without a letter."""
    return InputError(f"The {what}. Remove it, or restore its text.", "REC003")


def _no_text(value: object, column: str) -> InputError:
    if value is None:
        return empty()
    message = f"The column {column!r} holds no text but a {type(value).__name__}. Mend the row."
    return InputError(message, "REC007", column=column)


def _primary(language: object) -> str | None:
    """Return the ISO 639 part of a declared language tag ("es-MX" -> "es")."""
    if not isinstance(language, str):
        return None
    primary = language.replace("_", "-").partition("-")[0].strip().lower()
    return primary if primary.isascii() and primary.isalpha() and len(primary) in {2, 3} else None
