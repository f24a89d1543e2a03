"""Whether a sentence gives the source of what an impersonal phrase reports."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.cues import sentence_index, vocabulary_of
from textassay.checks.claims.morphology import Form
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.model import Span
    from textassay.text.document import Document

WINDOW = 400  # code points on either side: real sentences are shorter

# Passives give way to a source named in the same sentence, "según se informa" does not.
_WEAK = frozenset({"is", "are", "was", "were", "been", "being", "has", "have", "had", "se"})
# "dicen que" has no subject only where a clause starts.
_SUBJECTLESS = frozenset({"dicen", "cuentan", "aseguran", "afirman", "comentan"})
_CONDITIONALS = ("habr", "estar")
_LEGAL = frozenset({"allegedly", "presuntamente"})

_FINDINGS = frozenset(
    {
        f"{stem}\N{LATIN SMALL LETTER O WITH ACUTE}"
        for stem in ("confirm", "demostr", "descubri", "observ")
    }
)
_BY_DOING = lazy(
    r"\b(?:tras|al|luego de|despu\u00e9s de)\s+[^\W\d_]{2,}[aei]r(?:se|l[aeo]s?)?\b[^.;:]*$"
)
_OF_SOMEBODY = lazy(r"\b(?:from|by|por)\s+(?:the\s+)?[^\W\d_a-z]")
_REPORTED = lazy(r"\b(?:that|said|says|added|que)\s+$")
_LINKED = lazy(r"([^\W\d_]+),?\s+(?:that|que)\s+$")
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
_WORD = lazy(r"[^\W\d_]+")


def is_attributed(document: Document, start: int, end: int) -> bool:
    """Tell whether the sentence names the source of a phrase, or its verb has a subject."""
    sentence = document.sentence_at(start)
    if _OF_SOMEBODY.search(document.text, start, end) or sentence is None:
        return True
    words = document.folded[start:end].split()
    before = document.folded[max(sentence.start, start - WINDOW) : start]
    if words[0] in _SUBJECTLESS:
        apposed = before.count(",") > 1  # "los organizadores, Ana Ruiz y Luis Gil, dicen que"
        return bool(before.strip()) and (apposed or before.rstrip()[-1] not in ",;:\N{EM DASH}")
    if words[0].startswith(_CONDITIONALS):
        return _is_unreal(document, sentence)
    if not _FINDINGS.isdisjoint(words) and _BY_DOING.search(before):
        return True  # "on searching the car it was found that": by those who searched it
    if _REPORTED.search(before):
        return len(words) > 1 or not _is_relative(document, before)
    return (len(words) == 1 or words[0] in _WEAK) and _has_name(document, sentence, start, end)


def _is_relative(document: Document, before: str) -> bool:
    """Tell whether "that" belongs to a noun, not to a verb: "the van that allegedly was hers"."""
    linked = _LINKED.search(before)
    sayings = vocabulary_of(document.language.code).sayings()
    return linked is not None and linked[1] not in sayings


def is_of_courts(document: Document, start: int, end: int) -> bool:
    """Tell whether "allegedly" is the caution of court news: who alleges is the court."""
    if document.folded[start:end] not in _LEGAL:
        return False
    index = sentence_index(document, start)
    beside = document.sentences[max(0, index - 1) : index + 2]
    courts = phrases.pattern(f"courts.{document.language.code}.txt")
    return any(courts.search(document.folded, one.start, one.end) for one in beside)


def _is_unreal(document: Document, sentence: Span) -> bool:
    """Tell whether a conditional speaks of what might have been, or has its source."""
    if phrases.pattern("unreal.es.txt").search(document.folded, sentence.start, sentence.end):
        return True
    if _compiled(_NAMED["es"]).search(document.folded, sentence.start, sentence.end):
        return True
    sayings = vocabulary_of("es").sayings()
    return any(
        sayings.get(word, 0) & (Form.SINGULAR | Form.PLURAL)
        for word in _WORD.findall(document.folded, sentence.start, sentence.end)
    )


def _has_name(document: Document, sentence: Span, start: int, end: int) -> bool:
    named = _compiled(_NAMED[document.language.code].replace("CAP", _CAPITAL), re.IGNORECASE)
    return bool(
        named.search(document.text, max(sentence.start, start - WINDOW), start)
        or named.search(document.text, end, min(sentence.end, end + WINDOW))
    )


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    return re.compile(pattern, flags)
