"""Markup of Markdown or of a chat is left in the text."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.technical import about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


_MARKS = frozenset("*_[#~")


@cache
def _markup(mark: str) -> re.Pattern[str]:
    """Return the pattern of the markup that begins with a mark, its kind as the group."""
    first = "[\\w\"'(\u00bf\u00a1\u201c\u2018\u00ab]"
    last = "[\\w.!?:;,\"')\u2026\u201d\u2019\u00bb]"
    inner = rf"(?!_){first}(?:[^*_~\n]{{0,300}}(?<!_){last})?"
    address = r"(?:https?:|/|\#|www\.)[^()\s]{0,500}[^()\n]{0,80}"
    star = rf"(?P<chat>(?<![\w*/.)-]\*){inner}\*(?![\w*/.-]))"
    line = rf"(?P<chat>(?<![\w/.-]_){inner}_(?![\w/-]))"
    # The mark stands outside of any group: the engine finds it fast.
    patterns = {
        "*": rf"\*(?:(?P<bold>\*(?<![\w*]\*\*){inner}\*\*(?![\w*]))|{star})",
        "_": rf"_(?:(?P<bold>_(?<!\w__)(?=[^_\n]{{0,99}}\s){inner}__(?![\w_]))|{line})",
        "[": rf"\[(?P<link>[^\[\]\n]{{0,300}}\]\({address}\))",
        "~": rf"~(?P<struck>~(?<![\w~]~~){inner}~~(?![\w~]))",
        "#": r"\#(?P<heading>\#(?<![^\n]\#\#)\#{0,4}\s(?=\S))",
    }
    return re.compile(patterns[mark])


@check(
    code="ENC021",
    name="markdown-markup",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=_MARKS,
)
def markdown_markup(document: Document, _context: Context) -> Iterator[Hit]:
    """Markup of Markdown or of a chat is left in the text.

    ## What it finds
    Links, bold, struck and heading marks of Markdown (error); words between
    single asterisks or underscores, as chats write them (warning).

    ## Why it matters
    The marks are no part of the language: quotations are damaged, and the
    same sentence with and without them counts as two.

    ## How it decides
    The marks must stand in pairs around text, outside of words. Records that
    are Markdown by their name are left alone, and so are foot-note stars,
    lines of stars, censored words, products and banners of comments in code.
    A record with sixteen marks of Markdown, or eight with headings among them,
    is written in it: one warning at the first, whose edits are those of all.
    Titles between underscores are a remark where there are five or more: books
    in plain text are printed so.

    ## Known mistakes
    Verse and scripts that set stage directions in asterisks.

    ## Options
    None.
    """
    if document.is_markdown:
        return
    found: list[Hit] = []
    for mark in sorted(document.alphabet & _MARKS):
        matches = [*_markup(mark).finditer(document.text)]
        habit = mark == "_" and len(matches) >= TITLES
        found += [_hit(document, match, habit=habit) for match in matches if not _banner(match)]
    marks = Counter(hit.evidence["mark"] for hit in found if hit.evidence["mark"] != "chat")
    if marks.total() >= (STRUCTURED if marks["heading"] else WRITTEN):
        yield _whole(document, found, marks)
        found = [hit for hit in found if hit.evidence["mark"] == "chat"]
    yield from found


WRITTEN = 16  # marks of a record that is written in Markdown; leftovers of a page are fewer
STRUCTURED = 8  # the same, with headings among them
TITLES = 5  # words between underscores that are the way of the record


def _banner(match: re.Match[str]) -> bool:
    """Tell whether the mark of a heading stands beside a line of such marks, as in code."""
    text = match.string
    beside = text[match.start() - 3 : match.start()], text[match.end() :].partition("\n")[2][:2]
    return match.lastgroup == "heading" and (beside[0] == "##\n" or beside[1] == "##")


def _whole(document: Document, found: list[Hit], marks: Counter[str]) -> Hit:
    """Return the hit for a record that is written in Markdown, at its first mark."""
    parts = sorted((hit for hit in found if hit.evidence["mark"] != "chat"), key=_start)
    counted = ", ".join(f"{count} {mark}" for mark, count in sorted(marks.items()))
    edits: list[Edit] = []
    for edit in (part.edits[0] for part in parts):
        if not edits or edit.start >= edits[-1].end:
            edits.append(edit)
    return parts[0]._replace(
        message=f"The text is written in Markdown: {counted}.",
        evidence={"rule": "text in Markdown", **marks},
        suggestion=None,
        edits=tuple(edits),
        severity=Severity.INFO if about_code(document) else Severity.WARNING,
    )


def _start(hit: Hit) -> int:
    return hit.start


def _hit(document: Document, match: re.Match[str], *, habit: bool) -> Hit:
    code = about_code(document)
    kind = str(match.lastgroup)
    meant = _plain(match.group(), kind)
    return Hit(
        match.start(),
        match.end(),
        f"Markup of Markdown is left in the text ({kind}).",
        evidence={"rule": f"Markdown {kind}", "mark": kind},
        suggestion=meant,
        edits=(Edit(match.start(), match.end(), meant),),
        severity=Severity.INFO if code or habit else Severity.WARNING if kind == "chat" else None,
    )


def _plain(markup: str, kind: str) -> str:
    if kind == "heading":
        return ""
    if kind == "link":
        return markup[1:].partition("](")[0]
    width = 1 if kind == "chat" else 2
    return markup[width:-width]


EXAMPLES = (
    Bad("He said it was **urgent** today.", span="**urgent**", fix="urgent"),
    Bad("See [the report](https://example.org/r) now", span="[the report](https://example.org/r)"),
    Bad("*Breaking news:* the bridge is closed", span="*Breaking news:*", fix="Breaking news:"),
    Good("Price* from 5 * 3 * 2 to snake_case_name; what the f**k\n* * *\n* Terms apply"),
)
