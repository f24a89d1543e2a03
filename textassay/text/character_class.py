"""Classes of characters, for pairs that the character model has not counted."""

from __future__ import annotations

import unicodedata
from functools import cache

_ASCII_END, _LATIN_1, _LATIN_A, _LATIN_B, _LATIN_EXTENDED = 0x80, 0x100, 0x180, 0x250, 0x1E00
_SYMBOLS, _CJK_SYMBOLS, _FULL_WIDTH = 0x2070, 0x3000, 0x10000
_FIRST_LEVEL_GB = range(0xB0, 0xD8)  # lead bytes of the common Han characters of GB 2312
_FIRST_LEVEL_JIS = range(0xB0, 0xD0)  # the same of JIS X 0208, in EUC-JP
_DOUBLE_BYTE = 2


@cache
def class_of(char: str) -> str:
    """Return the class of a character: script, case, block and commonness."""
    code = ord(char)
    if code < _ASCII_END:
        return _ascii(char)
    if "\u3400" <= char <= "\u9fff":
        return f"Han{_han_level(char)}"
    if "\uac00" <= char <= "\ud7a3":
        return "Hangul1" if _bytes(char, "euc_kr") else "Hangul2"
    category = unicodedata.category(char)
    if category[0] in "LM":
        return _script(char, category) + category
    return f"{category}{_block(code)}"


def _ascii(char: str) -> str:
    if char.isalnum():
        return "a" if char.islower() else "A" if char.isupper() else "0"
    if char.isspace():
        return "blank"
    return char if char.isprintable() else "control"


def _script(char: str, category: str) -> str:
    name = unicodedata.name(char, "NONE").split()[0]
    if name != "LATIN":
        return "COMBINING" if category == "Mn" and char < "\u0370" else name
    for end in (_LATIN_1, _LATIN_A, _LATIN_B, _LATIN_EXTENDED):
        if ord(char) < end:
            return f"LATIN{end:X}"
    return "LATIN"


def _block(code: int) -> str:
    ends = (0xA0, 0xA1, _LATIN_1, 0x2000, _SYMBOLS, _CJK_SYMBOLS, 0xA000, _FULL_WIDTH)
    return next((f"{end:X}" for end in ends if code < end), "")


def _han_level(char: str) -> int:
    """Return 1 for characters of the first levels of GB 2312 or JIS, 2 for the second."""
    chinese, japanese = _bytes(char, "gb2312"), _bytes(char, "euc_jp")
    if (chinese and chinese[0] in _FIRST_LEVEL_GB) or (
        len(japanese) == _DOUBLE_BYTE and japanese[0] in _FIRST_LEVEL_JIS
    ):
        return 1
    return 2 if chinese or len(japanese) == _DOUBLE_BYTE else 3


def _bytes(char: str, codec: str) -> bytes:
    try:
        return char.encode(codec)
    except UnicodeEncodeError:
        return b""
