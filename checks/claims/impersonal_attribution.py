"""An assertion is attributed to nobody: "it is said", "se dice", reportedly."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.cues import cues
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

# Passives give way to a source named in the same sentence, "según se informa" does not.
# "dicen que" has no subject only where a clause starts.
WINDOW = 400  # code points on either side: real sentences are shorter
_WEAK = frozenset({"is", "are", "was", "were", "been", "being", "has", "have", "had", "se"})
_SUBJECTLESS = ("dicen", "cuentan", "aseguran", "afirman", "comentan")
_OF_SOMEBODY = lazy(r"\b(?:from|by|por)\s+(?:the\s+)?[^\W\d_a-z]")
_CAPITAL = r"(?-i:[^\W\d_a-z][^\W\d_]+)"
_NAMED = {
    "en": (
        r"\b(?:according\s+to|(?:CAP|he|she|police)\s+(?:has\s+|have\s+|had\s+|also\s+)?"
        r"(?:said|says|told|added|announced|confirmed|wrote|warned|explained|claimed|reported|argued)"
        r"|(?:said|says|told|added|wrote|warned|explained)\s+CAP)\b"
    ),
    "es": (
        r"\b(?:seg\N{LATIN SMALL LETTER U WITH ACUTE}n|de\s+acuerdo\s+con|dijo"
        r"|(?:inform|explic|asegur|se\N{LATIN SMALL LETTER N WITH TILDE}al|indic|record|afirm)"
        r"\N{LATIN SMALL LETTER O WITH ACUTE})\b"
    ),
}


@check(
    code="CLM002",
    name="impersonal-attribution",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def impersonal_attribution(document: Document, _context: Context) -> Iterator[Hit]:
    """An assertion is attributed to nobody: "it is said", "se dice", reportedly.

    ## What it finds
    Impersonal clauses ("it is believed that", "según se informa", "se supo
    que"), passives of hearsay ("is said to"), adverbs of hearsay
    ("reportedly", "supuestamente") and rumours without an owner.

    ## Why it matters
    Somebody said it, and the record hides who: the assertion cannot be
    checked against its source.

    ## How it decides
    Phrase files per language; quotations are left out. Passives and adverbs
    are left alone where the same sentence names a source.

    ## Known mistakes
    A source named two sentences away; legal "alleged" is left out on purpose.

    ## Options
    None.
    """
    language = document.language.code
    name = f"impersonal.{language}.txt"
    for first, last in phrases.find(name, document.folded, cues(document, "impersonal")):
        if document.quotation_at(first) is not None or _is_attributed(document, first, last):
            continue
        written = document.text[first:last].rstrip()
        phrase = " ".join(written.split())
        yield Hit(
            first,
            first + len(written),
            f"Attributed to nobody: {phrase}.",
            evidence={"rule": "impersonal attribution", "lexicon": name},
        )


def _is_attributed(document: Document, start: int, end: int) -> bool:
    """Tell whether the sentence names its source, or the verb has a subject."""
    if _OF_SOMEBODY.search(document.text, start, end):
        return True
    words = document.folded[start:end].split()
    sentence = document.sentence_at(start)
    if sentence is None:
        return False
    if words[0] in _SUBJECTLESS:
        before = document.folded[max(sentence.start, start - WINDOW) : start].rstrip()
        return bool(before) and before[-1] not in ",;:\N{EM DASH}"
    if len(words) > 1 and words[0] not in _WEAK:
        return False
    named = _naming(document.language.code)
    return bool(
        named.search(document.text, max(sentence.start, start - WINDOW), start)
        or named.search(document.text, end, min(sentence.end, end + WINDOW))
    )


@cache
def _naming(language: str) -> re.Pattern[str]:
    return re.compile(_NAMED[language].replace("CAP", _CAPITAL), re.IGNORECASE)


EXAMPLES = (
    Bad(
        "It is widely believed that the bridge is unsafe.",
        span="It is widely believed that",
        language="en",
    ),
    Bad("The bridge is reportedly unsafe.", span="reportedly", language="en"),
    Bad("Según se informa, el puente es inseguro.", span="Según se informa", language="es"),
    Good("It is believed by nobody but the mayor.", language="en"),
    Good('"It is said that ours is the oldest," Ms Roe said.', language="en"),
    Good("El puente es inseguro, dijo Ana Ruiz.", language="es"),
)
