"""A list that is announced as countries holds a region."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos import territories
from textassay.contract import Bad, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.territories import Item
    from textassay.contract import Context
    from textassay.text.document import Document

# Two countries and a region are too few to be sure that the list is of countries.
FEWEST_COUNTRIES = 3

_CUES = ("countries", "nations", "pa\N{LATIN SMALL LETTER I WITH ACUTE}ses", "naciones")


@cache
def _pattern() -> re.Pattern[str]:
    kinds = "|".join(_CUES)
    return re.compile(
        rf"\b(?i:{kinds})\b(?P<gap>\s*\(|:\s|,?\s+"
        r"(?:such\s+as|like|including|namely|como|entre\s+ellos)\s+)"
        r"(?P<list>[^()\n.:;\"\N{EN DASH}\N{EM DASH}]{12,300})"
    )


@check(
    code="TYP091",
    name="region-among-countries",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
)
def region_among_countries(document: Document, _context: Context) -> Iterator[Hit]:
    """A list that is announced as countries holds a region.

    ## What it finds
    "Countries such as Brazil, Russia, India and South America": one member is
    a region by Unicode CLDR, all others are countries.

    ## Why it matters
    A name was most likely swapped for a similar one ("South America" for
    "South Africa"), and the list says what is not so.

    ## How it decides
    A list after "countries", "nations", "países", "naciones" with at least
    three countries and exactly one region. Names come from Unicode CLDR.

    ## Known mistakes
    Writers who knowingly call a region a country.

    ## Options
    None.
    """
    for match in _lists(document):
        listed = list(territories.items(document.text, *match.span("list")))
        if match["gap"].strip() != "(":
            listed = _known_start(listed)
        regions = [item for item in listed if item.is_region]
        countries = [item for item in listed if item.code and not item.is_region]
        if len(regions) == 1 and len(countries) >= FEWEST_COUNTRIES:
            yield _hit(regions[0], countries)


def _lists(document: Document) -> Iterator[re.Match[str]]:
    """Yield the lists behind each word for countries."""
    folded = document.folded
    for cue in _CUES:
        start = folded.find(cue)
        while start >= 0:
            match = _pattern().match(document.text, start)
            if match:
                yield match
            start = folded.find(cue, start + len(cue))


def _known_start(listed: list[Item]) -> list[Item]:
    """Return the items before the first that is no territory."""
    unknown = (index for index, item in enumerate(listed) if item.code is None)
    return listed[: next(unknown, len(listed))]


def _hit(region: Item, countries: list[Item]) -> Hit:
    return Hit(
        region.start,
        region.end,
        f"{region.name} is a region in a list of countries.",
        evidence={
            "rule": "list announced as countries",
            "countries": [item.name for item in countries],
            "region": region.code,
            "lexicon": "territories (Unicode CLDR 47)",
        },
    )


EXAMPLES = (
    Bad(
        "It trades with countries such as Brazil, Russia, India and South America.",
        span="South America",
        language="en",
    ),
    Good("It trades with countries such as Brazil, Russia, India and South Africa."),
    Good("It trades with Brazil, Russia, India and South America."),
)
