"""The docstring of a check as headings and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its paragraphs, plain text."""

    title: str
    paragraphs: tuple[str, ...]


def sections(docstring: str) -> list[Section]:
    """Return the ``##`` sections of a docstring; what precedes them is left out."""
    _, *parts = ("\n" + cleandoc(docstring)).split("\n## ")
    return [Section(title.strip(), tuple(_paragraphs(body))) for title, body in map(_cut, parts)]


def _cut(part: str) -> tuple[str, str]:
    title, _, body = part.partition("\n")
    return title, body


def _paragraphs(body: str) -> Iterator[str]:
    for block in body.split("\n\n"):
        joined = " ".join(block.split())
        if joined:
            yield joined
