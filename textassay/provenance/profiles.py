"""What a corpus promises to state of each record."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

# "archive": enough to cite; "complete": enough to check, reuse and answer for.
PROFILES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "none": (),
        "archive": ("publisher", "language", "license"),
        "complete": ("author", "publisher", "url", "published", "language", "license"),
    }
)


def unstated(metadata: Mapping[str, Any], profile: str) -> tuple[str, ...]:
    """Return the fields of a profile that nobody stated.

    A field is stated by a value, or by ``<field>_basis`` "declared" with no
    value: somebody says that there is none (a text written for the corpus
    has no URL). "unknown" is an honest answer, and leaves the field unstated.

    Raises:
        KeyError: There is no such profile.
    """
    return tuple(name for name in PROFILES[profile] if not _stated(metadata, name))


def _stated(metadata: Mapping[str, Any], name: str) -> bool:
    basis = metadata.get(f"{name}_basis")
    value = metadata.get(name)
    return basis == "declared" or (value is not None and value != "" and basis != "unknown")
