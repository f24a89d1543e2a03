"""Every format gives its records, plain and compressed."""

import csv
import gzip
import io
import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import zstandard

from textassay.model import Finding, Record
from textassay.read import ReadSettings, read

DEFAULT = ReadSettings()
TEXT = "El pleno aprobó el presupuesto.\r\n\r\nNadie votó en contra.\n"


def _records(path: Path, settings: ReadSettings = DEFAULT) -> list[Record]:
    found = list(read([path], replace(settings, root=str(path.parent))))
    assert not [item for item in found if isinstance(item, Finding)]
    return [item for item in found if isinstance(item, Record)]


def _codes(path: Path, settings: ReadSettings = DEFAULT) -> list[str]:
    found = read([path], replace(settings, root=str(path.parent)))
    return [item.code if isinstance(item, Finding) else "record" for item in found]


def _jsonl(rows: list[Any]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _csv(rows: list[list[str]], delimiter: str = ",") -> bytes:
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue().encode()


def _packed(data: bytes, suffix: str) -> bytes:
    return {
        "": lambda: data,
        ".gz": lambda: gzip.compress(data),
        ".zst": lambda: zstandard.ZstdCompressor().compress(data),
    }[suffix]()


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize("kind", [".txt", ".md"])
def test_a_text_file_is_one_record_with_its_line_ends(
    tmp_path: Path, kind: str, suffix: str
) -> None:
    """Line ends stay; the digest is that of the bytes on disk."""
    data = _packed(TEXT.encode(), suffix)
    path = tmp_path / f"news{kind}{suffix}"
    path.write_bytes(data)
    (record,) = _records(path)

    assert record.text == TEXT
    assert record.id == path.name
    assert record.sha256 == sha256(data).hexdigest()
    assert record.size == len(data)


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_json_lines_give_a_record_a_line(tmp_path: Path, suffix: str) -> None:
    """The other keys are metadata; the digest is that of the line."""
    rows = [{"id": "a", "text": TEXT, "published": "2024-05-31"}, {"text": "Dos."}]
    path = tmp_path / f"news.jsonl{suffix}"
    path.write_bytes(_packed(_jsonl(rows), suffix))
    first, second = _records(path)

    assert (first.id, second.id) == (f"{path.name}#a", f"{path.name}#2")
    assert first.text == TEXT
    assert first.metadata == {"published": "2024-05-31"}
    assert first.sha256 == sha256(_jsonl(rows[:1]).rstrip(b"\n")).hexdigest()


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_gives_a_record_a_row(tmp_path: Path, delimiter: str, suffix: str) -> None:
    """Quoted fields keep their line ends and delimiters."""
    rows = [["id", "text", "lang"], ["7", TEXT, "es-MX"], ["8", "a, b; c\td", ""]]
    path = tmp_path / f"news.csv{suffix}"
    path.write_bytes(_packed(_csv(rows, delimiter), suffix))
    first, second = _records(path)

    assert (first.id, first.text, first.language) == (f"{path.name}#7", TEXT, "es")
    assert (second.text, second.language) == ("a, b; c\td", None)
    assert first.sha256 == sha256(TEXT.encode()).hexdigest()


@pytest.mark.parametrize("suffix", ["", ".gz", ".zst"])
def test_parquet_gives_a_record_a_row(tmp_path: Path, suffix: str) -> None:
    """Dates become ISO text; nested columns stay plain data."""
    import duckdb

    plain = tmp_path / "plain.parquet"
    duckdb.sql(
        "copy (select 'a' as id, 'Uno.' as text, date '2024-05-31' as published, [1, 2] as tags "
        f"union all select null, 'Dos.', null, null) to '{plain}'"
    )
    path = tmp_path / f"news.parquet{suffix}"
    path.write_bytes(_packed(plain.read_bytes(), suffix))
    first, second = _records(path)

    assert (first.id, second.id) == (f"{path.name}#a", f"{path.name}#2")
    assert first.metadata == {"published": "2024-05-31", "tags": [1, 2]}
    assert second.text == "Dos."


def test_parquet_is_read_whatever_the_temporary_folder_is_called(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its path goes into a setting of DuckDB."""
    import duckdb

    odd = tmp_path / "it's [odd] *"
    odd.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(odd))
    path = tmp_path / "news.parquet"
    table = duckdb.sql("select 'Uno.' as text")
    assert table is not None
    table.write_parquet(str(path))
    (record,) = _records(path)

    assert record.text == "Uno."
    assert not list(odd.iterdir())


def test_the_columns_can_be_named(tmp_path: Path) -> None:
    """Text and id may stand in any column."""
    path = tmp_path / "news.csv"
    path.write_bytes(_csv([["key", "body"], ["k1", "Uno."]]))
    (record,) = _records(path, ReadSettings(text_column="body", id_column="key"))

    assert (record.id, record.text) == ("news.csv#k1", "Uno.")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("news.csv", _csv([["id", "body"], ["1", "Uno."]])),
        ("news.jsonl", _jsonl([{"body": "Uno."}])),
    ],
)
def test_a_missing_text_column_is_told_with_what_there_is(
    tmp_path: Path, name: str, data: bytes
) -> None:
    """The message lists the columns, so that the right one can be named."""
    path = tmp_path / name
    path.write_bytes(data)
    (finding,) = read([path], ReadSettings(root=str(tmp_path)))

    assert isinstance(finding, Finding)
    assert finding.code == "REC009"
    assert "body" in finding.message


def test_a_file_of_other_rows_is_told_once(tmp_path: Path) -> None:
    """A file without any text column is one mistake, not one a row; rows with text are read."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(_jsonl([{"body": "Uno."}] * 7 + [{"text": "Dos."}]))
    first, record, more = read([path], ReadSettings(root=str(tmp_path)))

    assert isinstance(first, Finding)
    assert isinstance(more, Finding)
    assert isinstance(record, Record)
    assert (first.code, record.text, more.evidence["more"]) == ("REC009", "Dos.", 6)


def test_broken_lines_of_json_do_not_hide_the_good_ones(tmp_path: Path) -> None:
    """Each broken line is told with its number, the others are read."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(
        b'{"text": "One."}\n{"text": \n[1]\n{"text": 5}\n{"text": null}\n\xff\n'
        b'{"text": NaN}\n{"id": [1], "text": "x"}\n' + b"[" * 5000 + b'\n\n{"text": "Two."}\n'
    )
    found = list(read([path], ReadSettings(root=str(tmp_path))))
    told = [(item.line, item.code) for item in found if isinstance(item, Finding)]

    assert [item.text for item in found if isinstance(item, Record)] == ["One.", "Two."]
    assert told == [
        (2, "REC007"),
        (3, "REC007"),
        (4, "REC007"),
        (5, "REC003"),
        (6, "REC002"),
        (7, "REC007"),
        (8, "REC007"),
        (9, "REC007"),
    ]


def test_a_million_broken_rows_are_summed_up(tmp_path: Path) -> None:
    """After a hundred findings the rest is one finding with their number."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"{\n" * 150)
    found = [item for item in read([path], ReadSettings()) if isinstance(item, Finding)]

    assert len(found) == 101
    assert found[-1].evidence["more"] == 50


def test_lone_surrogates_become_lost_characters_at_their_place(tmp_path: Path) -> None:
    """No output can hold half a surrogate pair; a whole pair is a character."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(rb'{"text": "a\ud83dz \ud83d\ude00", "by": "\udc00", "id": "\ud800"}')
    (record,) = _records(path)

    assert record.text == "a\N{REPLACEMENT CHARACTER}z \N{GRINNING FACE}"
    assert "3 lone surrogates" in record.decoding.evidence
    assert record.metadata == {"by": "\N{REPLACEMENT CHARACTER}"}
    assert record.id.encode()


def test_a_huge_line_is_skipped_and_the_next_one_is_read(tmp_path: Path) -> None:
    """Only as much of it as the limit is ever held."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 10_000 + b'"}\n{"text": "Two."}\n')

    assert _codes(path, ReadSettings(max_record_bytes=1000)) == ["REC004", "record"]


def test_the_row_with_a_used_id_is_told(tmp_path: Path) -> None:
    """Seven and "7" name the same record."""
    path = tmp_path / "news.jsonl"
    path.write_bytes(_jsonl([{"id": 7, "text": "a"}, {"id": "7", "text": "b"}]))

    assert _codes(path) == ["record", "REC008"]


def test_csv_rows_of_the_wrong_width_are_told(tmp_path: Path) -> None:
    """Text that was not quoted spills into more fields."""
    path = tmp_path / "news.csv"
    path.write_bytes(b'id,text\n1,a\n2,b, c\n3\n4,"d\n')

    assert _codes(path) == ["record", "REC007", "REC007", "REC007"]


def test_a_huge_csv_line_is_skipped_and_the_next_one_is_read(tmp_path: Path) -> None:
    """Rows are numbered by what stands in the file."""
    path = tmp_path / "news.csv"
    path.write_bytes(b"text,by\na,b\n" + b"x" * 10_000 + b",c\nd,e\n")
    settings = ReadSettings(root=str(tmp_path), max_record_bytes=1000)
    found = list(read([path], settings))

    assert [(item.id if isinstance(item, Record) else item.code) for item in found] == [
        "news.csv#1",
        "REC004",
        "news.csv#3",
    ]


@pytest.mark.parametrize("bad", [b"\xff,b\n", b"a,\xff\n"])
def test_a_csv_row_that_breaks_the_encoding_does_not_hide_the_others(
    tmp_path: Path, bad: bytes
) -> None:
    """Even far behind what the encoding was judged by."""
    path = tmp_path / "news.csv"
    path.write_bytes(b"text,by\n" + (b"a" * 999 + b",b\n") * 1100 + bad + b"c,d\n")
    codes = _codes(path)

    assert codes[:1100] == ["record"] * 1100
    assert codes[1100:] == ["REC002", "record"]


def test_a_csv_file_whose_sample_ends_inside_a_character_is_decoded(tmp_path: Path) -> None:
    """The first mebibyte of a text of two-byte characters may end anywhere."""
    path = tmp_path / "news.csv"
    row = "市长表示，新的图书馆将于秋天开放，市民可以免费使用。"
    text = "text\n" + f"{row}\n" * 25_000
    path.write_bytes(text.encode("gb18030"))
    records = _records(path)

    assert {record.text for record in records} == {row}
    assert len(records) == 25_000


def test_csv_in_an_old_encoding_is_decoded_with_evidence(tmp_path: Path) -> None:
    """Spreadsheets still write windows-1252."""
    path = tmp_path / "news.csv"
    text = "El señor alcalde explicó que la población creció; la región también. " * 5
    path.write_bytes(_csv([["id", "text"], ["1", text]]).decode().encode("cp1252"))
    (record,) = _records(path)

    assert record.text == text
    assert record.decoding.encoding == "cp1252"
    assert 0 < record.decoding.confidence < 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_csv_with_a_byte_order_mark_is_read(tmp_path: Path, encoding: str) -> None:
    """The mark of a table belongs to the table, not to its first column."""
    path = tmp_path / "news.csv"
    path.write_bytes("text,id\nAño nuevo.,1\n".encode(encoding))
    (record,) = _records(path)

    assert record.text == "Año nuevo."
    assert record.decoding.bom


def test_a_csv_file_cut_inside_a_character_ends_with_a_finding(tmp_path: Path) -> None:
    """A decoder that cannot go on must not make the reader loop."""
    path = tmp_path / "news.csv"
    path.write_bytes("text,id\nAño nuevo.,1\n".encode("utf-16")[:-1])

    assert set(_codes(path)) <= {"record", "REC002", "REC007"}
    assert "REC002" in _codes(path)


@pytest.mark.parametrize("name", ["news.jsonl", "news.csv", "news.txt"])
def test_a_file_without_a_row_is_told(tmp_path: Path, name: str) -> None:
    """An empty file is no clean file."""
    path = tmp_path / name
    path.write_bytes(b"text,id\n" if name.endswith("csv") else b"\n")

    assert _codes(path) == ["REC003"]
