"""The spool gives back what was put in, in order, from memory or from disk."""

import pytest

from textassay.engine.spool import Spool
from textassay.model import Record


@pytest.mark.parametrize("memory", [0, 25, 10_000])
def test_records_come_back_in_order_any_number_of_times(
    memory: int,
) -> None:
    """Whether all, some or none of them went to disk."""
    records = [Record(f"r{n}", f"r{n}.txt", "text " * n, metadata={"n": n}) for n in range(12)]
    with Spool[Record](memory, lambda record: len(record.text)) as spool:
        for record in records:
            spool.put(record)

        assert list(spool) == records
        assert list(spool) == records
        assert len(spool) == 12
        assert (spool[0], spool[-1], spool[3:5]) == (records[0], records[-1], records[3:5])
        assert spool.total == sum(len(record.text) for record in records)


def test_two_readers_do_not_disturb_each_other() -> None:
    """Each goes on where it was, whatever the other has read of the file."""
    spool = Spool[int](limit=3)
    for number in range(10):
        spool.put(number)

    assert [(one, two) for one in spool for two in spool] == [
        (one, two) for one in range(10) for two in range(10)
    ]
    with pytest.raises(IndexError, match="10"):
        spool[10]
