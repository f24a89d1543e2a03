"""Which quotation marks of a record are out of place, for the checks that say so."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textassay.text.document import Document
    from textassay.text.quotations import UnpairedMark

REACH = 6  # paragraphs over which one quotation is taken to run
DOUBLE = '"\u201c\u201d\u201e\u00ab\u00bb'
_OPENING_SINGLE = "\N{LEFT SINGLE QUOTATION MARK}"
_COUNTED = frozenset(DOUBLE + _OPENING_SINGLE)


@cache
def _pair() -> re.Pattern[str]:
    inside = f"[^{DOUBLE}\\n]*"
    return re.compile(
        f"\u201c{inside}\u201d|\u201e{inside}\u201c|\u00ab{inside}\u00bb|\u00bb{inside}\u00ab"
        rf"""|"(?<!\w")(?!\s){inside}"(?<!\s")(?!\w)"""
    )


@cache
def _single_pair() -> re.Pattern[str]:
    return re.compile(r"\u2018(?<!\w\u2018)[^\u2018\n']*?\u2019(?!\w)")


@cache
def _reopened() -> re.Pattern[str]:
    # A paragraph that opens a quotation, does not close it, and another that opens it again.
    return re.compile(f'^["\u201c\u00ab][^{DOUBLE}\\n]*\\n\\s*(?=["\u201c\u00ab])', re.MULTILINE)


@lru_cache(maxsize=4)
def _all_paired(text: str) -> bool:
    """Tell whether all marks are simple pairs; most texts are told so, at 150 MB/s."""
    alone = sum(map(text.count, DOUBLE)) - 2 * len(_pair().findall(text))
    if alone and alone != len(_reopened().findall(text)):
        return False
    return text.count(_OPENING_SINGLE) == len(_single_pair().findall(text))


def out_of_place(document: Document) -> tuple[UnpairedMark, ...]:
    """Return the marks that lack a partner, face the wrong way or do not fit it.

    A mark that only opens and a later one that only closes are one quotation
    that runs over paragraphs without reopening each: line wrapping does that.
    """
    text = document.text
    if document.alphabet.isdisjoint(_COUNTED) or _all_paired(text):
        return ()
    found: list[UnpairedMark] = []
    waiting: UnpairedMark | None = None
    for mark in document.unpaired_marks:
        if mark.fault == "unopened" and text[mark.start - 1 : mark.start].isdigit():
            continue  # inches or seconds
        if waiting and mark.fault == "unopened" and _run_on(text, waiting, mark):
            found.pop()  # the one that waits is the last
            waiting = None
            continue
        found.append(mark)
        waiting = mark if mark.fault == "unclosed" else None
    return tuple(found)


def _run_on(text: str, first: UnpairedMark, last: UnpairedMark) -> bool:
    lines = [line for line in text[first.start : last.start].split("\n") if line.strip()]
    return 1 < len(lines) <= REACH and last.mark == first.expected
