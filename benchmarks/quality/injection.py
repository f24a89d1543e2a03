"""Precision and recall of a check on clean text into which its defect is put.

In a third of the places of a record one defect is injected, where a slip of a
program or of a hand would put it. A finding of level error or warning is right
when it touches an injected span. What is found elsewhere counts as wrong, so
that precision is a lower bound: no text is without slips of its own.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Record, Severity
from textassay.survey.store import survey
from textassay.text.document import Document

SENTENCES = 4  # of a record
SHARE = 0.34  # of the sentences are damaged

Injected = tuple[str, int, int]
Injector = Callable[[str, random.Random], "Injected | None"]
Row = dict[str, object]


class Damaged(NamedTuple):
    """A text with the spans of what was put in."""

    text: str
    spans: tuple[tuple[int, int], ...]


def by_sentence(rows: Sequence[str], inject: Injector, chance: random.Random) -> Iterator[Damaged]:
    """Yield records of a few sentences, some of them damaged."""
    for first in range(0, len(rows), SENTENCES):
        pieces, spans, position = [], [], 0
        for row in rows[first : first + SENTENCES]:
            done = inject(row, chance) if chance.random() < SHARE else None
            text = row
            if done:
                text, start, end = done
                spans.append((position + start, position + end))
            pieces.append(text)
            position += len(text) + 1
        yield Damaged("\n".join(pieces), tuple(spans))


def measure(
    code: str, language: str, texts: Iterable[Damaged], source: str, *, together: bool = False
) -> Row | None:
    """Return the row of one check in one language; None where nothing was put in.

    Args:
        code: The check.
        language: Of the texts.
        texts: Clean texts with defects put in.
        source: What the texts are.
        together: All texts are one corpus; else each is a corpus by itself.
    """
    checks = [check for check in registry.builtin() if check.code == code]
    damaged = list(texts)
    documents = [
        Document(Record(id=f"r{place}", path=f"r{place}.txt", text=item.text, language=language))
        for place, item in enumerate(damaged)
    ]
    needed = frozenset(name for check in checks for name in check.facts)
    store = survey(documents, needed) if together and needed else None
    tally: Counter[str] = Counter()
    for item, document in zip(damaged, documents, strict=True):
        own = survey([document], needed) if needed and store is None else store
        facts = own.join([document])[0] if own else None
        found = [
            finding
            for finding in inspect(document, checks, facts=facts)
            if finding.severity is not Severity.INFO
        ]
        tally["n"] += len(item.spans)
        tally["hit"] += sum(any(a < f.end and f.start < b for f in found) for a, b in item.spans)
        for finding in found:
            right = any(a <= finding.end and finding.start <= b for a, b in item.spans)
            error = int(finding.severity is Severity.ERROR)
            tally.update(flagged=1, right=right, errors=error, errors_right=error * right)
    return row(code, language, tally, source) if tally["n"] else None


def row(code: str, language: str, tally: Counter[str], source: str) -> Row:
    """Return a row of ``docs/quality.jsonl`` from its counts.

    ``n`` counts defects, ``flagged`` findings of level error or warning,
    ``errors`` those of level error.
    """
    made: Row = {"code": code, "language": language}
    if tally["flagged"]:
        made["precision"] = round(tally["right"] / tally["flagged"], 3)
    if tally["n"]:
        made["recall"] = round(tally["hit"] / tally["n"], 3)
    made |= {"n": tally["n"], "flagged": tally["flagged"]}
    if tally["errors"]:
        made["error_precision"] = round(tally["errors_right"] / tally["errors"], 3)
        made["errors"] = tally["errors"]
    return {**made, "source": source}
