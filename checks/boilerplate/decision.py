"""Adds up the cues of each line and says which lines are leftovers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.boilerplate import (
    calls,
    captions,
    company,
    crowd,
    layout,
    machinery,
    manuals,
    marks,
    posts,
    signatures,
    threads,
    wording,
)
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.tally import Leftover, Tally, level
from textassay.checks.boilerplate.weights import CERTAIN, INFO, LONG_WORDS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.layout import Row
    from textassay.text.document import Document


def leftovers(document: Document) -> tuple[Leftover, ...]:
    """Return the leftovers of a document in order; worked out once."""
    return document.view(_decided)


def _decided(document: Document) -> tuple[Leftover, ...]:
    return tuple(_decide(document))


def _decide(document: Document) -> Iterator[Leftover]:
    rows = layout.rows(document)
    tallies = [Tally(row) for row in rows]
    prose = layout.first_and_last_prose(rows)
    wording.count(document, tallies)
    for tally in tallies:
        _count_marks(tally)
    manuals.count(document, tallies)
    _spare_prose(tallies, prose[1])
    calls.count(document, tallies, prose[0])
    captions.count(tallies, prose)
    threads.count(tallies, prose[0])
    posts.count(document.text, tallies)
    machinery.count(tallies)
    company.count(tallies, prose)
    crowd.count(tallies, prose)
    pending: Leftover | None = None
    for tally in tallies:
        whole = _against_parts(_judged(tally), tally)
        if pending and (whole is None or not _belongs(whole, pending)):
            yield pending
            pending = None
        if whole is None:
            yield from _apart(tally.parts)
        else:
            pending = _joined(pending, whole)
    if pending:
        yield pending


def _apart(parts: list[Leftover]) -> list[Leftover]:
    """Return the parts of a row in order; of two that overlap the graver, then the longer."""
    kept: list[Leftover] = []
    for part in sorted(parts, key=lambda part: part.start):
        if not kept or kept[-1].end <= part.start:
            kept.append(part)
        elif _gravity(part) > _gravity(kept[-1]):
            kept[-1] = part
    return kept


def _gravity(part: Leftover) -> tuple[float, int]:
    return part.score, part.end - part.start


def _against_parts(whole: Leftover | None, tally: Tally) -> Leftover | None:
    """Return the row as one leftover, or None where its gravest part counts more.

    A row that opens as its part goes on is one: "Were you there? Send us your pictures."
    """
    gravest = max(tally.parts, key=lambda part: part.score, default=None)
    if whole is None or gravest is None or gravest.score <= whole.score:
        return whole
    opened = any(cue.endswith("opening") for cue in tally.cues[whole.kind])
    if gravest.kind is not whole.kind or not opened or tally.row.words > LONG_WORDS:
        return None
    opens = ("opens so too", WEIGHTS["opens so too"])
    score = round(gravest.score + WEIGHTS["opens so too"], 2)
    return Leftover(whole.start, whole.end, whole.kind, score, (*gravest.cues, opens))


def _spare_prose(tallies: list[Tally], last: int) -> None:
    """Leave the paragraph where a single one ends in "Read more": only that goes.

    Two or more such paragraphs, or one after the last row of prose, are teasers
    and go whole, those aside that are longer than teasers are.
    """
    ending = [
        (index <= last, tally, kind)
        for index, tally in enumerate(tallies)
        if tally.row.words >= PARAGRAPH_WORDS
        for kind, cues in tally.cues.items()
        if "ending" in cues
    ]
    single = sum(inside for inside, _, _ in ending) == 1
    for inside, tally, kind in ending:
        if (inside and single) or tally.row.words > LONG_WORDS:
            phrase = tally.cues[kind].pop("ending")
            start = tally.row.folded.rindex(phrase) + tally.row.start
            tally.add_part(start, tally.row.end, kind, "ending", phrase)


PARAGRAPH_WORDS = 20


def _belongs(after: Leftover, before: Leftover) -> bool:
    """Tell whether two neighbours are one finding: one kind and level, or a label's list."""
    listed = any(cue == "under a label of related articles" for cue, _ in after.cues)
    joined = listed or after.kind is Kind.EMBED  # a post and the name below it
    return after.kind is before.kind and (joined or level(after.score) == level(before.score))


def _joined(before: Leftover | None, after: Leftover) -> Leftover:
    if before is None:
        return after
    gravest = max(before, after, key=lambda leftover: leftover.score)
    return Leftover(before.start, after.end, after.kind, gravest.score, gravest.cues)


def _judged(tally: Tally) -> Leftover | None:
    if not tally.cues:
        return None
    kind = max(tally.cues, key=lambda kind: _rank(tally, kind))
    score = tally.score(kind)
    if score < INFO:
        return None
    row = tally.row
    return Leftover(row.start, row.end, kind, score, tally.evidence(kind))


def _rank(tally: Tally, kind: Kind) -> tuple[float, bool]:
    """Return by what the kind of a row is chosen: of two alike not a promotion that is no error."""
    score = tally.score(kind)
    return score, (kind is Kind.PROMOTION) is (score >= CERTAIN)


def _count_marks(tally: Tally) -> None:
    row = tally.row
    if row.prose and not _has_marks(row.text):
        return
    for mark in marks.find(row):
        whole = mark.start == row.start
        if mark.cue == "credit in brackets" and mark.end == row.end and row.words <= LONG_WORDS:
            tally.add(Kind.CAPTION, "credit at its end")
        elif mark.end == row.end and (whole or _is_signed_post(mark, row)):
            tally.add(mark.kind, mark.cue)
        else:
            tally.add_part(mark.start, mark.end, mark.kind, mark.cue)
    signature = signatures.ending(row)
    if signature is None:
        return
    if signature.begin == 0:  # the lexicons know the others
        if row.folded.startswith("credit"):
            tally.add(Kind.CREDIT, "credit alone")
    elif signature.picture and row.words <= LONG_WORDS:
        tally.add(Kind.CAPTION, "credit at its end")
    else:
        begin = row.start + signature.begin
        tally.add_part(begin, row.end, Kind.CREDIT, "credit at the end")


def _has_marks(text: str) -> bool:
    """Tell whether a paragraph holds what every mark inside one holds: half of them do not."""
    return "(" in text or ":" in text or "/" in text or "[" in text or "@" in text or "|" in text


def _is_signed_post(mark: marks.Mark, row: Row) -> bool:
    """Tell whether a row is a whole post with the name and the handle at its end."""
    signed = row.text[mark.start - row.start] in DASHES
    return mark.kind is Kind.EMBED and signed and row.words <= posts.POST_WORDS


DASHES = frozenset("-\N{EN DASH}\N{EM DASH}")
