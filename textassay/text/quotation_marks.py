"""Quotation marks: their kinds, and which way each one faces where it stands."""

from __future__ import annotations

import re
from typing import NamedTuple

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

_ELISIONS = "em|tis|twas|twere|til|till|cause|bout|round|cos|cuz|n|ere|neath|nuff|tude|cept|kay|un"
MARK = re.compile(
    rf"[{STRAIGHT}{LEFT}{RIGHT}{LOW}{GUILLEMET}{GUILLEMET_RIGHT}"
    rf"{SINGLE_GUILLEMET}{SINGLE_GUILLEMET_RIGHT}{''.join(_CORNERS)}{''.join(_CORNERS.values())}]"
    rf"|(?<!\w)[{APOSTROPHE}{SINGLE_LEFT}{SINGLE_LOW}](?=\S)"
    rf"(?!\d0?s?\b|(?i:{_ELISIONS})\b|\d\ds?\b)"
    rf"|(?<!\s)(?<![{APOSTROPHE}{SINGLE_RIGHT}]n)"  # rock 'n' roll
    rf"[{APOSTROPHE}{SINGLE_RIGHT}{SINGLE_LEFT}](?!\w)"
)
"""Every mark that may open or close a quotation.

Apostrophes inside words, before elisions and decades ("'90s", "'em") and the
Hawaiian letter between letters are left out by the neighbours they need.
"""

_BEFORE_OPENING = frozenset(
    "([{/<>=|*_\N{EM DASH}\N{EN DASH}-:;,\N{INVERTED QUESTION MARK}\N{INVERTED EXCLAMATION MARK}"
    "\N{IDEOGRAPHIC COMMA}\N{FULLWIDTH COMMA}\N{FULLWIDTH COLON}"
)
_QUOTES = frozenset(PARTNER)


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
    closes = not blank_left and not (right.isalnum() and left not in _QUOTES)
    if opens and closes:
        if blank_left or right.isalnum():
            return Facing(opens=True, closes=False)
        if blank_right:
            return Facing(opens=False, closes=True)
    return Facing(opens, closes)
