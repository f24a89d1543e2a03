"""Each output format on one fixed run, byte for byte.

After a wanted change: ``pytest tests/snapshots --update-snapshots``, and
review the diff.
"""

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from textassay.report.formats import FORMATS, SUFFIXES, renderer
from textassay.report.run import Run

FOLDER = Path(__file__).parent
CASES: list[tuple[str, str, dict[str, Any]]] = [
    *((f"{name}{SUFFIXES[name]}", name, {}) for name in FORMATS),
    ("full.txt", "text", {"full": True, "width": 100, "statistics": True}),
    ("colour.txt", "text", {"full": True, "colour": True}),
]


@pytest.mark.parametrize(("file", "name", "options"), CASES, ids=[case[0] for case in CASES])
def test_the_format_writes_what_it_wrote_before(
    file: str, name: str, options: dict[str, Any], run: Run, request: pytest.FixtureRequest
) -> None:
    """Rendering the fixed run gives the reviewed file."""
    stream = StringIO()
    renderer(name)(run, stream, **options)
    written = _reviewable(stream.getvalue()) if name == "html" else stream.getvalue()
    path = FOLDER / f"run-{file}"
    if request.config.getoption("--update-snapshots"):
        path.write_bytes(written.encode())

    assert written.encode() == path.read_bytes()


def test_the_same_run_gives_the_same_bytes_twice(run: Run) -> None:
    """No clock, no random order."""
    pages = []
    for _ in range(2):
        stream = StringIO()
        renderer("html")(run, stream)
        pages.append(stream.getvalue())

    assert pages[0] == pages[1]


def _reviewable(page: str) -> str:
    """Leave out our own style and script: they are reviewed where they are written."""
    page = re.sub(r"<style>.*?</style>", "<style></style>", page, flags=re.DOTALL)
    page = re.sub(r"<script>'use strict'.*?</script>", "<script></script>", page, flags=re.DOTALL)
    return re.sub(r"sha256-[^&']+", "sha256-", page)
