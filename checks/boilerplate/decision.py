"""Adds up the cues of each line and says which lines are leftovers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textassay.checks.boilerplate import captions, layout, marks, phrases
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.weights import (
    HEAD_KINDS,
    INFO,
    LONG_WORDS,
    SURE,
    TITLE_KINDS,
    WEIGHTS,
)
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.phrases import Match
    from textassay.text.document import Document

STRENGTHS = {
    "opening": ("sure ", "", "weak "),
    "label": ("", "weak "),
    "ending": ("", "weak "),
}  # cues of one family: the strongest counts alone

_QUOTES = (
    "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)


@dataclass(frozen=True, slots=True)
class Leftover:
    """One or more contiguous lines of a kind, or a part of a line.

    ``cues`` are the pairs of cue and weight that made ``score``.
    """

    start: int
    end: int
    kind: Kind
    score: float
    cues: tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Tally:
    """The cues of one row by kind, while they are gathered."""

    row: Row
    cues: dict[Kind, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    mentioned: dict[Kind, int] = field(default_factory=dict)
    parts: list[Leftover] = field(default_factory=list)
    heads_list: bool = False

    def add(self, kind: Kind, cue: str, note: str = "") -> None:
        """Count a cue for a kind, once; of a family only the strongest."""
        cues = self.cues[kind]
        family = cue.rpartition(" ")[2]
        if family in STRENGTHS:
            rivals = [f"{strength}{family}" for strength in STRENGTHS[family]]
            if any(WEIGHTS[rival] >= WEIGHTS[cue] for rival in rivals if rival in cues):
                return
            for rival in rivals:
                cues.pop(rival, None)
        cues.setdefault(cue, note)

    def score(self, kind: Kind) -> float:
        """Return the sum for a kind."""
        return round(sum(WEIGHTS[cue] for cue in self.cues[kind]), 2)

    def evidence(self, kind: Kind) -> tuple[tuple[str, float], ...]:
        """Return the cues of a kind, with what they saw and their weights."""
        return tuple(
            (f"{cue} ({note})" if note else cue, WEIGHTS[cue])
            for cue, note in self.cues[kind].items()
        )

    def best(self) -> float:
        """Return the highest sum of any kind, 0 without a cue."""
        return max((self.score(kind) for kind in self.cues), default=0.0)


_DECIDED: WeakKeyDictionary[Document, tuple[Leftover, ...]] = WeakKeyDictionary()


def leftovers(document: Document) -> tuple[Leftover, ...]:
    """Return the leftovers of a document in order; worked out once."""
    found = _DECIDED.get(document)
    if found is None:
        found = _DECIDED[document] = tuple(_decide(document))
    return found


def _decide(document: Document) -> Iterator[Leftover]:
    tallies = [Tally(row) for row in layout.rows(document)]
    _count_phrases(document, tallies)
    for tally in tallies:
        _count_label(document, tally)
        _count_marks(tally)
    captions.count(tallies)
    _count_company(tallies)
    pending: Leftover | None = None
    for tally in tallies:
        whole = _judged(tally)
        if pending and (whole is None or whole.kind != pending.kind):
            yield pending
            pending = None
        if whole is None:
            yield from tally.parts
        else:
            pending = _joined(pending, whole)
    if pending:
        yield pending


def _joined(before: Leftover | None, after: Leftover) -> Leftover:
    if before is None:
        return after
    gravest = max(before, after, key=lambda leftover: leftover.score)
    return Leftover(before.start, after.end, after.kind, gravest.score, gravest.cues)


def _judged(tally: Tally) -> Leftover | None:
    if not tally.cues:
        return None
    kind = max(tally.cues, key=tally.score)
    score = tally.score(kind)
    if score < INFO:
        return None
    row = tally.row
    return Leftover(row.start, row.end, kind, score, tally.evidence(kind))


def _count_phrases(document: Document, tallies: list[Tally]) -> None:
    starts = [tally.row.start for tally in tallies]
    for match in phrases.find(document):
        index = bisect_right(starts, match.start) - 1
        if index >= 0 and match.end <= tallies[index].row.end:
            _count_phrase(tallies[index], match)


def _count_phrase(tally: Tally, match: Match) -> None:
    row, entry = tally.row, match.entry
    after = row.text[match.end - row.start :]
    if entry.place == "head":
        if match.start <= row.start + row.ornament and not row.continues:
            tally.add(entry.kind, f"{_strength(row, match, after)}opening", match.phrase)
            if match.phrase.endswith(":") or after.lstrip().startswith((":", "|", "  ")):
                tally.add(entry.kind, "colon after the phrase")
    elif entry.place == "tail":
        if not any(map(str.isalnum, after)):
            tally.add(entry.kind, f"{_strength(row, match, after)}ending", match.phrase)
    elif entry.kind is Kind.MEDIA:
        cues = ((f"pointer ({match.phrase})", WEIGHTS["pointer"]),)
        part = Leftover(match.start, match.end, entry.kind, WEIGHTS["pointer"], cues)
        tally.parts.append(part)
    elif match.start >= tally.mentioned.get(entry.kind, 0):
        cue = "second mention" if entry.kind in tally.mentioned else "mention"
        tally.add(entry.kind, cue, match.phrase)
        tally.mentioned[entry.kind] = match.end


def _strength(row: Row, match: Match, after: str) -> str:
    """Return the strength of a phrase in its line as the cue names it."""
    entry = match.entry
    if entry.strength == "dated":
        return "" if marks.dated(row.folded) else "weak "
    if entry.strength == "named":
        name = after.lstrip(" :|-")[:1]
        return "" if name.isupper() or name in NAME_MARKS else "weak "
    return "" if entry.strength == "strong" else f"{entry.strength} "


NAME_MARKS = frozenset("@/(\N{COPYRIGHT SIGN}")


def _count_label(document: Document, tally: Tally) -> None:
    row = tally.row
    if row.words > LABEL_WORDS or row.continues or marks.numbered(row.folded):
        return
    found = phrases.label(row.folded, document)
    if found is None:
        return
    phrase, entry = found
    for opening in STRENGTHS["opening"]:
        tally.cues[entry.kind].pop(f"{opening}opening", None)
    tally.add(entry.kind, "weak label" if entry.strength == "weak" else "label", phrase)
    tally.heads_list = entry.kind is Kind.RELATED
    if " " not in phrase and entry.language != document.language.code:
        tally.add(entry.kind, "word of another language")


LABEL_WORDS = 8


def _count_marks(tally: Tally) -> None:
    row = tally.row
    for mark in marks.find(row):
        weight = WEIGHTS[mark.cue]
        if mark.kind is Kind.CREDIT and mark.end == row.end and row.words <= LONG_WORDS:
            tally.add(Kind.CAPTION, "credit at its end")
        elif mark.start == row.start and mark.end == row.end:
            tally.add(mark.kind, mark.cue)
        else:
            tally.parts.append(
                Leftover(mark.start, mark.end, mark.kind, weight, ((mark.cue, weight),))
            )


def _count_company(tallies: list[Tally]) -> None:
    """Count for the rows with a cue what their shape, place and company add."""
    first, last = layout.first_and_last_prose([tally.row for tally in tallies])
    copies = Counter(tally.row.folded for tally in tallies)
    _count_lists(tallies, last)
    strong = [False, *(tally.best() >= SURE for tally in tallies), False]
    for index, tally in enumerate(tallies):
        beside = strong[index] or strong[index + 2]
        repeated = copies[tally.row.folded] > 1 and not tally.row.ended
        for kind in tuple(tally.cues):
            cues = [*_shape(tally, kind), *_place(tally, kind, index, first, last)]
            if beside:
                cues.append("beside a leftover")
            if repeated:
                cues.append("repeated in the record")
            for cue in cues:
                tally.add(kind, cue)


def _place(tally: Tally, kind: Kind, index: int, first: int, last: int) -> Iterator[str]:
    """Yield the cues of the row's place for a kind."""
    if index == 0 and kind in TITLE_KINDS:
        yield "first line"
    if index > last >= 0:
        yield "after the prose"
    elif index < first and kind in HEAD_KINDS:
        yield "before the prose"
    elif first < index < last:
        if "headline in capitals" in tally.cues[kind]:
            yield "between prose"
        elif tally.row.words == 1 and "label" in tally.cues[kind] and kind is not Kind.ADVERT:
            yield "one word among prose"


