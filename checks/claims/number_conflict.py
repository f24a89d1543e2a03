"""Two nearly equal sentences of a record give different numbers."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from textassay.checks.claims import ages
from textassay.checks.claims.counts import conflicting
from textassay.contract import Bad, Good, Hit, RelatedSpan, Severity, check
from textassay.frozen import NamedTuple
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.model import Span
    from textassay.text.document import Document

# On 2,011 news articles a Jaccard of .6 gave 20 pairs, a third of them real conflicts: a remark.
LEAST_ALIKE = 0.6
FEWEST_WORDS = 8
SHORTEST = 2 * FEWEST_WORDS + 1  # code points of a sentence with so many words and a number
LONG = 6  # letters of the words that tell sentences apart
RAREST = 6  # of these, the first of a sentence, that two must share half of to be compared
MOST_COPIES = 2  # more sentences alike are a form that is filled in each time
COMMONEST = 12  # sentences that a word may occur in and still be a key

_TOKEN = lazy(r"\d[\d.,]*\d|\d|[^\W\d_]+")


class _Sentence(NamedTuple):
    span: Span
    words: frozenset[str]
    numbers: tuple[str, ...]


@check(
    code="CLM015",
    name="number-conflict",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
)
def number_conflict(document: Document, _context: Context) -> Iterator[Hit]:
    """Two nearly equal sentences of a record give different numbers.

    ## What it finds
    Two sentences that share most of their words and give different numbers at
    the same places: "about 30 miles", and later "about 40 miles". And counts
    of the same thing: "212 patients were treated at night", "187 patients
    treated at night". And ages of one person: "Jane Roe, 34,", later "Roe, 43,".

    ## Why it matters
    The record says the same thing twice, and once wrongly.

    ## How it decides
    At least eight words each, a Jaccard index of .6 over the words, as many
    numbers in both, and one of them different. Related is the first sentence.
    Counts must share the noun and three words of what is said of it, or the
    noun and three digits or more in another order ("1,254 pupils", "1,245
    pupils"), be exact and in running text; no such pair in 440,000 words of news and mail was
    wrong, so that these are warnings, as are ages: one name must be full, and
    end in the other. No two of 77 ages in 450,000 words of news disagreed.

    ## Known mistakes
    Sentences that compare on purpose ("9 goals at home", "4 goals away").

    ## Options
    None.
    """
    for first_count, later_count in conflicting(document):
        yield Hit(
            later_count.start,
            later_count.end,
            f"{later_count.number} here, {first_count.number} of the same before.",
            evidence={
                "rule": "counts of the same thing differ",
                "numbers": [(first_count.number, later_count.number)],
            },
            related=(RelatedSpan(first_count.start, first_count.end),),
            severity=Severity.WARNING,
        )
    for first_age, later_age in ages.conflicting(document):
        yield Hit(
            later_age.start,
            later_age.end,
            f"{later_age.years} here, {first_age.years} before: the age of {first_age.name}.",
            evidence={
                "rule": "ages of one person differ",
                "numbers": [(str(first_age.years), str(later_age.years))],
            },
            related=(RelatedSpan(first_age.start, first_age.end),),
            severity=Severity.WARNING,
        )
    judged: set[Span] = set()
    for first_span, later_span in _pairs(list(_with_numbers(document))):
        if later_span in judged or first_span in judged:
            continue
        one, other = _read(document, first_span), _read(document, later_span)
        if one.numbers == other.numbers or len(one.numbers) != len(other.numbers):
            continue
        if len(one.words & other.words) < LEAST_ALIKE * len(one.words | other.words):
            continue
        judged.add(other.span)
        differing = [(a, b) for a, b in zip(one.numbers, other.numbers, strict=True) if a != b]
        first, later = differing[0]
        yield Hit(
            other.span.start,
            other.span.end,
            f"{later} here, {first} in a nearly equal sentence before.",
            evidence={"rule": "near-duplicate sentences, different numbers", "numbers": differing},
            related=(RelatedSpan(one.span.start, one.span.end),),
        )


def _with_numbers(document: Document) -> Iterator[tuple[Span, list[str]]]:
    """Yield the sentences with a number, and the first long words of each."""
    words, starts = document.words, document.word_spans.starts
    position = 0
    for figure in document.figures:
        span = document.sentence_at(figure) if figure >= position else None
        if span is None:
            continue
        position = span.end
        if figure == span.start or len(span) < SHORTEST:
            continue  # a numbered item, a line of a timetable
        if document.line_at(span.start).role != Role.PARAGRAPH:
            continue
        first = bisect_left(starts, span.start)
        last = bisect_left(starts, span.end, first)
        if last - first >= FEWEST_WORDS:
            long = (word for word in words[first:last] if len(word) >= LONG)
            yield span, list(dict.fromkeys(long))[:RAREST]


def _read(document: Document, span: Span) -> _Sentence:
    tokens = _TOKEN.findall(document.folded, span.start, span.end)
    numbers = tuple(token for token in tokens if token[0].isdigit())
    return _Sentence(span, frozenset(tokens).difference(numbers), numbers)


def _pairs(sentences: list[tuple[Span, list[str]]]) -> Iterator[tuple[Span, Span]]:
    """Yield the pairs, in order, that share half of their first long words."""
    posted: dict[str, list[int]] = {}
    for index, (span, keys) in enumerate(sentences):
        shared: dict[int, int] = {}
        for key in keys:
            for other in posted.get(key, ()):
                shared[other] = shared.get(other, 0) + 1
        if len(shared) <= MOST_COPIES:
            for other, count in sorted(shared.items()):
                if 2 * count >= RAREST:
                    yield sentences[other][0], span
        for key in keys:
            found = posted.setdefault(key, [])
            if len(found) < COMMONEST:
                found.append(index)


EXAMPLES = (
    Bad(
        "The army held drills about 30 miles from the northern border of the country.\n"
        "The drills were short.\n"
        "The army held drills about 40 miles from the northern border of the country.",
        span="The army held drills about 40 miles from the northern border of the country.",
        language="en",
    ),
    Good(
        "The army held drills about 30 miles from the northern border of the country.\n"
        "The navy held drills about 40 miles off the southern coast, far from any town.",
        language="en",
    ),
)
