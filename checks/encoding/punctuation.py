"""Where marks stand oddly: one scan that the checks of spacing share."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from textassay.checks.encoding.alphabet import alphabet

_OPENING = frozenset("([\u00bf\u00a1")

# A pattern that is one class first is searched twice as fast as an alternation: the
# looks around are tried at marks only, and opening marks have a pattern of their own.


@cache
def _closing() -> re.Pattern[str]:
    return re.compile(
        "[,.;:!?)\\]\u201d\u00bb](?:(?<=[^\\S\\n].)|(?=[,.;:!?]|[^\\W\\d_\u00aa\u00ba]))"
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile("[(\\[\u00bf\u00a1](?=[^\\S\\n])")


@lru_cache(maxsize=4)
def odd_marks(text: str) -> tuple[int, ...]:
    """Return the offsets of closing marks after a blank, or right before a letter or mark."""
    return tuple([match.start() for match in _closing().finditer(text)])


def opening_marks_before_blanks(text: str) -> list[int]:
    """Return the offsets of opening brackets and inverted marks that a blank follows."""
    marks = alphabet(text) & _OPENING
    if not any(f"{mark} " in text for mark in marks):
        return []
    return [match.start() for match in _opening().finditer(text)]
