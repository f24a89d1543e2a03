"""Spreads the inspection of records over processes, results in order."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")
Result = TypeVar("Result")

AHEAD = 3  # chunks in flight a worker: enough to keep it busy, little enough to stay flat

_state: dict[str, Any] = {}


def map_in_processes(
    function: Callable[[Item], Result], items: Iterable[Item], jobs: int
) -> Iterator[Result]:
    """Yield ``function(item)`` in the order of the items, from ``jobs`` processes.

    Where the platform can fork, workers share the facts with this process;
    elsewhere they are sent once to each worker.
    """
    method = "fork" if "fork" in get_all_start_methods() else "spawn"
    waiting: deque[Future[Result]] = deque()
    with ProcessPoolExecutor(
        jobs, mp_context=get_context(method), initializer=_prepare, initargs=(function,)
    ) as pool:
        for item in items:
            waiting.append(pool.submit(_run, item))
            if len(waiting) >= AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _prepare(function: Callable[[Item], Result]) -> None:
    _state["function"] = function


def _run(item: Any) -> Any:  # noqa: ANN401 - the types of the prepared function
    function: Callable[[Any], Any] = _state["function"]
    return function(item)
