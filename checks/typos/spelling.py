"""What is near a word: edits, their cost, and the case to write them in."""

from __future__ import annotations


def same_case(written: str, meant: str) -> str:
    """Return ``meant`` in the case of the word that was written."""
    if len(written) > 1 and written.isupper():
        return meant.upper()
    if written[:1].isupper():
        return meant[:1].upper() + meant[1:]
    return meant
