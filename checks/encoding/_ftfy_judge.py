"""Asks ftfy, the best judge of single short sequences, and replays its plan.

ftfy is imported when a suspicious sequence has been seen, never before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

_TWO, _THREE, _FOUR = 0xC0, 0xE0, 0xF0
KNOWN_TO_FTFY = frozenset(
    {"cp1252", "latin-1", "cp1254", "cp1250", "cp1251", "cp1253", "mac-roman", "cp437", "iso8859-2"}
)  # single-byte codecs that ftfy tries
_BAD = lazy(  # C1 controls, two signs in a row but those of Portuguese, lone ones that ftfy knows
    "[\x80-\x9f]|[\u00c2\u00c3] |(?<![A-Za-z])[\u0152\u0153]|[\u0152\u0153](?![A-Za-z])"
    "|[^\x00-\x7f](?:(?<![\u00c7\u00e7])[^\x00-\x7f]"
    "|(?<=\u00c7)[^\x00-\x7f\u00c3\u00d5]|(?<=\u00e7)[^\x00-\x7f\u00e3\u00f5])"
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """A span of a line that ftfy would replace, and its steps."""

    start: int
    end: int
    meant: str
    plan: str


def may_be_bad(line: str) -> bool:
    """Tell whether a line holds what every line has that ftfy calls bad; nearly none does."""
    return _BAD.search(line) is not None


def replacements(line: str) -> tuple[Replacement, ...]:
    """Return what ftfy would repair in the encoding of a line, span by span.

    Its steps are replayed character by character with their offsets; where a
    step cannot be, the difference of the two lines is taken.
    """
    if not may_be_bad(line):
        return ()
    from ftfy import TextFixerConfig, fix_encoding_and_explain
    from ftfy.badness import is_bad

    if not is_bad(line):
        return ()
    fixed = fix_encoding_and_explain(line, TextFixerConfig(unescape_html=False))
    if fixed.text == line or fixed.explanation is None:
        return ()
    plan = ", ".join(f"{step.action} {step.parameter}" for step in fixed.explanation)
    pieces = [(index, index + 1, char) for index, char in enumerate(line)]
    for step in fixed.explanation:
        replayed = _replay(pieces, step.action, step.parameter)
        if replayed is None:
            return tuple(Replacement(*part, plan) for part in _difference(line, fixed.text))
        pieces = replayed
    return tuple(Replacement(*part, plan) for part in _changed(line, pieces))


Pieces = list[tuple[int, int, str]]


def _replay(pieces: Pieces, action: str, parameter: str) -> Pieces | None:
    """Apply one step; between "encode" and "decode" each piece is one byte as a character."""
    try:
        if action == "encode":
            return [
                (start, end, chr(byte))
                for start, end, char in pieces
                for byte in char.encode(parameter)
            ]
        if action == "decode" and parameter == "utf-8":
            return list(_decoded(pieces))
    except (UnicodeError, LookupError):
        return None
    return None


def _decoded(pieces: Pieces) -> Iterator[tuple[int, int, str]]:
    index = 0
    while index < len(pieces):
        lead = ord(pieces[index][2])
        size = 1 + (lead >= _TWO) + (lead >= _THREE) + (lead >= _FOUR)
        group = pieces[index : index + size]
        data = "".join(char for *_, char in group).encode("latin-1")
        yield group[0][0], group[-1][1], data.decode("utf-8")
        index += size


def _changed(line: str, pieces: Pieces) -> Iterator[tuple[int, int, str]]:
    run: tuple[int, int, str] | None = None
    for start, end, char in pieces:
        if line[start:end] == char:
            continue
        if run and run[1] == start:
            run = (run[0], end, run[2] + char)
            continue
        if run:
            yield run
        run = (start, end, char)
    if run:
        yield run


def _difference(line: str, fixed: str) -> Iterator[tuple[int, int, str]]:
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, line, fixed, autojunk=False)
    for action, start, end, first, last in matcher.get_opcodes():
        if action != "equal" and end > start:
            yield start, end, fixed[first:last]
