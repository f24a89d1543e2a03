"""What extraction glues to a paragraph: prompts, teasers in brackets, signatures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textassay.checks.boilerplate import marks, openings
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.layout import PROSE_WORDS
from textassay.checks.boilerplate.strengths import strength
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.mentions import Match
    from textassay.checks.boilerplate.tally import Tally

REACH = 240  # code points after a phrase that are looked at: what a teaser is long
GLUED_WORDS = 25  # longer remainders hold more than the teaser: up to its full stop
SIGNATURE_WORDS = 14  # after its phrase: the names of who reported and who edited
BRACKETS = {"(": ")", "[": "]"}
_STOPPED = lazy("[.!?\N{HORIZONTAL ELLIPSIS}][\"')\u2019\u201d\u00bb]*\\s+")

QUOTED = frozenset({Kind.SOURCE, Kind.CREDIT, Kind.COPYRIGHT})
"""Kinds that stand in brackets inside an article as references."""

ADDRESSES = frozenset({Kind.SHARE, Kind.SUBSCRIBE, Kind.CONSENT, Kind.COPYRIGHT})
"""Kinds that speak to the visitor: a sure phrase of theirs needs no colon."""

SIGNING = frozenset({Kind.ADVERT, Kind.COMMENTS, Kind.COPYRIGHT, Kind.CREDIT, Kind.SHARE})
"""Kinds that stand after the last sentence of a paragraph and leave it what it is."""


def is_stopped(row: Row, begin: int) -> bool:
    """Tell whether a sentence of the row ends before a place, or a bar or a bracket parts it."""
    before = row.text[:begin]
    return before.rstrip()[-1:] in PARTING or _STOPPED.search(before) is not None


PARTING = marks.SENTENCE_ENDS | frozenset("(/|:-\N{EN DASH}\N{EM DASH}\N{COPYRIGHT SIGN}")


def after_prose(row: Row, begin: int) -> int:
    """Return where the sentence around a place begins, 0 unless a paragraph stands before it."""
    stops = [stop.end() for stop in _STOPPED.finditer(row.text, max(0, begin - REACH), begin)]
    parted = row.text[max(0, begin - 1) : begin] in marks.SENTENCE_ENDS  # without a blank
    start = begin if parted else stops[-1] if stops else 0
    return start if row.text.count(" ", 0, start) >= PROSE_WORDS else 0


def count(tally: Tally, match: Match, begin: int, after: str) -> None:
    """Count a prompt glued to a paragraph: after a full stop, with a colon or in capitals.

    Args:
        tally: The row.
        match: The phrase that opens the prompt.
        begin: Where it begins in the row.
        after: What follows it, up to ``REACH``.
    """
    row, kind = tally.row, match.entry.kind
    if match.start < tally.glued or strength(match.entry, after, match.phrase) == "weak ":
        return
    written = row.text[begin : begin + len(match.phrase)]
    if match.entry.strength == "capitals" and not written.isupper():
        return
    if _signs(match, after) and (start := after_prose(row, begin)) and begin - start <= 1:
        tally.add_part(match.start - (begin - start), row.end, kind, "credit at the end")
        tally.glued = row.end
        return
    before = row.text[max(0, begin - openings.DECORATION) : begin]
    if before[-1:] in BRACKETS:
        if " " in match.phrase or not written.islower():  # "(read: the same)"
            _count_bracket(tally, match, begin, after)
        return
    ended = before[-1:].isspace() and before.rstrip()[-1:] in marks.SENTENCE_ENDS
    if not ended or " " not in after.strip():
        return
    colon = match.phrase.endswith(":") or after.lstrip().startswith(":")
    address = match.entry.strength == "sure" and kind in ADDRESSES
    if colon or address or (written.isupper() and " " in written):
        long = address or len(after) == REACH or after.count(" ") > GLUED_WORDS
        stop = re.search(r"[.!?](?=\s)", after) if long else None
        end = match.end + (stop.end() if stop else len(after))
        tally.add_part(match.start, end, kind, "inner opening", match.phrase)
        tally.glued = end


def _signs(match: Match, after: str) -> bool:
    """Tell whether names end the row: ``Reporting by ...; Editing by ...``, ``Source: AFP``."""
    entry = match.entry
    return (
        entry.kind in {Kind.CREDIT, Kind.SOURCE}
        and (entry.strength == "named" or match.phrase[-1] == ":")
        and len(after) < REACH
        and after.count(" ") <= SIGNATURE_WORDS
        and after.lstrip(" :")[:1].isupper()
        and re.search(r"[.!?]\s", after) is None
    )


def _count_bracket(tally: Tally, match: Match, begin: int, after: str) -> None:
    """Count a prompt in brackets inside a paragraph, up to the bracket that closes it."""
    row = tally.row
    close = row.text.find(BRACKETS[row.text[begin - 1]], begin)
    end = close + 1 if close > 0 else len(row.text)
    colon = match.phrase.endswith(":") or after.lstrip().startswith(":")
    if match.entry.kind not in QUOTED and colon and end - begin <= REACH:
        start = match.start - 1
        tally.add_part(start, row.start + end, match.entry.kind, "inner bracket", match.phrase)
        tally.glued = row.start + end
