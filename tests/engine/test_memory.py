"""Freed memory goes back to the system now and then, where the system can take it."""

import ctypes

import pytest

from textassay.engine import memory


def test_memory_is_given_back_after_so_much_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for each record: looking for free pages takes its time."""
    calls: list[int] = []
    monkeypatch.setattr(memory, "give_back", lambda: calls.append(1))
    trimmer = memory.Trimmer()

    for _ in range(5):
        trimmer.worked(memory.EVERY // 2)

    assert len(calls) == 2


@pytest.mark.parametrize("error", [AttributeError, OSError, TypeError])
def test_systems_that_cannot_are_left_alone(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """Musl, macOS and Windows lack the function, each in its own way."""
    asked: list[object] = []

    def refuse(name: object) -> None:
        asked.append(name)
        raise error

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    memory.give_back()
    assert asked == [None]
