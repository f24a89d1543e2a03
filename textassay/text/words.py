"""Words by Unicode rules, with offsets.

A word is a run of letters with their combining marks, joined by single inner
apostrophes, hyphens, soft hyphens, middle dots and zero-width joiners
("don't", "Asia-Pacific", Persian verbs). Figures and
underscores are no letters: "3rd" holds the word "rd".

Scripts without blanks between words: each Han, Hiragana, Thai, Lao, Khmer and
Myanmar letter with its marks is a word by itself, a run of Katakana is one
(the defaults of Unicode's UAX 29); counts and fingerprints then work on
characters, as is the custom for these scripts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from operator import add
from typing import overload

from textassay.text import lexicon, plain
from textassay.text.patterns import lazy

_JOINTS = (
    r"['\N{RIGHT SINGLE QUOTATION MARK}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{SOFT HYPHEN}"
    r"\N{MIDDLE DOT}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}-]"
)
_LATIN = (
    r"A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02c1"
    r"\u02c6-\u02d1\u02e0-\u02e4\u02ec\u02ee"
)
_BEYOND_LATIN = lazy(r"[^\x00-\u02ff\u2000-\u206f\u20a0-\u20bf\u2122\u2190-\u21ff]")
_KATAKANA = r"\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f"
_SOLITARY = (
    r"\u3005-\u3007\u3041-\u3096\u309d-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eae\u0eb0\u0eb2\u0eb3\u0ebd-\u0edf"
    r"\u1000-\u102a\u103f\u1050-\u1055\u105a-\u105d\u1061\u1065\u1066\u106e-\u1070\u1075-\u1081"
    r"\u108e\u1780-\u17b3\u17d7\u17dc\uaa60-\uaa76\uaa7a\U00020000-\U000323af"
)
"""Letters of scripts (Han and Hiragana first) that put no blank between words."""
_LETTER_FIGURES = (
    r"\u00b2\u00b3\u00b9\u00bc-\u00be\u2070-\u207e\u2080-\u208e\u2150-\u218b\u2460-\u24ff"
    r"\u2776-\u2793\u3007\u3021-\u3029\u3192-\u3195\u3220-\u3229\u3248-\u324f\u3251-\u325f"
    r"\u3280-\u3289\u32b1-\u32bf"
)
"""Figures that ``re`` takes for letters: superscripts, fractions, Roman numerals."""


@cache
def _marks() -> str:
    """Return the combining marks as the inside of a character class."""
    ranges = []
    for entry in lexicon.entries(__file__, "combining_marks.txt"):
        first, last = (chr(int(point, 16)) for point in entry.split("-"))
        ranges.append(f"{first}-{last}")
    return "".join(ranges)


def _latin() -> str:
    return rf"[{_LATIN}]+(?:{_JOINTS}[{_LATIN}]+)*"


def _general(*, marked: bool) -> str:
    """Return the pattern for any script; ``marked`` text holds combining marks."""
    letter = rf"[^\W\d_{_KATAKANA}{_SOLITARY}{_LETTER_FIGURES}]"
    marks = f"[{_marks()}]" if marked else ""
    more = f"(?:{letter}|{marks})" if marked else letter
    rest = f"{more}*(?:{_JOINTS}{more}+)*"
    alone = f"[{_SOLITARY}]{marks}*" if marked else f"[{_SOLITARY}]"
    together = f"(?:[{_KATAKANA}]{marks}*)+" if marked else f"[{_KATAKANA}]+"
    return f"{letter}{rest}|{alone}|{together}"


@cache
def _compiled(kind: str) -> re.Pattern[str]:
    return re.compile(_latin() if kind == "latin" else _general(marked=kind == "marked"))


@cache
def _mark() -> re.Pattern[str]:
    return re.compile(f"[{_marks()}]")


def pattern(text: str) -> re.Pattern[str]:
    """Return the cheapest pattern that finds the words of ``text``.

    The text decides whether other scripts and combining marks must be known.
    """
    if text.isascii() or _BEYOND_LATIN.search(text) is None:
        return _compiled("latin")
    return _compiled("general" if _mark().search(text) is None else "marked")


class Spans(Sequence[tuple[int, int]]):
    """The ``(start, end)`` of each of the words, found when first asked for."""

    __slots__ = ("_separated", "_starts", "_text", "_words")

    def __init__(self, words: list[str], text: str, separated: bytes | None) -> None:
        """Keep what the starts are found from."""
        self._words = words
        self._text = text
        self._separated = separated
        self._starts: list[int] | None = None

    def _found(self) -> list[int]:
        if self._starts is None:
            if self._separated is None:
                matches = pattern(self._text).finditer(self._text)
                self._starts = [match.start() for match in matches]
            else:
                self._starts = plain.starts(self._separated)
        return self._starts

    @property
    def starts(self) -> list[int]:
        """Where each word starts."""
        return self._starts or self._found()

    @overload
    def __getitem__(self, index: int) -> tuple[int, int]: ...

    @overload
    def __getitem__(self, index: slice) -> list[tuple[int, int]]: ...

    def __getitem__(self, index: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        """Return one span, or a list of them."""
        starts = self._starts or self._found()
        if isinstance(index, slice):
            pairs = zip(starts[index], self._words[index], strict=True)
            return [(start, start + len(word)) for start, word in pairs]
        start = starts[index]
        return start, start + len(self._words[index])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        """Yield the spans in order."""
        starts = self._found()
        return zip(starts, map(add, starts, map(len, self._words)), strict=True)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._words)


REMEMBERED = 100_000  # word forms, some 12 MB: of 20,000 most were new strings again and again


class _Forms(dict[str, str]):
    """One string for all occurrences of a word form, in all texts."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = word
        return word


_forms = _Forms()


def read(text: str) -> tuple[list[str], Spans]:
    """Return the words in order, as written, and where each stands.

    Equal words are one string: it has its hash, lies in the processor's cache and is kept
    once. A dozen checks look all words up in a set each.
    """
    separated = plain.words(text)
    written = pattern(text).findall(text) if separated is None else plain.split(separated)
    found = list(map(_forms.__getitem__, written))
    return found, Spans(found, text, separated)


def find(text: str) -> list[str]:
    """Return the words in order, as written."""
    return read(text)[0]


def spans(text: str) -> Spans:
    """Return the ``(start, end)`` of each of the words that ``find`` returns."""
    return read(text)[1]
