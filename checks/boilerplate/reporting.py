"""Turns the leftovers of one kind into hits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate import phrases
from textassay.checks.boilerplate.decision import leftovers
from textassay.checks.boilerplate.tally import level
from textassay.checks.boilerplate.weights import CERTAIN, INFO, SURE, WARNING
from textassay.contract import Edit, Hit, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.kinds import Kind
    from textassay.text.document import Document


def hits(
    document: Document, kind: Kind, message: str, severity: Severity, *, certain: float = CERTAIN
) -> Iterator[Hit]:
    """Yield a hit for each leftover of the kind.

    Args:
        document: The document.
        kind: The kind of leftover.
        message: The message of the hits.
        severity: Their severity where the cues reach ``SURE``; below
            ``SURE`` it is at most a warning, below ``WARNING`` a remark.
            A warning is an error from ``certain`` on.
        certain: The sum of a certain leftover.
    """
    for leftover in leftovers(document):
        if leftover.kind is kind:
            yield Hit(
                leftover.start,
                leftover.end,
                message,
                evidence={
                    "rule": f"{kind} line by the sum of its cues",
                    "score": leftover.score,
                    "threshold": INFO,
                    "cues": [f"{cue} {weight:+.1f}" for cue, weight in leftover.cues],
                    "lexicons": list(phrases.in_play(document)),
                },
                suggestion="",
                edits=(removal(document.text, leftover.start, leftover.end),),
                severity=_severity(severity, leftover.score, certain),
            )


def removal(text: str, start: int, end: int) -> Edit:
    """Return the edit that removes a span, with its line break where it is whole lines."""
    if start == 0 or text[start - 1] in "\r\n":
        end += 2 if text.startswith("\r\n", end) else text[end : end + 1] in {"\r", "\n"}
    return Edit(start, end, "")


def _severity(gravest: Severity, score: float, certain: float) -> Severity:
    reached = level(score)
    if gravest is Severity.WARNING and score >= certain:
        return Severity.ERROR
    if reached == SURE:
        return gravest
    if reached == WARNING and gravest is not Severity.INFO:
        return Severity.WARNING
    return Severity.INFO
