"""A question mark stands for a character that was lost."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.alphabet import alphabet
from textassay.checks.encoding.technical import is_address, talks_about_code, token_at
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_SPACED_QUESTION = frozenset({"fr", "br"})  # "quoi ??" is right there
SURE = 2  # question marks inside words: one alone may be a blank forgotten after a question
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


@cache
def _lost() -> re.Pattern[str]:
    letter = r"[^\W\d_]"
    small = r"[^\W\d_A-Z]"
    return re.compile(
        rf"(?P<inner>(?<={letter})\?{{1,4}}(?={small}))"  # Espa?a, don?t
        r"|(?P<alone>(?:(?<=\s)|(?<![\s\S]))\?{2,}(?=\s|$))"  # an emoji: ?? or ????
        rf"|(?P<first>(?<=\s)\?(?={letter}{{2,40}}[\s.,;:!]))"  # ?lvaro, ?quoted
    )


@cache
def _contraction() -> re.Pattern[str]:
    return re.compile(r"\?(?:t|s|re|ve|ll|d|m)(?!\w)")


@check(
    code="ENC003",
    name="lost-character",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def lost_character(document: Document, _context: Context) -> Iterator[Hit]:
    """A question mark stands for a character that was lost.

    ## What it finds
    ``?`` inside a word (Espa?a, don?t), before a word, and a free-standing
    ``??`` where an emoji or another script stood.

    ## Why it matters
    The character is gone: a program wrote ``?`` for what its character set
    did not have. The word is wrong, and often the whole record is affected.

    ## How it decides
    A question mark never stands between two letters of a word, addresses and
    code aside, and two free-standing ones end no sentence, French aside.

    ## Known mistakes
    Patterns with wild cards in text about programs.

    ## Options
    None.
    """
    text = document.text
    if "?" not in alphabet(text):
        return
    found = [match for match in _lost().finditer(text) if _is_lost(document, match)]
    inner = sum(1 for match in found if match.lastgroup == "inner")
    for match in found:
        start, end = match.span()
        contraction = _contraction().match(text, start) is not None
        first, last = token_at(text, start, end)
        yield Hit(
            start,
            end,
            "A question mark stands for a lost character.",
            evidence={"rule": f"question mark, {match.lastgroup}", "token": text[first:last][:60]},
            suggestion=_APOSTROPHE if contraction else None,
            edits=(Edit(start, end, _APOSTROPHE),) if contraction else (),
            severity=_severity(document, match, contraction or inner >= SURE),
        )


def _is_lost(document: Document, match: re.Match[str]) -> bool:
    text = document.text
    if match.lastgroup == "alone":
        before = text[: match.start()].rstrip()[-1:]
        return before != "?" and document.language_at(match.start()) not in _SPACED_QUESTION
    start, end = token_at(text, *match.span())
    token = text[start:end]
    return not is_address(token) and token.count("?") <= len(match.group()) + 1


def _severity(document: Document, match: re.Match[str], sure: bool) -> Severity | None:  # noqa: FBT001 - the outcome of two rules
    if talks_about_code(document.folded):
        return Severity.INFO
    if match.lastgroup == "first":
        return Severity.WARNING
    if match.lastgroup == "inner":
        return None if sure else Severity.WARNING
    following = document.text[match.end() :].lstrip(" ")[:1]
    starts_line = not document.text[: match.start()].rstrip(" ").rstrip("\n") or (
        document.text[: match.start()].rstrip(" ").endswith("\n")
    )
    return None if starts_line or following.islower() else Severity.WARNING


EXAMPLES = (
    Bad(
        "El presidente de Espa?a habl\N{LATIN SMALL LETTER O WITH ACUTE}.", span="?", language="es"
    ),
    Bad("They don?t know.", span="?", fix="\N{RIGHT SINGLE QUOTATION MARK}"),
    Bad("Happy birthday ?? to you all", span="??"),
    Good("What?! Why?? See https://example.org/find?query=yes or example.org/?q=a"),
    Good("Quoi ??", language="fr"),
)
