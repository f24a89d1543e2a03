"""The phrases of page furniture, looked up in all languages at one go.

A lexicon entry reads ``kind place strength phrase``. The place says where
the phrase must stand: ``line`` (it is the whole line), ``head`` (it begins
the line), ``tail`` (it ends the line), ``part`` (anywhere). A ``strong``
phrase decides by itself, a ``weak`` one needs company. In the phrase,
``(a|b)`` are alternatives, ``[a]`` may be left out, and ``#`` is a number
(in ``line`` entries only).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textassay.checks.boilerplate.kinds import Kind
from textassay.text import lexicon
from textassay.text.language import UNKNOWN
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_NUMBER = lazy(r"\d[\d.,:]*")
_PIECES = lazy(r"[^()\[\]|]+|[()\[\]|]")
FALLBACK = "en"  # pages in every language carry English furniture


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a lexicon; ``language`` is the lexicon it stands in."""

    kind: Kind
    place: str
    strength: str
    language: str


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in the text, at whole words."""

    start: int
    end: int
    phrase: str
    entry: Entry


@cache
def languages() -> tuple[str, ...]:
    """Return the languages that have a lexicon, sorted."""
    folder = Path(__file__).parent / "lexicon"
    return tuple(sorted(path.stem for path in folder.glob("??.txt")))


def in_play(document: Document) -> tuple[str, ...]:
    """Return the lexicons for a document: its own and English.

    All of them where the language is unknown.
    """
    code = document.language.code
    if code in languages():
        return (code,) if code == FALLBACK else (code, FALLBACK)
    return languages() if code == UNKNOWN else (FALLBACK,)


@cache
def entries(language: str) -> tuple[tuple[str, Entry], ...]:
    """Return the phrases of a language with their rows, alternatives written out."""
    found = []
    for row in lexicon.entries(__file__, f"{language}.txt"):
        kind, place, strength, pattern = row.split(" ", 3)
        entry = Entry(Kind(kind), place, strength, language)
        found += [(phrase, entry) for phrase in expand(pattern)]
    return tuple(found)


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


def find(document: Document) -> list[Match]:
    """Return the phrases of places head, tail and part, in order of position."""
    found, automaton = _automaton(in_play(document))
    folded = document.folded
    matches = [
        Match(start, end, folded[start:end], found[index])
        for index, start, end in automaton.find_matches_as_indexes(folded, overlapping=True)
        if _at_words(folded, start, end)
    ]
    matches.sort(key=lambda match: (match.start, -match.end))
    return matches


def label(line: str, document: Document) -> tuple[str, Entry] | None:
    """Return the phrase that is the whole folded line, numbers aside, with its row.

    Where several languages have it, the document's goes first.
    """
    key = line_label(line.replace("#", " "))
    bare = key.strip("# ")
    for language in in_play(document):
        labels = _labels(language)
        if key in labels:
            return key, labels[key]
        if bare in labels and labels[bare].kind in COUNTED:
            return bare, labels[bare]
    return None


COUNTED = frozenset({Kind.COMMENTS, Kind.SHARE, Kind.PROMOTION})  # labels that a count may follow
_WORDS = lazy(r"[^\W_](?:[\w'.&@/-]*\w)?|#")


def line_label(line: str) -> str:
    """Return the words of a folded line, numbers as ``#``, marks left out."""
    return " ".join(_WORDS.findall(_NUMBER.sub("#", line)))


def _at_words(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() and text[start].isalnum()) and not (
        after.isalnum() and text[end - 1].isalnum()
    )


@cache
def _automaton(chosen: tuple[str, ...]) -> tuple[list[Entry], Any]:
    from ahocorasick_rs import AhoCorasick

    pairs = [pair for language in chosen for pair in entries(language) if pair[1].place != "line"]
    automaton = AhoCorasick([phrase for phrase, _ in pairs], store_patterns=False)
    return [entry for _, entry in pairs], automaton


@cache
def _labels(language: str) -> dict[str, Entry]:
    weak_first = sorted(entries(language), key=lambda pair: pair[1].strength != "weak")
    return {line_label(phrase): entry for phrase, entry in weak_first if entry.place == "line"}
