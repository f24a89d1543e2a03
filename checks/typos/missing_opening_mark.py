"""A Spanish question or exclamation has no opening mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


LONGEST = 400  # code points looked back for the opening mark
_CLOSING = lazy(r"([?!])(?<=[^\W\d_][?!])")
_OPENING = {"?": "\N{INVERTED QUESTION MARK}", "!": "\N{INVERTED EXCLAMATION MARK}"}


@check(
    code="TYP014",
    name="missing-opening-mark",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("es",),
    fix="unsafe",
)
def missing_opening_mark(document: Document, _context: Context) -> Iterator[Hit]:
    """A Spanish question or exclamation has no opening mark.

    ## What it finds
    "Vendrán mañana?"

    ## Why it matters
    A slip in edited prose; common and harmless in messages, so a remark.

    ## How it decides
    No opening mark of either kind stands before the closing one in its
    paragraph since the last closing mark.

    ## Known mistakes
    Names with a mark ("Yahoo!"), addresses, titles in another language.

    ## Options
    None.
    """
    text = document.text
    if "?" not in text and "!" not in text:
        return
    for match in _CLOSING.finditer(text):
        start, end = match.span(1)
        floor = max(text.rfind("\n", 0, start), start - LONGEST, 0)
        before = text[floor:start]
        last = max(before.rfind("?"), before.rfind("!"))
        if any(mark in before[last + 1 :] for mark in _OPENING.values()):
            continue
        after = text[end : end + 1]
        if after.isalnum() or after in {"/", "=", "&"} or document.language_at(start) != "es":
            continue
        yield Hit(
            start,
            end,
            f"Missing opening mark: no {_OPENING[match.group(1)]} before {match.group(1)}.",
            evidence={"rule": "a closing mark without its opening one"},
        )


EXAMPLES = (
    Bad("Vendrán mañana?", span="?", language="es"),
    Good("¿Vendrán mañana? ¡Que vengan!", language="es"),
    Good("¡¿Vendrán mañana?!", language="es"),
)
