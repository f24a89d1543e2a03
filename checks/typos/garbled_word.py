"""A damaged word that a phrase of the corpus explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.forms import Question
from textassay.checks.typos.phrases import damaged, explained
from textassay.checks.typos.prospects import PROMISING
from textassay.checks.typos.score import MOST_JARGON, jargon
from textassay.checks.typos.spelling import same_case
from textassay.checks.typos.unknown import Unknown, unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, foreign, vocabulary
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

    A small form that no language has, once in the record, near no other word, is a warning
    where two letters side by side make a frequent word of it that the record also has
    ("acrdo" beside "acuerdo").

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

    yield from _shortened(document)


def _shortened(document: Document) -> Iterator[Hit]:
    """Yield the forms that lost two letters of a word that the record also has."""
    found = [word for word in unknown_words(document, _SHORTENED) if word.times == 1]
    for word in found if len(found) <= MOST_STRANGE else ():
        meant = _lengthened(document, word)
        if meant is None or jargon(document) > MOST_JARGON:
            continue
        if PROMISING.those(word.language, frozenset({word.text})):
            continue  # another check's
        written = same_case(word.text, meant)
        yield Hit(
            word.start,
            word.end,
            f"Garbled word: {word.text} lacks two letters of {written}.",
            evidence={"rule": "two letters fewer than a word of the record", "word": meant},
            suggestion=written,
            edits=(Edit(word.start, word.end, written),),
            severity=Severity.WARNING,
        )


def _lengthened(document: Document, word: Unknown) -> str | None:
    """Return the frequent word of the record that has two letters more side by side inside."""
    words, form = vocabulary(word.language), word.lowered
    size, first, last = len(form) + LOST, form[0], form[-1]
    near = [
        other
        for other in document.vocabulary
        if len(other) == size and other[0] == first and other[-1] == last
    ]
    cuts = range(1, len(form))
    found = [
        other
        for other in near
        if any(form == other[:cut] + other[cut + LOST :] for cut in cuts)
        if words is not None and words.flags(other) & LOWER and words.zipf(other) >= FREQUENT
    ]
    return max(found, key=words.zipf) if found and words is not None else None


def _may_be_shortened(language: str, written: str) -> bool:
    words = vocabulary(language) if written.islower() and len(written) >= SHORTEST else None
    return words is not None and not (words.zipf(written) or foreign(language, written))


def _in_latin(written: str, meant: str) -> bool:
    """Tell whether a name only has the Latin i for j: "Ursa Maior"."""
    return written.replace("i", "j") == meant.lower().replace("i", "j")


LOST = 2  # letters side by side
MOST_STRANGE = 8  # forms that no language has, in a record that is prose
SHORTEST = 5  # letters that are left
FREQUENT = 3.0  # Zipf of the word
_SHORTENED = Question(_may_be_shortened)
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
