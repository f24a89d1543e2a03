"""Adds up the cues of each line and says which lines are leftovers."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from textassay.checks.boilerplate import captions, company, layout, marks, phrases, threads
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.tally import STRENGTHS, Leftover, Tally, level
from textassay.checks.boilerplate.weights import INFO, LONG_WORDS, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.phrases import Match
    from textassay.text.document import Document

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
    _spare_prose(tallies)
    captions.count(tallies)
    threads.count(tallies)
    company.count(tallies)
    pending: Leftover | None = None
    for tally in tallies:
        whole = _judged(tally)
        if pending and (whole is None or not _belongs(whole, pending)):
            yield pending
            pending = None
        if whole is None:
            yield from tally.parts
        else:
            pending = _joined(pending, whole)
    if pending:
        yield pending


def _spare_prose(tallies: list[Tally]) -> None:
    """Leave the paragraph where a single one ends in "Read more": only that goes.

    Two or more such paragraphs, or one after the prose, are teasers and go whole.
    """
    _, last = layout.first_and_last_prose([tally.row for tally in tallies])
    ending = [
        (tally, kind)
        for tally in tallies[: last + 1]
        if tally.row.words >= PARAGRAPH_WORDS
        for kind, cues in tally.cues.items()
        if "ending" in cues
    ]
    if len(ending) == 1:
        ((tally, kind),) = ending
        phrase = tally.cues[kind].pop("ending")
        start = tally.row.folded.rindex(phrase) + tally.row.start
        cues = ((f"ending ({phrase})", WEIGHTS["ending"]),)
        tally.parts.append(Leftover(start, tally.row.end, kind, WEIGHTS["ending"], cues))


PARAGRAPH_WORDS = 20


def _belongs(after: Leftover, before: Leftover) -> bool:
    """Tell whether two neighbours are one finding: one kind and level, or a label's list."""
    listed = any(cue == "under a label of related articles" for cue, _ in after.cues)
    return after.kind is before.kind and (listed or level(after.score) == level(before.score))


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
        if not row.continues and not any(map(str.isalnum, row.text[: match.start - row.start])):
            tally.add(entry.kind, f"{_strength(match, after)}opening", match.phrase)
            if match.phrase.endswith(":") or after.lstrip().startswith((":", "|", "  ")):
                tally.add(entry.kind, "colon after the phrase")
    elif entry.place == "tail":
        if not any(map(str.isalnum, after)):
            tally.add(entry.kind, f"{_strength(match, after)}ending", match.phrase)
    elif match.start < tally.mentioned.get(entry.kind, 0):
        return
    elif entry.kind is Kind.MEDIA:
        cues = ((f"pointer ({match.phrase})", WEIGHTS["pointer"]),)
        part = Leftover(match.start, match.end, entry.kind, WEIGHTS["pointer"], cues)
        tally.parts.append(part)
        tally.mentioned[entry.kind] = match.end
    else:
        cue = "second mention" if entry.kind in tally.mentioned else "mention"
        tally.add(entry.kind, cue, match.phrase)
        tally.mentioned[entry.kind] = match.end


def _strength(match: Match, after: str) -> str:
    """Return the strength of a phrase in its line as the cue names it."""
    entry = match.entry
    if entry.strength == "dated":
        return "" if marks.dated(after[:DATE_REACH].lower()) else "weak "
    if entry.strength == "named":
        name = after.lstrip(" :|-")[:1]
        return "" if name.isupper() or name in NAME_MARKS else "weak "
    return "" if entry.strength == "strong" else f"{entry.strength} "


DATE_REACH = 40  # code points after the phrase that hold its date
NAME_MARKS = frozenset("@/(\N{COPYRIGHT SIGN}")


def _count_label(document: Document, tally: Tally) -> None:
    row = tally.row
    if row.words > LABEL_WORDS or row.continues or marks.numbered(row.folded):
        return
    found = phrases.label(row.folded, document)
    if found is None:
        _count_menu(document, tally)
        return
    phrase, entry = found
    for opening in STRENGTHS["opening"]:
        tally.cues[entry.kind].pop(f"{opening}opening", None)
    tally.add(entry.kind, "weak label" if entry.strength == "weak" else "label", phrase)
    tally.heads_list = entry.kind is Kind.RELATED
    if " " not in phrase and entry.language != document.language.code:
        tally.add(entry.kind, "word of another language")


LABEL_WORDS = 8


def _count_menu(document: Document, tally: Tally) -> None:
    """Count a row of labels: a menu, the way to the page, names of networks."""
    row = tally.row
    parts = marks.segments(row)
    whole = not parts
    if whole:
        parts = row.folded.split()
    known = [found[1] for part in parts if (found := phrases.label(part, document))]
    shares = sum(entry.kind is Kind.SHARE for entry in known)
    if len(parts) > 1 and shares == len(parts):
        tally.add(Kind.SHARE, "menu")
    elif known and not whole:
        kind = Kind.HEADER if marks.dated(row.folded) else Kind.NAVIGATION
        tally.add(kind, "menu" if 2 * len(known) > len(parts) else "part of a menu")


def _count_marks(tally: Tally) -> None:
    row = tally.row
    for mark in marks.find(row):
        weight = WEIGHTS[mark.cue]
        if mark.cue == "credit in brackets" and mark.end == row.end and row.words <= LONG_WORDS:
            tally.add(Kind.CAPTION, "credit at its end")
        elif mark.start == row.start and mark.end == row.end:
            tally.add(mark.kind, mark.cue)
        else:
            tally.parts.append(
                Leftover(mark.start, mark.end, mark.kind, weight, ((mark.cue, weight),))
            )
