"""Sentences, never cut at abbreviations, initials, ordinals or numbers.

A mark that can end a sentence is a candidate; what follows and, behind a full
stop, the token before it decide. Lexicons per language know which
abbreviations never end a sentence ("Mr."), which may ("Inc."), and which
capitalised words open one ("The"), the tie-breaker after initials ("J. K.
Rowling", "vitamin C. The").
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.model import Span
from textassay.text import folding, lexicon
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LANGUAGES = frozenset({"de", "en", "es", "fr", "it", "pt"})
"""The languages with lexicons; others use the English ones."""
_ORDINAL_LANGUAGES = frozenset({"cs", "da", "de", "et", "fi", "hr", "hu", "nb", "nn", "no"})
_ORDINAL_LANGUAGES |= {"pl", "sk", "sl", "sr", "tr", "lv", "is"}
"""Languages that write ordinals as figures with a full stop: "3. Oktober"."""
_ORDINAL_DIGITS = 2  # a year of four figures ends a sentence more often

_CLOSING = (
    r"\"'\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK})\]}"
    r"\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    r"\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}\N{RIGHT CORNER BRACKET}"
    r"\N{RIGHT WHITE CORNER BRACKET}\N{FULLWIDTH RIGHT PARENTHESIS}"
    r"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"  # German
    r"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_SPACED_CLOSING = (
    r"(?:[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]"
    r"[\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    r"\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}](?![^\W_]))?"
)
_SPACED_MARKS = r".!?\N{HORIZONTAL ELLIPSIS}\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}"
_UNSPACED_MARKS = (
    r"\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
    r"\N{HALFWIDTH IDEOGRAPHIC FULL STOP}\N{FULLWIDTH FULL STOP}\N{DEVANAGARI DANDA}"
    r"\N{DEVANAGARI DOUBLE DANDA}\N{ARMENIAN FULL STOP}\N{ETHIOPIC FULL STOP}"
    r"\N{MYANMAR SIGN SECTION}\N{KHMER SIGN KHAN}\N{TIBETAN MARK SHAD}"
)
_SPACED_END = rf"[{_SPACED_MARKS}][{_CLOSING}{_SPACED_MARKS}]*{_SPACED_CLOSING}(\s+)?"
_UNSPACED_END = rf"[{_UNSPACED_MARKS}][{_CLOSING}{_UNSPACED_MARKS}]*(\s*)"
_UNSPACED = f"[{_UNSPACED_MARKS}]"


@cache
def _end(*, spaced: bool) -> re.Pattern[str]:
    """Return the pattern of the ends; marks without blanks make it half as fast.

    Every branch matches once begun, so no run of marks is read twice.
    """
    return re.compile(_SPACED_END if spaced else f"{_SPACED_END}|{_UNSPACED_END}")


_OPENING = lazy(
    r"[\s\"'(\[{*_\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    r"\N{DOUBLE LOW-9 QUOTATION MARK}\N{SINGLE LOW-9 QUOTATION MARK}"
    r"\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    r"\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
    r"\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}\N{EM DASH}\N{EN DASH}-]*"
)
_IDEOGRAPHIC = "\N{IDEOGRAPHIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
_CORNERS = "\N{RIGHT CORNER BRACKET}\N{RIGHT WHITE CORNER BRACKET}"
_HIRAGANA = lazy(r"[\u3041-\u309f]")
"""A particle behind a closing corner bracket carries the sentence on: he said."""
_QUOTES_CLOSING = frozenset(
    "\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_REACH = 24  # code points looked back for the token before a full stop
_OPENED = lazy(r"[\s\"'(\[{<\N{LEFT DOUBLE QUOTATION MARK}\N{EM DASH}/]")
_RUNS_ON = "/=%+<>&~"  # no sentence begins with a sign of operation: "7 hab. / km"
_TAIL = 5
_NEXT_WORD = lazy(r"[^\W\d_]+")


class _Rules(NamedTuple):
    """The lexicons of one language."""

    inner: frozenset[str]
    final: frozenset[str]
    openers: frozenset[str]
    ordinals: bool
    speakers: bool
    """A name and a verb of speech behind a quoted question: as in why, Ana asked."""
    tails: frozenset[str]
    """The last letters of the abbreviations that are long enough to have them."""


@cache
def _rules(language: str) -> _Rules:
    code = language if language in LANGUAGES else "en"
    inner, final, openers = (
        frozenset(lexicon.entries(__file__, f"{name}.{code}.txt"))
        for name in ("abbreviations", "abbreviations_final", "sentence_openers")
    )
    tails = frozenset(entry[-_TAIL:] for entry in inner | final if len(entry) >= _TAIL)
    ordinals = language in _ORDINAL_LANGUAGES
    return _Rules(inner, final, openers, ordinals, code == "en", tails)


@cache
def _speaker() -> re.Pattern[str]:
    """Return the pattern of an English name with a verb of speech.

    Other languages put the verb first, in lower case, which is never cut.
    """
    verbs = "|".join(lexicon.entries(__file__, "speech_verbs.en.txt"))
    return re.compile(
        rf"(?!(?:He|She|They|It|We|I)\b)(?:[A-Z][\w.'-]{{0,20}}\s){{1,3}}(?:{verbs})\b"
    )


def split(text: str, paragraphs: Iterable[Span], language: str) -> Iterator[Span]:
    """Yield the sentences of each paragraph, white space trimmed.

    Args:
        text: The text that the paragraphs are spans of.
        paragraphs: In order; no sentence crosses their limits.
        language: ISO 639-1; picks the abbreviations.
    """
    rules = _rules(language)
    spaced = language in LANGUAGES or text.isascii() or re.search(_UNSPACED, text) is None
    found = _end(spaced=spaced).finditer(text)  # once for all: none crosses a paragraph
    match = next(found, None)
    for paragraph in paragraphs:
        start, stop = _trim(text, paragraph.start, paragraph.end)
        if start == stop:
            continue
        while match is not None:
            mark, following = match.span()
            if mark >= stop:
                break
            group = match.lastindex  # none: inside a number or an address
            if (
                group is not None
                and start <= mark
                and following < stop
                and (
                    _is_plain(text, mark, following, rules)
                    or _ends(text, (start, stop), mark, following, rules)
                )
            ):
                yield Span(start, match.start(group))
                start = following
            match = next(found, None)
        yield Span(start, stop)


def _is_plain(text: str, mark: int, following: int, rules: _Rules) -> bool:
    """Tell the plain case fast: a word of some length, the stop, a capital."""
    if mark < _TAIL or not text[following].isupper() or not text[mark + 1].isspace():
        return False
    tail = text[mark - _TAIL : mark]
    return tail.isalpha() and tail.islower() and tail not in rules.tails


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without the white space at either end."""
    if start < end and not text[start].isspace() and not text[end - 1].isspace():
        return start, end
    piece = text[start:end]
    stripped = piece.strip()
    start += len(piece) - len(piece.lstrip())
    return start, start + len(stripped)


