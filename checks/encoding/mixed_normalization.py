"""Letters are written with separate accents in a text that writes them whole."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.alphabet import alphabet, span_of
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_MARKS = span_of(0x0300, 0x036F)


@cache
def _decomposed() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_][\u0300-\u036f]+")


@check(
    code="ENC022",
    name="mixed-normalization",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="safe",
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
    A text that is decomposed throughout is consistent and gets one remark.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    text = document.text
    if not alphabet(text) & _MARKS:
        return
    found = [
        (match, whole)
        for match in _decomposed().finditer(text)
        if (whole := unicodedata.normalize("NFC", match.group())) != match.group()
    ]
    mixed = any(
        unicodedata.decomposition(char).startswith("0")
        and char.isalpha()
        and "\u00c0" <= char <= "\u1eff"
        for char in alphabet(text)
    )
    for match, whole in found if mixed else found[:1]:
        yield Hit(
            match.start(),
            match.end(),
            "A letter and its accent are two characters here, one elsewhere."
            if mixed
            else "Letters and their accents are separate characters (NFD) in this record.",
            evidence={"rule": "not NFC", "count": len(found)},
            suggestion=whole,
            edits=(Edit(match.start(), match.end(), whole, safe=_is_proven(match.group(), whole)),),
            severity=None if mixed else Severity.INFO,
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
