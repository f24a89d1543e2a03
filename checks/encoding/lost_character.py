"""A question mark stands for a character that was lost."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.conventions import is_foreign, spacing
from textassay.checks.encoding.technical import about_code, is_address, token_at
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.document import once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_SPACED_QUESTION = frozenset({"fr", "br"})  # "quoi ??" is right there
_BESIDE_WORDS = frozenset({"alone", "before a word"})
SURE = 2  # question marks inside words: one alone may be a blank forgotten after a question
LONGEST = 4  # question marks for one character: its bytes in UTF-8
_REACH = 40  # characters looked at beside a free-standing mark
_SHOWN = 60  # characters of a token that are quoted as evidence
_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"


@cache
def _run() -> re.Pattern[str]:
    return re.compile(r"\?\?*")  # so written, the engine looks for the mark itself


@cache
def _word_after() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]{2,40}[\s.,;:!]")


@cache
def _small_word() -> re.Pattern[str]:
    return re.compile(r" [^\W\d_A-Z]{2,40}[\s,]")


@cache
def _amount() -> re.Pattern[str]:
    return re.compile(r"\d[\d.,]*\s?(?:bn|[bm]illion|mil|k|m)(?!\w)|\d{1,3}(?:[.,]\d{3})+(?!\w)")


@cache
def _degrees() -> re.Pattern[str]:
    return re.compile(r"\s?[CF](?!\w)")


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
    characters=frozenset("?"),
)
def lost_character(document: Document, _context: Context) -> Iterator[Hit]:
    """A question mark stands for a character that was lost.

    ## What it finds
    ``?`` inside a word (Espa?a, don?t), before a word or an amount, between
    two words where a dash stood, before C of degrees, and a free-standing
    ``??`` where an emoji or another script stood.

    ## Why it matters
    The character is gone: a program wrote ``?`` for what its character set
    did not have. The word is wrong, and often the whole record is affected.

    ## How it decides
    A question mark never stands between two letters of a word, addresses and
    code aside, and two free-standing ones end no sentence, French aside. One
    between two words counts only in a record that lost letters as well.

    ## Known mistakes
    Patterns with wild cards in text about programs.

    ## Options
    None.
    """
    text = document.text
    found = [
        (*match.span(), kind)
        for match in _run().finditer(text)
        if (kind := _kind(document, *match.span()))
    ]
    inner = sum(1 for *_, kind in found if kind == "inside a word")
    if not inner:  # a sign between two words is a lost dash where other characters are lost too
        found = [place for place in found if place[2] != "between words"]
    for start, end, kind in found:
        contraction = _contraction().match(text, start) is not None
        first, last = token_at(text, start, end)
        yield Hit(
            start,
            end,
            "A question mark stands for a lost character.",
            evidence={"rule": f"question mark {kind}", "token": text[first:last][:_SHOWN]},
            suggestion=_APOSTROPHE if contraction else None,
            edits=(Edit(start, end, _APOSTROPHE),) if contraction else (),
            severity=_severity(document, start, end, kind, contraction or inner >= SURE),
        )


def _kind(document: Document, start: int, end: int) -> str | None:
    """Return where a run of question marks stands, or None where it is a question."""
    text = document.text
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if end - start > 1 and (before + after).strip() == "":
        words = text[max(0, start - _REACH) : start].rstrip()
        french = document.language.code in _SPACED_QUESTION
        return None if french or words.endswith("?") else "alone"
    kind = _kind_of_one(document, start, end) if end - start <= LONGEST else None
    if kind is None or (kind == "before a word" and _has_terms(document)):
        return None
    first, last = token_at(text, start, end)
    token = text[first:last]
    return None if is_address(token) or token.count("?") > LONGEST else kind


def _kind_of_one(document: Document, start: int, end: int) -> str | None:
    """Return where the marks for one character stand."""
    text = document.text
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if before.isalpha() and (after.islower() or (before.isupper() and after.isupper())):
        return "inside a word"
    if not before or before.isspace():
        if _word_after().match(text, end):
            return "before a word"
        if _amount().match(text, end):
            return "before an amount"
        dash = before == " " and _small_word().match(text, end) is not None
        return "between words" if dash and spacing(document, start) == "tight" else None
    return "in a figure" if before.isdecimal() and _degrees().match(text, end) else None


@once
def _has_terms(document: Document) -> bool:
    """Tell whether the text writes functions with a question mark, as "?name(x)"."""
    return re.search(r"\?[\w-]{1,40}\(", document.text) is not None


def _severity(document: Document, start: int, end: int, kind: str, sure: bool) -> Severity | None:  # noqa: FBT001 - the outcome of two rules
    if about_code(document):
        return Severity.INFO
    if kind in _BESIDE_WORDS and is_foreign(document):
        return Severity.INFO  # its way with question marks may be another
    if kind == "inside a word":
        return None if sure else Severity.WARNING
    if kind != "alone":
        return Severity.WARNING
    following = document.text[end : end + _REACH].lstrip(" ")[:1]
    preceding = document.text[max(0, start - _REACH) : start].rstrip(" ")[-1:]
    return None if preceding in {"", "\n"} or following.islower() else Severity.WARNING


EXAMPLES = (
    Bad(
        "El presidente de Espa?a habl\N{LATIN SMALL LETTER O WITH ACUTE}.", span="?", language="es"
    ),
    Bad("They don?t know.", span="?", fix="\N{RIGHT SINGLE QUOTATION MARK}"),
    Bad("The deal, worth ?3 million, was signed.", span="?", language="en"),
    Bad("Happy birthday ?? to you all", span="??"),
    Good("What?! Why?? See https://example.org/find?query=yes or example.org/?q=a"),
    Good("Quoi ??", language="fr"),
)
