"""A word mixes letters of two alphabets that look alike."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.technical import is_address, token_at
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.alphabet import span_of
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textassay.contract import Context
    from textassay.text.document import Document

LONGEST = 60  # letters of a word; a longer run is none
_GREEK_OR_CYRILLIC = span_of(0x0370, 0x03FF) | span_of(0x0400, 0x052F)


_LATIN = r"A-Za-z\u00c0-\u024f"
_OTHER = r"\u0370-\u03ff\u0400-\u052f"


@cache
def _joint() -> re.Pattern[str]:
    # Where two alphabets meet; the word is read from there, so that time stays linear.
    return re.compile(rf"[{_OTHER}](?:(?<=[{_LATIN}].)|(?=[{_LATIN}]))")


@cache
def _word() -> re.Pattern[str]:
    return re.compile(rf"[{_LATIN}{_OTHER}]{{1,{LONGEST}}}")


def _words(text: str) -> Iterator[re.Match[str]]:
    """Yield each word in which two alphabets meet, once."""
    end = 0
    for match in _joint().finditer(text):
        if match.start() < end:
            continue
        start = match.start()
        while start > max(end, match.start() - LONGEST) and _word().match(text[start - 1]):
            start -= 1
        word = _word().match(text, start)
        if word:
            end = word.end()
            yield word


@cache
def _look_alikes() -> Mapping[str, str]:
    """Return the Latin letter that each look-alike of Greek or Cyrillic seems to be."""
    pairs = (entry.split() for entry in entries(__file__, "look_alikes.txt"))
    return {other: latin for latin, other in pairs}


@check(
    code="ENC023",
    name="mixed-script-word",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=_GREEK_OR_CYRILLIC,
)
def mixed_script_word(document: Document, _context: Context) -> Iterator[Hit]:
    """A word mixes letters of two alphabets that look alike.

    ## What it finds
    Words of Latin letters with Greek or Cyrillic look-alikes in them, and
    the reverse.

    ## Why it matters
    To a program it is another word; it comes from a trick against filters
    or from a keyboard left in the other alphabet.

    ## How it decides
    All letters of the minority must have a twin in the other alphabet
    (Unicode confusables). Units and formulas with a Greek letter have none,
    or are a single pair.

    ## Known mistakes
    Words written wholly in the other alphabet are not seen.

    ## Options
    None.
    """
    text = document.text
    for match in _words(text):
        meant = _meaning(match.group())
        if meant is None or _is_technical(text, match):
            continue
        yield Hit(
            match.start(),
            match.end(),
            "A word mixes Latin with Greek or Cyrillic letters.",
            evidence={"rule": "two alphabets in one word", "meaning": meant},
            suggestion=meant,
            edits=(Edit(match.start(), match.end(), meant),),
        )


def _meaning(word: str) -> str | None:
    """Return the word in one alphabet, or None where a foreign letter has no twin."""
    twins = _look_alikes()
    if len(word) <= len("\u00b5m"):
        return None
    foreign = [char for char in word if char in _GREEK_OR_CYRILLIC]
    if len(foreign) * 2 <= len(word):
        return _spelt(word, twins) if set(foreign) <= set(twins) else None
    back = {
        latin: other
        for other, latin in twins.items()
        if (other < "\u0400") == (foreign[0] < "\u0400")
    }
    native = [char for char in word if char not in _GREEK_OR_CYRILLIC]
    return _spelt(word, back) if set(native) <= set(back) else None


def _spelt(word: str, twins: Mapping[str, str]) -> str:
    return "".join(twins.get(char, char) for char in word)


def _is_technical(text: str, match: re.Match[str]) -> bool:
    start, end = token_at(text, match.start(), match.end())
    return is_address(text[start:end])


EXAMPLES = (
    Bad(
        "The p\N{CYRILLIC SMALL LETTER A}rliament met",
        span="p\N{CYRILLIC SMALL LETTER A}rliament",
        fix="parliament",
    ),
    Good(
        "5 \N{GREEK SMALL LETTER MU}m, \N{GREEK SMALL LETTER BETA}-carotene"
        " and \N{GREEK CAPITAL LETTER DELTA}t"
    ),
)
