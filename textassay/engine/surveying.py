"""Surveys records while they are read: in this process, or in others once they are many."""

from __future__ import annotations

from collections import deque
from functools import partial
from itertools import islice
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from textassay.engine.memory import TRIMMER
from textassay.engine.spool import Waiting
from textassay.text.document import Document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from textassay.engine.spool import Spool
    from textassay.model import Record
    from textassay.survey.observation import Observation
    from textassay.survey.store import FactStore
    from textassay.text.language import Language

    Seen = tuple[Observation, Language | None]

Item = TypeVar("Item")

CHUNK = 32  # records that a worker is handed at once
PARALLEL_FROM = 1_000_000  # characters; below, starting workers costs more than it saves


class Clock:
    """Adds up the processor time of the survey, and what others measured."""

    def __init__(self, costs: dict[str, float] | None) -> None:
        """Start at nothing; without a place for the costs nothing is kept."""
        self._costs = costs
        self._start = 0.0

    def __enter__(self) -> None:
        """Begin a piece of the survey."""
        self._start = process_time()

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.add([{"survey": process_time() - self._start}])

    def add(self, measured: Iterable[Mapping[str, float]]) -> None:
        """Add what was measured elsewhere, by name."""
        if self._costs is not None:
            for costs in measured:
                for name, seconds in costs.items():
                    self._costs[name] += seconds


def surveyed(
    records: Iterator[Record], store: FactStore, spool: Spool[Waiting], clock: Clock, jobs: int
) -> Iterator[None]:
    """Keep each record, add its facts to the store, and yield now and then.

    Reading, and adding up what was observed, are all that is left to one
    process: the rest of a survey takes ten times as long.
    """
    for record in records:
        document = Document(record)
        if store.asked:
            with clock:
                store.add(document)
        spool.put(Waiting(record, document.identified))
        TRIMMER.worked(len(record.text))
        yield
        if jobs > 1 and store.asked and spool.total >= PARALLEL_FROM:
            break
    else:
        return
    from textassay.engine.pool import map_in_processes

    waiting: deque[list[Record]] = deque()
    observe = partial(observed, wanted=store.wanted)
    for seen, seconds in map_in_processes(observe, _kept(records, waiting), jobs):
        clock.add([{"survey": seconds}])
        with clock:
            for record, (observation, language) in zip(waiting.popleft(), seen, strict=True):
                store.take(record, observation)
                spool.put(Waiting(record, language))
        yield


def observed(records: Sequence[Record], *, wanted: frozenset[str]) -> tuple[list[Seen], float]:
    """Return what the records contribute to the facts, and the seconds that it took.

    With each comes its language, if that was asked for.
    """
    from textassay.survey.observation import observe

    start = process_time()
    documents = [Document(record) for record in records]
    seen = [(observe(document, wanted), document.identified) for document in documents]
    return seen, process_time() - start


def _kept(records: Iterator[Record], waiting: deque[list[Record]]) -> Iterator[list[Record]]:
    for chunk in chunks(records, CHUNK):
        waiting.append(chunk)
        yield chunk


def chunks(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield lists of ``size`` items, the last one shorter."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
