"""Inputs that want to hang, crash, fill or leave the machine."""

import gzip
import inspect
import os
import random
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textassay.model import Finding, Record
from textassay.read import ReadSettings, is_unread, read
from textassay.read.stream import decompressed

LIMIT = 1 << 20
NAMES = [
    kind + packed
    for kind in (".txt", ".md", ".jsonl", ".csv", ".parquet")
    for packed in ("", ".gz", ".zst")
]


def _found(*paths: Path, root: Path, limit: int = LIMIT) -> list[Record | Finding]:
    return list(read(paths, ReadSettings(root=str(root), max_record_bytes=limit)))


def _codes(found: list[Record | Finding]) -> list[str]:
    return [item.code if isinstance(item, Finding) else "record" for item in found]


@pytest.mark.parametrize("name", NAMES)
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(data=st.binary(max_size=500))
def test_any_bytes_in_any_format_end_as_record_or_finding(
    tmp_path: Path, name: str, data: bytes
) -> None:
    """Never a crash and never nothing; what is said can be printed."""
    path = tmp_path / f"x{name}"
    path.write_bytes(data)
    found = _found(path, root=tmp_path)

    assert found
    for item in found:
        (item.text if isinstance(item, Record) else item.message).encode()
        item.id.encode()


@pytest.mark.parametrize("name", [".jsonl", ".csv"])
@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(lines=st.lists(st.binary(max_size=40), max_size=20))
def test_any_lines_in_a_table_end_as_records_or_findings(
    tmp_path: Path, name: str, lines: list[bytes]
) -> None:
    """A good row before and after them is read or told to be missing."""
    good = b'{"text": "One."}' if name == ".jsonl" else b"One."
    head = [] if name == ".jsonl" else [b"text"]
    path = tmp_path / f"x{name}"
    path.write_bytes(b"\n".join([*head, good, *lines, good]))
    found = _found(path, root=tmp_path)
    read_twice = sum(isinstance(item, Record) and item.text == "One." for item in found) >= 2

    assert read_twice or any(isinstance(item, Finding) for item in found)


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_parquet_file_ends_as_records_or_findings(tmp_path: Path, seed: int) -> None:
    """Whatever byte is wrong, nothing but DuckDB's own error comes out of it."""
    import duckdb

    path = tmp_path / "news.parquet"
    table = duckdb.sql("select i::varchar as id, 'Año ' || i as text from range(99) t(i)")
    assert table is not None
    table.write_parquet(str(path))
    good = path.read_bytes()
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(15):
        damaged = bytearray(good)
        for _ in range(chance.choice([1, 3, 20])):
            damaged[chance.randrange(len(good))] = chance.randrange(256)
        path.write_bytes(damaged)
        found = _found(path, root=tmp_path)

        assert found
        assert set(_codes(found)) <= {"record", "REC001", "REC003", "REC008", "REC009"}


def _bomb(suffix: str) -> bytes:
    zeros = bytes(1 << 20)
    if suffix == ".gz":
        return gzip.compress(zeros * 64, 1)
    return zstandard.ZstdCompressor(level=19).compress(zeros * 256)


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("kind", [".txt", ".jsonl", ".csv"])
def test_a_decompression_bomb_stops_at_the_limit(tmp_path: Path, kind: str, suffix: str) -> None:
    """It is told as oversized or binary, in little time."""
    path = tmp_path / f"bomb{kind}{suffix}"
    path.write_bytes(_bomb(suffix))
    begin = time.process_time()
    codes = _codes(_found(path, root=tmp_path))

    assert set(codes) <= {"REC004", "REC005"}
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_a_table_of_endless_blank_lines_is_stopped(tmp_path: Path, suffix: str) -> None:
    """No record of it is too large; the file as a whole swells beyond all text."""
    lines = b"\n" * (1 << 20)
    packed = gzip.compress(lines, 9) if suffix == ".gz" else zstandard.compress(lines, 19)
    path = tmp_path / f"bomb.parquet{suffix}"
    path.write_bytes(packed * 200)
    (found,) = _found(path, root=tmp_path)

    assert isinstance(found, Finding)
    assert (found.code, found.evidence["ratio"]) == ("REC004", 500)


def test_one_step_of_a_bomb_stays_small(tmp_path: Path) -> None:
    """A stream of repeated blocks must not swell within one read."""
    import tracemalloc

    path = tmp_path / "bomb.zst"
    path.write_bytes(_bomb(".zst"))
    with path.open("rb", buffering=0) as raw:
        stream = decompressed(raw, "zstandard")
        tracemalloc.start()
        assert len(stream.read(100)) == 100
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

    assert peak < 40 << 20


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
@pytest.mark.parametrize("kind", [".txt", ".jsonl", ".csv", ".parquet"])
def test_a_compressed_file_cut_short_is_told(tmp_path: Path, kind: str, suffix: str) -> None:
    """The rows before the cut may be read, but the loss is never silent."""
    data = b"text\n" + b"".join(b"%d row of some length\n" % i for i in range(9999))
    whole = gzip.compress(data) if suffix == ".gz" else zstandard.compress(data)
    path = tmp_path / f"news{kind}{suffix}"
    path.write_bytes(whole[:-7])

    assert "REC001" in _codes(_found(path, root=tmp_path))


