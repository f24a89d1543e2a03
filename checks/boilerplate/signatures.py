"""Credits at the end of a line, in no brackets: ``... Photo: Name``, ``... / EFE``.

The words for a picture are read in any letter case; names and agencies keep
theirs, as prose writes of pictures and agencies too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row

TAIL = 90  # code points at the end of a line that may hold its credit
NAME_WORDS = 9
WORDS_BEFORE = 3  # fewer before a bare agency are a byline: ``Newsroom | EFE``

_STOPS = '.!?)"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}'
_SEPARATORS = f"{_STOPS},;|/\\]\N{HORIZONTAL ELLIPSIS}\N{EN DASH}\N{EM DASH}"
_PICTURE = (
    "(?:(?:photo|picture|image|video|foto|imagen|imagem|bild|pic)s?"
    "(?: (?:credits?|courtesy|source|illustration|(?:de )?ar(?:ch|qu)ivo))?"
    "|photograph(?:s|y|ie)?|fotograf[i\u00ed]as?|im\u00e1genes|imagens|bilder|bildquelle"
    "|photocredits?|cr[\u00e9e]dit(?:o|os|s| photo)?|cortes[i\u00ed]a)"
)
_LABELLED = lazy(
    f"(?:^|(?<=[{_SEPARATORS}])|(?<=[{_SEPARATORS}-]\\s)){_PICTURE}"
    "(?: (?:by|de|do|da|von))?"
    "\\s?(?::|\N{COPYRIGHT SIGN}|\\||\\.{3}|\N{HORIZONTAL ELLIPSIS})\\s?"
    "(?P<name>[^:!?.]{2,70}(?:\\.[^:!?|.]{2,40})?)(?<=[\\w)])[.)]?$",
    re.IGNORECASE,
)
_OWNED = lazy(
    f"(?:^|(?<=[{_SEPARATORS}])|(?<=[{_SEPARATORS}-]\\s))(?:\\([cC]\\)|\N{COPYRIGHT SIGN})\\s?"
    "(?P<year>(?:19|20)\\d\\d\\s)?"
    "(?:[A-Z\u00c0-\u00dd][\\w.'-]+|dpa|epd|imago|picture[ -]alliance)(?:[ /,]{1,3}[\\w.'-]+){0,5}$"
)
_NAMES = (
    "AFP|Ag\u00eancia Brasil|Agencia Uno|Alamy|ANI|ANSA|AP|AP Foto|AP Photo|Archivo|Arquivo"
    "|Bloomberg|Cortes\u00eda|Cuartoscuro|dpa|EFE|EPA|Europa Press|Getty|Getty Images|Handout|IANS"
    "|Imago|iStock|Keystone|Lusa|NASA|Notimex|PA Media|PA Wire|picture alliance|PTI|Reuters"
    "|RIA Novosti|Shutterstock|Sipa|Sputnik|TASS|T\u00e9lam|UPI|Xinhua|ZUMA|ZUMA Press"
)
_AGENCY = f"(?:{_NAMES}|{_NAMES.upper()})"
_NAMED = "(?P<name>(?:\\s?[/|,]\\s?[^/|:!?.]{2,40}){0,2})\\.?$"
_PARTED = lazy(
    f"(?:\\s?\\||\\s/|(?<=\\w\\w\\w)/|\\s[\N{EN DASH}\N{EM DASH}-])\\s?{_AGENCY}{_NAMED}"
)
_STOPPED = lazy(
    f"(?<=[{_STOPS}])\\s(?P<written>(?:[A-Z\u00c0-\u00dd.'-]{{2,}} ){{1,4}})?{_AGENCY}{_NAMED}"
)
_BARE = lazy(f"\\s?[/|]\\s?{_AGENCY}$")
_CAPITALISED = "[A-Z\u00c0-\u00dd][\\w.'-]+"
_SLASHED = lazy(
    f"(?<=[{_STOPS}])\\s?[/|]\\s?{_CAPITALISED}(?: {_CAPITALISED}){{0,3}}"
    "(?:\\s?/\\s?[A-Z][\\w. ]{1,20})?$"
)
_ENDS = {name.split()[-1] for name in _NAMES.split("|")}
LAST_WORDS = frozenset(_ENDS | {word.upper() for word in _ENDS})


class Signature(NamedTuple):
    """Where a credit begins in its row; ``picture`` tells that the row is a caption.

    A bare agency after a full stop signs an article as well.
    """

    begin: int
    picture: bool


def ending(row: Row) -> Signature | None:
    """Return the credit at the end of a row."""
    text = row.text
    if not (text[-1].isalnum() or text[-1] in ".)"):
        return None
    tail = text[-TAIL:]
    found = _labelled(tail) if _may_be_labelled(tail) else None
    if found is None and (
        "/" in tail or "|" in tail or tail.rpartition(" ")[2].rstrip(".") in LAST_WORDS
    ):
        found = _signed(tail, text.count(" ", 0, -TAIL))
    return found and Signature(len(text) - len(tail) + found.begin, found.picture)


def _may_be_labelled(tail: str) -> bool:
    """Tell whether a tail has a mark that stands before the name of each labelled credit."""
    return (
        ":" in tail
        or "|" in tail
        or "..." in tail
        or ("(" in tail and "(c)" in tail.lower())
        or "\N{HORIZONTAL ELLIPSIS}" in tail
        or "\N{COPYRIGHT SIGN}" in tail
    )


def _labelled(tail: str) -> Signature | None:
    folded = tail.lower()
    if any(stem in folded for stem in STEMS):
        match = _LABELLED.search(tail)
        if match and _is_name(match["name"]):
            return Signature(match.start(), picture=True)
    if "\N{COPYRIGHT SIGN}" in folded or "(c)" in folded:
        match = _OWNED.search(tail)
        if match is None:
            return None
        dated = match["year"] or match.group()[-4:].isdecimal()  # a notice of rights
        return Signature(match.start(), picture=not dated)
    return None


STEMS = ("foto", "photo", "imag", "pic", "bild", "cred", "cr\u00e9d", "video", "cortes")


def _signed(tail: str, words_before: int) -> Signature | None:
    match = _SLASHED.search(tail)
    if match and not _BARE.match(match.group()):
        return Signature(match.start(), picture=True)
    match = _PARTED.search(tail)
    if match and words_before + tail.count(" ", 0, match.start()) >= WORDS_BEFORE:
        ended = tail[: match.start()].rstrip()[-1:] in _STOPS
        return Signature(match.start(), picture=bool(match["name"]) or not ended)
    match = _STOPPED.search(tail)
    return (
        Signature(match.start() + 1, picture=bool(match["name"] or match["written"]))
        if match
        else None
    )


def _is_name(name: str) -> bool:
    first = name.lstrip("@\"'(")[:1]
    words = name.split()
    capitals = sum(word.lstrip("@\"'(")[:1].isupper() for word in words)
    titled = len(words) <= SHORT_NAME or 2 * capitals >= len(words)  # else a headline
    return (
        (first.isupper() or name[0] == "@" or name == "dpa") and len(words) <= NAME_WORDS and titled
    )


SHORT_NAME = 4
