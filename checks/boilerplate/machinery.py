"""What the machinery of a page leaves behind: pagers, stars to click, buttons of a list.

Remarks only: the two pages that show it among the labelled ones are no news.
"""

from __future__ import annotations

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
    buttons: dict[str, list[Tally]] = {}
    for tally in tallies:
        row = tally.row
        if row.words > BUTTON_WORDS or not _is_number(row):
            run = []
            if row.words <= BUTTON_WORDS and _may_be_a_button(row):
                buttons.setdefault(row.text, []).append(tally)
        elif int(row.text) == len(run) + 1:
            run.append(tally)
        else:
            run = [tally] if row.text == "1" else []
        if len(run) >= NUMBERS:
            for one in run if len(run) == NUMBERS else run[-1:]:
                one.add(Kind.NAVIGATION, "counts up with its neighbours")
    for copies in buttons.values():
        if len(copies) >= COPIES:
            for one in copies:
                one.add(Kind.NAVIGATION, "small label that comes back")


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
