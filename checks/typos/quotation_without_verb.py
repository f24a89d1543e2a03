"""A quotation is followed by its speaker, and the verb of saying is missing."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document
    from textassay.text.lines import Line
    from textassay.text.quotations import Quotation

FEWEST_WORDS = 5  # of the quotation: shorter ones are mostly titles and nicknames
LONGEST_SPEAKER = 140  # code points of "Name Name, spokesman for the Ministry of ..."

_VERB = {"en": "said", "es": "dijo"}
# Words that only a predicate, or another clause, brings.
_PREDICATE = lazy(
    r"\b(?:is|are|was|were|has|have|had|will|would|who|which|that|said|says|told|as|[^\W\d_]{3,}ed"
    r"|[^\W\d_]{3,}ing|es|son|fue|era|est\N{LATIN SMALL LETTER A WITH ACUTE}|ha|han|que|quien|seg"
    r"\N{LATIN SMALL LETTER U WITH ACUTE}n|[^\W\d_]{2,}\N{LATIN SMALL LETTER O WITH ACUTE}"
    r"|dice|dijo|[^\W\d_]{3,}(?:ando|iendo|aba|aron|ieron))\b",
    re.IGNORECASE,
)


@cache
def _speaker() -> re.Pattern[str]:
    name = r"[^\W\d_a-z][^\W\d_]+(?:[-'\N{RIGHT SINGLE QUOTATION MARK}][^\W\d_]+)?"
    return re.compile(
        rf"\s*,?\s+(?P<name>{name}(?:\s+(?:de\s+|del\s+|van\s+|al\s+)?{name}){{1,3}})\b"
    )


@check(
    code="TYP092",
    name="quotation-without-verb",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
    fix="unsafe",
)
def quotation_without_verb(document: Document, _context: Context) -> Iterator[Hit]:
    """A quotation is followed by its speaker, and the verb of saying is missing.

    ## What it finds
    “We will rebuild the bridge,” Jane Roe, mayor of Lowland. A quotation that
    ends in a comma, a full name and at most an apposition, and nothing more.

    ## Why it matters
    A word was lost: the sentence does not parse, and a program that looks for
    who said what finds nobody.

    ## How it decides
    The comma promises a verb of saying; the rest of the sentence holds a name
    of two words or more and no predicate. A name behind a dash is a style of
    its own and left alone.

    ## Known mistakes
    A verb that does not look like one.

    ## Options
    None.
    """
    language = document.language.code
    for quotation in document.quotations:
        speaker = _lone_speaker(document, quotation)
        if speaker is None:
            continue
        start, end = speaker
        yield Hit(
            quotation.start,
            end,
            f"The verb of saying is missing before {document.text[start:end].split(',')[0]}.",
            evidence={"rule": "quotation, comma, name, no verb"},
            suggestion=f"{document.text[quotation.start : start]}{_VERB[language]} "
            f"{document.text[start:end]}",
            edits=(Edit(start, start, f"{_VERB[language]} "),),
        )


def _lone_speaker(document: Document, quotation: Quotation) -> tuple[int, int] | None:
    """Return where the speaker stands, if nothing else follows the quotation."""
    text = document.text
    if not quotation.closed or quotation.depth:
        return None
    if len(text[quotation.start : quotation.end].split()) < FEWEST_WORDS:
        return None
    comma = text[quotation.end - 2] == "," or text[quotation.end : quotation.end + 1] == ","
    line = document.line_at(quotation.end)
    opens = comma and not text[line.start : quotation.start].strip()
    said = opens and "a" <= text[quotation.end : line.end].lstrip(" ,")[:1] <= "z"
    found = _speaker().match(text, quotation.end, line.end) if opens and not said else None
    if found is None:
        return None
    end = _sentence_end(document, found.end(), line)
    if end is None:
        return None
    rest = text[quotation.end : end]
    if len(rest) > LONGEST_SPEAKER or _PREDICATE.search(rest):
        return None
    return found.start("name"), end


def _sentence_end(document: Document, start: int, line: Line) -> int | None:
    """Return where the sentence ends, None where it may go on in the next line."""
    sentence = document.sentence_at(start - 1)
    if sentence is not None and document.text[sentence.end - 1] in ".!?":
        return sentence.end
    below = document.lines[line.number + 1 : line.number + 2]
    return None if below and below[0].role is not Role.BLANK else line.end


EXAMPLES = (
    Bad(
        "“We will rebuild the old bridge,” Jane Roe, mayor of Lowland.",
        span="“We will rebuild the old bridge,” Jane Roe, mayor of Lowland.",
        fix="“We will rebuild the old bridge,” said Jane Roe, mayor of Lowland.",
        language="en",
    ),
    Good("“We will rebuild the old bridge,” said Jane Roe, mayor of Lowland.", language="en"),
    Good("“We will rebuild the old bridge,” Jane Roe told the council.", language="en"),
)
