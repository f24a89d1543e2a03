"""The phrases of page furniture, looked up in all languages at one go.

A lexicon entry reads ``kind place strength phrase``. The place says where
the phrase must stand: ``line`` (it is the whole line), ``head`` (it begins
the line), ``tail`` (it ends the line), ``part`` (anywhere). A ``strong``
phrase decides by itself, a ``weak`` one needs company. In the phrase,
``(a|b)`` are alternatives, ``[a]`` may be left out, and ``#`` is a number
(in ``line`` entries only).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textassay.checks.boilerplate.kinds import Kind
from textassay.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_NUMBER = re.compile(r"\d[\d.,:]*")


@dataclass(frozen=True, slots=True)
class Entry:
    """One phrase of a lexicon; ``language`` is the lexicon it stands in."""

    kind: Kind
    place: str
    strength: str
    phrase: str
    language: str


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found in the text, at whole words."""

    start: int
    end: int
    entry: Entry


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a lexicon, sorted."""
    folder = Path(__file__).parent / "lexicon"
    return tuple(sorted(path.stem for path in folder.glob("??.txt")))


def entries(language: str) -> Iterator[Entry]:
    """Yield the entries of a language, alternatives written out."""
    for row in lexicon.entries(__file__, f"{language}.txt"):
        kind, place, strength, pattern = row.split(" ", 3)
        for phrase in expand(pattern):
            yield Entry(Kind(kind), place, strength, phrase, language)


def expand(pattern: str) -> Iterator[str]:
    """Yield each phrase that ``(a|b)`` and ``[a]`` stand for, groups nested or not."""
    phrases, _ = _alternatives(pattern, 0)
    for phrase in dict.fromkeys(phrases):
        yield " ".join(phrase.split())


def _alternatives(pattern: str, position: int) -> tuple[list[str], int]:
    """Return the phrases from a position to the end of its group, and that end."""
    done: list[str] = []
    open_ones = [""]
    while position < len(pattern):
        char = pattern[position]
        position += 1
        if char in "([":
            inner, position = _alternatives(pattern, position)
            if char == "[":
                inner.append("")
            open_ones = [left + right for left in open_ones for right in inner]
        elif char == "|":
            done += open_ones
            open_ones = [""]
        elif char in ")]":
            break
        else:
            open_ones = [one + char for one in open_ones]
    return done + open_ones, position


def find(document: Document) -> list[Match]:
    """Return the phrases of places head, tail and part, in order of position."""
    found, automaton = _automaton()
    folded = document.folded
    matches = [
        Match(start, end, found[index])
        for index, start, end in automaton.find_matches_as_indexes(folded, overlapping=True)
        if _at_words(folded, start, end)
    ]
    matches.sort(key=lambda match: (match.start, -match.end))
    return matches


def label(line: str, document: Document) -> Entry | None:
    """Return the entry whose phrase is the whole folded line, numbers aside.

    Where several languages have it, the document's goes first.
    """
    labels = _labels()
    key = line_label(line)
    found = labels.get(key)
    if found is None and "#" in key:
        counted = labels.get(key.strip("# "), [])
        found = [entry for entry in counted if entry.kind in COUNTED]
    if not found or len(found) == 1:
        return found[0] if found else None
    code = document.language.code
    return next((entry for entry in found if entry.language == code), found[0])


COUNTED = frozenset({Kind.COMMENTS, Kind.SHARE})  # labels that a count may follow


def line_label(line: str) -> str:
    """Return the words of a folded line, numbers as ``#``, marks left out."""
    return " ".join(_WORDS.findall(_NUMBER.sub("#", line)))


_WORDS = re.compile(r"[^\W_](?:[\w'.&@/-]*\w)?|#")


def _at_words(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


@cache
def _automaton() -> tuple[list[Entry], Any]:
    from ahocorasick_rs import AhoCorasick, Implementation

    found = [
        entry for language in languages() for entry in entries(language) if entry.place != "line"
    ]
    automaton = AhoCorasick(
        [entry.phrase for entry in found],
        implementation=Implementation.NoncontiguousNFA,
        store_patterns=False,
    )
    return found, automaton


@cache
def _labels() -> dict[str, list[Entry]]:
    labels: dict[str, list[Entry]] = {}
    for language in languages():
        for entry in entries(language):
            if entry.place == "line":
                labels.setdefault(line_label(entry.phrase), []).append(entry)
    return labels
