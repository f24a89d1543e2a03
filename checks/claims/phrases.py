"""Compiles phrase files: lexicons of patterns with named classes of words.

A line ``<name> = a|b c`` names a class; every other line is a pattern, earlier
ones first. A blank stands for any white space, ``<name>`` for any member of
the class; the rest is the syntax of ``re``, on lower-cased text. A pattern
after ``a|b ::`` is only tried where one of these words starts: they are found
in one pass, so that the patterns cost next to nothing on other text. After
``a|b <:`` one of the words stands inside of the pattern: for patterns that
start with a word too common to be looked for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ahocorasick_rs import AhoCorasick

    from textassay.text.document import Document

BEFORE = 64  # code points of "it had been long widely" before the word that is looked for
BEHIND = 120  # code points from that word to the end of the pattern and what must not follow
_CLASS = lazy(r"^<(\w+)> = (.+)$")
_SURROGATE = lazy("[\ud800-\udfff]")
_USE = lazy(r"<(\w+)>(?!=)")


class Phrases(NamedTuple):
    """The patterns of a file, by the words they start with."""

    automaton: AhoCorasick
    starting: dict[str, re.Pattern[str]]
    holding: dict[str, re.Pattern[str]]


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
        match = _around(phrases.holding.get(word), folded, end, start)
        if match is None and word in phrases.starting:
            match = phrases.starting[word].match(folded, start)
        if match:
            end = match.end()
            yield match


def _around(
    pattern: re.Pattern[str] | None, folded: str, floor: int, start: int
) -> re.Match[str] | None:
    """Return the match that holds the word at ``start``, if there is one."""
    if pattern is None:
        return None
    found = pattern.finditer(folded, max(floor, start - BEFORE), start + BEHIND)
    return next((match for match in found if match.start() <= start < match.end()), None)


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
    starting: dict[str, list[str]] = {}
    holding: dict[str, list[str]] = {}
    for cues, line in _lines(name):
        found = holding if cues.endswith("<") else starting
        for cue in cues.removesuffix("<").split("|"):
            found.setdefault(cue, []).append(line)
    return Phrases(automaton({**starting, **holding}), _compiled(starting), _compiled(holding))


def _compiled(lines: dict[str, list[str]]) -> dict[str, re.Pattern[str]]:
    return {cue: lazy("|".join(found)) for cue, found in lines.items()}


def _lines(name: str) -> Iterator[tuple[str, str]]:
    classes: dict[str, str] = {}
    for line in entries(__file__, name):
        definition = _CLASS.match(line)
        if definition:
            classes[definition[1]] = f"(?:{_expand(definition[2], classes)})"
            continue
        cues, inside, held = line.partition(" <: ")
        if inside:
            yield f"{cues}<", _expand(held, classes)
            continue
        cues, separator, written = line.rpartition(" :: ")
        yield cues if separator else "", _expand(written, classes)


def _expand(line: str, classes: dict[str, str]) -> str:
    spaced = line.replace(" ", r"\s+")
    return _USE.sub(lambda use: classes.get(use[1], use[0]), spaced)
