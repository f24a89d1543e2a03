"""Blanks on the inner side of a quotation mark: ``the " old house" fell``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Edit, Hit
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document
    from textassay.text.quotations import Quotation

SHORTEST = 5  # characters with the marks; shorter ones are about a mark: '" "'
OPENING = (
    '"',
    "\N{LEFT DOUBLE QUOTATION MARK}",
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}",
)
PAIRED = (*OPENING, "\N{RIGHT DOUBLE QUOTATION MARK}")
_INVERTED = frozenset("\N{INVERTED QUESTION MARK}\N{INVERTED EXCLAMATION MARK}")
_APART = (". .", "'", "\N{RIGHT SINGLE QUOTATION MARK}")  # spaced dots, an inner quotation
_CLOSING = "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}"  # found as any mark that closes
_BLANK = " "
_GUILLEMET = OPENING[-1]
_ODD = {mark: lazy(f"{mark}(?<= {mark})(?=[\\s.,;:)])") for mark in PAIRED if mark != _GUILLEMET}
"""By mark a reason to look at the quotations: it is behind a blank and opens no word."""
_SPACED = lazy(rf"{_GUILLEMET}(?<= {_GUILLEMET}) [^{_GUILLEMET}{_CLOSING}\n]++(?<!\s){_CLOSING}")
"""Guillemets with a blank behind the first only: French has one, of some kind, at each."""


def found(document: Document) -> Iterator[Hit]:
    """Yield the blanks inside of quotations that have one on one side only.

    On both sides they are a style, as in French.
    """
    text = document.text
    if not _may_be_odd(text, document.alphabet):
        return
    for quotation in document.quotations:
        if quotation.closed and quotation.opening in OPENING:
            hit = _inside(text, quotation)
            if hit is not None:
                yield hit


def _may_be_odd(text: str, present: frozenset[str]) -> bool:
    if any(mark in present and _ODD[mark].search(text) for mark in _ODD):
        return True
    return _GUILLEMET in present and _SPACED.search(text) is not None


def _inside(text: str, quotation: Quotation) -> Hit | None:
    first, last = quotation.start + 1, quotation.end - 1
    opened = text[first] == _BLANK
    closed = text[last - 1] == _BLANK
    if (
        opened == closed
        or (closed and text[last] == _CLOSING)
        or last + 1 - quotation.start < SHORTEST
    ):
        return None
    inner = text[first:last]
    bare = inner.strip(_BLANK)
    if not (bare[:1].isalnum() or bare[:1] in _INVERTED) or bare.endswith(_APART):
        return None
    if opened:
        begin, end = quotation.start, last - len(inner.lstrip(_BLANK))
        mark, place, edit = text[quotation.start], "after", Edit(first, end, "")
    else:
        begin, end = first + len(inner.rstrip(_BLANK)), quotation.end
        mark, place, edit = text[last], "before", Edit(begin, last, "")
    return Hit(
        begin,
        end,
        f"A blank stands {place} \N{LEFT DOUBLE QUOTATION MARK}{mark}"
        "\N{RIGHT DOUBLE QUOTATION MARK}, inside of the quotation.",
        evidence={"rule": "blank on the inner side of a quotation mark", "mark": mark},
        suggestion=mark,
        edits=(edit,),
    )
