"""Code of a page is left in the text: templates, style sheets, scripts, data."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.technical import talks_about_code
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.patterns import lazy, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


_CUES = lazy(
    r"[(.%](?:(?<=\$\()|(?<=jQuery\()|(?<=adsbygoogle\()|(?<=fbq\()|(?<=gtag\()|(?<=<%)"
    r"|(?<=window\.)|(?<=document\.)|(?<=googletag\.)|(?<=dataLayer\.)|(?<=_gaq\.))"
)
_DECLARING = ("var", "let", "const")
"""What a line without braces has, the latter with a semicolon; sought by its rare marks."""


@cache
def _residue(braces: bool) -> re.Pattern[str]:  # noqa: FBT001 - which of two patterns
    """Return the pattern of all residue, or of what a line without braces may have."""
    template = r"\{\{[^{}\n]{0,200}\}\}|\{%[^{}\n]{0,200}%\}|<%[^<>\n]{0,200}%>|\$\{[\w.]{1,60}\}"
    script = (
        r"\(?(?:adsbygoogle|jQuery|fbq|gtag|\$)\((?=['\"\w])[^\n]{0,600}|"
        r"\(?(?:window|document|googletag|dataLayer|_gaq)"
        r"(?:\.\w{1,40}){1,4}\s?(?:=\s?[\[{(\w\"']|\()[^\n]{0,600}"
        r"|(?:var|let|const)\s[\w$]{1,40}\s?=\s?[^\n]{1,600};|function\s?\w{0,40}\([^()\n]{0,80}\)\s?\{[^\n]{0,600}"
    )
    style = (
        r"[.#@a-z][\w\s.,#>:-]{0,80}\{\s?[a-z-]{2,40}\s?:[^{}\n]{1,300}\}|@media[^{}\n]{1,100}\{"
    )
    data = r"\{\s?\"[@\w-]{1,40}\"\s?:[^{}\n]{0,500}(?:\}|(?=\{))"
    with_braces = rf"|(?P<data>{data})|(?P<style>(?:^|(?<=\s))(?:{style}))" if braces else ""
    return re.compile(
        rf"(?P<template>{template})|(?<!\w)(?P<script>{script}){with_braces}", re.MULTILINE
    )


@check(
    code="ENC020",
    name="program-residue",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
    characters=frozenset("{="),
)
def program_residue(document: Document, _context: Context) -> Iterator[Hit]:
    """Code of a page is left in the text: templates, style sheets, scripts, data.

    ## What it finds
    Template variables (``{{ title }}``), JavaScript of advertising and
    measurement, CSS rules, JSON objects.

    ## Why it matters
    It is no language, and a model learns it as if it were.

    ## How it decides
    By the syntax of each of the four, which prose never has.

    ## Known mistakes
    Text that explains programs: where a text talks about code, the finding
    is only a remark.

    ## Options
    None.
    """
    text = document.text
    found = [
        (first + match.start(), first + match.end(), match.lastgroup)
        for first, content in _lines(text)
        for match in _matches(content)
    ]
    severity = Severity.INFO if found and _explains(document, found) else None
    for start, end, kind in found:
        yield Hit(
            start,
            end,
            f"Code of a page is left in the text ({kind}).",
            evidence={"rule": f"syntax of {kind}"},
            suggestion="",
            edits=(Edit(start, end, ""),),
            severity=severity,
        )


def _explains(document: Document, found: list[tuple[int, int, str | None]]) -> bool:
    """Tell whether the text beside the residue is about code."""
    pieces = []
    position = 0
    for start, end, _ in found:
        pieces.append(document.folded[position:start])
        position = end
    return talks_about_code("".join(pieces) + document.folded[position:])


def _matches(line: str) -> Iterator[re.Match[str]]:
    braces = "{" in line
    declares = ";" in line and any(word in line for word in _DECLARING)
    if braces or declares or _CUES.search(line):
        yield from _residue(braces).finditer(line)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield start and content of each line that has a brace or an equals sign."""
    end = -1
    for place in sorted([*places(text, "{"), *places(text, "=")]):
        if place > end:
            start = text.rfind("\n", 0, place) + 1
            end = text.find("\n", place)
            end = len(text) if end < 0 else end
            yield start, text[start:end]


EXAMPLES = (
    Bad("Read more about {{ article.title }} here", span="{{ article.title }}", fix=""),
    Bad(
        "window.dataLayer = window.dataLayer || [];",
        span="window.dataLayer = window.dataLayer || [];",
        fix="",
    ),
    Bad(".banner { display: none; }", span=".banner { display: none; }", fix=""),
    Good("The set {1, 2, 3} and the function of a document (see page 4) = a window."),
)
