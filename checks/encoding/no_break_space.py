"""No-break spaces stand where no rule of the language wants one."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

ONE_BY_ONE = 5  # more of them in a record are one remark: it is a habit of its source
_NO_BREAK = frozenset("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}")
_REACH = 4  # characters before that hold a word of two letters and its full stop


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("[\u00a0\u202f\u2007]+")


@cache
def _short_word() -> re.Pattern[str]:
    # Slavic and French styles tie a preposition or an initial to the next word.
    return re.compile(r"(?<![^\W\d_])[^\W\d_]{1,2}\.?$")


@check(
    code="ENC010",
    name="no-break-space",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    fix="unsafe",
    characters=_NO_BREAK,
)
def no_break_space(document: Document, _context: Context) -> Iterator[Hit]:
    """No-break spaces stand where no rule of the language wants one.

    ## What it finds
    No-break spaces between ordinary words. More than five in a record are
    reported once.

    ## Why it matters
    They come from web pages, look like blanks, and split or glue words for
    programs that only know U+0020.

    ## How it decides
    They are right next to a digit, a unit, a sign, a dash or an inner mark
    (French), and after a word of one or two letters or an initial.

    ## Known mistakes
    Careful typesetting that ties other words together.

    ## Options
    None.
    """
    text = document.text
    found = [
        (match.start(), match.end())
        for match in _pattern().finditer(text)
        if not _is_wanted(text, match.start(), match.end())
    ]
    if len(found) <= ONE_BY_ONE:
        for start, end in found:
            yield _hit([(start, end)])
    else:
        yield _hit(found)


def _is_wanted(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before.strip() or not after.strip():
        return False
    if not (before.isalpha() or before in ",.;") or not (after.isalpha() or after in "(\"'"):
        return True
    return _short_word().search(text[max(0, start - _REACH) : start]) is not None


def _hit(places: list[tuple[int, int]]) -> Hit:
    start, end = places[0]
    count = len(places)
    return Hit(
        start,
        end,
        "A no-break space between words."
        if count == 1
        else f"{count} no-break spaces between words, the first one here.",
        evidence={"rule": "no-break space where a blank is usual", "count": count},
        suggestion=" ",
        edits=tuple(Edit(first, last, " ") for first, last in places),
    )


EXAMPLES = (
    Bad("state media\N{NO-BREAK SPACE}reported", span="\N{NO-BREAK SPACE}", fix=" "),
    Good("Vraiment\N{NO-BREAK SPACE}? Oui, 10\N{NO-BREAK SPACE}000 personnes.", language="fr"),
)
