"""Quotations that hang on the word before or behind them: ``said"yes"and left``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.inner_blanks import OPENING
from textassay.checks.encoding.technical import is_address, token_at
from textassay.checks.typos.vocabulary import vocabulary
from textassay.contract import Edit, Hit
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document
    from textassay.text.quotations import Quotation

SHORTEST = 3  # letters of the word before; prefixes of strings in code have one or two
LONGEST = 30
_STRAIGHT = '"'
_MARKS = ".,;:!?"
_JOINED = {mark: lazy(rf"{mark}(?<=[^\W\d_].|[{_MARKS}].)(?=[^\W\d_])") for mark in OPENING}
_WORD = lazy(r"[^\W\d_]+")


def found(document: Document) -> Iterator[Hit]:
    """Yield the quotations without a blank around them.

    Behind a straight mark only a small word of the grammar tells: of "friend"ed the rest is
    an ending. The other marks that close are found by the shape of the words.
    """
    text = document.text
    if not any(mark in document.alphabet and _JOINED[mark].search(text) for mark in OPENING):
        return
    if vocabulary(document.language.code) is None:
        return
    for quotation in document.quotations:
        if not quotation.closed or quotation.opening not in OPENING:
            continue
        if _follows_word(document, quotation):
            yield _hit(text, quotation.start)
        if quotation.closing == _STRAIGHT and _precedes_word(document, quotation):
            yield _hit(text, quotation.end)


def _follows_word(document: Document, quotation: Quotation) -> bool:
    text, start = document.text, quotation.start
    quoted = text[start + 1 : quotation.end - 1]
    if not quoted[:1].isalpha() or not (quoted[0].isupper() or " " in quoted):
        return False  # of one small word: `print"note"`, `key:"value"`
    begin = start - 1 if text[start - 1 : start] in _MARKS else start
    first = begin
    while first > max(0, begin - LONGEST) and text[first - 1].isalpha():
        first -= 1
    return begin - first >= SHORTEST and _is_word(document, first, begin)


def _precedes_word(document: Document, quotation: Quotation) -> bool:
    match = _WORD.match(document.text, quotation.end)
    code = document.language.code
    return match is not None and match.group() in entries(__file__, f"small_words.{code}.txt")


def _is_word(document: Document, start: int, end: int) -> bool:
    words = vocabulary(document.language.code)
    first, last = token_at(document.text, start, end)
    written = document.text[start:end]
    return (
        words is not None
        and words.valid(written.lower())
        and not is_address(document.text[first:last])
    )


def _hit(text: str, place: int) -> Hit:
    """Return the hit for a blank that is missing at a place."""
    return Hit(
        place - 1,
        place + 1,
        "A blank is missing beside a quotation mark.",
        evidence={"rule": "word that hangs on a quotation"},
        suggestion=f"{text[place - 1]} {text[place]}",
        edits=(Edit(place, place, " "),),
    )
