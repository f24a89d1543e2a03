"""A progress line on a terminal, once work lasts over a second."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from textassay.engine.local import Progress

PATIENCE = 1.0  # seconds before a line appears
EVERY = 0.1  # seconds between two states of it
WIDTH = 24  # columns of the bar


class ProgressLine:
    """Draws how far the work is on standard error, and wipes it at the end."""

    def __init__(self, *, enabled: bool = True) -> None:
        """Draw only on a terminal."""
        self._enabled = enabled and sys.stderr.isatty()
        self._next = time.monotonic() + PATIENCE
        self._drawn = False

    def __enter__(self) -> Self:
        """Return the line itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Wipe the line."""
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()

    def __call__(self, progress: Progress) -> None:
        """Draw a state of the work, if it is time to."""
        if not self._enabled or time.monotonic() < self._next:
            return
        self._next = time.monotonic() + EVERY
        self._drawn = True
        sys.stderr.write(f"\r\x1b[K{progress.step} {_amount(progress)}")
        sys.stderr.flush()


def _amount(progress: Progress) -> str:
    done = progress.done / 1e6
    if not progress.total:
        return f"{done:.1f} million characters"
    share = min(progress.done / progress.total, 1.0)
    full = int(share * WIDTH)
    bar = "█" * full + "░" * (WIDTH - full)
    return f"{bar} {share:4.0%} of {progress.total / 1e6:.1f} million characters"