def _ends(text: str, span: tuple[int, int], mark: int, following: int, rules: _Rules) -> bool:
    """Tell whether the mark ends the sentence that began at ``span[0]``."""
    first = text[following]
    if first.islower():
        return False
    if not first.isalnum():
        opened = _OPENING.match(text, following)
        following = opened.end() if opened else following
        if following >= span[1] or text[following].islower() or text[following] in _RUNS_ON:
            return False
    if text[mark] in _IDEOGRAPHIC and text[following - 1] in _CORNERS:
        return not _HIRAGANA.match(text, following)
    if text[mark] in "!?" and text[mark + 1] in _QUOTES_CLOSING:
        return not rules.speakers or _speaker().match(text, following) is None
    return text[mark] != "." or _stops(text, span[0], mark, following, rules)


def _stops(text: str, start: int, mark: int, following: int, rules: _Rules) -> bool:
    """Tell whether a full stop is one, rather than the point of an abbreviation."""
    token = _token(text, max(start, mark - _REACH), mark)
    if not token or (len(token) > _LONGEST_ABBREVIATION and token.isalpha()):
        return True
    if token.isdecimal():
        return _stops_after_figure(token, text, start, mark, following, rules)
    key = token.lower()
    if key in rules.inner:
        return False
    if key in _NUMBERED:
        return not text[following].isdecimal()
    if key in rules.final or _is_initial(token) or _is_dotted(token):
        return _opens(text, following, rules)
    return True


def _token(text: str, low: int, mark: int) -> str:
    """Return what stands before the mark, back to a blank or an opening mark."""
    token = text[max(low, text.rfind(" ", low, mark) + 1) : mark]
    return token if token.isalpha() else _OPENED.split(token)[-1]


_LONGEST_ABBREVIATION = 7
_NUMBERED = frozenset({"no"})
"""A word of several languages that abbreviates "number" before figures only."""
_DOTTED = lazy(r"(?:[^\W\d_]{1,2}\.-?)+[^\W\d_]{1,2}")


def _is_initial(token: str) -> bool:
    """Tell whether the token is one letter, or a doubled capital as in "EE. UU."."""
    return token.isalpha() and (len(token) == 1 or (len(token) == 2 and token == token[0] * 2))  # noqa: PLR2004


def _is_dotted(token: str) -> bool:
    """Tell whether the token is letters with points between: "U.S", "J.K"."""
    return "." in token and _DOTTED.fullmatch(token) is not None


def _stops_after_figure(
    token: str, text: str, start: int, mark: int, following: int, rules: _Rules
) -> bool:
    """Tell whether a figure with a full stop ends a sentence: no number of a list does."""
    if mark - len(token) <= start:
        return False
    if not rules.ordinals or len(token) > _ORDINAL_DIGITS:
        return True
    return _opens(text, following, rules)


def _opens(text: str, following: int, rules: _Rules) -> bool:
    """Tell whether the next word, capitalised, is one that opens sentences."""
    word = _NEXT_WORD.match(text, following)
    if word is None:
        return False
    if text[word.end() : word.end() + 1] == "." and len(word[0]) == 1:
        return False
    return folding.fold(word[0]) in rules.openers
