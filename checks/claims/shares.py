"""Totals that a sentence shares out: "Of the 37 otters, 21 were ..., 9 ... and 5 ..."."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims import numbers, phrases
from textassay.checks.claims.cues import sentence_starts
from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.model import Span
    from textassay.text.document import Document

FEWEST_PARTS = 3  # of two, the rest are often those who did neither
LEAST_SHARE = 0.9  # of the total; less, and the list is of examples
LARGEST_SHARE = 1.5  # more, and the numbers count something else
_YEARS = range(1500, 2100)

_OPENING = (
    *("of the ", "of these", "of those", "of its ", "of them"),
    *("de los ", "de las ", "de ellos", "de ellas", "de estos", "de estas", "de esos", "de esas"),
)
_CLOSES = lazy(r"\b(?:and|y|e)\s+[^,;:]*$")
_COMMA = lazy(r",\s")


class Shares(NamedTuple):
    """A total and the parts that do not add up to it, with the span of each."""

    start: int
    end: int
    total: int
    total_span: tuple[int, int]
    parts: list[int]


def shared_out(document: Document) -> Iterator[Shares]:
    """Yield the totals that the parts listed in the same sentence miss narrowly."""
    folded = document.folded
    for index, start in enumerate(sentence_starts(document)):
        if folded.startswith(_OPENING, start):
            found = _shares(document, index)
            if found and LEAST_SHARE * found.total <= sum(found.parts) != found.total:
                yield found


def _shares(document: Document, index: int) -> Shares | None:
    sentence = document.sentences[index]
    comma = _COMMA.search(document.folded, sentence.start, sentence.end)
    if comma is None or _is_rough(document, sentence):
        return None
    total = _total(document, index, comma.start())
    parts = list(_counts(document.folded, comma.end(), sentence.end))
    if total is None or len(parts) < FEWEST_PARTS:
        return None
    (first, _), (last, _) = parts[0], parts[-1]
    if _CLOSES.search(document.folded, comma.end(), last.start()) is None:
        return None
    match, value = total
    values = [part for _, part in parts]
    if sum(values) > LARGEST_SHARE * value:
        return None
    end = sentence.end - (not document.text[sentence.end - 1].isalnum())
    return Shares(first.start(), end, value, match.span(), values)


def _total(document: Document, index: int, comma: int) -> tuple[re.Match[str], int] | None:
    """Return the number that is shared out: in the opening, or the only one before it."""
    sentence = document.sentences[index]
    inside = list(_counts(document.folded, sentence.start, comma))
    if inside:
        return inside[0] if len(inside) == 1 else None
    before = document.sentences[index - 1] if index else None
    if before is None or document.paragraph_at(before.start) != document.paragraph_at(
        sentence.start
    ):
        return None
    found = list(_counts(document.folded, before.start, before.end))
    return found[0] if len(found) == 1 and not _is_rough(document, before) else None


def _is_rough(document: Document, sentence: Span) -> bool:
    """Tell whether the numbers are rough, or votes, of which some are not cast."""
    rough = phrases.pattern("rough.txt")
    return rough.search(document.folded, sentence.start, sentence.end) is not None


def _counts(folded: str, start: int, end: int) -> Iterator[tuple[re.Match[str], int]]:
    for match in _count().finditer(folded, start, end):
        value = numbers.value(match[1])
        if value > 1 and value not in _YEARS:
            yield match, value


@cache
def _count() -> re.Pattern[str]:
    """Return a number that counts: no decimal, percentage, time or age."""
    return re.compile(
        rf"(?<![\w.,:/$\N{{EURO SIGN}}\N{{POUND SIGN}}-])({numbers.pattern()})(?![\d:/\w-]|[.,]\d)"
        r"(?!\s?(?:%|per\s?cent|por\s+ciento|a\.?m\b|p\.?m\b|years?\b|a"
        r"\N{LATIN SMALL LETTER N WITH TILDE}os?\b|o'clock))"
    )
