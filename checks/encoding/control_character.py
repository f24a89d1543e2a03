"""Control characters, noncharacters and lone surrogates stand in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding.invisible import runs_of
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.alphabet import span_of, within
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_CONTROLS = (
    span_of(0x00, 0x08)
    | span_of(0x0B, 0x0C)
    | span_of(0x0E, 0x1F)
    | span_of(0x7F, 0x9F)
    | frozenset("\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}")
    | span_of(0xFDD0, 0xFDEF)
    | frozenset("\ufffe\uffff")
)
_SURROGATES = 0xD800, 0xDFFF
_COLOUR = lazy(r"\x1b\[[\d;]{0,20}[A-Za-z]")  # what a terminal is told
_LINE_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
_FORM_FEED = "\x0c"
_BACKSPACE = "\x08"
_OVERSTRUCK = lazy(r"(?:([^\x08\n])\x08(?=\1)|_\x08(?=[^\x08\n])|[^\x08\n]\x08(?=_))")
_EDGES = frozenset({"", "\r", "\n"})


@check(
    code="ENC004",
    name="control-character",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def control_character(document: Document, _context: Context) -> Iterator[Hit]:
    """Control characters, noncharacters and lone surrogates stand in the text.

    ## What it finds
    Runs of C0 and C1 controls other than tab and line breaks, U+2028 and
    U+2029, noncharacters and lone surrogates; the colours of a terminal.

    ## Why it matters
    They are invisible, break parsers, and mark bytes that were decoded with
    the wrong table: a C1 control is nearly always half of a mangled letter.

    ## How it decides
    None of them has a use in running text (Unicode Standard, 23.1 and 23.7).
    The edit gives the mark that Windows has in the place of a C1 control. A
    form feed at the edge of a line is a page break of a text file: a remark.
    Letters struck over, as printers made bold and underlined ones (a letter,
    a backspace, the letter again), are one finding for the record.

    ## Known mistakes
    None known.

    ## Options
    None.
    """
    text = document.text
    found = document.alphabet & _CONTROLS
    if document.rare:
        found |= within(document.rare, *_SURROGATES)
    if not found:
        return
    struck = [*_OVERSTRUCK.finditer(text)] if _BACKSPACE in found else []
    if struck:
        yield _overstruck(struck)
    known = {match.end() - 1 for match in struck}
    for match in runs_of(found).finditer(text):
        if match.start() in known:
            continue
        names = " ".join(f"U+{ord(char):04X}" for char in match.group()[:8])
        page = _is_page_break(text, match)
        replacement = "" if page else "".join(map(_meant, match.group()))
        colour = _COLOUR.match(text, match.end() - 1)
        yield Hit(
            match.start(),
            colour.end() if colour else match.end(),
            f"Control character in the text: {names}.",
            evidence={"rule": "control or noncharacter", "characters": names},
            suggestion=replacement,
            edits=(Edit(match.start(), colour.end() if colour else match.end(), replacement),),
            severity=Severity.INFO if page else None,
        )


def _overstruck(struck: list[re.Match[str]]) -> Hit:
    """Return the hit for all letters of a record that were struck over."""
    return Hit(
        struck[0].start(),
        struck[0].end(),
        f"Letters are struck over, as a printer makes them bold: {len(struck)} times.",
        evidence={"rule": "letter, backspace, letter", "letters": len(struck)},
        edits=tuple(Edit(match.start(), match.end(), "") for match in struck),
    )


def _is_page_break(text: str, match: re.Match[str]) -> bool:
    """Tell whether a control is the form feed between two pages, at the edge of a line."""
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return match.group() == _FORM_FEED and (before in _EDGES or after in _EDGES)


def _meant(char: str) -> str:
    """Return what a control stands for: a mark that Windows has in its place, a break, nothing."""
    if "\x80" <= char <= "\x9f" and char != "\x85":
        return bytes([ord(char)]).decode("cp1252", "ignore")
    return "\n" if char in _LINE_BREAKS else ""


EXAMPLES = (
    Bad("The minister\x92s answer", span="\x92", fix="\N{RIGHT SINGLE QUOTATION MARK}"),
    Bad("First line\N{LINE SEPARATOR}second line", span="\N{LINE SEPARATOR}", fix="\n"),
    Good("A table\twith a tab\r\nand a line break"),
)
