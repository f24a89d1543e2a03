"""Which quotation marks of a record are out of place, for the checks that say so."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.conventions import spacing_of_record
from textassay.text.outline import STAND_INS
from textassay.text.quotation_marks import (
    FAMILY,
    GUILLEMET,
    GUILLEMET_RIGHT,
    PARTNER,
    STRAIGHT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document
    from textassay.text.quotations import UnpairedMark

REACH = 6  # paragraphs over which one quotation is taken to run
LINES = 2  # on which the marks stand
VERSES = 40  # lines of a poem or of wrapped text that is quoted whole
WIDTH = 90  # code points of such a line
DOUBLE = '"\u201c\u201d\u201e\u00ab\u00bb'
_PARTNERS = {
    "\u201c": "\u201d",
    "\u201e": "\u201c",
    "\u00ab": "\u00bb",
    "\u00bb": "\u00ab",
    STRAIGHT: STRAIGHT,
}
_REOPENING = frozenset('"\u201c\u00ab')
_OPENING_SINGLE = "\N{LEFT SINGLE QUOTATION MARK}"
_COUNTED = frozenset(DOUBLE + _OPENING_SINGLE)


@cache
def _single_pair() -> re.Pattern[str]:
    return re.compile(r"\u2018(?<!\w\u2018)[^\u2018\n']*?\u2019(?!\w)")


@cache
def _reopened(marks: str) -> re.Pattern[str]:
    """Return the pattern of a paragraph that opens a quotation, and of the next that reopens it."""
    opening = f"[{''.join(mark for mark in marks if mark in _REOPENING)}]"
    return re.compile(rf"{opening}(?<![^\n].)[^{marks}\n]*\n\s*(?={opening})")


@cache
def _straight(marks: str) -> re.Pattern[str]:
    """Return the pattern of two straight marks and no other of a text between them."""
    mark = STRAIGHT
    return re.compile(rf"{mark}(?<!\w{mark})(?!\s)[^{marks}\n]*+{mark}(?<!\s{mark})(?!\w)")


@cache
def _paired(marks: str) -> re.Pattern[str]:
    """Return the pattern of what is plainly paired, of the marks that a text has.

    A quotation, or one with such quotations in it; and where no quotation
    opens by a guillemet, one at the end of a line: an arrow of a menu.
    """
    rest = rf"[^{marks}\n]*+"
    simple = {mark: f"{mark}{rest}{_PARTNERS[mark]}" for mark in marks if mark in _PARTNERS}
    if STRAIGHT in marks:
        simple[STRAIGHT] = _straight(marks).pattern
    inner = "|".join(simple.values())
    pairs = [*simple.values()]
    pairs += [
        f"{mark}{rest}(?:(?:{inner}){rest})++{_PARTNERS[mark]}"
        for mark in simple
        if mark != STRAIGHT
    ]
    if GUILLEMET not in marks and GUILLEMET_RIGHT in marks:
        pairs.append(rf"{GUILLEMET_RIGHT}(?<=\s{GUILLEMET_RIGHT})(?=[\r\n]|\Z)")
    return re.compile("|".join(pairs))


def _all_paired(document: Document) -> bool:
    """Tell whether all marks are plainly paired; most texts are told so, at 1 GB/s."""
    text = document.text
    marks = "".join(filter(document.alphabet.__contains__, DOUBLE))
    alone = _alone(document, marks)
    if alone and (_REOPENING.isdisjoint(marks) or alone != len(_reopened(marks).findall(text))):
        return False
    if _OPENING_SINGLE not in document.alphabet:
        return True
    return text.count(_OPENING_SINGLE) == len(_single_pair().findall(text))


def _alone(document: Document, marks: str) -> int:
    """Count the marks that are not plainly paired."""
    text = document.text
    directed = marks.removeprefix(STRAIGHT)
    if directed and not any(map(_in_turn().fullmatch, _skeletons(document))):
        rest = _paired(marks).sub("", text)
        return sum(map(rest.count, marks))
    if directed == marks:
        return 0
    return text.count(STRAIGHT) - 2 * len(_straight(marks).findall(text))


_LEFT, _RIGHT, _LOW, _OUT, _IN = (
    STAND_INS.get(mark, mark).encode("latin-1") for mark in "\u201c\u201d\u201e\u00ab\u00bb"
)
_ARROW = b"\x81"  # a byte that no narrow text has
_NO_MARKS = bytes(set(range(256)) - set(b"\n%b" % _ARROW + _LEFT + _RIGHT + _LOW + _OUT + _IN))


def _skeletons(document: Document) -> Iterator[bytes]:
    """Yield the marks and line breaks alone; then with guillemets that may be arrows."""
    yield document.narrow.translate(None, _NO_MARKS)
    if GUILLEMET_RIGHT in document.alphabet:
        arrows = document.narrow.replace(b" %b\n" % _IN, b" %b\n" % _ARROW)
        yield arrows.translate(None, _NO_MARKS)


@cache
def _in_turn() -> re.Pattern[bytes]:
    """Return the pattern of the marks and line breaks of a text that pairs each in its line.

    Quotations, without and with some of another kind inside, and the arrows of menus.
    """
    curly, german, outward = _LEFT + _RIGHT, _LOW + _LEFT, b"%b[%b%b]" % (_OUT, _IN, _ARROW)
    inward = _IN + _OUT
    pairs = (
        (curly, outward),
        (german, b"%b|%b" % (outward, inward)),
        (outward, b"%b|%b" % (outward, curly)),
    )
    nested = b"|".join(b"%b(?:%b)*%b" % (pair[:1], inner, pair[1:]) for pair, inner in pairs)
    return re.compile(b"(?:[\n%b]|%b|%b)*+" % (_ARROW, nested, inward))


def out_of_place(document: Document) -> tuple[UnpairedMark, ...]:
    """Return the marks that lack a partner, face the wrong way or do not fit it.

    A mark that only opens and a later one that only closes are one quotation
    that runs over paragraphs without reopening each: line wrapping does that.
    """
    return document.view(_out_of_place)


def _out_of_place(document: Document) -> tuple[UnpairedMark, ...]:
    text = document.text
    if document.alphabet.isdisjoint(_COUNTED) or _all_paired(document):
        return ()
    found: list[UnpairedMark] = []
    waiting: UnpairedMark | None = None
    for mark in document.unpaired_marks:
        if mark.fault == "unopened" and text[mark.start - 1 : mark.start].isdigit():
            continue  # inches or seconds
        if mark.fault == "unclosed" and _okina().match(text, mark.start):
            continue
        if mark.fault == "unopened" and _is_arrow(document, mark):
            continue
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


def _is_arrow(document: Document, mark: UnpairedMark) -> bool:
    """Tell whether a guillemet leads on: "More » Next story".

    So it does with a blank on either side, but in French, and where none opens in the text.
    """
    text, place = document.text, mark.start
    if mark.mark != GUILLEMET_RIGHT or text[place - 1 : place] not in {"", " ", "\n"}:
        return False
    apart = text[place + 1 : place + 2] == " " and spacing_of_record(document) != "french"
    return apart or GUILLEMET not in document.alphabet


@cache
def _okina() -> re.Pattern[str]:
    """Return the pattern of a Hawaiian word whose glottal stops are written as quotation marks."""
    return re.compile(f"{_OPENING_SINGLE}[AEIOUaeiou]\\w*[{_OPENING_SINGLE}\u2019][^\\W\\d_]")


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
    """Tell whether a later mark closes a quotation: after paragraphs, or lines of verse."""
    lines = text[first.start : last.start].split("\n")
    written = [line for line in lines if line.strip()]
    if last.mark != first.expected or len(written) < LINES:
        return False
    narrow = len(written) <= VERSES and max(map(len, written)) <= WIDTH
    return (len(lines) - len(written) < REACH) if narrow else len(written) <= REACH
