"""Ages of one person that differ: "Jane Roe, 34," and later "Roe, 43,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text.lines import Role
from textassay.text.patterns import lazy, matches_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

YOUNGEST = 16  # children of one name are told apart by their ages; scores are small, too
LONGEST_NAME = 60  # code points before an age that may hold "Jane Mary Roe, aged "

_LEADS_IN = (", ", " aged ", " de ")
_YEARS = r"a\N{LATIN SMALL LETTER N WITH TILDE}os"
AGE = lazy(
    r"[1-9](?<![\w.,:/$\N{EURO SIGN}\N{POUND SIGN}-][1-9])\d(?P<ahead>-year-old\s+)?"
    rf"(?(ahead)|(?:\s+{_YEARS}\b|(?=,\s)))"
)
_CAPITAL = r"[^\W\d_a-z\N{LATIN SMALL LETTER SHARP S}-\N{LATIN SMALL LETTER Y WITH DIAERESIS}]"
_NAME = (
    rf"(?P<name>{_CAPITAL}[^\W\d_]+(?:['\N{{RIGHT SINGLE QUOTATION MARK}}-][^\W\d_]+)?"
    rf"(?:\s(?:(?:de|del|la|van|von|bin|al)\s){{0,2}}{_CAPITAL}[^\W\d_]+){{0,3}})"
)
_BEFORE = lazy(rf"\b{_NAME}(?:,\s(?:aged\s|de\s)?)\Z")
_BEHIND = lazy(_NAME)


class Age(NamedTuple):
    """A name with an age behind or before it."""

    start: int
    end: int
    name: str
    years: int


def conflicting(document: Document) -> Iterator[tuple[Age, Age]]:
    """Yield the pairs of ages of the same person that differ, the first known age first."""
    known: dict[str, list[Age]] = {}
    for age in _ages(document):
        family = known.setdefault(age.name.rpartition(" ")[2], [])
        same = [other for other in family if _is_same(other.name, age.name)]
        if same and age.years not in {other.years for other in family}:
            yield same[0], age
        family.append(age)


def _is_same(one: str, other: str) -> bool:
    """Tell whether two names of one surname, one of them full, can mean one person."""
    shorter, longer = sorted((one, other), key=len)
    return " " in longer and (shorter == longer or longer.endswith(f" {shorter}"))


def _ages(document: Document) -> Iterator[Age]:
    text = document.text
    for match in matches_at(AGE, text, document.figures):
        years = int(match.group()[:2])
        if years < YOUNGEST or not (match["ahead"] or text.endswith(_LEADS_IN, 0, match.start())):
            continue
        if document.line_at(match.start()).role != Role.PARAGRAPH:
            continue
        if match["ahead"]:
            named = _BEHIND.match(text, match.end())
            start, end = match.start(), named.end() if named else 0
        else:
            named = _BEFORE.search(text, max(0, match.start() - LONGEST_NAME), match.start())
            start, end = named.start() if named else 0, match.end()
        if named:
            yield Age(start, end, " ".join(named["name"].split()), years)
