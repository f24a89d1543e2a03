"""A damaged word that a phrase of the corpus explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.forms import Question
from textassay.checks.typos.phrases import damaged, explained
from textassay.checks.typos.spelling import same_case
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES, foreign
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document


@check(
    code="TYP002",
    name="garbled-word",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    languages=LANGUAGES,
    fix="unsafe",
    facts=("words", "pairs"),
)
def garbled_word(document: Document, context: Context) -> Iterator[Hit]:
    """A damaged word that a phrase of the corpus explains.

    ## What it finds
    "Chese Foreign Mnistry": a capitalised word that is in no dictionary,
    beside a capitalised word whose usual neighbour differs in one or two
    letters.

    ## Why it matters
    Letters were lost or mixed up, so that a search for the name misses the
    record. A spelling checker proposes "Cheese".

    ## How it decides
    Capitalised neighbours are counted in the whole corpus, and a small lexicon
    has the phrases of public life. The word meant stands in the same place in
    two records or in the lexicon, is a dictionary word, and is one edit away
    (two where it has seven letters and the first is right).

    ## Known mistakes
    A rare surname beside a frequent first name may be one edit from a word.

    ## Options
    None.
    """
    for word in unknown_words(document, _DAMAGED):
        found = explained(document, context, word)
        if found is None:
            continue
        meant, phrase, records = found
        if foreign(word.language, word.lowered) >= FOREIGN or _in_latin(word.lowered, meant):
            continue
        written = same_case(word.text, meant)
        yield Hit(
            word.start,
            word.end,
            f"Garbled word: {word.text} stands where {written} is usual ({phrase}).",
            evidence={
                "rule": "one or two edits from the usual word of a capitalised phrase",
                "phrase": phrase,
                "records": records or "lexicon",
            },
            suggestion=written,
            edits=(Edit(word.start, word.end, written),),
        )


def _in_latin(written: str, meant: str) -> bool:
    """Tell whether a name only has the Latin i for j: "Ursa Maior"."""
    return written.replace("i", "j") == meant.lower().replace("i", "j")


FOREIGN = 3.5  # Zipf in another language: its own word ("Planetarium")
_DAMAGED = Question(damaged)


EXAMPLES = (
    Bad(
        "Chese Foreign Mnistry spokesperson Ana Li has hailed the new ties.",
        span="Chese",
        fix="Chinese",
        language="en",
    ),
    Bad(
        "A statement of the Regional Assmbly came late in the evening.",
        span="Assmbly",
        fix="Assembly",
        language="en",
        corpus=("The Regional Assembly met.", "Members of the Regional Assembly left."),
    ),
    Good("The Chinese Foreign Ministry has hailed the new ties.", language="en"),
    Good(
        "A statement of the Regional Assmbler came late in the evening.",
        language="en",
        corpus=("The Regional Assembly met.",),
    ),
)
