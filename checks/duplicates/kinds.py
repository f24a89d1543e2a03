"""What a repeat is, and which check reports it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple

if TYPE_CHECKING:
    from textassay.checks.duplicates.resemblance import Resemblance


class Kind(StrEnum):
    """Which check reports a repeat."""

    PIECE = "piece"
    PASSAGE = "passage"
    NEAR = "near"
    TITLE = "title"
    CAPTION = "caption"


PASSAGES = frozenset({Kind.PIECE, Kind.PASSAGE, Kind.NEAR})


class Repeat(NamedTuple):
    """Two places that say the same; the later copy is the defect.

    ``resemblance`` is None where the copies are the same word for word.
    """

    kind: Kind
    first: tuple[int, int]
    later: tuple[int, int]
    words: float
    copies: int
    resemblance: Resemblance | None = None
