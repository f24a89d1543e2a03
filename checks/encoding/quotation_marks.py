"""Which quotation marks of a record are out of place, for the checks that say so."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from textassay.text.quotation_marks import FAMILY, PARTNER, STRAIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document
    from textassay.text.quotations import UnpairedMark

REACH = 6  # paragraphs over which one quotation is taken to run
DOUBLE = '"\u201c\u201d\u201e\u00ab\u00bb'
_PARTNERS = {
    "\u201c": "\u201d",
    "\u201e": "\u201c",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    STRAIGHT: STRAIGHT,
}
_OPENING_SINGLE = "\N{LEFT SINGLE QUOTATION MARK}"
_COUNTED = frozenset(DOUBLE + _OPENING_SINGLE)


@cache
def _single_pair() -> re.Pattern[str]:
    return re.compile(r"\u2018(?<!\w\u2018)[^\u2018\n']*?\u2019(?!\w)")


@cache
def _reopened() -> re.Pattern[str]:
    # A paragraph that opens a quotation, does not close it, and another that opens it again.
    return re.compile(f'^["\u201c\u00ab][^{DOUBLE}\\n]*\\n\\s*(?=["\u201c\u00ab])', re.MULTILINE)


@lru_cache(maxsize=4)
def _all_paired(text: str) -> bool:
    """Tell whether all marks are simple pairs; most texts are told so, at 500 MB/s."""
    alone = _alone(text)
    if alone and alone != len(_reopened().findall(text)):
        return False
    singles = text.count(_OPENING_SINGLE)
    return not singles or singles == len(_single_pair().findall(text))


def _alone(text: str) -> int:
    """Count the double marks that the next one, in the same paragraph, does not close."""
    marks = sorted(chain.from_iterable(_places(text, mark) for mark in DOUBLE))
    alone = index = 0
    while index < len(marks):
        if index + 1 < len(marks) and _is_pair(text, marks[index], marks[index + 1]):
            index += 2
        else:
            alone += 1
            index += 1
    return alone


def _places(text: str, mark: str) -> Iterator[int]:
    place = text.find(mark)
    while place >= 0:
        yield place
        place = text.find(mark, place + 1)


def _is_pair(text: str, start: int, end: int) -> bool:
    mark = text[start]
    if text[end] != _PARTNERS.get(mark) or text.find("\n", start, end) >= 0:
        return False
    if mark != STRAIGHT:
        return True
    before, after = text[start - 1 : start], text[end + 1 : end + 2]
    if _is_word(before) or _is_word(after):
        return False
    return not (text[start + 1].isspace() or text[end - 1].isspace())


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


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
        if waiting and mark.fault == "unopened" and _is_mixed(text, waiting, mark):
            found[-1] = _less_used(text, waiting, mark)
            waiting = None
            continue
        found.append(mark)
        waiting = mark if mark.fault == "unclosed" else None
    return tuple(found)


def _is_mixed(text: str, first: UnpairedMark, last: UnpairedMark) -> bool:
    """Tell whether two marks of different styles enclose a quotation of one paragraph."""
    styles = {FAMILY[first.mark], FAMILY[last.mark]}
    return styles == {"double", "guillemet"} and text.find("\n", first.start, last.start) < 0


def _less_used(text: str, first: UnpairedMark, last: UnpairedMark) -> UnpairedMark:
    """Return the mark that is not the habit of the text, the second if there is none."""
    uses = Counter(FAMILY[char] for char in text if char in DOUBLE)
    wrong, right = (last, first)
    if uses[FAMILY[last.mark]] > uses[FAMILY[first.mark]]:
        wrong, right = (first, last)
    return wrong._replace(fault="mixed", expected=PARTNER[right.mark], partner=right.start)


def _run_on(text: str, first: UnpairedMark, last: UnpairedMark) -> bool:
    lines = [line for line in text[first.start : last.start].split("\n") if line.strip()]
    return 1 < len(lines) <= REACH and last.mark == first.expected
