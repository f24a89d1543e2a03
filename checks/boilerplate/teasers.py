"""Headlines of other articles: in lists under a label, above a link, behind a pointer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.weights import LONG_WORDS
from textassay.text import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

TEASER_WORDS = 4  # a shorter line is a section of the site, or a heading
LOOSE_WORDS = 15
LISTED = 2  # lines between the prose: one may be the next heading


def count_lists(tallies: list[Tally], first: int, last: int) -> None:
    """Count the lines under a label of related articles.

    On 91 pages read for the first time all of 96 such lines were leftovers. Between the
    prose the last of them may be the next heading all the same, and a short one too;
    before it the title may follow. A record without prose is wrapped, or a list itself.

    Args:
        tallies: The rows of a record.
        first: The index of its first row of prose.
        last: That of the last.
    """
    for index, tally in enumerate(tallies if last >= 0 else ()):
        if not tally.heads_list:
            continue
        listed = list(_listed(tallies, index + 1))
        if index < last and len(listed) < LISTED:
            continue
        known = index > first and "label" in tally.cues[Kind.RELATED]
        headlines = len(listed) - (index < last) if known else 0
        for number, one in enumerate(listed):
            fits = index > last or TEASER_WORDS <= one.row.words <= LOOSE_WORDS
            sure = fits and number < headlines
            cue = "under a label of related articles" if sure else "under a weaker label"
            one.add(Kind.RELATED, cue)


def _listed(tallies: list[Tally], begin: int) -> Iterator[Tally]:
    """Yield the rows of a list: a sentence, another leftover, a wrapped line ends it."""
    for index in range(begin, len(tallies)):
        tally = tallies[index]
        wrapped = index + 1 < len(tallies) and tallies[index + 1].row.continues
        if tally.row.ended or tally.cues or wrapped:
            return
        yield tally


def count_read_on(tallies: list[Tally], first: int) -> None:
    """Count the headline that stands above "Read more" or its like, on a line of its own."""
    for index in range(first + 2, len(tallies)):
        above = tallies[index - 1]
        if (
            tallies[index].cues.get(Kind.RELATED, {}).get("label") in read_on()
            and not above.row.ended
            and not above.cues
            and TEASER_WORDS <= above.row.words <= LONG_WORDS
        ):
            above.add(Kind.RELATED, "headline above a label to read on")


@cache
def read_on() -> frozenset[str]:
    """Return the labels under a teaser: "read more" in the languages of the lexicons."""
    return frozenset(lexicon.entries(__file__, "read_on.txt"))


def count_pointers(tallies: list[Tally], first: int) -> None:
    """Count a hand, a pin or an arrow before a headline; several in a row make a list.

    Many in a record are its steps or exercises.
    """
    pointing = [
        index
        for index in range(first + 1, len(tallies))
        if tallies[index].row.ornament and _points(tallies[index].row)
    ]
    if len(pointing) > POINTED:
        return
    for index in pointing:
        beside = tallies[index - 1 : index] + tallies[index + 1 : index + 2]
        if not any(_points(tally.row) for tally in beside):
            tallies[index].add(Kind.RELATED, "pointer before a headline")


def _points(row: Row) -> bool:
    marks = row.text[: row.ornament]
    return (
        not row.ended
        and TEASER_WORDS <= row.words <= LOOSE_WORDS
        and (not POINTERS.isdisjoint(marks) or ">>" in marks)
    )


POINTED = 8  # pointers of a record
POINTERS = frozenset(
    "\N{PUSHPIN}\N{ROUND PUSHPIN}\N{WHITE RIGHT POINTING BACKHAND INDEX}\N{LINK SYMBOL}"
    "\N{BLACK RIGHTWARDS ARROW}\N{BLACK RIGHT-POINTING TRIANGLE}\N{LARGE RED CIRCLE}"
    "\N{WHITE RIGHT POINTING INDEX}\N{MOVIE CAMERA}\N{CAMERA}\N{VIDEO CAMERA}\N{NEWSPAPER}"
    "\N{RIGHTWARDS ARROW WITH HOOK}\N{BLACK RIGHT-POINTING POINTER}"
)


def count_cut_off(tallies: list[Tally]) -> None:
    """Count the teasers that end a record: three or more lines in a row, all cut off."""
    run: list[Tally] = []
    for tally in reversed(tallies):
        if _is_cut_off(tally.row):
            run.append(tally)
        elif run or tally.row.prose:
            break
    if len(run) >= CUT_OFF and len(run) < len(tallies):
        for tally in run:
            tally.add(Kind.RELATED, "cut off like its neighbours")


CUT_OFF = 3


def _is_cut_off(row: Row) -> bool:
    """Tell whether dots cut a line off inside a sentence: ``The mayor said that in...``."""
    before = row.text.rstrip("." + ELLIPSIS)
    return (
        row.text[len(before) :] in {"...", ELLIPSIS}
        and before[-1:].isalpha()
        and row.text[0].isupper()
        and TEASER_WORDS <= row.words <= LONG_WORDS
    )


ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
