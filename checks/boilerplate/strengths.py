"""How strong a phrase is in its line: some need a name or a date behind them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textassay.checks.boilerplate import stamps
from textassay.checks.boilerplate.kinds import Kind
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.boilerplate.phrases import Entry


def strength(entry: Entry, after: str, phrase: str) -> str:
    """Return the strength of a phrase in its line as the cue names it."""
    if entry.strength in SHOWN:
        if not after.strip(" :") and (phrase[-1] == ":" or ":" in after):
            return ""  # the next line holds it
        return "" if SHOWN[entry.strength](entry, after, phrase) else "weak "
    return {"strong": "", "capitals": "sure "}.get(entry.strength, f"{entry.strength} ")


_MANUAL = lazy(
    r"[\s:]*(?:/\w|[\w.+-]{1,40}\(\d\)"
    r"|(?:(?:the|el|la|los|las|il|o|a|as|os|le|les|den|die|das) )?"
    r"(?:section|chapter|appendix|figure|table|secci\u00f3n|cap\u00edtulo|ap\u00e9ndice|anexo"
    r"|figura|tabla|sezione|capitolo|appendice|tabella|se\u00e7\u00e3o|tabela"
    r"|chapitre|annexe|tableau|abschnitt|kapitel|anhang|abbildung|tabelle)s?\b)",
    re.IGNORECASE,
)


def leads_to_manual(after: str) -> bool:
    """Tell whether a prompt leads to a file, a page of a manual, a chapter: to no article."""
    return _MANUAL.match(after) is not None


def leads_to_address(after: str) -> bool:
    """Tell whether an address follows a phrase: "See: http://example.org"."""
    return after.lstrip(" :<(").startswith(("http", "ftp:", "www."))


def _is_dated(entry: Entry, after: str, phrase: str) -> bool:
    """Tell whether a date follows; of a page, with its day, as books appear in a year."""
    if phrase in DATES and after.lstrip()[:1].isalpha():  # "Date of birth: ..."
        return False
    date = after[:DATE_REACH].lower()
    exact = entry.kind is Kind.HEADER and phrase[-1] != ":" and date.lstrip()[:1] != ":"
    return stamps.to_the_day(date) if exact else stamps.dated(date)


def _is_named(_entry: Entry, after: str, _phrase: str) -> bool:
    """Tell whether a name, a handle, an address or an owner behind a slash follows."""
    name = after.lstrip(" :,|-")
    return (
        name[:1].isupper()
        or name[:1] in NAME_MARKS
        or "/" in name[:DATE_REACH]
        or name.startswith(LOWER_CASE)
    )


SHOWN = {"dated": _is_dated, "named": _is_named}
"""Strengths of phrases that are strong where what they announce follows, else weak."""

DATES = frozenset({"data", "date", "datum", "fecha"})
"""Words for a date of any sort: of the page where the date itself follows."""

HEADLINE_WORDS = 3  # after "See also:"; shorter is the name of a page or a section
DATE_REACH = 40  # code points after the phrase that hold its date or owner
LOWER_CASE = (
    "www.",
    "dpa",
    "epd",
    "kna",
    "ots",
    "iStock",
    "picture alliance",
    "picture-alliance",
    "imago",
)
"""Addresses, and agencies that write their names so."""

NAME_MARKS = frozenset("@/(\N{COPYRIGHT SIGN}")
