"""Closed patterns of wrong words: a table, one line a pattern.

``lexicon/patterns.txt`` has ``CODE | language | trigger | pattern | replacement
| reason``. The pattern runs over the folded text (lower case, plain blanks and
apostrophes), only around its trigger. The finding is group ``x``; a group
``small`` must be a small dictionary word. Text inside quotations is speech and
is left alone.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from textassay.checks.typos.spelling import same_case
from textassay.checks.typos.vocabulary import vocabulary
from textassay.contract import Edit, Hit
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ahocorasick_rs import AhoCorasick

    from textassay.text.document import Document


REACH = 60  # code points around the trigger that a pattern may cover


class Pattern(NamedTuple):
    """A wrong sequence of words and what it should be."""

    trigger: str
    source: str
    replacement: str
    reason: str


@cache
def patterns(code: str, language: str) -> tuple[Pattern, ...]:
    """Return the patterns of a check for a language."""
    return tuple(pattern for owner, pattern in _rows(language) if owner == code)


@cache
def _rows(language: str) -> tuple[tuple[str, Pattern], ...]:
    rows = (entry.split(" | ") for entry in entries(__file__, "patterns.txt"))
    return tuple(
        (owner, Pattern(trigger, source, replacement, reason))
        for owner, where, trigger, source, replacement, reason in rows
        if where == language
    )


@cache
def _scanner(language: str) -> tuple[AhoCorasick, list[str]]:
    """Return what finds all triggers of a language in one pass."""
    from ahocorasick_rs import AhoCorasick

    triggers = sorted({pattern.trigger for _, pattern in _rows(language)})
    return AhoCorasick(triggers), triggers


@lru_cache(maxsize=2)  # the checks of the class ask one after the other
def _places(document: Document) -> dict[str, list[int]]:
    """Return where the triggers of the document's language occur."""
    language = document.language.code
    if not _rows(language):
        return {}
    scanner, triggers = _scanner(language)
    places: dict[str, list[int]] = {}
    for index, start, _ in scanner.find_matches_as_indexes(document.folded, overlapping=True):
        places.setdefault(triggers[index], []).append(start)
    return places


def matches(document: Document, code: str, message: str, *, quoted: bool = False) -> Iterator[Hit]:
    """Yield a hit for each pattern of the check that the document matches.

    Args:
        document: The document.
        code: The code of the check.
        message: The first words of the message, before the colon.
        quoted: Whether to judge quotations, too: for what only the typing gets wrong.
    """
    folded, text = document.folded, document.text
    places = _places(document)
    met = [rule for rule in patterns(code, document.language.code) if rule.trigger in places]
    for rule in met:
        for match in _near(rule, folded, places[rule.trigger]):
            start, end = match.span("x")
            if _names(text[start:end]) or (not quoted and document.quotation_at(start) is not None):
                continue
            if "small" in match.groupdict() and not _plain(document, match):
                continue
            if document.sentence_language_at(start) != document.language.code:
                continue
            meant = same_case(text[start:end], match.expand(rule.replacement))
            yield Hit(
                start,
                end,
                f"{message}: {text[start:end]} should be {meant}.",
                evidence={"rule": rule.reason, "pattern": rule.source},
                suggestion=meant,
                edits=(Edit(start, end, meant),),
            )


@cache
def _compiled(source: str) -> re.Pattern[str]:
    """Compile a pattern when its trigger is first met: most never are."""
    return re.compile(source)


def _near(rule: Pattern, folded: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern around its triggers."""
    done = 0
    for place in places:
        stop = place + len(rule.trigger) + REACH
        for match in _compiled(rule.source).finditer(folded, max(done, place - REACH), stop):
            done = match.end()
            yield match


def _plain(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the words of a match are small dictionary words: no name, no command."""
    words = vocabulary(document.language.code)
    following = document.text[slice(*match.span("small"))]
    small = document.text[slice(*match.span("x"))].islower() and following.islower()
    return small and words is not None and words.valid(following)


def _names(written: str) -> bool:
    """Tell whether a word after the first has a capital: a name or a title."""
    return any(word[:1].isupper() for word in written.split()[1:])
