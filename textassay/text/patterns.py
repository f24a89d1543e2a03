"""Regular expressions that are compiled when they are first used, and literals.

A short file needs few of the hundreds of patterns that the checks hold;
compiling all of them took a third of the time of checking it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class _Lazy:
    """Stands for a pattern; the first use of a method compiles it."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a pattern has
        compiled = re.compile(self._source, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            self.__dict__[method] = getattr(compiled, method)
        self.__dict__["pattern"] = compiled.pattern
        return getattr(compiled, name)


def places(text: str, literal: str) -> Iterator[int]:
    """Yield the offsets of a literal, in order; ten times as fast as a pattern."""
    place = text.find(literal)
    while place >= 0:
        yield place
        place = text.find(literal, place + 1)


def matches_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` does, for one that matches nothing but at these offsets.

    Nine tenths of looking for a class of characters, as digits, is going through the others.
    """
    match, done = pattern.match, 0
    for start in starts:
        found = match(text, start) if start >= done else None
        if found is not None:
            done = found.end()
            yield found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when it is first used.

    Args:
        source: The regular expression.
        flags: As for ``re.compile``.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
