"""Comments of readers: what stands below a heading of comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textassay.checks.boilerplate import marks
from textassay.checks.boilerplate.kinds import Kind

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

AUTHOR_WORDS = 8
_AUTHOR = (
    r"\S.{0,40}\s(?:wrote|writes|says|said|replied|commented|posted|escribi\u00f3|escribe|dice|dijo"
    r"|coment\u00f3|respondi\u00f3|disse|diz|escreveu|comentou|schrieb|schreibt|sagt|meint|dit"
    r"|a \u00e9crit|r\u00e9pond|ha scritto|scrive|ha commentato)(?: .{1,30})?\s?:"
)
_REPLY = frozenset({"reply", "responder", "antworten", "r\u00e9pondre", "rispondi", "report abuse"})


def count(tallies: list[Tally], first: int) -> None:
    """Count the lines of a thread: a heading of comments with authors below it.

    The heading stands after ``first``, the beginning of the prose; each author line
    (``Name wrote:``, a date with a time, ``Reply``) tells that people take turns.
    """
    for index in range(first + 1, len(tallies)):
        if "label" in tallies[index].cues.get(Kind.COMMENTS, ()):
            below = tallies[index + 1 :]
            if any(_is_author(tally.row) for tally in below):
                for tally in below:
                    tally.add(Kind.COMMENTS, "in a thread of comments")
                return


def _is_author(row: Row) -> bool:
    return row.words <= AUTHOR_WORDS and (
        bool(re.fullmatch(_AUTHOR, row.folded))
        or row.folded.strip(" .|") in _REPLY
        or any(mark.cue == "date and time line" for mark in marks.find(row))
    )
