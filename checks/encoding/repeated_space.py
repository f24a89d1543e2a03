"""Two or more blanks stand inside a sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.conventions import is_foreign
from textassay.checks.encoding.landmarks import landmarks
from textassay.checks.encoding.technical import about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

COLUMN_GAP = 4  # blanks in a run that rather sets columns than parts words
HABIT = 2  # blanks that many typists put after a sentence
RUNS_OF_A_TABLE = 3  # runs in one line that rather set columns than part words
_MARKS = ".!?\u2026:\"'\u201d\u2019\u00bb)"


@cache
def _gap() -> re.Pattern[str]:
    return re.compile(r"(?<=\S)[ \u00a0\u2002\u2003\u2009\u202f]{2,}(?=\S)")


@check(
    code="ENC011",
    name="repeated-space",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def repeated_space(document: Document, _context: Context) -> Iterator[Hit]:
    """Two or more blanks stand inside a sentence.

    ## What it finds
    Runs of two or three blanks, no-break ones included, between two words of
    a line of prose, and of three between two sentences.

    ## Why it matters
    Something stood there and was dropped (a link, a picture, a name), or two
    pieces of text were joined.

    ## How it decides
    The line must read as prose: it ends with a mark of its own. Two blanks
    after the end of a sentence are an old habit and no defect; three are one,
    unless the record has them throughout. Lines with three or more such gaps,
    with gaps or a margin of four blanks or with tabs are tables. In a language that we do
    not know, and in text about programs, it is a remark.

    ## Known mistakes
    A table of two columns whose cells end with a full stop.

    ## Options
    None.
    """
    text = document.text
    last, gaps = -1, 0
    wide: list[Hit] = []
    for place in landmarks(document).gaps:
        match = _gap().match(text, place)
        if match is None:
            continue
        start = text.rfind("\n", 0, place) + 1
        if start != last:
            last, gaps = start, _count(text, start, text.find("\n", place))
        if not gaps:
            continue
        if not _ends_sentence(text, match.start(), match.end()):
            yield _hit(document, match, "inside a sentence")
        elif len(match.group()) > HABIT:
            wide.append(_hit(document, match, "between two sentences"))
    if len(wide) < RUNS_OF_A_TABLE:
        yield from wide


def _hit(document: Document, match: re.Match[str], where: str) -> Hit:
    return Hit(
        match.start(),
        match.end(),
        f"{len(match.group())} blanks {where}.",
        evidence={"rule": "run of blanks in prose", "blanks": len(match.group())},
        suggestion=" ",
        edits=(Edit(match.start(), match.end(), " "),),
        severity=Severity.INFO if is_foreign(document) or about_code(document) else None,
    )


def _count(text: str, start: int, end: int) -> int:
    """Return the number of gaps of a line of prose, 0 for any other line."""
    line = text[start : end if end >= 0 else None].rstrip()
    if not line or line[-1] not in _MARKS or "\t" in line or line[:COLUMN_GAP].isspace():
        return 0
    gaps = [len(match.group()) for match in _gap().finditer(line)]
    return 0 if len(gaps) >= RUNS_OF_A_TABLE or max(gaps, default=0) >= COLUMN_GAP else len(gaps)


def _ends_sentence(text: str, start: int, end: int) -> bool:
    return text[start - 1] in _MARKS and not text[end].islower()


EXAMPLES = (
    Bad("Marta, 60,  is looking for work.", span="  ", fix=" "),
    Bad("It was late.   They had left.", span="   ", fix=" "),
    Good("She left.  He stayed on."),
    Good("Name    Town    Goals"),
)
