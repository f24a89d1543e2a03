"""Escapes of programs are left in the text: backslash, percent, quoted-printable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.technical import about_code, token_at
from textassay.checks.encoding.undoing import is_plain, is_settled
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_WHITE_SPACE = {"n": "\n", "r": "\n", "t": "\t"}


def _patterns() -> dict[str, re.Pattern[str]]:
    """Return, by its first character, the pattern of each escape."""
    # Each begins with its character outside of any group: the engine finds that fast.
    after_word = r"(?<=[\w.,!?]\\[\"'])(?=[\s.,;:)]|$)"
    code_point = r"(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|x[0-9a-fA-F]{2})"
    return {
        "\\": lazy(
            rf"\\(?:(?P<backslash>{code_point}(?:\\{code_point})*)"
            r"|(?P<line>[nrt](?:(?<![\\\w:]..)(?:\\[nrt])*(?![\w\\])"
            r"|(?<=[.!?,;]..)(?:\\[nrt])*(?=[A-Z\s]|$)))"
            rf"""|(?P<quote>["'](?:(?<![^\s(]..)(?=\w)|{after_word})))"""
        ),
        "%": lazy(
            r"%(?P<percent>20(?<=\w%20)(?=\w)"
            r"|[C-F][0-9A-F](?:%[89AB][0-9A-F])+(?:%[C-F][0-9A-F](?:%[89AB][0-9A-F])+)*)"
        ),
        "=": lazy(
            r"=(?P<printable>20(?=\r?\n)|3D(?=[\"'])"
            r"|[C-F][0-9A-F](?:=[89AB][0-9A-F])+(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)*)"
        ),
    }


_ESCAPES = _patterns()


@check(
    code="ENC018",
    name="escape-sequence",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="safe",
    characters=frozenset(_ESCAPES),
)
def escape_sequence(document: Document, _context: Context) -> Iterator[Hit]:
    r"""Escapes of programs are left in the text: backslash, percent, quoted-printable.

    ## What it finds
    ``\u00e9``, ``\x..``, ``\n`` and ``\"`` as letters, percent-encoded UTF-8
    outside of addresses, and quoted-printable UTF-8.

    ## Why it matters
    A string was written out as its program spells it; the letters it stands
    for are missing from the words.

    ## How it decides
    By form. Percent and quoted-printable runs must decode as UTF-8, which
    random text does not. Addresses and paths are left alone. An edit is safe
    when it gives plain text, no control character, and when the record has
    no escape left once all of them are made.

    ## Known mistakes
    Text that explains escapes: where a text talks about code, the finding is
    only a remark.

    ## Options
    None.
    """
    found = list(_found(document.text))
    if not found:
        return
    code = about_code(document)
    safe = not code and is_settled(document.text, _places(document.text), _places)
    for match, meant in found:
        plain = is_plain(meant) and "\N{NO-BREAK SPACE}" not in meant  # which may be no right one
        yield _hit(match, meant, code=code, safe=safe and plain)


def _found(text: str) -> Iterator[tuple[re.Match[str], str]]:
    for char, pattern in _ESCAPES.items():
        for match in pattern.finditer(text) if char in text else ():
            meant = _meaning(match)
            if meant is not None and not _in_address(text, match):
                yield match, meant


def _places(text: str) -> Iterator[tuple[int, int, str]]:
    return ((match.start(), match.end(), meant) for match, meant in _found(text))


def _hit(match: re.Match[str], meant: str, *, code: bool, safe: bool) -> Hit:
    return Hit(
        match.start(),
        match.end(),
        "An escape sequence is left in the text.",
        evidence={"rule": f"{match.lastgroup} escape", "meaning": meant},
        suggestion=meant,
        edits=(Edit(match.start(), match.end(), meant, safe=safe),),
        severity=Severity.INFO if code else None,
    )


def _meaning(match: re.Match[str]) -> str | None:
    escape = match.group()
    try:
        if match.lastgroup == "backslash":
            wide = escape.encode("ascii").decode("unicode_escape")
            return wide.encode("utf-16", "surrogatepass").decode("utf-16")
        if match.lastgroup == "line":
            return "".join(_WHITE_SPACE[char] for char in escape[1::2])
        if match.lastgroup == "quote":
            return escape[1]
        return bytes.fromhex(escape.replace("%", "").replace("=", "")).decode("utf-8")
    except ValueError:
        return None


def _in_address(text: str, match: re.Match[str]) -> bool:
    start, _ = token_at(text, match.start(), match.end())
    before = text[start : match.start()]
    return "/" in before or "www." in before or "@" in before


EXAMPLES = (
    Bad("Econom\\u00eda", span="\\u00ed", fix="\N{LATIN SMALL LETTER I WITH ACUTE}"),
    Bad("caf%C3%A9 culture", span="%C3%A9", fix="\N{LATIN SMALL LETTER E WITH ACUTE}"),
    Bad("The end.\\n\\nMore soon", span="\\n\\n", fix="\n\n"),
    Good("50%20 and https://example.org/caf%C3%A9 and C:\\new\\table, x=20"),
)
