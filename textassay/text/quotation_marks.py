"""Quotation marks: their kinds, and which way each one faces where it stands."""

from __future__ import annotations

from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy

STRAIGHT = '"'
APOSTROPHE = "'"
LEFT = "\N{LEFT DOUBLE QUOTATION MARK}"
RIGHT = "\N{RIGHT DOUBLE QUOTATION MARK}"
LOW = "\N{DOUBLE LOW-9 QUOTATION MARK}"
SINGLE_LEFT = "\N{LEFT SINGLE QUOTATION MARK}"
SINGLE_RIGHT = "\N{RIGHT SINGLE QUOTATION MARK}"
SINGLE_LOW = "\N{SINGLE LOW-9 QUOTATION MARK}"
GUILLEMET = "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
GUILLEMET_RIGHT = "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"
SINGLE_GUILLEMET = "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}"
SINGLE_GUILLEMET_RIGHT = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"

_CORNERS = {
    "\N{LEFT CORNER BRACKET}": "\N{RIGHT CORNER BRACKET}",
    "\N{LEFT WHITE CORNER BRACKET}": "\N{RIGHT WHITE CORNER BRACKET}",
}
PARTNER = {
    STRAIGHT: STRAIGHT,
    APOSTROPHE: APOSTROPHE,
    LEFT: RIGHT,
    RIGHT: LEFT,
    LOW: LEFT,
    SINGLE_LEFT: SINGLE_RIGHT,
    SINGLE_RIGHT: SINGLE_LEFT,
    SINGLE_LOW: SINGLE_LEFT,
    GUILLEMET: GUILLEMET_RIGHT,
    GUILLEMET_RIGHT: GUILLEMET,
    SINGLE_GUILLEMET: SINGLE_GUILLEMET_RIGHT,
    SINGLE_GUILLEMET_RIGHT: SINGLE_GUILLEMET,
    **_CORNERS,
    **{right: left for left, right in _CORNERS.items()},
}
"""The usual other mark of a pair; German low marks close by the left one."""
FAMILY = {
    STRAIGHT: "straight",
    APOSTROPHE: "apostrophe",
    **dict.fromkeys((LEFT, RIGHT, LOW), "double"),
    **dict.fromkeys((SINGLE_LEFT, SINGLE_RIGHT, SINGLE_LOW), "single"),
    **dict.fromkeys((GUILLEMET, GUILLEMET_RIGHT), "guillemet"),
    **dict.fromkeys((SINGLE_GUILLEMET, SINGLE_GUILLEMET_RIGHT), "single-guillemet"),
    **{mark: "corner" + left for left, right in _CORNERS.items() for mark in (left, right)},
}
OPENING = frozenset({LEFT, LOW, SINGLE_LEFT, SINGLE_LOW, GUILLEMET, SINGLE_GUILLEMET, *_CORNERS})
MIXES = {"straight": "double", "double": "straight", "apostrophe": "single", "single": "apostrophe"}
"""Families whose marks are taken for one another by a keyboard or a converter."""
LANGUAGES_WITH_EQUAL_MARKS = frozenset({"fi", "sv"})
"""Swedish and Finnish open and close by the same right mark."""

LANGUAGES_WITH_REVERSED_GUILLEMETS = frozenset(
    {"cs", "da", "de", "hr", "hu", "pl", "sk", "sl", "sr", "bs", "sh", "en", "nl", "und"}
)
"""Languages whose books may open by the right guillemet, or that have no guillemets."""
LANGUAGES_THAT_RESUME_BY_CLOSING = frozenset({"ca", "es", "gl"})
"""Languages that open each further paragraph of a quotation by the mark that closes it."""
_MARK = lazy(f"[{''.join(PARTNER)}]")
_SINGLES = frozenset({APOSTROPHE, SINGLE_LEFT, SINGLE_RIGHT})
_ELISION = lazy(
    r"\d0?s?\b|\d\ds?\b|(?i:em|tis|twas|twere|til|till|cause|bout|round|cos|cuz|n|ere|neath|"
    r"nuff|tude|cept|kay|un)\b"
)
"""What follows an apostrophe that opens a word: "'90s", "'em", "'n'"."""


def positions(text: str) -> list[int]:
    """Return the offsets of every mark that may open or close a quotation.

    Left out are apostrophes inside words and before elisions and decades, the
    Hawaiian letter, and marks between blanks.
    """
    found = [match.start() for match in _MARK.finditer(text)]
    return [at for at in found if text[at] not in _SINGLES or _is_quote(text, at)]


def _is_quote(text: str, at: int) -> bool:
    """Tell whether a single mark may be a quotation mark."""
    left = text[at - 1] if at else " "
    right = text[at + 1 : at + 2] or " "
    if right.isalnum():
        if left.isalnum() or text[at] == SINGLE_RIGHT:
            return False
        return _ELISION.match(text, at + 1) is None
    if left.isspace():
        return not right.isspace() and text[at] != SINGLE_RIGHT
    return text[max(0, at - 2) : at] not in _BEFORE_N  # rock 'n' roll


_BEFORE_N = frozenset({"'n", "\N{RIGHT SINGLE QUOTATION MARK}n"})
_BEFORE_OPENING = frozenset(
    "([{/<>=|*_\N{EM DASH}\N{EN DASH}-:;,\N{INVERTED QUESTION MARK}\N{INVERTED EXCLAMATION MARK}"
    "\N{IDEOGRAPHIC COMMA}\N{FULLWIDTH COMMA}\N{FULLWIDTH COLON}"
)
_QUOTES = frozenset(PARTNER)
_BRACKETS = frozenset("([{\N{INVERTED QUESTION MARK}\N{INVERTED EXCLAMATION MARK}")
_AFTER_CLOSING = frozenset(".,;:!?)]}")


class Facing(NamedTuple):
    """Which ways a mark may face, by its neighbours."""

    opens: bool
    closes: bool


def facing(text: str, at: int, start: int, end: int) -> Facing:
    """Return which ways the mark at ``at`` may face inside ``[start, end)``."""
    left = text[at - 1] if at > start else " "
    right = text[at + 1] if at + 1 < end else " "
    blank_left = left.isspace()
    blank_right = right.isspace()
    opens = not blank_right and (blank_left or left in _BEFORE_OPENING or left in _QUOTES)
    after = text[at + 2 : at + 3]
    opens = opens and (right not in _AFTER_CLOSING or after == right or after.isalnum())
    closes = not blank_left and not (right.isalnum() and left not in _QUOTES)
    if left in _BRACKETS and not blank_right:
        return Facing(opens=True, closes=right in _AFTER_CLOSING)
    if opens and closes and right.isalnum():
        return Facing(opens=True, closes=False)
    return Facing(opens, closes)
