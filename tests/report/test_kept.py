"""What text a report keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixed_run import CHECKS, finding
from textassay.model import Finding, Record
from textassay.report.kept import REACH, KeptText, TextKeeper

TEXT = "".join(chr(97 + index % 26) for index in range(10_000))


def _at(start: int, length: int = 5) -> Finding:
    return finding(TEXT, next(iter(CHECKS)), TEXT[start : start + length], "x", start=start)


def test_a_record_within_the_limits_is_kept_whole() -> None:
    """Short records are shown in full."""
    keeper = TextKeeper()
    keeper.add(Record("a", "a.txt", "short"), [])

    assert keeper.texts["a"].whole
    assert keeper.texts["a"].slice(1, 3) == "ho"


def test_a_long_record_keeps_what_lies_around_its_findings() -> None:
    """Windows that touch are joined; the rest is left out."""
    keeper = TextKeeper(record_limit=100)
    keeper.add(Record("a", "a.txt", TEXT), [_at(5_000), _at(1_000), _at(1_100)])
    kept = keeper.texts["a"]

    assert [offset for offset, _ in kept.pieces] == [1_000 - REACH, 5_000 - REACH]
    assert kept.slice(5_000, 5_005) == TEXT[5_000:5_005]
    assert kept.slice(3_000, 3_005) is None
    assert not kept.whole


def test_of_a_long_span_the_head_and_the_tail_are_kept() -> None:
    """A finding over the whole record does not bring the whole record back."""
    keeper = TextKeeper(record_limit=100)
    keeper.add(Record("a", "a.txt", TEXT), [_at(0, len(TEXT))])
    kept = keeper.texts["a"]

    assert sum(len(piece) for _, piece in kept.pieces) == 2 * REACH


def test_the_room_for_all_records_is_bounded() -> None:
    """The first records take the room; the next keep their windows only."""
    keeper = TextKeeper(total_limit=15_000, clean_limit=10)
    for name in "ab":
        keeper.add(Record(name, name, TEXT), [_at(0)])
    keeper.add(Record("c", "c", TEXT), [])

    assert keeper.texts["a"].whole
    assert not keeper.texts["b"].whole
    assert "c" not in keeper.texts


def test_a_second_record_of_an_id_does_not_replace_the_first() -> None:
    """Equal ids are a finding; the report stays with the text it has."""
    keeper = TextKeeper()
    keeper.add(Record("a", "a", "first"), [])
    keeper.add(Record("a", "b", "second"), [])

    assert keeper.texts["a"].slice(0, 5) == "first"


@pytest.mark.parametrize("start", range(10))
def test_surroundings_are_cut_at_the_reach(start: int) -> None:
    """Both sides are what the text has there."""
    kept = KeptText(10, ((0, "0123456789"),))

    assert kept.around(start, start, 3) == (
        "0123456789"[max(0, start - 3) : start],
        "0123456789"[start : start + 3],
    )


@given(st.lists(st.integers(0, 9_990), min_size=1, max_size=12))
def test_kept_pieces_are_apart_in_order_and_hold_every_finding(starts: list[int]) -> None:
    """Windows that overlap or touch become one."""
    keeper = TextKeeper(record_limit=100)
    keeper.add(Record("a", "a.txt", TEXT), [_at(start) for start in starts])
    kept = keeper.texts["a"]
    ends = [offset + len(piece) for offset, piece in kept.pieces]

    assert all(end < start for end, (start, _) in zip(ends, kept.pieces[1:], strict=False))
    assert all(piece == TEXT[offset : offset + len(piece)] for offset, piece in kept.pieces)
    assert all(kept.slice(start, start + 5) == TEXT[start : start + 5] for start in starts)
