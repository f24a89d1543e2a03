"""The phrases of page furniture, looked up in all languages at one go.

A lexicon entry reads ``kind place strength phrase``. The place says where
the phrase must stand: ``line`` (it is the whole line), ``head`` (it begins
the line), ``tail`` (it ends the line), ``part`` (anywhere). A ``strong``
phrase decides by itself, a ``weak`` one needs company; a ``sure`` one holds
against a full sentence, and of place ``part`` takes the sentence around it; one in
``capitals`` is sure where it is written so, else nothing. What is ``named`` or ``dated``
is strong where a name or a date follows, else weak. In the phrase,
``(a|b)`` are alternatives, ``[a]`` may be left out, and ``#`` is a number
(in ``line`` entries only). The lexicons are stored once more with all phrases
written out, by their first words (``<language>.phrases``): writing them out took
half of the time that this class of checks needs for a first text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.frozen import NamedTuple
from textassay.model import NOTHING
from textassay.text import lexicon
from textassay.text.language import UNKNOWN
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textassay.text.document import Document

_NUMBER = lazy(r"\d[\d.,:]*")
_WORD = lazy(r"[\w'&](?:[\w'&-]*[\w'&])?")
COPYRIGHT = "\N{COPYRIGHT SIGN}"
QUESTION = "\N{INVERTED QUESTION MARK}\N{INVERTED EXCLAMATION MARK} "
FALLBACK = "en"  # pages in every language carry English furniture


class Entry(NamedTuple):
    """One row of a lexicon; ``language`` is the lexicon it stands in."""

    kind: Kind
    place: str
    strength: str
    language: str


class Group(NamedTuple):
    """The phrases of a row that begin with one word; ``stored`` has them with bars between."""

    entry: Entry
    first: str
    stored: str

    def phrases(self) -> list[str]:
        """Return the phrases; most groups are never asked."""
        return self.stored.split("|")


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
def groups(language: str) -> tuple[Group, ...]:
    """Return the phrases of a language row by row; of place ``line``, their labels."""
    found = []
    for line in lexicon.entries(__file__, f"{language}.phrases"):
        row, *stored = line.split("\t")
        kind, place, strength = row.split(" ")
        entry = Entry(Kind(kind), place, strength, language)
        found += [Group(entry, *group.split("|", 1)) for group in stored]
    return tuple(found)


def first_word(phrase: str) -> str:
    """Return the first word of a phrase; the sign of copyright where it begins with none."""
    word = phrase.lstrip(QUESTION).partition(" ")[0]
    if word.isalnum():
        return word
    match = _WORD.search(word)
    return match.group() if match else COPYRIGHT


def label(line: str, chosen: tuple[str, ...]) -> tuple[str, Entry] | None:
    """Return the phrase that is the whole folded line, numbers aside, with its row.

    Where several of the chosen languages have it, the first goes first.
    """
    key = line_label(line.replace("#", " "))
    bare = key.strip("# ")
    for language in chosen:
        labels = _labels(language, key)
        if key in labels:
            return key, labels[key]
        if bare != key:
            labels = _labels(language, bare)
        if bare in labels and labels[bare].kind in COUNTED:
            return bare, labels[bare]
    return None


COUNTED = frozenset({Kind.COMMENTS, Kind.SHARE, Kind.PROMOTION})  # labels that a count may follow
_WORDS = lazy(r"[^\W_](?:[\w'.&@/-]*\w)?|#")


def line_label(line: str) -> str:
    """Return the words of a folded line, numbers as ``#``, marks left out."""
    return " ".join(_WORDS.findall(line if line.isalpha() else _NUMBER.sub("#", line)))


def at_words(text: str, start: int, end: int) -> bool:
    """Tell whether a span begins and ends at the edge of a word, if at a word at all."""
    if start and text[start - 1].isalnum() and text[start].isalnum():
        return False
    return end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum())


def _labels(language: str, line: str) -> Mapping[str, Entry]:
    """Return the labels of a language that begin with the first word of a line."""
    first = first_word(line)
    return _beginning(language, first) if first in _by_first(language) else NOTHING


@cache
def _beginning(language: str, first: str) -> dict[str, Entry]:
    labels: dict[str, Entry] = {}
    for weak in (True, False):  # the others have the last word
        for group in _by_first(language)[first]:
            if (group.entry.strength == "weak") == weak:
                labels.update(dict.fromkeys(group.phrases(), group.entry))
    return labels


@cache
def _by_first(language: str) -> dict[str, list[Group]]:
    """Return the labels of a language by their first word; most are never met."""
    found: dict[str, list[Group]] = {}
    for group in groups(language):
        if group.entry.place == "line":
            found.setdefault(group.first, []).append(group)
    return found
