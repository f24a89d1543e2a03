"""What is reported comes through another outlet, without a link."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims.cues import by_rarest_word, cues, is_written
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_BEFORE = {
    "en": (
        r"\b(?:told|tells|according\s+to|citing|quoted\s+by|reported\s+by|published\s+(?:by|in)"
        r"|sp(?:eaking|oke)\s+to|remarks\s+to|confirmed\s+to|(?:seen|obtained)\s+by"
        r"|interview\s+with|reports?\s+(?:by|from|in))\s+(?:[^\W\d_][\w'-]*\s+){0,5}?$"
    ),
    "es": (
        r"\b(?:seg\N{LATIN SMALL LETTER U WITH ACUTE}n|inform\N{LATIN SMALL LETTER O WITH ACUTE}"
        r"|report\N{LATIN SMALL LETTER O WITH ACUTE}|public\N{LATIN SMALL LETTER O WITH ACUTE}"
        r"|(?:dij|confirm|asegur|explic|relat)\w+\s+a|adelant\N{LATIN SMALL LETTER O WITH ACUTE}"
        r"|di\N{LATIN SMALL LETTER A WITH ACUTE}logo\s+con|consultad[oa]s?\s+por"
        r"|declaraciones\s+a|entrevista\s+(?:con|a)|citando\s+a|citad[oa]\s+por"
        r"|de\s+acuerdo\s+(?:con|a)|un\s+informe\s+de|recogid[oa]s?\s+por)"
        r"\s+(?:[^\W\d_][\w'-]*\s+){0,6}?$"
    ),
}
_AFTER = {
    "en": (
        r"(?:'s)?,?\s+(?:(?:has|have|also|first|news\s+agency)\s+)?"
        r"(?:reported|reports|said|says|added|wrote|revealed|quoted|citing|cited)\b"
    ),
    "es": (
        r"\s+(?:(?:ha|tambi\N{LATIN SMALL LETTER E WITH ACUTE}n)\s+)?"
        r"(?:inform|report|public|revel"
        r"|se\N{LATIN SMALL LETTER N WITH TILDE}al|indic|cit)"
        r"(?:\N{LATIN SMALL LETTER O WITH ACUTE}|i\N{LATIN SMALL LETTER O WITH ACUTE}|ado|ando|a)\b"
    ),
}
_REACH = 70  # code points before an outlet that may hold the verb
_LINK = lazy(r"https?://|www\.")


@check(
    code="CLM009",
    name="second-hand-source",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("en", "es"),
)
def second_hand_source(document: Document, _context: Context) -> Iterator[Hit]:
    """What is reported comes through another outlet, without a link.

    ## What it finds
    "Told AFP", "according to the Wall Street Journal", "informó Xinhua": a
    news agency or outlet as the source, in a sentence without a link.

    ## Why it matters
    The record repeats what it did not witness; without a link or a date the
    original cannot be found.

    ## How it decides
    A list of agencies and outlets beside a verb of telling. The outlet that
    the record declares as its own publisher is left alone.

    ## Known mistakes
    The record's own outlet, where no publisher is declared.

    ## Options
    None.
    """
    language = document.language.code
    publisher = str(document.record.metadata.get("publisher", "")).casefold()
    for start, name in _outlets(document):
        if publisher and name.casefold() in publisher:
            continue
        span = _cited(document, start, start + len(name), language)
        if span and document.quotation_at(start) is None and not _has_link(document, start):
            yield Hit(
                *span,
                f"Known only through {name}, without a link.",
                evidence={"rule": "second-hand source", "lexicon": "news_outlets.txt"},
            )


def _cited(document: Document, start: int, end: int, language: str) -> tuple[int, int] | None:
    folded = document.folded
    sentence = document.sentence_at(start)
    floor = max(start - _REACH, sentence.start if sentence else 0)
    before = _compiled(_BEFORE[language]).search(folded, floor, start)
    if before:
        return before.start(), end
    after = _compiled(_AFTER[language]).match(folded, end)
    return (start, after.end()) if after else None


def _has_link(document: Document, start: int) -> bool:
    sentence = document.sentence_at(start)
    return bool(sentence and _LINK.search(document.text, sentence.start, sentence.end))


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _outlets(document: Document) -> Iterator[tuple[int, str]]:
    """Yield offset and name of each outlet, spelled as it spells itself."""
    names = by_rarest_word("news_outlets.txt")
    for offset, word in cues(document, "outlet"):
        for inside, name in names[word]:
            start = offset - inside
            if start >= 0 and is_written(document.text, start, name):
                yield start, name
                break


EXAMPLES = (
    Bad(
        "The lender is close to collapse, two bankers told Reuters.",
        span="told Reuters",
        language="en",
    ),
    Bad("Hubo tres heridos, informó la agencia EFE.", span="informó la agencia EFE", language="es"),
    Good("Reuters hired a new editor.", language="en"),
    Good("Según el ministerio, hubo tres heridos.", language="es"),
)
