"""Words that several formats share."""

from __future__ import annotations


def counted(count: int, noun: str) -> str:
    """Return the count with its noun in the right number."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
