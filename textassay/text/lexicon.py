"""Reads lexicons: data files, sorted, one entry a line, head in ``#`` lines."""

from __future__ import annotations

import os
from functools import cache


@cache
def entries(module_file: str, name: str) -> tuple[str, ...]:
    """Return the entries of ``lexicon/<name>`` beside a module.

    Args:
        module_file: ``__file__`` of the module that the lexicon belongs to.
        name: File name, such as ``share.es.txt``.
    """
    path = os.path.join(os.path.dirname(module_file), "lexicon", name)  # noqa: PTH118, PTH120
    with open(path, "rb") as file:  # noqa: PTH123 - pathlib took as long as reading
        lines = file.read().decode().splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
