"""Rows that lie in files are summed part by part, and looked up without being kept in memory."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from textassay.contract import LineFacts
from textassay.model import Record
from textassay.survey import store, sums
from textassay.text.document import Document
from textassay.text.fingerprints import line_key


@given(st.lists(st.integers(0, 5), max_size=30).map(sorted), st.integers(1, 8))
def test_parts_of_sorted_rows_split_no_key(keys: list[int], rows: int) -> None:
    """Joined they are the rows; each key is in one part only."""
    columns = np.array(keys, np.int64), np.arange(len(keys), dtype=np.int64)

    parts = [(key.tolist(), place.tolist()) for key, place in sums.parted(columns, rows)]

    assert [key for part, _ in parts for key in part] == keys
    assert [place for _, part in parts for place in part] == list(range(len(keys)))
    assert sum(len(set(part)) for part, _ in parts) == len(set(keys))


def test_lines_in_files_are_known_as_those_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither parts nor memory that was given back change what a line is known for."""
    monkeypatch.setattr(sums, "ROWS_IN_MEMORY", 2)
    monkeypatch.setattr(store, "RECORDS_BETWEEN_RESTS", 1)
    texts = ["Share this\nby Ana\nMap", "Share this\nby Bo", "by Ana\nMap"]
    documents = [
        Document(Record(f"r{number}", f"site{number % 2}/r.txt", text))
        for number, text in enumerate(texts)
    ]
    known = {"Share this": (2, 2), "by Ana": (2, 1), "Map": (2, 1), "by Bo": (1, 1)}

    for limit in (1, 1_000):
        with store.FactStore(frozenset({"lines"}), rows_in_memory=limit) as kept:
            for document in documents:
                kept.add(document)
            for facts in (kept.join([one])[0] for one in documents):
                found = {line: facts.line(line_key(line)) for line in known}
                assert found == {line: LineFacts(*counts) for line, counts in known.items()}
