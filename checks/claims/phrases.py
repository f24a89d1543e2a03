"""Compiles phrase files: lexicons of patterns with named classes of words.

A line ``<name> = a|b c`` names a class; every other line is a pattern, earlier
ones first. A blank stands for any white space, ``<name>`` for any member of
the class; the rest is the syntax of ``re``, on lower-cased text. A pattern
after ``a|b ::`` is only tried where one of these words starts: they are found
in one pass, so that the patterns cost next to nothing on other text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahocorasick_rs import AhoCorasick

    from textassay.text.document import Document

_CLASS = lazy(r"^<(\w+)> = (.+)$")
_SURROGATE = lazy("[\ud800-\udfff]")
_USE = lazy(r"<(\w+)>(?!=)")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The patterns of a file, by the words they start with."""

    automaton: AhoCorasick
    patterns: dict[str, re.Pattern[str]]


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return the phrase file ``lexicon/<name>`` as one compiled pattern."""
    return re.compile("|".join(line for _, line in _lines(name)))


def find(document: Document, name: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a phrase file whose patterns all name their cues."""
    phrases = _by_cue(name)
    folded = document.folded
    end = 0
    for start, word in cue_words(folded, phrases.automaton):
        if start < end:
            continue
        match = phrases.patterns[word].match(folded, start)
        if match:
            end = match.end()
            yield match


def automaton(words: Iterable[str]) -> AhoCorasick:
    """Return what finds any of the words in one pass."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(sorted(words), matchkind=MatchKind.LeftmostLongest)


def cue_words(folded: str, words: AhoCorasick) -> Iterator[tuple[int, str]]:
    """Yield offset and form of each whole word that the automaton finds."""
    try:
        found = words.find_matches_as_indexes(folded)
    except UnicodeEncodeError:  # lone surrogates: no cue holds one
        found = words.find_matches_as_indexes(_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", folded))
    for _, start, end in found:
        if (start and folded[start - 1].isalnum()) or folded[end : end + 1].isalnum():
            continue
        yield start, folded[start:end]


@cache
def _by_cue(name: str) -> Phrases:
    found: dict[str, list[str]] = {}
    for cues, line in _lines(name):
        for cue in cues.split("|"):
            found.setdefault(cue, []).append(line)
    compiled = {cue: re.compile("|".join(lines)) for cue, lines in found.items()}
    return Phrases(automaton(compiled), compiled)


def _lines(name: str) -> Iterator[tuple[str, str]]:
    classes: dict[str, str] = {}
    for line in entries(__file__, name):
        definition = _CLASS.match(line)
        if definition:
            classes[definition[1]] = f"(?:{_expand(definition[2], classes)})"
            continue
        cues, separator, written = line.rpartition(" :: ")
        yield cues if separator else "", _expand(written, classes)


def _expand(line: str, classes: dict[str, str]) -> str:
    spaced = line.replace(" ", r"\s+")
    return _USE.sub(lambda use: classes.get(use[1], use[0]), spaced)
