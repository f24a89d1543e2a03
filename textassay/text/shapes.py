"""What the shape of a single line tells: phrase, sentence, caption, date."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.text import folding, lexicon
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

ENDS = frozenset(
    ".!?\N{HORIZONTAL ELLIPSIS}\N{IDEOGRAPHIC FULL STOP}\N{DEVANAGARI DANDA}"
    "\N{ARABIC QUESTION MARK}\N{ARABIC FULL STOP}\N{FULLWIDTH EXCLAMATION MARK}"
    "\N{FULLWIDTH QUESTION MARK}\N{ARMENIAN FULL STOP}\N{ETHIOPIC FULL STOP}"
)
_ASKS = frozenset(
    "!?\N{HORIZONTAL ELLIPSIS}\N{ARABIC QUESTION MARK}"
    "\N{FULLWIDTH EXCLAMATION MARK}\N{FULLWIDTH QUESTION MARK}"
)
_HANGS = frozenset(
    ",;-\N{EN DASH}\N{EM DASH}\N{IDEOGRAPHIC COMMA}\N{FULLWIDTH COMMA}"
    "\N{ARABIC COMMA}(\N{LEFT DOUBLE QUOTATION MARK}"
)
_CLOSERS = (
    "\"')]*_\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{RIGHT CORNER BRACKET}"
    "\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)
_OPENERS = (
    "\"'([*_#\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}"
    "\N{INVERTED QUESTION MARK}\N{INVERTED EXCLAMATION MARK}\N{LEFT CORNER BRACKET}"
    "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK} "
)
_ADDRESS = lazy(r"https?://|www\.|\S@\S+\.\S")
_DIGIT = lazy(
    r"[\d\u00b2\u00b3\u00b9\u1369-\u1371\u19da\u2070\u2074-\u2079\u2080-\u2089\u2460-\u2468"
    r"\u2474-\u247c\u2488-\u2490\u24ea\u24f5-\u24fd\u24ff\u2776-\u277e\u2780-\u2788\u278a-\u2792"
    r"\U00010a40-\U00010a43\U00010e60-\U00010e68\U00011052-\U0001105a\U0001f100-\U0001f10a]"
)
"""All that ``str.isdigit`` holds for."""
_DIGITS_OF_LATIN_1 = b"0123456789\xb2\xb3\xb9"
_COPYRIGHT = "\N{COPYRIGHT SIGN}"
_WORD = lazy(r"[^\W\d_]+")
_CREDIT = lazy(r"\(([^()]{3,80})\)\W{0,2}$|[/|\N{COPYRIGHT SIGN}]\s?([^/|]{2,40})$")
_FIGURE = lazy(r"[^\W\d_]{3,12}\.?[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]\d")
_NUMBERED = lazy(r"(?:[^\W\d_]+ )?(?:\d|[A-Z]\.)[\d.]*[.:)]? ")
_DATELINE = lazy(
    r"[^\W\d_a-z][\w.'\N{RIGHT SINGLE QUOTATION MARK}-]{1,25}"  # the place
    r"(?: (?:[^\W\d_a-z][\w.'-]{1,20}|de[ls]?|d[aio]s?|la|of)){0,4}"
    r"(?:,\s[\w .,]{2,40})?"  # the country or the date
    r"\s?(?:\([A-Z][\w /.]{1,20}\))?"  # the agency
    r"\s?(?:\N{EM DASH}|\N{EN DASH}|(?<![^\W_])-{1,2}|[.:]-)"
)
_DATELINE_DASHES = ("\N{EM DASH}", "\N{EN DASH}", "-")
_AGENCY = lazy(r"[A-Z][A-Z .'-]{2,40}(?:, [\w .,]{2,40})?\s?\([A-Z][\w /.]{1,20}\)")
_PLACE_AND_DATE = lazy(
    r"(?P<place>[^\W\d_a-z][^\W\d_]{1,20}(?:[ -](?:d[aeo][ls]? )?[^\W\d_a-z][^\W\d_]{1,20}){0,2}),"
    r"\s(?P<date>[^,]*\d[\w ,.]*)"
)
_YEAR = lazy(r"(?:19|20)\d\d")
_CLOCK = lazy(r"\b\d{4}\b.*\b\d{1,2}[:.h]\d\d\b|\b\d{1,2}:\d\d\b.*\b\d{4}\b")
_INNER_END = lazy(r"\w[.!?]\s+[^\W\d_a-z]")
_SPEAKER = lazy(r"[^\W\d_]{1,2}[:.]\s")  # Q: and A: of an interview
_LONGEST_DATELINE = 80
_LONGEST_SECTION = 20
_SHORT_WORD = 3  # "de", "th", "GMT"; longer words than these make a phrase
_DASH_NAME = lazy(r"(?:\N{EM DASH}|\N{EN DASH}|\N{HORIZONTAL BAR}|--?|~)\s?(?P<name>\S.{2,60})")
_DASHES = "\N{EM DASH}\N{EN DASH}\N{HORIZONTAL BAR}-~"
_MOST_NAME_WORDS = 6
_CAPITAL_SHARE = 0.6  # particles such as "de la" stay below


def ending(content: str) -> str:
    """Return the last mark or letter before closing quotes and brackets."""
    last = content[-1:]
    return last if last.isalnum() else content.rstrip(_CLOSERS)[-1:]


def is_phrase(content: str) -> bool:
    """Tell whether the line reads as a title does: no end mark, no loose end."""
    last = ending(content)
    if not last or last in _HANGS or (last in ENDS and last not in _ASKS):
        return False
    return not _has_address(content) and any(map(str.isalpha, content))


def _has_address(content: str) -> bool:
    """Tell whether the line holds an address; plain search first, nearly all hold none."""
    return ("@" in content or "://" in content or "www." in content) and _ADDRESS.search(
        content
    ) is not None


def has_digit(content: str) -> bool:
    """Tell whether the line holds a digit, raised ones too."""
    raw = content.encode("latin-1", "ignore")  # five times as fast as the pattern
    if len(raw.translate(None, _DIGITS_OF_LATIN_1)) < len(raw):
        return True
    return len(raw) < len(content) and _DIGIT.search(content) is not None


def is_statement(content: str) -> bool:
    """Tell whether the line ends as a statement does, by a full stop."""
    last = ending(content)
    return last in ENDS and last not in _ASKS


def is_title_phrase(content: str) -> bool:
    """Tell whether the line reads as one phrase, without date or author."""
    return (
        is_phrase(content)
        and not content.endswith(":")
        and (ending(content) not in _ASKS or _INNER_END.search(content) is None)
        and not is_header_matter(content)
        and not is_dateline(content)
        and not is_signature(content, near_end=True)
    )


def is_single(content: str) -> bool:
    """Tell whether no sentence ends inside the line."""
    return _INNER_END.search(content) is None


def is_numbered(content: str) -> bool:
    """Tell whether the line begins as a numbered section or figure does."""
    return _NUMBERED.match(content) is not None


def is_heading_phrase(content: str) -> bool:
    """Tell whether the line is a phrase that begins as a heading does."""
    first = content.lstrip(_OPENERS)[:1]
    if not first or first.islower():
        return False
    second = content[1:3]
    if (":" in second or "." in second) and _SPEAKER.match(content):
        return False
    return is_phrase(content)


def is_sentence(content: str) -> bool:
    """Tell whether the line ends as a sentence does."""
    return ending(content) in ENDS


def counts_as_words(content: str, *, at_least: int) -> bool:
    """Tell whether the line has that many words, or letters where no blanks are used."""
    words = _WORD.findall(content)
    return len(words) >= at_least or any(
        len(word) >= 2 * at_least and not (word.islower() or word.isupper() or word.istitle())
        for word in words
    )


def is_header_matter(content: str) -> bool:
    """Tell whether the line is a date, a section or a site name rather than a phrase."""
    word = content.isascii() and " " not in content
    return (word and len(content) < _LONGEST_SECTION) or is_dated(content)


def is_dated(content: str) -> bool:
    """Tell whether the line holds nothing but a date, an hour or a path of sections."""
    if "|" in content or "\N{BULLET}" in content or " > " in content:
        return True
    if not has_digit(content):
        return False
    if _CLOCK.search(content):
        return True
    calendar = _calendar()
    for match in _WORD.finditer(folding.fold(content)):
        word = match[0]
        if len(word) > _SHORT_WORD and word not in calendar:
            return False  # the first or the second word, mostly
    return True


def picture_phrases(contents: Iterable[str]) -> tuple[str, ...]:
    """Return the phrases that point into a picture which any of the lines holds."""
    folded = folding.fold("\n".join(contents))
    entries = lexicon.entries(__file__, "caption_phrases.txt")
    return tuple(phrase for phrase in entries if phrase in folded)


def is_caption(content: str, phrases: Collection[str] | None = None) -> bool:
    """Tell whether the line is labelled, credited or worded as a caption.

    Args:
        content: The line.
        phrases: The only phrases it may hold that point into a picture (None: any).
    """
    if ":" in content and _is_labelled(content):
        return True
    if _FIGURE.match(content) is not None and _is_figure(content):
        return True
    if (
        (")" in content[-3:] or "/" in content or "|" in content or _COPYRIGHT in content)
        and _is_credited(folding.fold(content))
        and not is_dateline(content)
    ):
        return True
    if phrases is not None and not phrases:
        return False
    folded = folding.fold(content)
    if phrases is not None and not any(phrase in folded for phrase in phrases):
        return False
    return _picture_phrase().search(folded) is not None


def _is_labelled(content: str) -> bool:
    label, _, _ = content.partition(":")
    return folding.fold(label).strip(_OPENERS) in _entries("caption_heads.txt")


def _is_figure(content: str) -> bool:
    """Tell whether a line begins with the word for a figure, as it has the shape of one."""
    return _WORD.findall(folding.fold(content))[0] in _entries("figure_words.txt")


def is_dateline(content: str) -> bool:
    """Tell whether the line is a place with an agency, a dash or a date."""
    if len(content) > _LONGEST_DATELINE:
        return False
    if content.endswith(_DATELINE_DASHES) and _DATELINE.fullmatch(content):
        return True
    if content.endswith(")") and _AGENCY.fullmatch(content):
        return True
    if "," not in content:
        return False
    match = _PLACE_AND_DATE.fullmatch(content)
    if match is None or folding.fold(match["place"]) in _calendar():
        return False
    words = _WORD.findall(folding.fold(match["date"]))
    dated = _YEAR.search(match["date"]) or not _calendar().isdisjoint(words)
    return bool(dated) and all(word in _calendar() or len(word) < _SHORT_WORD for word in words)


def is_signature(content: str, *, near_end: bool) -> bool:
    """Tell whether the line is a name behind a dash or behind "by"."""
    if content[0] in _DASHES:
        dashed = _DASH_NAME.fullmatch(content)
        if dashed is not None:
            return _is_name(dashed["name"])
    if not near_end:
        return False
    first, _, rest = content.partition(" ")
    return folding.fold(first).rstrip(":") in _entries("byline_marks.txt") and _is_name(rest)


def _is_name(phrase: str) -> bool:
    """Tell whether most words are capitalised and no mark ends the phrase."""
    words = _WORD.findall(phrase)
    if not 1 < len(words) <= _MOST_NAME_WORDS or ending(phrase) in ENDS:
        return False
    capitals = sum(1 for word in words if word[0].isupper())
    starts = words[0][0].isupper()
    return starts and capitals >= _CAPITAL_SHARE * len(words)


@cache
def _entries(name: str) -> frozenset[str]:
    return frozenset(lexicon.entries(__file__, name))


def _is_credited(folded: str) -> bool:
    """Tell whether the line ends in a picture credit: "(Photo: ...)", "/ AFP"."""
    credit = _CREDIT.search(folded)
    if credit is None or _has_address(folded):
        return False
    words = _WORD.findall(credit[1] or credit[2])
    if credit[1] and words and words[0] in _entries("caption_heads.txt"):
        return True
    agencies = _entries("caption_credits.txt")
    return bool(words) and (words[0] in agencies or words[-1] in agencies)


@cache
def _picture_phrase() -> re.Pattern[str]:
    phrases = map(re.escape, lexicon.entries(__file__, "caption_phrases.txt"))
    return re.compile(rf"\b(?:{'|'.join(phrases)})\b")


def _calendar() -> frozenset[str]:
    return _entries("months.txt")
