"""Closed patterns of wrong words: a table, one line a pattern.

``lexicon/patterns.txt`` has ``CODE | language | trigger | pattern | replacement
| reason``. The pattern runs over the folded text (lower case, plain blanks and
apostrophes); it is tried only where the trigger occurs. The finding is group
``x`` or the whole match; where there is a group ``small``, neither has a
capital. Text inside quotations is speech and is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.spelling import same_case
from textassay.contract import Edit, Hit
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document


REACH = 60  # code points around the trigger that a pattern may cover


@dataclass(frozen=True, slots=True)
class Pattern:
    """A wrong sequence of words and what it should be."""

    trigger: str
    source: str
    replacement: str
    reason: str


@cache
def patterns(code: str, language: str) -> tuple[Pattern, ...]:
    """Return the patterns of a check for a language."""
    found = []
    for entry in entries(__file__, "patterns.txt"):
        owner, where, trigger, pattern, replacement, reason = entry.split(" | ")
        if owner == code and where == language:
            found.append(Pattern(trigger, pattern, replacement, reason))
    return tuple(found)


def matches(document: Document, code: str, message: str) -> Iterator[Hit]:
    """Yield a hit for each pattern of the check that the document matches.

    Args:
        document: The document.
        code: The code of the check.
        message: The first words of the message, before the colon.
    """
    folded, text = document.folded, document.text
    for rule in patterns(code, document.language.code):
        for match in _near(rule, folded):
            group: int | str = "x" if "x" in match.groupdict() else 0
            start, end = match.span(group)
            if document.quotation_at(start) is not None or _names(text[start:end]):
                continue
            small = "small" in match.groupdict()
            if small and not (text[start:end] + text[slice(*match.span("small"))]).islower():
                continue
            if document.language_at(start) != document.language.code:
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


def _near(rule: Pattern, folded: str) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern around its trigger."""
    place, done = folded.find(rule.trigger), 0
    pattern = _compiled(rule.source) if place >= 0 else None
    while pattern and place >= 0:
        stop = place + len(rule.trigger) + REACH
        for match in pattern.finditer(folded, max(done, place - REACH), stop):
            done = match.end()
            yield match
        place = folded.find(rule.trigger, place + len(rule.trigger))


def _names(written: str) -> bool:
    """Tell whether a word after the first has a capital: a name or a title."""
    return any(word[:1].isupper() for word in written.split()[1:])
