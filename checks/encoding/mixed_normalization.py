"""Letters are written with separate accents in a text that writes them whole."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.conventions import is_foreign
from textassay.checks.encoding.suspicion import SURE, exemplars
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.alphabet import span_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

ONE_BY_ONE = 5  # more of them in a record are one finding: its source writes them so
_MARKS = span_of(0x0300, 0x036F)
_LATIN_1 = span_of(0x00C0, 0x00FF)
_ONE = "A letter and its accent are two characters here, one elsewhere."
_ALL = "Letters and their accents are separate characters (NFD) in this record."


@cache
def _accents() -> re.Pattern[str]:
    return re.compile(r"[\u0300-\u036f]+")


@check(
    code="ENC022",
    name="mixed-normalization",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="safe",
    characters=_MARKS,
)
def mixed_normalization(document: Document, _context: Context) -> Iterator[Hit]:
    """Letters are written with separate accents where one character exists.

    ## What it finds
    Runs of a letter and combining marks that Unicode has as one character,
    in a text that writes other accented letters whole.

    ## Why it matters
    The same word in two spellings of code points: searches and duplicate
    tests miss one of them.

    ## How it decides
    By canonical composition (NFC), which is proven by decomposing it again.
    A text that is decomposed throughout is consistent and gets one remark,
    and so do letters that the language of the record does not have.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    text = document.text
    found = list(_decomposed(text))
    mixed = any(
        unicodedata.decomposition(char).startswith("0")
        and char.isalpha()
        and "\u00c0" <= char <= "\u1eff"
        for char in document.alphabet
    )
    if mixed and len(found) <= ONE_BY_ONE:
        hits = [_hit(text, [place], _ONE) for place in found]
    else:
        hits = [_hit(text, found, _ALL)] if found else []
    for hit in hits:
        warns = mixed and _has_letter(document, hit.suggestion or "")
        yield hit if warns else hit._replace(severity=Severity.INFO)


def _has_letter(document: Document, letter: str) -> bool:
    """Tell whether the language surely has the letter, or the record writes it whole too."""
    code, confidence = document.language
    if confidence >= SURE and letter in exemplars().get(code, frozenset()):
        return True
    return letter in _LATIN_1 and letter in document.alphabet and not is_foreign(document)


def _decomposed(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each letter with its accents, and both as one character."""
    for match in _accents().finditer(text):
        start, end = match.start() - 1, match.end()
        if start >= 0 and text[start].isalpha():
            written = text[start:end]
            whole = unicodedata.normalize("NFC", written)
            if whole != written:
                yield start, end, whole


def _hit(text: str, found: list[tuple[int, int, str]], message: str) -> Hit:
    start, end, whole = found[0]
    return Hit(
        start,
        end,
        message,
        evidence={"rule": "not NFC", "count": len(found)},
        suggestion=whole,
        edits=tuple(
            Edit(first, last, meant, safe=_is_proven(text[first:last], meant))
            for first, last, meant in found
        ),
    )


def _is_proven(written: str, whole: str) -> bool:
    return unicodedata.normalize("NFD", whole) == unicodedata.normalize("NFD", written)


EXAMPLES = (
    Bad(
        "Jos\N{LATIN SMALL LETTER E WITH ACUTE} and Mari\N{COMBINING ACUTE ACCENT}a",
        span="i\N{COMBINING ACUTE ACCENT}",
        fix="\N{LATIN SMALL LETTER I WITH ACUTE}",
    ),
    Good("Jos\N{LATIN SMALL LETTER E WITH ACUTE} and Mar\N{LATIN SMALL LETTER I WITH ACUTE}a"),
)
