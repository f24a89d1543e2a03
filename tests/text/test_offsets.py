"""Offsets in bytes and UTF-16 units agree with the codecs, both ways."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from textassay.model import Record
from textassay.text.document import Document
from textassay.text.offsets import OffsetMap

ANY = st.text(st.characters(exclude_categories=()))


@settings(deadline=None)
@given(ANY, st.data())
@example("\U0001f600" * 1500 + "a\ud800", None)
def test_code_points_become_units_and_come_back(text: str, data: st.DataObject | None) -> None:
    """At any offset, in astral characters and lone surrogates too."""
    offset = data.draw(st.integers(0, len(text))) if data else 1200
    bytes_before = len(text[:offset].encode("utf-8", "surrogatepass"))
    units_before = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
    by_bytes = OffsetMap(text, "utf-8")
    by_units = OffsetMap(text, "utf-16")

    assert by_bytes.to_units(offset) == bytes_before
    assert by_units.to_units(offset) == units_before
    assert by_bytes.to_code_points(bytes_before) == offset
    assert by_units.to_code_points(units_before) == offset


def test_a_unit_inside_a_character_belongs_to_it() -> None:
    """The second half of a surrogate pair is still the same character."""
    assert [OffsetMap("a\U0001f600b", "utf-16").to_code_points(n) for n in range(5)] == [
        0,
        1,
        1,
        2,
        3,
    ]


def test_the_document_gives_lines_columns_bytes_and_units() -> None:
    """Columns count from 1."""
    document = Document(Record("r", "r.txt", "é\n\U0001f600x"))

    assert document.position(3) == (2, 2)
    assert document.utf16_column(3) == 3
    assert document.byte_offsets.to_units(3) == 7
    assert document.utf16_offsets.to_units(3) == 4
