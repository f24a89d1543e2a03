"""Cheap tests that a clean text passes, before any misreading is tried.

On clean text these are the whole cost of the search for mojibake: sets of
distinct characters, and one regular expression where they give a reason.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from textassay.checks.encoding.misreadings import (
    DOUBLE_BYTE,
    SINGLE_BYTE,
    UTF_8,
    Misreading,
    leads,
    table,
    trails,
    utf8_sequences,
)
from textassay.checks.encoding.technical import token_at
from textassay.text import outline
from textassay.text.alphabet import class_of as set_pattern
from textassay.text.alphabet import span_of
from textassay.text.character_class import class_of
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy, places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

COMMON_SHARE = 0.85  # of the distinct Han and Hangul characters of a clean text are common ones
SURE = 0.75  # of a language; below it, identification names rare languages after common ones
_END_OF_LATIN = "\u0250"
FEW_LETTERS = 150  # letters beyond ASCII of an alphabet; longer lists are syllables
FOREIGN_SHARE = 0.3  # of Han characters in a text; with less, Han in a Latin word is odd
EACH = 40  # places of one odd letter that are looked at
ENOUGH = 200  # odd tokens tell enough; all of a damaged record are odd
_IN_LATIN = ("es", "fr", "de", "pt", "it", "pl", "tr")
_OFTEN = frozenset({*_IN_LATIN, "ru", "uk"})  # asked first
_ASCII_TO_BLANK = b" " * 128 + bytes(range(128, 256))
_RUN = lazy(r"[^\x00-\x7f]+")
_OPENS_WORD = lazy(r"[\u2018\u2019\u201a\u201c\u201e\u00ab](?<= .)[^\W\d_](?= )")
"""Runs of a quotation mark or an apostrophe and a letter, which all of French has."""
_HAN = lazy("[\u3400-\u9fff\uac00-\ud7a3]")
_HAN_IN_WORD = lazy("[\u3400-\u9fff\uac00-\ud7a3](?:(?<=[a-z].)|(?=[a-z]))")
_READERS = ("cp1252", "cp1250", "cp1251", "koi8-r", "mac-roman", "cp437", "cp850", "iso8859-2")
_HALF_WIDTH = span_of(0xFF61, 0xFF9F)
WELL_PLACED = frozenset(
    "\u00b7\u2019\u2018\u2013\u2014\u2010\u2011\u2026\u00a0\u00ad\u202f\u00aa\u00ba\u00b5\u2212\u00d7\u00b0"
)  # marks that stand between letters by right

_ASCII_AND_WELL_PLACED = WELL_PLACED | span_of(0, 127)
_QUOTES = "\u201c\u201d\u00ab\u00bb\u00bf\u00a1"
FAMILIAR = frozenset(_QUOTES + "\u00e1\u00e9\u00ed\u00f3\u00fa\u00fc\u00f1")
"""Quotation marks and small letters of Spanish, which need no look at the tables."""
_QUOTE_INSIDE = lazy(rf"[{_QUOTES}](?<=[^\W\d_].)(?=[^\W\d_]|[{_QUOTES}](?!\W))")


def runs_beyond_ascii(data: bytes) -> set[bytes]:
    """Return the distinct runs beyond ASCII of a text in UTF-8."""
    return set(data.translate(_ASCII_TO_BLANK).split())


def adjoining_runs(text: str, places: Iterable[int]) -> set[bytes]:
    """Return the distinct runs beyond ASCII around some places, in UTF-8."""
    runs = set()
    end = 0
    for place in places:
        if place >= end:
            start = place
            while start > end and not text[start - 1].isascii():
                start -= 1
            run = _RUN.match(text, start)
            end = run.end() if run else place
            runs.add(text[start:end].encode())
    return runs


def utf8_suspects(runs: set[bytes]) -> tuple[Misreading, ...]:
    """Return the single-byte codecs as which UTF-8 may have been read.

    Args:
        runs: Runs beyond ASCII of a text, in UTF-8, lone surrogates too.
    """
    if not runs:
        return ()
    written = f" {b' '.join(runs).decode('utf-8', 'surrogatepass')} "
    found = set(pairs().findall(_OPENS_WORD.sub("", written)))
    return _suspects_of("\n".join(sorted(found))) if found else ()


@lru_cache(maxsize=256)
def _suspects_of(joined: str) -> tuple[Misreading, ...]:
    return tuple(
        Misreading(UTF_8, codec) for codec in SINGLE_BYTE if any(utf8_sequences(codec, joined))
    )


@cache
def pairs() -> re.Pattern[str]:
    """Return the pattern of what may be a sequence of UTF-8 in any of the codecs."""
    first = frozenset().union(*map(leads, SINGLE_BYTE))
    rest = frozenset().union(*map(trails, SINGLE_BYTE))
    return re.compile(f"{set_pattern(first)}{set_pattern(rest)}{{1,3}}")


def asian_suspects(text: str, present: frozenset[str]) -> tuple[Misreading, ...]:
    """Return the double-byte codecs as which UTF-8 may have been read.

    Such text is full of rare Han characters, or has Han in Latin words.
    """
    syllables = [char for char in present if "\u3400" <= char <= "\ud7a3"]
    if not syllables and not present & _HALF_WIDTH:
        return ()
    written = [char for char in syllables if char <= "\u9fff"]
    common = sum(class_of(char) == "Han1" for char in written)
    if common >= COMMON_SHARE * len(written) and not present & _HALF_WIDTH:
        inside = _HAN_IN_WORD.search(text) is not None
        if not inside or len(_HAN.findall(text)) > FOREIGN_SHARE * len(text):
            return ()
    return tuple(Misreading(UTF_8, codec) for codec in DOUBLE_BYTE)


@cache
def exemplars() -> Mapping[str, frozenset[str]]:
    """Return the letters beyond ASCII of each language, small and capital."""
    rows = dict(entry.split(" ", 1) for entry in entries(__file__, "exemplars.txt"))
    return {
        code: frozenset(rows[code] + rows[code].upper())
        for code in sorted(rows, key=lambda code: (code not in _OFTEN, code))
        if len(rows[code]) <= FEW_LETTERS
    }


@cache
def letters_of_all() -> frozenset[str]:
    """Return the letters beyond ASCII of all languages with an alphabet."""
    return frozenset().union(*exemplars().values())


@cache
def _readable() -> frozenset[str]:
    """Return all that a wrong single-byte reading can show."""
    return frozenset().union(*(table(codec) for codec in _READERS))


def odd_tokens(
    text: str,
    present: frozenset[str],
    inside: Sequence[int] | None,
    language: Callable[[], tuple[str, float]],
) -> frozenset[str]:
    """Return the tokens that a wrong single-byte reading may have made.

    They have letters that the language lacks, capitals inside of words, or
    signs that never stand in words. There are none where nothing stands
    inside of words and one language of the world has all the letters.

    Args:
        text: The text of the record.
        present: Its distinct characters.
        inside: Where signs may stand inside of words (None: unknown).
        language: Gives its ISO 639-1 code and how sure that is; asked where it matters.
    """
    beyond = present - _ASCII_AND_WELL_PLACED
    if beyond <= FAMILIAR and not any(_at(_QUOTE_INSIDE, text, inside)):
        return frozenset()  # most texts: the tables below are not even made
    if inside is not None and not inside and any(map(beyond.issubset, _plain_sets())):
        return frozenset()
    if present.isdisjoint(_readable()):
        return frozenset()
    letters = frozenset(
        char for char in present & _readable() if char.isalpha() and char not in WELL_PLACED
    )
    if not never_inside() & present <= outline.known():
        inside = None
    signs = [] if present.isdisjoint(never_inside()) else _at(_inside(), text, inside)
    found = [match.start() for match in signs]
    mixed = () if present.isdisjoint(_other_letters()) else _mixed().finditer(text)
    found += [match.start() for match in islice(mixed, EACH)]
    if not found and _is_covered(letters, language):
        return frozenset()
    own = exemplars().get(language()[0], frozenset())
    strange = letters - own
    if not found and own.isdisjoint(_other_letters()):
        strange -= _other_letters()  # Greek in formulas, names in Cyrillic
    for char in sorted(strange):
        found += islice(places(text, char), EACH)
    return frozenset(text[slice(*token_at(text, place, place + 1))] for place in found[:ENOUGH])


@cache
def _plain_sets() -> tuple[frozenset[str], ...]:
    """Return, for each language asked first, its letters and the signs that the outline tells.

    A text of these with nothing inside of words has no odd token.
    """
    signs = frozenset(char for char in outline.known() if not char.isalpha())
    told = outline.known() | (letters_of_all() - never_inside())
    return tuple((exemplars()[code] | signs) & told - _other_letters() for code in _IN_LATIN)


def _is_covered(letters: frozenset[str], language: Callable[[], tuple[str, float]]) -> bool:
    """Tell whether the language of a text, or a common one, has all of its letters.

    Hungarian with the wrong one of two accents has the letters of Vietnamese:
    any language counts only where that of the text is unknown, and for formulas.
    """
    known = exemplars()
    if any(letters <= known[code] for code in _OFTEN):
        return True
    if max(letters) < _END_OF_LATIN:
        code, confidence = language()
        if confidence >= SURE and code in known:
            return letters <= known[code]
    return any(map(letters.issubset, known.values()))


def _at(
    pattern: re.Pattern[str], text: str, offsets: Sequence[int] | None
) -> Iterable[re.Match[str]]:
    """Return the matches of a pattern, looked for at some places or everywhere."""
    if offsets is None:
        return pattern.finditer(text)
    return filter(None, (pattern.match(text, offset) for offset in offsets))


@cache
def _other_letters() -> frozenset[str]:
    """Return the letters of Greek and Cyrillic that no Latin word has, nor seems to have.

    Those that look like Latin letters are written by tricksters, see mixed-script-word.
    """
    twins = frozenset(entry[-1] for entry in entries(__file__, "look_alikes.txt"))
    return span_of(0x0370, 0x052F) - twins


@cache
def _mixed() -> re.Pattern[str]:
    # Three letters of a word beside it: fewer make a unit or a formula.
    beside = "(?:(?<=[a-z]{3}.)|(?=[a-z]{3})|(?<=[a-z].)(?=[a-z]{2})|(?<=[a-z]{2}.)(?=[a-z]))"
    return re.compile(f"{set_pattern(_other_letters())}{beside}")


@cache
def never_inside() -> frozenset[str]:
    """Return signs that never stand in words, and capitals, which never follow a small letter."""
    return frozenset(
        char
        for char in _readable() - WELL_PLACED
        if not char.isascii() and (not char.isalpha() or char.isupper())
    )


@cache
def _inside() -> re.Pattern[str]:
    # Begins with the class, which is searched fast; the looks around come after.
    chars = set_pattern(never_inside())
    capital = r"A-Z\u00c0-\u00de\u0410-\u042f"
    signs = set_pattern(frozenset(char for char in never_inside() if not char.isalpha()))
    return re.compile(
        rf"{chars}(?<=[^\W\d_].)(?:(?<=[^{capital}].)|(?<={signs}))(?=[^\W\d_]|{chars}(?!\W))"
    )
