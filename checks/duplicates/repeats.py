"""Finds what a record says twice: exact copies, near copies, runs of copies.

Everything is computed once a record and shared by the checks of the class.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from textassay.checks.duplicates.candidates import candidates
from textassay.checks.duplicates.copies import copies, runs
from textassay.checks.duplicates.kinds import PASSAGES, Kind, Repeat
from textassay.checks.duplicates.pieces import Pieces, size
from textassay.checks.duplicates.resemblance import Comparison, function_words
from textassay.checks.typos.technical import technical
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from textassay.checks.duplicates.resemblance import Resemblance
    from textassay.text.document import Document

BLANKS = 20  # code points of white space that two pieces side by side may have between them
OPENING_PIECES = 4  # sentences after the title among which its repetition is looked for
TITLE_SHARE = 0.7  # of the title's content words (guideline R1)


def repeats(document: Document, kind: Kind) -> Iterator[Repeat]:
    """Yield the repeats of one kind in a record, in order of the later copy."""
    return (repeat for repeat in document.view(_known) if repeat.kind is kind)


def _known(document: Document) -> tuple[Repeat, ...]:
    """Return all repeats of a record; worked out once."""
    found = sorted(_repeats(document), key=lambda repeat: repeat.later)
    return tuple(_merged(document, found))


def _repeats(document: Document) -> Iterator[Repeat]:
    found = Pieces(document)
    if len(found) < 2:  # noqa: PLR2004 - a repeat takes two
        return
    keys = list(map(" ".join, found.words))
    repeated: set[int] = set()
    if len(set(keys)) < len(keys):
        groups: dict[str, list[int]] = {}
        for index, key in enumerate(keys):
            groups.setdefault(key, []).append(index)
        copied = dict(copies(document, found, groups))
        yield from runs(found, keys, groups, copied)
        repeated.update(index for group in groups.values() for index in group[1:])
    functional = function_words(document.language.code)
    frequency = Counter(chain.from_iterable(found.words))
    comparison = Comparison(document, found, frequency, functional)
    titles = dict(_titles(comparison, repeated))
    for later, (likeness, first) in sorted(_best(comparison, repeated).items()):
        if later not in titles:
            yield _near(document, found, first, later, likeness)
    for later, first in titles.items():
        yield _near(document, found, first, later, comparison.compare(first, later))


def _merged(document: Document, found: Sequence[Repeat]) -> Iterator[Repeat]:
    """Join repeats that follow one another in both places, inside one line of the later copy.

    A paragraph of which one sentence was edited is one near copy, not three.
    """
    waiting: Repeat | None = None
    for repeat in found:
        if waiting is not None and _continues(document, waiting, repeat):
            waiting = _joined(waiting, repeat)
            continue
        if waiting is not None:
            yield waiting
        waiting = repeat
    if waiting is not None:
        yield waiting


def _continues(document: Document, before: Repeat, after: Repeat) -> bool:
    if before.kind not in PASSAGES or after.kind not in PASSAGES:
        return False
    return adjoin(document, before.later, after.later, breaks="") and adjoin(
        document, before.first, after.first
    )


def adjoin(
    document: Document, before: tuple[int, int], after: tuple[int, int], breaks: str = "\r\n"
) -> bool:
    """Tell whether only blanks, and the given line breaks, stand between two spans."""
    start, end = before[1], after[0]
    if not start <= end <= start + BLANKS:
        return False
    return not document.text[start:end].strip(f" \t\N{NO-BREAK SPACE}{breaks}")


def may_be_meant(document: Document, repeat: Repeat) -> bool:
    """Tell whether the author may say a thing twice: in a manual, or inside paragraphs.

    What extraction copies are blocks: of 90 errors on web pages 3 stood inside both
    paragraphs, of 9 in tales all. Manuals and their logs repeat steps and fields.
    """
    if adjoin(document, repeat.first, repeat.later):
        return False
    inside = all(_has_around(document, *span) for span in (repeat.first, repeat.later))
    return inside or technical(document)


def _has_around(document: Document, start: int, end: int) -> bool:
    """Tell whether the paragraph of a span has text before it and behind it."""
    first, last = document.paragraph_at(start), document.paragraph_at(end - 1)
    if first is None or last is None:
        return False
    before, after = document.text[first.start : start], document.text[end : last.end]
    return not before.isspace() and not after.isspace() and bool(before and after)


def _joined(before: Repeat, after: Repeat) -> Repeat:
    likeness = [item for item in (before.resemblance, after.resemblance) if item is not None]
    return Repeat(
        Kind.NEAR,
        (before.first[0], after.first[1]),
        (before.later[0], after.later[1]),
        before.words + after.words,
        max(before.copies, after.copies),
        min(likeness, key=lambda item: item.points),
    )


def _best(comparison: Comparison, repeated: AbstractSet[int]) -> dict[int, tuple[Resemblance, int]]:
    """Return for each later near copy the piece that it resembles most."""
    best: dict[int, tuple[Resemblance, int]] = {}
    pairs = candidates(
        comparison.document,
        comparison.found,
        repeated,
        comparison.frequency,
        comparison.functional,
    )
    for first, later in pairs:
        likeness = comparison.copy(first, later)
        if likeness is not None and (later not in best or likeness.points > best[later][0].points):
            best[later] = likeness, first
    return best


def _near(
    document: Document, found: Pieces, first: int, later: int, likeness: Resemblance
) -> Repeat:
    left, right = found[first], found[later]
    roles = {document.line_at(left.start).role, document.line_at(right.start).role}
    kind = Kind.CAPTION if Role.CAPTION in roles else Kind.NEAR
    if document.line_at(left.start).role is Role.TITLE:
        kind = Kind.TITLE
    return Repeat(
        kind,
        (left.start, left.end),
        (right.start, right.end),
        size(right.words),
        2,
        likeness,
    )


def _titles(comparison: Comparison, repeated: AbstractSet[int]) -> Iterator[tuple[int, int]]:
    """Yield (later, title) where the opening says the title again."""
    document, found = comparison.document, comparison.found
    for first in range(min(len(found), OPENING_PIECES)):
        piece = found[first]
        if piece.whole and document.line_at(piece.start).role is Role.TITLE:
            for later in range(first + 1, min(len(found), first + 1 + OPENING_PIECES)):
                if later not in repeated and (comparison.title_share(first, later) >= TITLE_SHARE):
                    yield later, first
                    return
