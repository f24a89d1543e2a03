"""SHA-256 and BLAKE2, without OpenSSL for what is short.

``hashlib`` loads OpenSSL, which takes longer than checking a paragraph; the
interpreter's own SHA-256 gives the same digest at a sixth of the speed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import hashlib

try:
    from _blake2 import blake2b
except ImportError:  # an interpreter built without it
    from hashlib import blake2b

__all__ = ["blake2b", "sha256"]

SHORT = 100_000  # bytes of a whole run that are digested without OpenSSL: 0.3 ms
_digested = 0


def sha256(data: bytes) -> str:
    """Return the SHA-256 of bytes in hexadecimal digits."""
    global _digested  # noqa: PLW0603 - which implementation to use, never what it gives
    if _digested < SHORT:
        _digested += len(data)
        if _digested < SHORT:
            return _own(data)
    import hashlib

    return hashlib.sha256(data).hexdigest()


def _own(data: bytes) -> str:
    try:
        from _sha256 import sha256 as own  # type: ignore[import-not-found, unused-ignore]
    except ImportError:  # its name since Python 3.12
        from hashlib import sha256 as own
    digest: str = own(data).hexdigest()
    return digest


def started() -> hashlib._Hash:
    """Return a SHA-256 that bytes are added to, for streams."""
    import hashlib

    return hashlib.sha256()
