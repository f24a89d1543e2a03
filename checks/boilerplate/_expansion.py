"""Writes out the alternatives and options of a lexicon row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate.phrases import first_word, line_label
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PIECES = lazy(r"[^()\[\]|]+|[()\[\]|]")


def stored(row: str) -> str:
    """Return a row of a lexicon as ``tools/expand_phrases.py`` stores it, written out.

    Its phrases stand in groups, each after the word that they begin with.
    """
    kind, place, strength, pattern = row.split(" ", 3)
    written: Iterable[str] = expand(pattern)
    if place == "line":
        written = dict.fromkeys(map(line_label, written))
    groups: dict[str, list[str]] = {}
    for phrase in written:
        groups.setdefault(first_word(phrase), []).append(phrase)
    stored = ["|".join([first, *phrases]) for first, phrases in groups.items()]
    return "\t".join([f"{kind} {place} {strength}", *stored])


def expand(pattern: str) -> Iterator[str]:
    """Yield each phrase that ``(a|b)`` and ``[a]`` stand for, groups nested or not."""
    phrases, _ = _alternatives(_PIECES.findall(pattern), 0)
    if "[" in pattern:  # an option left out leaves its blanks behind
        phrases = [" ".join(phrase.split()) for phrase in phrases]
    yield from dict.fromkeys(phrases)


def _alternatives(pieces: list[str], position: int) -> tuple[list[str], int]:
    """Return the phrases from a position to the end of its group, and that end."""
    done: list[str] = []
    running = [""]
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        if piece in {"(", "["}:
            inner, position = _alternatives(pieces, position)
            if piece == "[":
                inner.append("")
            running = [left + right for left in running for right in inner]
        elif piece == "|":
            done += running
            running = [""]
        elif piece in {")", "]"}:
            break
        else:
            running = [left + piece for left in running]
    return done + running, position
