"""What manuals and logs of changes have without being leftovers: addresses, dates of releases."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.layout import WRAPPED_WORDS, breaks_off
from textassay.checks.boilerplate.weights import SURE
from textassay.checks.typos.technical import technical

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally
    from textassay.text.document import Document

CUE = "bare address"
RECURRENT = ((Kind.HEADER, "opening"), (Kind.RELATED, "weak label"))
COPIES = 3  # a page has the date of its story and that of its last change


def count(document: Document, tallies: list[Tally]) -> None:
    """Leave the addresses that the line before leads to; in text about programs doubt all.

    There dates behind one and the same phrase are those of releases, "See also" over and
    over again heads the references of its sections, and other prompts lead to documents.
    """
    _leave_led(document, tallies)
    if not any(_is_doubtful(tally) for tally in tallies) or not technical(document):
        return
    for kind, cue in RECURRENT:
        found = [tally for tally in tallies if cue in tally.cues.get(kind, ())]
        phrases = Counter(tally.cues[kind][cue] for tally in found)
        for tally in found:
            if phrases[tally.cues[kind][cue]] >= COPIES:
                tally.cues[kind].clear()
                tally.heads_list = False
    if sum(map(_is_furniture, tallies)) >= PAGE:
        return
    for tally in tallies:
        if CUE in tally.cues.get(Kind.SOURCE, ()):
            tally.add(Kind.SOURCE, "in text about programs")
        for kind in PROMPTS & tally.cues.keys():
            if "opening" in tally.cues[kind]:
                tally.cues[kind].clear()


def _leave_led(document: Document, tallies: list[Tally]) -> None:
    for above, tally in pairwise(tallies):
        known = CUE in tally.cues.get(Kind.SOURCE, ())
        if known and not above.cues and _leads_on(above.row, tally.row, document.text):
            del tally.cues[Kind.SOURCE][CUE]


def _is_doubtful(tally: Tally) -> bool:
    return bool(tally.cues) and not DOUBTED.isdisjoint(tally.cues)


def _is_furniture(tally: Tally) -> bool:
    """Tell whether a line is what only a web page has, for certain."""
    return any(tally.score(kind) >= SURE for kind in tally.cues.keys() - DOUBTED)


PAGE = 3  # pieces of furniture of a page; manuals and logs of changes have a date
PROMPTS = frozenset({Kind.RELATED, Kind.PROMOTION})
DOUBTED = PROMPTS | {Kind.SOURCE, Kind.HEADER, Kind.COPYRIGHT}
"""Kinds that manuals have without being pages."""


def _leads_on(above: Row, row: Row, text: str) -> bool:
    """Tell whether a line ends in a colon, or breaks off in a sentence: "... is found at"."""
    if above.words <= WRAPPED_WORDS:
        return False
    adjacent = text.count("\n", above.end, row.start) == 1
    return above.text[-1] == ":" or (adjacent and breaks_off(above.text))
