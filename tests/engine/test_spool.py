"""The spool gives back what was put in, in order, from memory or from disk."""

import pytest

from textassay.engine import spool as module
from textassay.engine.spool import Spool
from textassay.model import Record


@pytest.mark.parametrize("memory", [0, 25, 10_000])
def test_records_come_back_in_order_any_number_of_times(
    monkeypatch: pytest.MonkeyPatch, memory: int
) -> None:
    """Whether all, some or none of them went to disk."""
    monkeypatch.setattr(module, "MEMORY", memory)
    records = [Record(f"r{n}", f"r{n}.txt", "text " * n, metadata={"n": n}) for n in range(12)]
    with Spool() as spool:
        for record in records:
            spool.put(record)

        assert list(spool) == records
        assert list(spool) == records
        assert spool.count == 12
        assert spool.characters == sum(len(record.text) for record in records)
