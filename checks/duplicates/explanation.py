"""Puts a repeat into words: the message, the evidence, what differs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textassay.checks.duplicates.alignment import common
from textassay.checks.duplicates.pieces import word_pattern
from textassay.contract import Edit, Hit, RelatedSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textassay.checks.duplicates.kinds import Repeat
    from textassay.contract import Severity
    from textassay.text.document import Document

LISTED = 12  # stretches of differing words that the evidence quotes from each copy
COMPARED = 1_000  # words of a copy up to which what differs is listed


def hit(
    document: Document,
    repeat: Repeat,
    message: str,
    rule: str,
    severity: Severity | None = None,
) -> Hit:
    """Return the hit of a repeat: the later copy, related to the first."""
    start, end = repeat.later
    return Hit(
        start,
        end,
        message,
        evidence={"rule": rule, **_evidence(document, repeat)},
        suggestion="",
        edits=(Edit(*_with_break(document.text, start, end), ""),),
        related=(RelatedSpan(*repeat.first),),
        severity=severity,
    )


def place(document: Document, repeat: Repeat) -> str:
    """Name the first copy by its line."""
    return f"line {document.position(repeat.first[0])[0]}"


def percent(share: float) -> str:
    """Write a share as a whole percentage."""
    return f"{share:.0%}"


def _evidence(document: Document, repeat: Repeat) -> dict[str, Any]:
    start, end = repeat.first
    shown: dict[str, Any] = {
        "first_copy": {"start": start, "end": end, "line": document.position(start)[0]},
        "copies": repeat.copies,
        "words": repeat.words,
    }
    likeness = repeat.resemblance
    if likeness is None:
        return shown
    only_first, only_later = differences(document, repeat)
    return {
        **shown,
        "score": round(likeness.score, 3),
        "threshold": 0.5,
        "kept_in_order": round(likeness.alignment.kept, 3),
        "shared_in_any_order": round(likeness.alignment.shared, 3),
        "covered": round(likeness.alignment.covered, 3),
        "longest_run": likeness.alignment.run,
        "only_in_first": only_first[:LISTED],
        "only_in_later": only_later[:LISTED],
        "differs_in_numbers_only": is_numbers(only_first) and is_numbers(only_later),
    }


def differences(document: Document, repeat: Repeat) -> tuple[list[str], list[str]]:
    """Return the stretches of words that only the first, and only the later copy has.

    Both are empty where the copies are too long to be compared word by word.
    """
    words = word_pattern(document)
    left = [match.span() for match in words.finditer(document.folded, *repeat.first)]
    right = [match.span() for match in words.finditer(document.folded, *repeat.later)]
    if max(len(left), len(right)) > COMPARED:
        return [], []
    folded = document.folded
    pairs = common([folded[a:b] for a, b in left], [folded[a:b] for a, b in right])
    ours = _rest(document.text, left, {position for position, _ in pairs})
    theirs = _rest(document.text, right, {position for _, position in pairs})
    return ours, theirs


def _rest(text: str, spans: Sequence[tuple[int, int]], aligned: set[int]) -> list[str]:
    stretches: list[tuple[int, int]] = []
    last = -2
    for position, (start, end) in enumerate(spans):
        if position in aligned:
            continue
        if position == last + 1:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((start, end))
        last = position
    return [text[start:end] for start, end in stretches]


def is_numbers(stretches: Sequence[str]) -> bool:
    """Tell whether all that differs is numbers."""
    return bool(stretches) and all(
        any(map(str.isdigit, stretch)) and not any(map(str.isalpha, stretch))
        for stretch in stretches
    )


def _with_break(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span by the blank that its removal would leave double."""
    line_start = text.rfind("\n", 0, start) + 1
    if not text[line_start:start].strip():
        stop = text.find("\n", end)
        if stop >= 0 and not text[end:stop].strip():
            return line_start, stop + 1
    while end < len(text) and text[end] in " \t":
        end += 1
    return start, end
