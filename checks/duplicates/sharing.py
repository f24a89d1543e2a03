"""What a record shares with earlier records, sorted out for the checks of the class.

Every match counts once: as a copy, as a near copy, as copied from a reference
corpus, or, failing these, passage by passage.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from textassay.contract import Hit, RelatedSpan
from textassay.frozen import NamedTuple
from textassay.text.fingerprints import line_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textassay.contract import Context, Facts, RecordMatch, Severity, SharedPassage
    from textassay.text.document import Document

NEAR = 0.8
"""Share of a record's runs of five words that an earlier one has, from which on it is a near copy.

Half is syndicated text with a new opening; news rewritten from an agency stays below .5."""

JACCARD = 0.7  # for records of about the same length: what most corpora drop
PASSAGE_WORDS = 30  # a shorter shared passage is a quotation, a title or a set phrase
PASSAGE_SHARE = 0.6  # of the words of a passage that are the same; below, it is a paraphrase
TEMPLATE_RECORDS = 4  # records with a line from which on it is a template
TEMPLATE_SHARE = 0.5  # of the letters of a passage in such lines, that make it a template
OTHERS = 5  # further records that the evidence names


class Relation(StrEnum):
    """What an earlier record is to this one."""

    COPY = "copy"
    NEAR = "near"
    PASSAGES = "passages"


class Shared(NamedTuple):
    """A passage of this record and the matches that have it, the most alike first."""

    start: int
    end: int
    copies: tuple[tuple[RecordMatch, SharedPassage], ...]


def relation(match: RecordMatch) -> Relation:
    """Return what an earlier record is to this one."""
    if match.identical or match.same_words:
        return Relation.COPY
    if match.contained >= NEAR or match.jaccard >= JACCARD:
        return Relation.NEAR
    return Relation.PASSAGES


def matches(context: Context, wanted: Relation, *, reference: bool) -> list[RecordMatch]:
    """Return the matches of a relation, where no stronger relation holds at all."""
    found = [match for match in context.facts.matches() if match.reference is reference]
    for kind in Relation:
        related = [match for match in found if relation(match) is kind]
        if related:
            return related if kind is wanted else []
    return []


def shared_passages(
    document: Document, context: Context, *, words: int, reference: bool
) -> Iterator[Shared]:
    """Yield the passages shared with earlier records, overlapping ones merged."""
    found = sorted(
        (
            (passage.start, passage.end, -passage.words, match.record, match, passage)
            for match in matches(context, Relation.PASSAGES, reference=reference)
            for passage in match.passages
            if passage.words >= words and passage.share >= PASSAGE_SHARE
        ),
        key=lambda entry: entry[:4],
    )
    group: list[tuple[RecordMatch, SharedPassage]] = []
    start = end = 0
    for begin, stop, _, _, match, passage in found:
        if group and begin >= end:
            yield from _told(document, context.facts, start, end, group)
            group = []
        if not group:
            start, end = begin, stop
        end = max(end, stop)
        group.append((match, passage))
    if group:
        yield from _told(document, context.facts, start, end, group)


def _told(
    document: Document,
    facts: Facts,
    start: int,
    end: int,
    group: Sequence[tuple[RecordMatch, SharedPassage]],
) -> Iterator[Shared]:
    if not _is_template(document, facts, start, end):
        ranked = sorted(group, key=lambda pair: (-pair[1].words, pair[0].record))
        yield Shared(start, end, tuple(ranked))


def _is_template(document: Document, facts: Facts, start: int, end: int) -> bool:
    """Tell whether most of a passage is lines that recur in several records."""
    recurring = total = 0
    first, last = document.line_at(start).number, document.line_at(end).number
    for line in document.lines[first : last + 1]:
        if line.start < end and start < line.end:
            length = min(line.end, end) - max(line.start, start)
            total += length
            text = document.text[line.start : line.end]
            if facts.line(line_key(text)).records >= TEMPLATE_RECORDS:
                recurring += length
    return total > 0 and recurring >= TEMPLATE_SHARE * total


def hit(
    found: Sequence[RecordMatch],
    span: tuple[int, int],
    message: str,
    rule: str,
    severity: Severity | None = None,
) -> Hit:
    """Return the hit of a record that has its text from an earlier one."""
    match = found[0]
    return Hit(
        *span,
        message,
        evidence={
            "rule": rule,
            "original": match.record,
            "original_path": match.path,
            "contained": round(match.contained, 3),
            "covering": round(match.covering, 3),
            "jaccard": round(match.jaccard, 3),
            "passages": len(match.passages),
            "also_in": [other.record for other in found[1 : 1 + OTHERS]],
        },
        related=tuple(related(match, passage) for passage in match.passages[:OTHERS]),
        severity=severity,
    )


def passage_evidence(shared: Shared, rule: str) -> dict[str, Any]:
    """Return the evidence of a shared passage."""
    match, passage = shared.copies[0]
    others = {other.record for other, _ in shared.copies[1:]} - {match.record}
    return {
        "rule": rule,
        "original": match.record,
        "original_path": match.path,
        "words": passage.words,
        "share": round(passage.share, 3),
        "least_words": PASSAGE_WORDS,
        "also_in": sorted(others)[:OTHERS],
    }


def related(match: RecordMatch, passage: SharedPassage) -> RelatedSpan:
    """Return where a passage stands in an earlier record."""
    return RelatedSpan(
        passage.other_start, passage.other_end, match.record, match.path, passage.text
    )


def extent(document: Document, match: RecordMatch) -> tuple[int, int]:
    """Return the span from the first to the last word that a match covers."""
    if match.identical or match.same_words or not match.passages:
        text = document.text
        return len(text) - len(text.lstrip()), len(text.rstrip())
    starts = [passage.start for passage in match.passages]
    return min(starts), max(passage.end for passage in match.passages)
