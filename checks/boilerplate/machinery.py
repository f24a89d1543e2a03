"""What the machinery of a page leaves behind: pagers, stars to click, buttons of a list.

Remarks only: the two pages that show it among the labelled ones are no news.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.text.lines import Role

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

NUMBERS = 3  # lines that count up from one: two are the ends of a table
DIGITS = 2
COPIES = 5  # of a button: a refrain or an answer comes back less often
BUTTON_WORDS = 2


def count(tallies: list[Tally]) -> None:
    """Count the lines that count up from one, and small labels that come back all the time."""
    run: list[Tally] = []
    buttons: defaultdict[str, list[Tally]] = defaultdict(list)
    for tally in tallies:
        row = tally.row
        if row.words <= BUTTON_WORDS and _is_number(row):
            run = _counted_up(run, tally)
            continue
        run = []
        if row.words <= BUTTON_WORDS and _may_be_a_button(row):
            buttons[row.text].append(tally)
    for copies in buttons.values():
        if len(copies) >= COPIES:
            for one in copies:
                one.add(Kind.NAVIGATION, "small label that comes back")


def _counted_up(run: list[Tally], tally: Tally) -> list[Tally]:
    """Return the run of numbers that a line ends, counted where it is long enough."""
    if int(tally.row.text) != len(run) + 1:
        return [tally] if tally.row.text == "1" else []
    run.append(tally)
    if len(run) >= NUMBERS:
        for one in run if len(run) == NUMBERS else run[-1:]:
            one.add(Kind.NAVIGATION, "counts up with its neighbours")
    return run


def _is_number(row: Row) -> bool:
    return len(row.text) <= DIGITS and row.text.isdecimal()


def _may_be_a_button(row: Row) -> bool:
    """Tell whether a line in small letters is no name, no heading and no sentence."""
    return (
        row.text[0].islower()
        and not row.ended
        and not row.continues
        and row.role not in {Role.VERSE, Role.TABLE, Role.LIST_ITEM}
    )
