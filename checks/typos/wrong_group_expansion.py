"""A group of countries is spelled out with a wrong or a missing member."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos import territories
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.frozen import NamedTuple
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ahocorasick_rs import AhoCorasick

    from textassay.checks.typos.territories import Item
    from textassay.contract import Context
    from textassay.text.document import Document

# Lists of larger groups in running text are mostly partial ("EU (France, Germany, Fiji)"), so
# beside a wrong member the missing ones are told only where the whole group is usually named.
SPELLED_OUT_IN_FULL = 8
FEWEST_ITEMS = 3

_OPENING = (
    r"(?:\s+(?:bloc|block|group|grouping|alliance|pact|nations|countries|members|states"
    r"|bloque|grupo|pa\N{LATIN SMALL LETTER I WITH ACUTE}ses|naciones|miembros|estados))?"
    r"\s*(?P<opening>\(|:\s|[\N{EN DASH}\N{EM DASH}]\s|-\s|,?\s+(?:made\s+up\s+of|composed\s+of"
    r"|consisting\s+of|comprising|(?:formad|integrad|compuest|conformad)[oa]s?\s+por))\s*"
)
_PARTIAL = lazy(r"\b(?:includ|such as|like|e\.g|etc|other|incluid|como|otr[oa]s|among|entre)")


class Group(NamedTuple):
    """A group with every membership that ever held."""

    name: str
    memberships: tuple[frozenset[str], ...]
    checked: str

    @property
    def ever(self) -> frozenset[str]:
        """All codes that were ever members."""
        return frozenset().union(*self.memberships)


@cache
def groups() -> dict[str, Group]:
    """Return each group of the table under each of its spellings."""
    table = {}
    for line in entries(__file__, "groups.txt"):
        spellings, members, checked = line.split("\t")
        names = spellings.split("|")
        sets = tuple(frozenset(part.split()) for part in members.split("|"))
        group = Group(max(names[:1], key=len), sets, checked)
        table.update(dict.fromkeys(names, group))
    return table


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted(groups(), key=len, reverse=True)
    spelled = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    initial = r"(?<=[A-Z])\."  # "the U.S., the U.K. and Canada"
    listed = rf"(?P<list>(?:[^()\n.:\"\N{{EN DASH}}\N{{EM DASH}}]|{initial}){{8,700}})"
    return re.compile(rf"\b(?P<group>{spelled})\b{_OPENING}{listed}")


@check(
    code="TYP090",
    name="wrong-group-expansion",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def wrong_group_expansion(document: Document, _context: Context) -> Iterator[Hit]:
    """A group of countries is spelled out with a wrong or a missing member.

    ## What it finds
    The name of a group of countries (BRICS, G7, Mercosur, NATO, ...) followed
    by a list of its members, one of which is not a member, is a region and no
    country, or is left out.

    ## Why it matters
    The list is given as the definition of the name: who learns from the text
    learns a falsehood. Machine translation and retyping swap such names
    ("South America" for "South Africa").

    ## How it decides
    The list after the name (in brackets, after a colon or a dash, or after
    "made up of") is compared with a dated table of memberships; each
    membership that ever held is accepted. Names of countries and regions come
    from Unicode CLDR. A list with a name it does not know is left alone. A
    missing member counts where all but one are named; where two of three
    are, it is a remark.

    ## Known mistakes
    A membership newer than the table; a list of guests in brackets.

    ## Options
    None.
    """
    for match in _expansions(document.text):
        group = groups()[" ".join(match["group"].split())]
        start, end = match.span("list")
        if match["opening"] == "(" and document.text[end : end + 1] != ")":
            continue
        listed = _members(document.text, start, end, closed=match["opening"] == "(")
        yield from _judge(document, group, match.start(), listed)


def _expansions(text: str) -> Iterator[re.Match[str]]:
    try:
        mentions = _names().find_matches_as_indexes(text.replace("\n", " "))
    except UnicodeEncodeError:  # lone surrogates: the pattern decides
        yield from _pattern().finditer(text)
        return
    for _, start, _ in mentions:
        match = _pattern().match(text, start)
        if match:
            yield match


@cache
def _names() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(sorted(groups()), matchkind=MatchKind.LeftmostLongest)


def _members(text: str, start: int, end: int, *, closed: bool) -> list[Item]:
    """Return the list; an unclosed one ends at its first unknown name."""
    found = list(territories.items(text, start, end))
    if closed or all(item.code for item in found):
        return found
    known = next(index for index, item in enumerate(found) if not item.code)
    return found[:known]


def _judge(document: Document, group: Group, start: int, listed: list[Item]) -> Iterator[Hit]:
    if len(listed) < FEWEST_ITEMS - 1 or not all(item.code for item in listed):
        return
    have = {item.code for item in listed}
    wrong = [item for item in listed if item.code not in group.ever]
    if 2 * len(wrong) >= len(listed):
        return
    nearest = min(group.memberships, key=lambda members: (len(members ^ have), len(members)))
    missing = sorted(nearest - have)
    short = len(nearest) <= SPELLED_OUT_IN_FULL
    if len(listed) < FEWEST_ITEMS and (wrong or len(nearest) > FEWEST_ITEMS):
        return
    if not wrong and len(missing) != 1:
        return
    if not wrong and _PARTIAL.search(document.folded, start, listed[-1].end + 12):
        return
    yield _hit(document, group, start, listed, wrong, missing if short or len(missing) == 1 else [])


def _hit(
    document: Document,
    group: Group,
    start: int,
    listed: list[Item],
    wrong: list[Item],
    missing: list[str],
) -> Hit:
    text = document.text
    end = listed[-1].end
    end += text[end : end + 1] == ")"
    names = territories.names(document.language.code)
    lacking = ", ".join(names[code] for code in missing)
    edits: tuple[Edit, ...] = ()
    suggestion = None
    if len(wrong) == len(missing) == 1:
        item = wrong[0]
        edits = (Edit(item.start, item.end, names[missing[0]]),)
        suggestion = text[start : item.start] + names[missing[0]] + text[item.end : end]
    strangers = ", ".join(item.name for item in wrong)
    message = f"{group.name} is spelled out with {strangers}, not a member"
    if not wrong:
        message = f"{group.name} is spelled out without {lacking}"
    elif missing:
        message += f", and without {lacking}"
    evidence = {
        "rule": "list of members against a dated table of groups",
        "group": group.name,
        "listed": [item.code for item in listed],
        "wrong": [item.name for item in wrong],
        "missing": missing,
        "table_checked": group.checked,
        "lexicon": "groups.txt, territories (Unicode CLDR 47)",
    }
    # of three, two may be the partners of the third: "NAFTA (Canada and Mexico)"
    severity = Severity.INFO if len(listed) < FEWEST_ITEMS else None
    return Hit(
        start,
        end,
        f"{message}.",
        evidence,
        suggestion=suggestion,
        edits=edits,
        severity=severity,
    )


EXAMPLES = (
    Bad(
        "The bid to join BRICS (Brazil, Russia, India, China, South America) goes on.",
        span="BRICS (Brazil, Russia, India, China, South America)",
        fix="BRICS (Brazil, Russia, India, China, South Africa)",
        language="en",
    ),
    Bad(
        "El G7 (Estados Unidos, Canadá, Francia, Alemania, Italia y Japón) calla.",
        span="G7 (Estados Unidos, Canadá, Francia, Alemania, Italia y Japón)",
        language="es",
    ),
    Good("BRICS (Brazil, Russia, India, China and South Africa) met again.", language="en"),
    Good("The EU (France, Germany and Italy above all) objected.", language="en"),
)
