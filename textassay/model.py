"""What flows through textassay: records, spans, edits and findings.

Every offset counts Unicode code points of the decoded raw text, half-open:
``[start, end)``. This module imports nothing outside the standard library.
"""

from __future__ import annotations

import copyreg
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from textassay.frozen import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING: Mapping[str, Any] = MappingProxyType({})


def _read_only(content: dict[str, Any]) -> MappingProxyType[str, Any]:
    return MappingProxyType(content)


# Records and findings go to worker processes and back: so must their mappings.
copyreg.pickle(MappingProxyType, lambda proxy: (_read_only, (dict(proxy),)))


class Severity(StrEnum):
    """How sure the finding is to need a repair before downstream use."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """Order of gravity: 0 is gravest."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


@frozen
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        """Set both ends; spans are made by the thousand."""
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two ranges share a code point."""
        return self.start < other.end and other.start < self.end


_set_start = vars(Span)["start"].__set__  # half the time of ``object.__setattr__``
_set_end = vars(Span)["end"].__set__


@frozen
class Edit:
    """Replace ``text[start:end]`` by ``replacement``.

    ``safe`` promises that the edit restores what was certainly meant and
    loses nothing; every other edit is a proposal for a person.
    """

    start: int
    end: int
    replacement: str
    safe: bool = False


@frozen
class Related:
    """Another span that explains a finding, in any record."""

    record: str
    path: str
    start: int
    end: int
    text: str


@frozen
class Decoding:
    """How bytes became text.

    ``confidence`` is 1.0 for a proven decoding (strict UTF-8, a byte order
    mark), otherwise what the detector measured, in [0, 1].
    """

    encoding: str = "utf-8"
    bom: bool = False
    confidence: float = 1.0
    evidence: str = "strict UTF-8"


@frozen
class Record:
    """One text of the corpus with the evidence of where it came from.

    ``sha256`` is the hexadecimal digest of the raw bytes, ``size`` their
    number. ``metadata`` holds only what somebody declared (registry entry,
    extra columns); ``registered`` is None where the corpus has no registry.
    """

    id: str
    path: str
    text: str
    sha256: str = ""
    size: int = 0
    decoding: Decoding = Decoding()
    language: str | None = None
    metadata: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    registered: bool | None = None


@frozen
class Finding:
    """One defect, exactly where it is, why, and what to do about it.

    Field for field the public findings format, one JSON object a line.
    ``line`` and ``column`` count from 1 in code points; ``id`` does not move
    when the record is edited elsewhere.
    """

    id: str
    code: str
    check: str
    category: str
    record: str
    path: str
    start: int
    end: int
    line: int
    column: int
    severity: Severity
    message: str
    text: str
    suggestion: str | None = None
    evidence: Mapping[str, Any] = field(default_factory=lambda: NOTHING)
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    state: str = "new"


CATEGORIES = MappingProxyType(
    {
        "REC": "record",
        "ENC": "encoding",
        "TYP": "typo",
        "DUP": "duplicate",
        "BPL": "boilerplate",
        "CLM": "claim",
        "PRV": "provenance",
    }
)
