"""A blank is missing after a mark: two words hang together by it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding import joined_quotations
from textassay.checks.encoding.conventions import spacing
from textassay.checks.encoding.landmarks import landmarks, questions
from textassay.checks.encoding.technical import about_code, is_address, token_at
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LIST_MARKS = 2  # marks of one kind in a token without blanks: a list of code, tags or options
_SHORT_WORDS = {
    "en": "aI",
    "es": "yeoua",
    "fr": "\u00e0ya\u00f4",
    "it": "e\u00e8aoi",
    "pt": "eoa\u00e9\u00e0",
}
"""Words of one letter that follow a comma."""
_TRAILING = ".,;:!?\u2026\"'\u2019\u201d\u00bb)]"
_STYLES = {
    # Languages where the mark may open a quotation, so that a word follows it.
    "\u201d": frozenset({"sv", "fi", "hu", "pl", "nl", "da", "nb", "no", "ro", "hr", "sr", "bs"}),
    "\u00bb": frozenset({"de", "da", "sl", "hr", "cs", "sk", "hu", "sr", "bs", "pl", "fi", "sv"}),
}


@cache
def _shapes() -> dict[str, re.Pattern[str]]:
    """Return, for each mark, the shape of two words that it joins."""
    letter, small, capital = r"[^\W\d_]", r"[^\W\d_A-Z]", r"(?=[^\W\d_a-z])"
    sentence = lazy(
        rf"(?:{letter}{small}|\d{{2}}|{letter}[\"\u201d\u00bb)])[.!?]"
        rf"(?:{capital}{letter}{small}+(?!\w)|[AIYEO\u00c0\u00c9](?=\s[^\W\d_A-Z]))"
    )
    word = lazy(rf"(?:{letter}{small}|\d{{2}}).{letter}{{2}}|{letter}{{2}}.{letter}{small}")
    closing = lazy(rf"[\w.!?]{{2}}.{small}{{2}}|[\w.!?]{{2}}.{capital}{letter}{small}")
    name = lazy(rf"{letter}{small}:{capital}{letter}{small}")
    return (
        dict.fromkeys(".!?", sentence)
        | dict.fromkeys(",;", word)
        | {":": name}
        | (dict.fromkeys(")]\u201d\u00bb", closing))
    )


@cache
def _short_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_A-Z]{3}[,;]([^\W\d_])(?=\s[^\W\d_]{2})")


@cache
def _not_a_word() -> re.Pattern[str]:
    return re.compile(r"(?:js|com|net|org|io|ai|tv|exe|txt|pdf|jpe?g|png|doc|py)\b", re.IGNORECASE)


@check(
    code="ENC013",
    name="missing-space",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def missing_space(document: Document, _context: Context) -> Iterator[Hit]:
    """A blank is missing after a mark: two words hang together by it.

    ## What it finds
    A full stop, question or exclamation mark between a word in small letters
    and a capital; a comma, semicolon, colon, closing bracket or quotation
    mark between two words; a quotation that hangs on the word beside it.

    ## Why it matters
    Sentence splitters miss the end, tokenisers see one word ("hoy.El"), and
    it shows where a line break or a tag was dropped.

    ## How it decides
    By the shape of both words. Addresses, names of files, abbreviations,
    initials, numbers, lists without blanks and code are left alone.

    ## Known mistakes
    Brands written with a mark inside.

    ## Options
    None.
    """
    text = document.text
    shapes = _shapes()
    for offset in [*landmarks(document).before_letter, *questions(document)]:
        mark = text[offset]
        shape = shapes.get(mark)
        if shape is None or not (
            shape.match(text, max(0, offset - 2))
            or (mark in ",;" and _joins_short_word(document, offset))
        ):
            continue
        token = _token(text, offset)
        if _is_right(token, text[offset], text, offset):
            continue
        if spacing(document, offset) is None:
            continue
        if document.language_at(offset) in _STYLES.get(text[offset], ()):
            continue
        yield Hit(
            offset,
            offset + 2,
            f"A blank is missing after \N{LEFT DOUBLE QUOTATION MARK}{text[offset]}"
            "\N{RIGHT DOUBLE QUOTATION MARK}.",
            evidence={"rule": "mark between two words", "token": token[:60]},
            suggestion=f"{text[offset]} {text[offset + 1]}",
            edits=(Edit(offset + 1, offset + 1, " "),),
            severity=Severity.INFO if about_code(document) else None,
        )
    yield from _joined(document)


def _joined(document: Document) -> Iterator[Hit]:
    """Yield the quotations without a blank around them; in code they are arguments."""
    for hit in joined_quotations.found(document):
        if spacing(document, hit.start) == "tight" and not about_code(document):
            yield hit


def _joins_short_word(document: Document, offset: int) -> bool:
    """Tell whether a comma hangs between a word and a word of one letter ("rey,y luego")."""
    match = _short_word().match(document.text, max(0, offset - 3))
    return match is not None and match.group(1) in _SHORT_WORDS.get(document.language.code, "")


def _after_amount(text: str, offset: int) -> bool:
    """Tell whether a full stop follows an amount with its own point: "$79.11.The euro"."""
    return text[offset] == "." and _amount().search(text, max(0, offset - 12), offset) is not None


@cache
def _amount() -> re.Pattern[str]:
    """Return the shape of an amount of money that ends at a place."""
    return re.compile(r"[$\u20ac\u00a3]\d{1,3}(?:,\d{3})?\.\d{2,4}\Z")


def _token(text: str, offset: int) -> str:
    start, end = token_at(text, offset, offset + 1)
    return text[start:end].rstrip(_TRAILING)


def _is_right(token: str, mark: str, text: str, offset: int) -> bool:
    if _after_amount(text, offset):
        return False
    if is_address(token) or "&" in token or token.count(mark) >= LIST_MARKS:
        return True
    if "\u3040" <= text[offset + 1] <= "\u9fff":
        return True  # Chinese and Japanese have no blanks: "(pinyin: x, Chinese:\u592a)"
    if mark in ")]":
        return {")": "(", "]": "["}[mark] in token
    if (
        mark == "."
        and token.partition(".")[0].isdecimal()
        and text[text.rfind("\n", 0, offset) + 1 : offset].isdecimal()
    ):
        return True  # the number of a list item
    return mark == "." and _not_a_word().match(text, offset + 1) is not None


EXAMPLES = (
    Bad("Se fue hoy.El lunes vuelve.", span=".E", fix=". E", language="es"),
    Bad("El archivo de la región,y que se conserva.", span=",y", fix=", y", language="es"),
    Bad("The house,which fell, was old.", span=",w", fix=", w"),
    Bad("Oil fell to $79.11.The euro rose again.", span=".T", fix=". T", language="en"),
    Good("See example.com, README.Debian or e.g. the U.S.A. at 10:30"),
    Good("person(s) and (re)use of a,b,c"),
)
