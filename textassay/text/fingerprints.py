"""Fingerprints of lines: the same 64-bit key on every machine."""

from __future__ import annotations

from textassay.digests import blake2b


def fingerprint(text: str) -> int:
    """Return a signed 64-bit key of a text, the same on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def line_key(text: str) -> int:
    """Return the fingerprint of a line, case and white space folded."""
    return fingerprint(" ".join(text.casefold().split()))
