"""Reads phrase files: lexicons of patterns with named classes of words.

A line ``<name> = a|b c`` names a class; every other line is a pattern. A blank
stands for any white space, ``<name>`` for any member of the class; the rest is
the syntax of ``re``, on lower-cased text.

``a|b :: before @ behind`` is a pattern around one of the words before the
colons, the cue, which stands at the ``@``. The cues of all files are found in
one pass over the text (see cues.py); what follows a cue is tried before what
precedes it, so that patterns cost next to nothing where they do not match.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BEFORE = 64  # code points of "it had been long widely" before a cue
_CLASS = lazy(r"^<(\w+)> = (.+)$")
_USE = lazy(r"<(\w+)>(?!=)")


class Phrase(NamedTuple):
    """A pattern around a cue: what precedes it, and what follows; None: nothing need."""

    before: re.Pattern[str] | None
    behind: re.Pattern[str] | None


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return the phrase file ``lexicon/<name>`` as one compiled pattern."""
    return re.compile("|".join(line for _, line in _lines(name)))


def find(name: str, folded: str, cues: Iterable[tuple[int, str]]) -> Iterator[tuple[int, int]]:
    """Yield the span of each match of a phrase file around the cues of a text."""
    phrases = by_cue(name)
    floor = 0
    for start, cue in cues:
        if start < floor:
            continue
        for phrase in phrases[cue]:
            span = _around(phrase, folded, start, start + len(cue), floor)
            if span:
                yield span
                floor = span[1]
                break


def _around(
    phrase: Phrase, folded: str, start: int, end: int, floor: int
) -> tuple[int, int] | None:
    if phrase.behind:
        behind = phrase.behind.match(folded, end)
        if behind is None:
            return None
        end = behind.end()
    if phrase.before:
        before = phrase.before.search(folded, max(floor, start - BEFORE), start)
        if before is None:
            return None
        start = before.start()
    return start, end


@cache
def by_cue(name: str) -> dict[str, tuple[Phrase, ...]]:
    """Return the patterns of a phrase file by each of their cues, earlier lines first."""
    found: dict[str, list[Phrase]] = {}
    for cues, line in _lines(name):
        before, _, behind = line.partition("@")
        phrase = Phrase(lazy(rf"{before}\Z") if before else None, lazy(behind) if behind else None)
        for cue in cues.split("|"):
            found.setdefault(cue, []).append(phrase)
    return {cue: tuple(phrases) for cue, phrases in found.items()}


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """Yield the cues of each pattern, "" without, and the pattern."""
    classes: dict[str, str] = {}
    for line in entries(__file__, name):
        definition = _CLASS.match(line)
        if definition:
            classes[definition[1]] = f"(?:{_expand(definition[2], classes)})"
            continue
        cues, _, written = line.rpartition(" :: ")
        yield cues, _expand(written, classes)


def _expand(line: str, classes: dict[str, str]) -> str:
    spaced = line.replace(" ", r"\s+")
    return _USE.sub(lambda use: classes.get(use[1], use[0]), spaced)
