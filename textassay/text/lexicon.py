"""Reads lexicons: data files, sorted, one entry a line, head in ``#`` lines."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def entries(module_file: str, name: str) -> tuple[str, ...]:
    """Return the entries of ``lexicon/<name>`` beside a module.

    Args:
        module_file: ``__file__`` of the module that the lexicon belongs to.
        name: File name, such as ``share.es.txt``.
    """
    path = Path(module_file).parent / "lexicon" / name
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
