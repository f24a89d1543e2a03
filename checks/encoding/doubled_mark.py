"""A mark stands twice where one is meant."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.conventions import spacing
from textassay.checks.encoding.landmarks import landmarks
from textassay.checks.encoding.technical import about_code, is_address, token_at
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


HABIT = 3  # double dots after a blank that are the style of the record
STYLE = 5  # pairs of dots, from which they are how the record writes an ellipsis
DOTS = 3  # in a token without blanks; more are a pattern or a leader


@cache
def _doubled() -> re.Pattern[str]:
    # Two of one kind, or two that exclude one another; never part of an ellipsis, never
    # after an abbreviation's full stop ("etc.,"), never before a letter (",,quoted").
    return re.compile(r"(?:(?<!\.)\.\.|[,;]\.|[,;]{2})(?![.\w/:])")


@check(
    code="ENC014",
    name="doubled-mark",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def doubled_mark(document: Document, _context: Context) -> Iterator[Hit]:
    """A mark stands twice where one is meant.

    ## What it finds
    ``,,`` ``..`` ``;;`` and pairs that exclude one another, such as ``,.``; two commas
    with only a blank between.

    ## Why it matters
    Something between the two marks was dropped, or a slip of the hand stayed;
    sentence splitters go wrong on it.

    ## How it decides
    The first mark follows a word, and white space or a closing mark follows
    the second. Ellipses of three and more dots, paths, ranges, ``?!`` and
    repeated ``!`` or ``?`` are left alone.

    ## Known mistakes
    An ellipsis typed with two dots by habit; a record with five pairs gets remarks.

    ## Options
    None.
    """
    text = document.text
    yield from _parted(document)
    last = -1
    for offset in landmarks(document).before_stop:
        if offset < last or offset == 0:
            continue
        match = _doubled().match(text, offset)
        if match is None or not _follows_word(text, offset, match.group()):
            continue
        start, end = token_at(text, offset, match.end())
        token = text[start:end]
        if is_address(token) or token.count(".") > DOTS or _is_initial(text, offset):
            continue
        if spacing(document, offset) is None:
            continue
        last = match.end()
        meant = "." if "." in match.group() else match.group()[0]
        first = offset - text[offset - 1].isspace()
        yield Hit(
            first,
            match.end(),
            "A mark stands twice.",
            evidence={"rule": "doubled mark", "marks": match.group()},
            suggestion=meant,
            edits=(Edit(first, match.end(), meant),),
            severity=Severity.INFO if document.view(_is_style) or about_code(document) else None,
        )


def _parted(document: Document) -> Iterator[Hit]:
    """Yield commas with a blank between, where a word or a link was dropped: "on Monday, , he"."""
    text = document.text
    if not any(text.startswith(", ,", place - 2) for place in landmarks(document).after_blank):
        return
    if text.count(", ,") >= HABIT:
        return  # rows of a table whose cells are empty
    for match in re.finditer(r"(?<=[^\W\d_]), , (?=[^\W\d_])", text):
        start, end = match.start(), match.end() - 1
        if spacing(document, start) is not None and document.line_at(start).role is not Role.TABLE:
            yield Hit(
                start,
                end,
                "A mark stands twice: a word between may be lost.",
                evidence={"rule": "doubled mark", "marks": match.group().strip()},
                suggestion=",",
                edits=(Edit(start, end, ","),),
                severity=Severity.INFO if about_code(document) else None,
            )


def _follows_word(text: str, offset: int, marks: str) -> bool:
    """Tell whether the marks follow a word; two dots at the end of a sentence may keep off."""
    if text[offset - 1] == " " and marks == "..":
        end = offset + len(marks)
        ends = text[end : end + 1] in {"", "\n"} or text[end + 1 : end + 2].isupper()
        return ends and text[offset - 2].isalpha() and _dots_alone(text)
    return text[offset - 1].isalnum() or text[offset - 1] in ")\u201d\u00bb"


def _is_style(document: Document) -> bool:
    """Tell whether the record writes its ellipses with two dots."""
    return document.text.count("..") - document.text.count("...") >= STYLE


def _dots_alone(text: str) -> bool:
    """Tell whether two dots after a blank are a slip, not how the record writes an ellipsis."""
    return text.count(" ..") < HABIT


def _is_initial(text: str, offset: int) -> bool:
    """Tell whether the mark ends an initial ("Pavel K..")."""
    before = text[max(0, offset - 2) : offset]
    return before[-1:].isupper() and not before[:-1].isalnum()


EXAMPLES = (
    Bad("They agreed on it.. Then they left.", span="..", fix="."),
    Bad("They asked for patience .. Then they left.", span=" ..", fix="."),
    Good("Wait... what?! It is in ../seeds, she said, etc., and left."),
)