def _count_lists(tallies: list[Tally], last_prose: int) -> None:
    """Count the lines under a label of related articles, after the prose."""
    listing = False
    for index, tally in enumerate(tallies):
        if index <= last_prose:
            continue
        if tally.cues:
            listing = tally.heads_list or (listing and not tally.row.ended)
        elif listing and not tally.row.ended:
            tally.add(Kind.RELATED, "under a label of related articles")


def _shape(tally: Tally, kind: Kind) -> Iterator[str]:
    """Yield the cues of the row's shape for a kind."""
    row, cues = tally.row, tally.cues[kind]
    if row.ornament:
        yield "ornament"
    if "label" in cues or "weak label" in cues:
        return
    if row.words > LONG_WORDS:
        yield "long line"
    if row.text[0] in _QUOTES:
        yield "opens a quotation"
    if row.ended and not cues.keys().isdisjoint(PHRASES):
        yield from _sentence(row, sure="sure opening" in cues and kind is not Kind.RELATED)
    if row.role in HEADINGS and "opening" in cues:
        yield "heading"
    if row.role in TABULAR:
        yield "verse or table"


def _sentence(row: Row, *, sure: bool) -> Iterator[str]:
    if row.prose:
        yield "a full sentence, sure phrase" if sure else "a full sentence"
    elif row.words >= SENTENCE_WORDS and not sure and row.text[-1] in ".!":
        yield "a sentence"


SENTENCE_WORDS = 5
PHRASES = frozenset({"sure opening", "opening", "weak opening", "ending", "weak ending", "mention"})
HEADINGS = frozenset({Role.TITLE, Role.HEADING, Role.DECK})
TABULAR = frozenset({Role.VERSE, Role.TABLE})
