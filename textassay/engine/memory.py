"""Gives memory that was freed back to the system, which the C library does not do by itself.

What a survey sorts is large and short-lived; behind it glibc keeps the heap as
high as it ever was. ``malloc_trim`` returns the pages that nothing lies on; on
other systems there is no such function, and nothing is done.
"""

from __future__ import annotations

from typing import Final

EVERY = 2_000_000  # characters of text between two returns: 2 ms for some seconds of work


class Trimmer:
    """Counts the text that was worked on, and gives memory back now and then."""

    def __init__(self) -> None:
        """Start at nothing."""
        self._since = 0

    def worked(self, characters: int) -> None:
        """Add up what was worked on."""
        self._since += characters
        if self._since >= EVERY:
            give_back()
            self._since = 0


TRIMMER: Final = Trimmer()
"""The one of this process."""


def give_back() -> None:
    """Return the free pages of the heap to the system, where the C library can."""
    import ctypes

    try:
        trim = ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError, TypeError):  # musl, macOS, Windows
        return
    trim(0)
