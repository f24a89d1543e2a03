"""HTML entities are left in the text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.technical import about_code, token_at
from textassay.checks.encoding.undoing import changes_neighbours, is_plain, is_settled
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@cache
def _entity() -> re.Pattern[str]:
    return re.compile(
        r"&(?:amp;){0,3}(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z][A-Za-z0-9]{1,24});"
        r"|&(?:nbsp|amp|quot|lt|gt|[lr][sd]quo|[aeiou]acute|ntilde)(?![\w;=])"
    )


@check(
    code="ENC017",
    name="html-entity",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="safe",
    characters=frozenset("&"),
)
def html_entity(document: Document, _context: Context) -> Iterator[Hit]:
    """HTML entities are left in the text.

    ## What it finds
    Named and numeric entities, nested ones (``&amp;amp;``) and the common
    ones without their semicolon.

    ## Why it matters
    The text was escaped once too often or unescaped once too little; every
    program after this one reads the escape as letters.

    ## How it decides
    The name must be one of HTML 5 (Python's ``html.entities``). The edit
    gives the character it stands for; it is safe when that is plain text, no
    control character, and no entity is left once all are undone.

    ## Known mistakes
    Text that explains entities: where a text talks about code, the finding
    is only a remark.

    ## Options
    None.
    """
    text = document.text
    found = list(_found(text))
    code = bool(found) and about_code(document)
    settled = not code and bool(found) and is_settled(text, found, _found)
    for start, end, meant in found:
        plain = is_plain(meant) and meant not in _BEGIN_ESCAPES
        closed = text[end - 1] == ";"
        safe = settled and plain and closed and not changes_neighbours(text, start, end, meant)
        yield Hit(
            start,
            end,
            "An HTML entity is left in the text.",
            evidence={"rule": "entity of HTML 5", "meaning": meant},
            suggestion=meant,
            edits=(Edit(start, end, meant, safe=safe),),
            severity=Severity.INFO if code else None,
        )


_BEGIN_ESCAPES = frozenset("\\%=")


def _found(text: str) -> Iterator[tuple[int, int, str]]:
    for match in _entity().finditer(text):
        meant = _meaning(match.group())
        if meant is not None and not _in_address(text, match):
            yield match.start(), match.end(), meant


def _meaning(entity: str) -> str | None:
    """Return what the entity stands for, or None where it is none of HTML 5."""
    from html import unescape

    closed = entity if entity.endswith(";") else entity + ";"
    while (meant := unescape(closed)) != closed:
        closed = meant
    if closed.isupper() and (letter := unescape(closed.lower())) != closed.lower():
        return letter.upper()  # a line set in capitals, its entities too
    return None if closed.startswith("&") and len(closed) > 1 else closed


def _in_address(text: str, match: re.Match[str]) -> bool:
    start, _ = token_at(text, match.start(), match.end())
    return "://" in text[start : match.start()] or "?" in text[start : match.start()]


EXAMPLES = (
    Bad("Johnson &amp; Sons said", span="&amp;", fix="&"),
    Bad("caf&eacute; culture", span="&eacute;", fix="\N{LATIN SMALL LETTER E WITH ACUTE}"),
    Good("Q&A; AT&T; R&D and rock & roll; see https://example.org/?a=1&amp;b=2"),
)
