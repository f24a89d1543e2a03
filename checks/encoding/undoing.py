"""When an escape may be undone without asking: plain text comes out, once and for all."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Places = Iterable[tuple[int, int, str]]

_QUOTES = frozenset("\"'\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a")

_ESCAPES = frozenset("\\%=")
_ESCAPE_REACH = 3  # characters of an escape before its last digit
_SIGNS = frozenset("\u00a0\u00b0\u00b7\u2010\u2013\u2014\u2026") | _QUOTES


def is_plain(meant: str) -> bool:
    """Tell whether a meaning is free of controls, lone marks and characters that are damage."""
    return all(
        char in "\n\t\u00a0"
        or (
            char.isprintable()
            and char != "\N{REPLACEMENT CHARACTER}"
            and not unicodedata.category(char).startswith("M")
            and not "\ufb00" <= char <= "\ufb4f"  # ligatures
        )
        for char in meant
    )


def changes_neighbours(text: str, start: int, end: int, meant: str) -> bool:
    """Tell whether what stands beside the place would be read in another way.

    A quotation mark beside a sign may turn, an escape may be completed, and a
    sign or a letter of another script looks like mojibake within a word.
    """
    before, after = text[max(0, start - _ESCAPE_REACH) : start], text[end : end + 1]
    if not _ESCAPES.isdisjoint(before + after):
        return True
    beside = before[-1:] + after
    if not meant.isalnum() and not _QUOTES.isdisjoint(beside):
        return True
    return any(map(str.isalnum, beside)) and not all(map(_is_usual, meant))


def _is_usual(char: str) -> bool:
    return char <= "\u024f" if char.isalnum() else char.isascii() or char in _SIGNS


def is_settled(text: str, found: Places, find: Callable[[str], Places]) -> bool:
    """Tell whether nothing is left to undo once all plain places are undone.

    Args:
        text: The text of the record.
        found: Start, end and meaning of each place.
        find: Finds such places in any text.
    """
    pieces = []
    position = 0
    for start, end, meant in sorted(found):
        if is_plain(meant):
            pieces += [text[position:start], meant]
            position = end
    again = find("".join([*pieces, text[position:]]))
    return not any(is_plain(meant) for _, _, meant in again)
