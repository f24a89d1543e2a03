"""Where marks stand oddly: one scan that the checks of spacing share."""

from __future__ import annotations

import re
from functools import cache, lru_cache


@cache
def _odd() -> re.Pattern[str]:
    # It begins with the class of marks, which the engine searches fast: the looks
    # around are tried at marks only.
    return re.compile(
        r"[,.;:!?)\]\u201d\u00bb](?:(?<=[^\S\n].)|(?=[,.;:!?]|[^\W\d_\u00aa\u00ba]))|[(\[\u00bf\u00a1](?=[^\S\n])"
    )


@lru_cache(maxsize=4)
def odd_marks(text: str) -> tuple[int, ...]:
    """Return the offsets of marks after a blank, or right before a letter or mark.

    Opening brackets and inverted marks are there when a blank follows them.
    """
    return tuple(match.start() for match in _odd().finditer(text))
