"""The parts of a total, listed behind it, do not add up."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims import numbers
from textassay.checks.claims.shares import shared_out
from textassay.contract import Bad, Good, Hit, RelatedSpan, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

# Parts that fall far short of the total are examples, not the whole: "90 people (two of them
# children and one a nurse)".
NEARLY_ALL = 0.8

_OPENING = lazy(r"[(:\N{EN DASH}\N{EM DASH}]\s*(?:\d|([^\W\d_]+))")
_PARTIAL = lazy(
    r"\b(?:includ|incl\b|among|mostly|at least|about|around|some\b|nearly|almost|per\b"
    r"|incluid|entre|al menos"
    r"|casi|unos|unas|otr[oa]s?|other|more|m\N{LATIN SMALL LETTER A WITH ACUTE}s)"
)


@cache
def _pattern() -> re.Pattern[str]:
    number = numbers.pattern()
    part = rf"{number}\s+[^\W\d_][^\d,;:.()\n]{{1,30}}"
    return re.compile(
        rf"(?<![\d.,%$\N{{EURO SIGN}}\N{{POUND SIGN}}-])\b(?P<total>{number})\s+"
        rf"(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+){{0,2}})\s*(?:\(|:\s|\s[\N{{EN DASH}}\N{{EM DASH}}]\s)"
        rf"(?P<parts>{part}(?:(?:,\s+(?:and\s+|y\s+)?|\s+(?:and|y|e)\s+){part})+)"
        rf"(?=\)|\.|;|\n|$|\s[\N{{EN DASH}}\N{{EM DASH}}])"
    )


@check(
    code="CLM014",
    name="sum-mismatch",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def sum_mismatch(document: Document, _context: Context) -> Iterator[Hit]:
    """The parts of a total, listed behind it, do not add up.

    ## What it finds
    "Twelve players: five backs, four halves and four forwards": a number, what
    it counts, and in brackets, behind a colon or a dash its parts; and totals
    that a sentence shares out: "Of the 37, 21 were seen here, 9 there and 5 above".

    ## Why it matters
    The total or a part is wrong, and nobody can tell which.

    ## How it decides
    The parts are added up. They must exceed the total, or come to at least
    four fifths of it: fewer are examples. Lists that say so ("including") and
    rough numbers are left alone. A total that is shared out needs three parts
    that come to nine tenths of it, and no votes: not everybody votes.

    ## Known mistakes
    Parts that overlap on purpose.

    ## Options
    None.
    """
    for start, end in _lists(document):
        match = _pattern().search(document.folded, start, end)
        if match is None or _PARTIAL.search(match.group()):
            continue
        parts = [numbers.value(part) for part in _parts(match["parts"])]
        total = numbers.value(match["total"])
        if total == 1 or sum(parts) == total or sum(parts) < NEARLY_ALL * total or len(parts) < 2:  # noqa: PLR2004 - a sum
            continue
        yield Hit(
            match.start(),
            match.end(),
            f"The parts add up to {sum(parts)}, not {total}.",
            evidence={"rule": "sum of a list", "total": total, "parts": parts},
            related=(RelatedSpan(*match.span("parts")),),
        )
    for shares in shared_out(document):
        yield Hit(
            shares.start,
            shares.end,
            f"The parts add up to {sum(shares.parts)}, not {shares.total}.",
            evidence={"rule": "total shared out", "total": shares.total, "parts": shares.parts},
            related=(RelatedSpan(*shares.total_span),),
        )


def _lists(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the sentences that can hold a total and a list of parts."""
    end = 0
    for match in _OPENING.finditer(document.folded):
        if match[1] and match[1] not in numbers.words():
            continue
        sentence = document.sentence_at(match.start()) if match.start() >= end else None
        if sentence is not None:
            end = sentence.end
            yield sentence.start, sentence.end


def _parts(listed: str) -> list[str]:
    pieces = re.split(r",\s+(?:and\s+|y\s+)?|\s+(?:and|y|e)\s+", listed)
    first = (re.match(numbers.pattern() + r"\b", piece) for piece in pieces)
    return [match.group() for match in first if match]


EXAMPLES = (
    Bad(
        "The coach chose twelve players: five backs, four halves and four forwards.",
        span="twelve players: five backs, four halves and four forwards",
        language="en",
    ),
    Bad(
        "Of the 37 otters, 21 were seen at Ashby, 9 in the valley and 5 above the weir.",
        span="21 were seen at Ashby, 9 in the valley and 5 above the weir",
        language="en",
    ),
    Good("The coach chose 13 players: 5 backs, 4 halves and 4 forwards.", language="en"),
    Good("The storm hurt 90 people (two of them children and one a nurse).", language="en"),
)
