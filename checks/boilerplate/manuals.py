"""What manuals and logs of changes have without being leftovers: addresses, dates of releases."""

from __future__ import annotations

from collections import Counter
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

    There dates behind one and the same phrase are those of releases, and "See also" over and
    over again heads the references of its sections.
    """
    _count_addresses(document, tallies)
    for kind, cue in RECURRENT:
        found = [tally for tally in tallies if cue in tally.cues.get(kind, ())]
        phrases = Counter(tally.cues[kind][cue] for tally in found)
        for tally in found:
            if phrases[tally.cues[kind][cue]] >= COPIES and technical(document):
                tally.cues[kind].clear()
                tally.heads_list = False


def _count_addresses(document: Document, tallies: list[Tally]) -> None:
    for index, tally in enumerate(tallies):
        if CUE not in tally.cues.get(Kind.SOURCE, ()):
            continue
        above = tallies[index - 1] if index else None
        if above and not above.cues and _leads_on(above.row, tally.row, document.text):
            del tally.cues[Kind.SOURCE][CUE]
        elif technical(document) and not _is_page(tallies):
            tally.add(Kind.SOURCE, "in text about programs")


def _is_page(tallies: list[Tally]) -> bool:
    """Tell whether a record has so many leftovers that it comes from a web page."""
    return sum(tally.best() >= SURE for tally in tallies) >= PAGE


PAGE = 3  # leftovers of a page; manuals and logs of changes have a notice or a date


def _leads_on(above: Row, row: Row, text: str) -> bool:
    """Tell whether a line ends in a colon, or breaks off in a sentence: "... is found at"."""
    if above.words <= WRAPPED_WORDS:
        return False
    adjacent = text.count("\n", above.end, row.start) == 1
    return above.text[-1] == ":" or (adjacent and breaks_off(above.text))
