"""Markup of Markdown or of a chat is left in the text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.technical import about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.patterns import matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@cache
def _markup() -> dict[str, tuple[str, re.Pattern[str]]]:
    """Return, by the text that gives a reason to look, the kind and pattern of a mark.

    Each pattern begins with its own mark, which the engine finds fast.
    """
    first = "[\\w\"'(\u00bf\u00a1\u201c\u2018\u00ab]"
    last = "[\\w.!?:;,\"')\u2026\u201d\u2019\u00bb]"
    inner = rf"(?!_){first}(?:[^*_~\n]{{0,300}}(?<!_){last})?"
    address = r"(?:https?:|/|\#|www\.)[^()\s]{0,500}[^()\n]{0,80}"
    return {
        "](": ("link", re.compile(rf"\[[^\[\]\n]{{0,300}}\]\({address}\)")),
        "**": ("bold", re.compile(rf"\*\*(?<![\w*]\*\*){inner}\*\*(?![\w*])")),
        "__": ("bold", re.compile(rf"__(?<![\w]__)(?=[^_\n]{{0,99}}\s){inner}__(?![\w_])")),
        "~~": ("struck", re.compile(rf"~~(?<![\w~]~~){inner}~~(?![\w~])")),
        "*": ("chat", re.compile(rf"\*(?<![\w*/.)-]\*){inner}\*(?![\w*/.-])")),
        "_": ("chat", re.compile(rf"_(?<![\w/.-]_){inner}_(?![\w/-])")),
        "##": ("heading", re.compile(r"##(?<![^\n]##)\#{0,4}\s(?=\S)")),
    }


@check(
    code="ENC021",
    name="markdown-markup",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=frozenset("*_[#~"),
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
    lines of stars, censored words and products.

    ## Known mistakes
    Verse and scripts that set stage directions in asterisks.

    ## Options
    None.
    """
    text = document.text
    present = document.alphabet
    if document.is_markdown:
        return
    for reason, (kind, pattern) in _markup().items():
        if present.issuperset(reason) and reason in text:
            for match in matches(pattern, text, "[" if kind == "link" else reason):
                yield _hit(document, match, kind)


def _hit(document: Document, match: re.Match[str], kind: str) -> Hit:
    code = about_code(document)
    meant = _plain(match.group(), kind)
    return Hit(
        match.start(),
        match.end(),
        f"Markup of Markdown is left in the text ({kind}).",
        evidence={"rule": f"Markdown {kind}"},
        suggestion=meant,
        edits=(Edit(match.start(), match.end(), meant),),
        severity=Severity.INFO if code else Severity.WARNING if kind == "chat" else None,
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
