"""Comments of readers: what stands below a heading of comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate import marks
from textassay.checks.boilerplate.kinds import Kind
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

AUTHOR_WORDS = 8
FORM = 15  # lines, of a form and a first comment, between the heading and an author
_AUTHOR = lazy(
    r"\S.{0,40}\s(?:wrote|writes|says|said|replied|commented|posted|escribi\u00f3|escribe|dice|dijo"
    r"|coment\u00f3|respondi\u00f3|disse|diz|escreveu|comentou|schrieb|schreibt|sagt|meint|dit"
    r"|a \u00e9crit|r\u00e9pond|ha scritto|scrive|ha commentato)(?: .{1,30})?\s?:"
)
_REPLY = frozenset({"reply", "responder", "antworten", "r\u00e9pondre", "rispondi", "report abuse"})


def count(tallies: list[Tally], first: int) -> None:
    """Count the lines of a thread, which begins after ``first``, the beginning of the prose.

    A heading of comments opens it with an author soon below (the "12 comments" above an
    article is a link), whose line (``Name wrote:``, a date with a time, ``Reply``) tells
    that people take turns; or, without a
    heading, two lines or more of an author with the date and time on the next line.
    """
    for index in range(first + 1, len(tallies)):
        if "label" in tallies[index].cues.get(Kind.COMMENTS, ()):
            below = tallies[index + 1 :]
            if any(_opens_turn(tally.row) for tally in below[:FORM]):
                _count_thread(below)
                return
    signed = [
        index
        for index in range(first + 1, len(tallies) - 1)
        if tallies[index].row.text[-1] == ":"
        and _speaks(tallies[index].row)
        and _is_stamp(tallies[index + 1].row)
    ]
    if len(signed) >= TURNS:
        _count_thread(tallies[signed[0] :])


TURNS = 2  # one may be a note to the article


def _count_thread(lines: list[Tally]) -> None:
    for tally in lines:
        tally.add(Kind.COMMENTS, "in a thread of comments")


def _opens_turn(row: Row) -> bool:
    """Tell whether a line is that of an author, or what he wrote stands behind his name."""
    return _is_author(row) or _AUTHOR.match(row.folded) is not None


def _is_author(row: Row) -> bool:
    return row.words <= AUTHOR_WORDS and (
        _speaks(row) or row.folded.strip(" .|") in _REPLY or _is_stamp(row)
    )


def _speaks(row: Row) -> bool:
    return row.words <= AUTHOR_WORDS and _AUTHOR.fullmatch(row.folded) is not None


def _is_stamp(row: Row) -> bool:
    return row.words <= AUTHOR_WORDS and any(
        mark.cue == "date and time line" for mark in marks.find(row)
    )
