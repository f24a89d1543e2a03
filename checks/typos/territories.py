"""Names of countries and regions, and lists of them in running text."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("en", "es")
_OTHER = "other"

_SEPARATOR = lazy(r"\s*[,;/]\s*(?:(?:and|y|e|&)\s+)?|\s+(?:and|y|e|&)\s+")
_ARTICLE = lazy(r"(?:the|The|el|la|los|las|El|La|Los|Las)\s+")


class Item(NamedTuple):
    """One member of a list; ``code`` is None where the name is unknown."""

    start: int
    end: int
    name: str
    code: str | None

    @property
    def is_region(self) -> bool:
        """Tell whether the name is of a region (a UN M49 code: digits)."""
        return self.code is not None and self.code.isdigit()


@cache
def codes() -> Mapping[str, str]:
    """Return the code of each territory name, in every language we know."""
    rows = (line.split("\t") for lang in LANGUAGES for line in _rows(lang))
    return MappingProxyType({name.casefold(): code for name, code, *_ in rows})


@cache
def names(language: str) -> Mapping[str, str]:
    """Return the name of each code in a language of ours, else in English."""
    rows = (line.split("\t") for line in _rows(language if language in LANGUAGES else "en"))
    return MappingProxyType({row[1]: row[0].split(" (")[0] for row in rows if row[-1] != _OTHER})


def _rows(language: str) -> tuple[str, ...]:
    return entries(__file__, f"territories.{language}.txt")


def items(text: str, start: int, end: int) -> Iterator[Item]:
    """Yield the members of the list that ``text[start:end]`` is."""
    position = start
    for match in _SEPARATOR.finditer(text, start, end):
        if match.start() > position:
            yield _item(text, position, match.start())
        position = match.end()
    if position < end:
        yield _item(text, position, end)


def _item(text: str, start: int, end: int) -> Item:
    name = " ".join(text[start:end].split())
    code = codes().get(name.casefold())
    if code is None:
        article = _ARTICLE.match(name)
        code = codes().get(name[article.end() :].casefold()) if article else None
    return Item(start, start + len(text[start:end].rstrip()), name, code)
