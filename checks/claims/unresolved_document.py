"""A record speaks of "the report" and never says which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.cues import cues, vocabulary_of
from textassay.checks.claims.english_words import mass_nouns
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

_BEFORE = {
    "en": lazy(r"\b(?P<source>according\s+to\s+)?the\s+(?:[^\W\d_]+\s+)?$"),
    "es": lazy(
        r"\b(?P<source>(?:seg\N{LATIN SMALL LETTER U WITH ACUTE}n|de\s+acuerdo\s+con)\s+)?"
        r"(?:el|la)\s+$"
    ),
}
_VERB = lazy(r"\s+(?:also\s+|tambi\N{LATIN SMALL LETTER E WITH ACUTE}n\s+)?([^\W\d_]+)")
_ISSUED = lazy(
    r"\s+(?:[^\W\d_]+\s+)?(?:by|from|of|in|on|de|del|por|que|sobre|released|published)\b"
)
# What the police and the courts do, before it is what they write; crime news names it at once.
_INQUIRIES = frozenset(
    {
        "investigation",
        "inquiry",
        "inquest",
        "investigaci\N{LATIN SMALL LETTER O WITH ACUTE}n",
        "investigaciones",
        "indagaci\N{LATIN SMALL LETTER O WITH ACUTE}n",
        "atestado",
    }
)
_REACH = 40  # code points before a noun that may hold "according to the new"


@check(
    code="CLM018",
    name="unresolved-document",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en", "es"),
)
def unresolved_document(document: Document, _context: Context) -> Iterator[Hit]:
    """A record speaks of "the report" and never says which.

    ## What it finds
    "According to the report", "el estudio revela", where no study, report,
    survey or other document was mentioned before.

    ## Why it matters
    The sentence points back to something that the record does not contain.

    ## How it decides
    Only the first mention of any kind of document in the record can be such a
    one; it must be definite, the subject of what documents do or behind
    "according to", and nothing may follow that says whose it is.

    ## Known mistakes
    A document introduced by a word that the lexicon does not know.

    ## Options
    None.
    """
    language = document.language.code
    start, noun = next(iter(cues(document, "document")), (0, ""))
    before = _BEFORE[language].search(document.folded, max(0, start - _REACH), start)
    end = start + len(noun)
    if not noun or noun in mass_nouns() or noun in _INQUIRIES or before is None:
        return
    if document.line_at(start).role != Role.PARAGRAPH:
        return
    if document.quotation_at(start) is not None:
        return
    if not before["source"]:
        verb = _VERB.match(document.folded, end)
        if verb is None or verb.group(1) not in vocabulary_of(language).showings():
            return
        end = verb.end()
    if _ISSUED.match(document.folded, end) and before["source"]:
        return
    yield Hit(
        before.start(),
        end,
        f"Which {noun}? None was mentioned before.",
        evidence={"rule": "first mention of a document is definite", "noun": noun},
    )


EXAMPLES = (
    Bad(
        "Sleep matters. According to the report, mice sleep more.",
        span="According to the report",
        language="en",
    ),
    Bad(
        "Dormir importa. El estudio revela que los ratones duermen.",
        span="El estudio revela",
        language="es",
    ),
    Good("A report on sleep came out. According to the report, mice sleep.", language="en"),
    Good("According to the report by Jane Roe, mice sleep.", language="en"),
)
