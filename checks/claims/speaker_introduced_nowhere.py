"""Somebody speaks by a bare surname, and the record never says who that is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from textassay.checks.claims import phrases
from textassay.checks.claims.cues import cues, vocabulary_of
from textassay.checks.claims.dates import calendar_words
from textassay.checks.claims.morphology import Form
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_NAME = (
    r"[^\W\d_a-z\N{LATIN SMALL LETTER SHARP S}-\N{LATIN SMALL LETTER Y WITH DIAERESIS}]"
    r"[a-z\N{LATIN SMALL LETTER SHARP S}-\N{LATIN SMALL LETTER Y WITH DIAERESIS}]{3,}"
)
_REACH = 60  # code points before a verb that may hold its subject
_BEFORE = lazy(
    r"[,\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]\s+"
    rf"(?P<name>{_NAME})\s+(?:also\s+|has\s+|had\s+|ha\s+)?\Z"
)
_BEHIND = lazy(rf"\s+(?P<name>{_NAME})(?=\s*(?:[.;,\n]|$))")
_ADDRESSED = ("tell", "told")


@check(
    code="CLM008",
    name="speaker-introduced-nowhere",
    since="0.1",
    status="preview",
    severity=Severity.INFO,
    languages=("en", "es"),
)
def speaker_introduced_nowhere(document: Document, _context: Context) -> Iterator[Hit]:
    """Somebody speaks by a bare surname, and the record never says who that is.

    ## What it finds
    "Thorne said" in a record where Thorne stands beside no first name, title
    or trade: the first such place for each name.

    ## Why it matters
    The paragraph that introduced the speaker was lost, or another text begins
    here; the statement cannot be checked.

    ## How it decides
    One capitalised word beside a finite verb of saying. It counts as known
    when it stands anywhere beside another capitalised word or a word for a
    trade, before an apposition, or behind a preposition of place.

    ## Known mistakes
    People and bodies known by one name, which is why this is a preview: 674
    articles of news gave none that was right, as they were whole.

    ## Options
    None.
    """
    told: set[str] = set()
    sayings = vocabulary_of(document.language.code)
    for start, word in cues(document, "attribution"):
        finite = sayings.sayings().get(word, 0) & (Form.SINGULAR | Form.PLURAL)
        if not finite or word in sayings.judgings() or document.quotation_at(start) is not None:
            continue
        match = _beside(document, start, start + len(word))
        if match is None or match["name"] in told:
            continue
        told.add(match["name"])
        if not _is_known(document, match["name"]):
            yield Hit(
                match.start("name"),
                match.end("name"),
                f"Nobody says who {match['name']} is.",
                evidence={"rule": "bare surname beside a verb of saying", "verb": word},
            )


def _beside(document: Document, start: int, end: int) -> re.Match[str] | None:
    """Return the single name beside a verb, if one stands there."""
    addressed = document.folded.startswith(_ADDRESSED, start)
    behind = None if addressed else _BEHIND.match(document.text, end)
    return behind or _BEFORE.search(document.text, max(0, start - _REACH), start)


@lru_cache(maxsize=64)
def _is_known(document: Document, name: str) -> bool:
    """Tell whether any mention of a name says whose it is."""
    if name.lower() in calendar_words("weekdays") or name.lower() in calendar_words("months"):
        return True
    pattern = phrases.pattern("introduced.txt").pattern.replace("NAME", re.escape(name))
    return re.search(pattern, document.text) is not None or name.lower() in document.vocabulary


EXAMPLES = (
    Bad("The weir was built in 1921, Thorne said.", span="Thorne", language="en"),
    Bad("El puente se hundió, dijo Prieto.", span="Prieto", language="es"),
    Good("Mabel Thorne runs the count. It went well, Thorne said.", language="en"),
    Good("El ingeniero Prieto llegó tarde. El puente se hundió, dijo Prieto.", language="es"),
)
