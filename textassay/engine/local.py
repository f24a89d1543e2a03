"""Runs an assay on one machine: read, survey, inspect, in order."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING

from textassay.engine import selection, surveying
from textassay.engine import spool as spools
from textassay.engine.arbitration import arbitrate
from textassay.engine.inspect import inspect_together
from textassay.engine.memory import TRIMMER
from textassay.engine.surveying import CHUNK, Clock, surveyed
from textassay.frozen import NamedTuple
from textassay.model import NOTHING, Finding, Record
from textassay.survey.store import FactStore
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from textassay.contract import Check
    from textassay.engine.settings import Settings
    from textassay.engine.spool import Spool, Waiting
    from textassay.survey.neighbours import PassageSettings
    from textassay.survey.passages import Mapped

TOGETHER = 200_000  # code points judged at once; of 50,000 half of the gain is lost
MOST_TOGETHER = 256  # records


class Judged(NamedTuple):
    """A record with what the checks found in it, and what the survey saw."""

    record: Record
    findings: tuple[Finding, ...]
    language: str
    confidence: float
    words: int


class Survey(NamedTuple):
    """What a corpus is compared with beside itself, and what is kept of it.

    ``facts`` is a snapshot that an earlier run saved, ``save_facts`` where to
    save this run's own; ``passages`` names a kept index or a reference.
    """

    facts: Path | None = None
    save_facts: Path | None = None
    passages: PassageSettings | None = None


class Progress(NamedTuple):
    """How far a step is, in characters of text."""

    step: str
    done: int
    total: int | None


def assay(
    inputs: Iterable[Record | Finding],
    settings: Settings,
    *,
    jobs: int = 1,
    listener: Callable[[Progress], None] | None = None,
    survey: Survey | None = None,
    costs: dict[str, float] | None = None,
) -> Iterator[Judged | Finding]:
    """Yield every input judged: unreadable ones as findings, then the records.

    Args:
        inputs: What the readers gave.
        settings: Which checks run, with which options.
        jobs: Worker processes; 1 means none.
        listener: Told about progress after each chunk of records.
        survey: What the corpus is compared with, and what is kept of it.
        costs: Where to add up the seconds of processor time of each check and
            of the survey.
    """
    clock = Clock(costs)
    checks = selection.chosen(settings)
    tell = listener or (lambda _progress: None)
    asked = survey or Survey()
    with spools.of_records() as spool, FactStore(needed(checks), passages=asked.passages) as store:
        told: list[Finding] = []
        for _ in surveyed(_records(inputs, settings, told), store, spool, clock, jobs):
            yield from told
            told.clear()
            tell(Progress("reading", spool.total, None))
        yield from told
        if asked.save_facts is not None:
            store.save(asked.save_facts)
        if asked.facts is not None:
            store.merge(asked.facts)
        with clock:
            store.freeze(_mapper(spool, jobs))
        TRIMMER.worked(spool.total)
        judge = partial(
            judged, checks=checks, store=store, settings=settings, metered=costs is not None
        )
        done = 0
        for results, spent in _mapper(spool, jobs)(judge, batches(spool)):
            done += sum(len(result.record.text) for result in results)
            clock.add([spent])
            yield from results
            tell(Progress("checking", done, spool.total))


def _records(
    inputs: Iterable[Record | Finding], settings: Settings, told: list[Finding]
) -> Iterator[Record]:
    """Yield the records among the inputs; the findings that count are told."""
    for item in inputs:
        if isinstance(item, Record):
            yield item
        elif finding := selection.reported(item, settings):
            told.append(finding)


def needed(checks: Iterable[Check]) -> frozenset[str]:
    """Return the names of the fact tables that the checks ask for."""
    return frozenset(name for check in checks for name in check.facts)


def judged(
    records: Sequence[Waiting],
    *,
    checks: Sequence[Check],
    store: FactStore,
    settings: Settings,
    metered: bool = False,
) -> tuple[list[Judged], Mapping[str, float]]:
    """Return the records with their findings, and what each check cost where asked."""
    costs: defaultdict[str, float] | None = defaultdict(float) if metered else None
    documents = [Document(*item) for item in records]
    results = list(_judged(documents, checks, store, settings, costs))
    for document in documents:
        document.forget()
    TRIMMER.worked(sum(len(document.text) for document in documents))
    return results, costs or NOTHING


def batches(records: Iterable[Waiting]) -> Iterator[list[Waiting]]:
    """Yield the records that are judged together: short ones, or one that is long."""
    batch: list[Waiting] = []
    held = 0
    for item in records:
        size = len(item.record.text)
        if batch and (held + size > TOGETHER or len(batch) == MOST_TOGETHER):
            yield batch
            batch, held = [], 0
        batch.append(item)
        held += size
    if batch:
        yield batch


def _judged(
    documents: Sequence[Document],
    checks: Sequence[Check],
    store: FactStore,
    settings: Settings,
    costs: dict[str, float] | None,
) -> Iterator[Judged]:
    facts = store.join(documents) if store.asked else [None] * len(documents)
    found = inspect_together(documents, checks, facts=facts, options=settings.options, costs=costs)
    for document, findings in zip(documents, found, strict=True):
        yield Judged(
            record=document.record,
            findings=tuple(one for one in arbitrate(findings) if selection.kept(one, settings)),
            language=document.language.code,
            confidence=document.language.confidence,
            words=len(document.words),
        )


def _mapper(spool: Spool[Waiting], jobs: int) -> Mapped:
    """Return ``map``, or for many records one that uses processes."""
    if jobs <= 1 or len(spool) <= CHUNK or spool.total < surveying.PARALLEL_FROM:
        return map
    from textassay.engine.pool import map_in_processes

    return partial(map_in_processes, jobs=jobs)
