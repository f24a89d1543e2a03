"""Characters without a glyph of their own, and the scripts that need them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from textassay.text.alphabet import class_of, span_of
from textassay.text.patterns import lazy

JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
DIRECTION_MARKS = frozenset("\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}")
ZERO_WIDTH = (
    frozenset("\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{MONGOLIAN VOWEL SEPARATOR}")
    | span_of(0x2061, 0x2064)  # invisible operators of formulas
    | frozenset("\N{HANGUL FILLER}\N{HALFWIDTH HANGUL FILLER}")
    | JOINERS
    | DIRECTION_MARKS
)
BIDI_CONTROLS = span_of(0x202A, 0x202E) | span_of(0x2066, 0x2069)
SELECTORS = span_of(0xFE00, 0xFE0F) | span_of(0xE0100, 0xE01EF)
TAGS = span_of(0xE0000, 0xE007F)
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
SOFT_HYPHEN = "\N{SOFT HYPHEN}"

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_WITHOUT_BLANKS = lazy(
    "[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1980-\u1aaf\u1b00-\u1c4f\u2e80-\u9fff"
    "\ua980-\ua9df\uaa60-\uaadf\uf900-\ufaff]"
)  # Thai, Lao, Tibetan, Burmese, Khmer, Tai, Balinese, Javanese, CJK: words without blanks
_JOINING = lazy(
    "[\u0600-\u109f\u1780-\u18af\u1a20-\u1aaf\u1b00-\u1c4f\ua800-\uabff\ufb50-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f]"
)  # Arabic, Indic, South-East Asian, Mongolian and their kin: joining changes the reading
_PICTURE = lazy("[\u2190-\u2bff\ufe0f\u3030\u303d\U0001f000-\U0001faff\U000e007f#*0-9]")


def has_right_to_left(text: str) -> bool:
    """Tell whether the text has a letter that is written from right to left."""
    return not text.isascii() and any(
        unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text
    )


def separates_words(text: str, offset: int) -> bool:
    """Tell whether the script around an offset is written without blanks."""
    return any(map(_WITHOUT_BLANKS.match, _neighbours(text, offset)))


def joins_letters(text: str, offset: int) -> bool:
    """Tell whether the script around an offset needs joiners, or pictures do."""
    return any(
        _JOINING.match(char) or _PICTURE.match(char) for char in _neighbours(text, offset) if char
    )


def _neighbours(text: str, offset: int) -> tuple[str, str]:
    before = offset
    while before > 0 and text[before - 1] in ZERO_WIDTH:
        before -= 1
    after = offset + 1
    while after < len(text) and text[after] in ZERO_WIDTH:
        after += 1
    return text[max(0, before - 1) : before], text[after : after + 1]


@cache
def runs_of(characters: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a run of the characters."""
    return re.compile(f"{class_of(characters)}+")
