"""The labelled cases of each check: tests/cases/<CODE>/<kind>.jsonl.

One JSON object a line: ``text``; optional ``language``, ``corpus`` (texts of
other records), ``reference`` (texts of a reference corpus), ``metadata``,
``registered``, ``note``; ``findings``: a list of objects with
``text`` and, where they matter, ``start``, ``suggestion``, ``severity``.
Kinds: wild, synthetic, negative (no findings), known_failures (strict xfail).
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from textassay import registry
from textassay.engine.examples import judge

FOLDER = Path(__file__).parent / "cases"
BY_CODE = {check.code: check for check in registry.builtin()}


def _cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*/*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            marks = []
            if path.stem == "known_failures":
                marks.append(pytest.mark.xfail(strict=True, reason="a known failure, kept as data"))
            name = f"{path.parent.name}-{path.stem}-{number}"
            yield pytest.param(path.parent.name, path.stem, json.loads(line), id=name, marks=marks)


@pytest.mark.parametrize(("code", "kind", "case"), list(_cases()))
def test_the_case_gives_exactly_its_findings(code: str, kind: str, case: dict[str, Any]) -> None:
    """The check finds what the case lists, no more and no less."""
    expected = case.get("findings", [])
    assert kind != "negative" or expected == []
    found = judge(
        case["text"],
        [BY_CODE[code]],
        language=case.get("language"),
        corpus=case.get("corpus", ()),
        reference=case.get("reference", ()),
        metadata=case.get("metadata", {}),
        registered=case.get("registered"),
    )
    keys = [sorted(item) for item in expected]
    actual = [
        {key: getattr(finding, key) for key in wanted}
        for finding, wanted in zip(found, keys, strict=False)
    ]

    assert actual == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("code", sorted(c for c, k in BY_CODE.items() if k.scope != "input"))
def test_negatives_are_at_least_as_many_as_positives(code: str) -> None:
    """Precision comes first, so do the cases that must stay quiet."""

    def count(kind: str) -> int:
        path = FOLDER / code / f"{kind}.jsonl"
        if not path.exists():
            return 0
        return sum(1 for line in path.read_text(encoding="utf-8").splitlines() if line.strip())

    assert count("negative") >= max(1, count("wild") + count("synthetic"))