@pytest.mark.parametrize(("limit", "code"), [(10, "record"), (9, "REC004")])
@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_the_limit_holds_for_what_is_unpacked(
    tmp_path: Path, suffix: str, limit: int, code: str
) -> None:
    """To the byte."""
    path = tmp_path / f"news.txt{suffix}"
    packed = gzip.compress(b"ten bytes.") if suffix == ".gz" else zstandard.compress(b"ten bytes.")
    path.write_bytes(packed)

    assert _codes(_found(path, root=tmp_path, limit=limit)) == [code]


def test_several_compressed_frames_are_one_file(tmp_path: Path) -> None:
    """Tools append frames; the reader goes on after the first."""
    path = tmp_path / "news.txt.zst"
    path.write_bytes(zstandard.compress(b"One. ") + zstandard.compress(b"Two."))
    (record,) = _found(path, root=tmp_path)

    assert isinstance(record, Record)
    assert record.text == "One. Two."


def test_pipes_devices_and_leaving_links_are_refused(tmp_path: Path) -> None:
    """Nothing blocks, nothing outside is read."""
    outside = tmp_path / "outside"
    corpus = tmp_path / "corpus"
    outside.mkdir()
    corpus.mkdir()
    (outside / "secret.txt").write_text("secret")
    os.mkfifo(corpus / "a-pipe.txt")
    (corpus / "b-device.txt").symlink_to("/dev/zero")
    (corpus / "c-link.txt").symlink_to(outside / "secret.txt")
    (corpus / "d-folder").symlink_to(outside)
    (corpus / "e-dangling.txt").symlink_to("nowhere.txt")
    (corpus / "f-loop.txt").symlink_to("f-loop.txt")
    (corpus / "g-good.txt").write_text("A text.")
    (corpus / "h-inside.txt").symlink_to("g-good.txt")
    (corpus / "i-loop").symlink_to(corpus)
    found = _found(corpus, root=tmp_path)

    assert _codes(found) == ["REC006"] * 4 + ["REC001"] * 2 + ["record"] * 2
    assert [item.text for item in found if isinstance(item, Record)] == ["A text."] * 2


def test_a_pipe_or_leaving_link_given_by_name_is_refused(tmp_path: Path) -> None:
    """A hook that hands over changed files must not follow a planted link."""
    project = tmp_path / "project"
    project.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (project / "link.txt").symlink_to(tmp_path / "secret.txt")
    os.mkfifo(project / "pipe.txt")

    assert _codes(_found(project / "link.txt", project / "pipe.txt", root=project)) == [
        "REC006",
        "REC006",
    ]


@pytest.mark.parametrize(
    "name", [b"a\nb.txt", b"\xff.txt", "a\u202eb.txt".encode(), b"\x1b[2J.txt"]
)
def test_a_name_that_would_break_the_output_is_refused(tmp_path: Path, name: bytes) -> None:
    """The name is shown escaped."""
    (tmp_path / os.fsdecode(name)).write_text("text")
    (found,) = _found(tmp_path, root=tmp_path)

    assert isinstance(found, Finding)
    assert found.code == "REC006"
    assert found.record.isprintable()


def test_a_tree_deeper_than_the_stack_is_walked(tmp_path: Path) -> None:
    """The walk does not recurse."""
    deep = tmp_path.joinpath(*["d"] * 300)
    deep.mkdir(parents=True)
    (deep / "news.txt").write_text("text")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 120)
    try:
        found = _found(tmp_path, root=tmp_path)
    finally:
        sys.setrecursionlimit(limit)

    assert _codes(found) == ["record"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    """The reason of the system is in the message."""
    path = tmp_path / "news.txt"
    path.write_text("text")
    path.chmod(0)

    assert _codes(_found(path, root=tmp_path)) == ["REC001"]


def test_an_error_of_the_system_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Holds for root too, whom no permission stops."""
    path = tmp_path / "news.txt"
    path.write_text("text")

    def denied(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("textassay.read.source.os.open", denied)
    (found,) = _found(path, root=tmp_path)

    assert isinstance(found, Finding)
    assert (found.code, is_unread(found)) == ("REC001", True)
    assert "Permission denied" in found.message


def test_a_sparse_file_of_64_gib_is_refused_at_once(tmp_path: Path) -> None:
    """Its size is looked at before its bytes."""
    path = tmp_path / "news.txt"
    with path.open("wb") as file:
        file.truncate(64 << 30)

    assert _codes(_found(path, root=tmp_path)) == ["REC004"]


@pytest.mark.parametrize(("limit", "code"), [(10, "record"), (9, "REC004")])
def test_a_file_that_grows_while_it_is_read_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: int, code: str
) -> None:
    """Its size is a hint, the limit holds for its bytes."""
    path = tmp_path / "news.txt"
    path.write_text("ten bytes.")
    grown = SimpleNamespace(fstat=lambda _: SimpleNamespace(st_size=3), read=os.read)
    monkeypatch.setattr("textassay.read.plain.os", grown)
    (found,) = _found(path, root=tmp_path, limit=limit)

    assert _codes([found]) == [code]
    assert isinstance(found, Finding) or found.text == "ten bytes."


def test_a_missing_path_is_told(tmp_path: Path) -> None:
    """A typing error on the command line gives no pass."""
    (found,) = _found(tmp_path / "nowhere.txt", root=tmp_path)

    assert isinstance(found, Finding)
    assert (found.code, is_unread(found)) == ("REC001", True)
