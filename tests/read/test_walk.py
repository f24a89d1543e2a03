"""Which files are read, in which order, under which ids."""

import io
import os
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from textassay.model import Finding, Record
from textassay.read import ReadSettings, is_unread, read

DEFAULT = ReadSettings()


def _corpus(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"The text of {name}.")


def _ids(*paths: Path | str, root: Path, settings: ReadSettings = DEFAULT) -> list[str]:
    found = read(paths, replace(settings, root=str(root)))
    return [item.id for item in found if isinstance(item, Record)]


def test_records_come_sorted_whatever_the_order_of_creation(tmp_path: Path) -> None:
    """By path, part by part."""
    names = ["b.txt", "a/z.txt", "a/b/c.md", "c.txt", "a.txt", "B.txt"]
    random.Random(0).shuffle(names)  # noqa: S311 - no secret
    _corpus(tmp_path, *names)

    assert _ids(tmp_path, root=tmp_path) == [
        "B.txt", "a/b/c.md", "a/z.txt", "a.txt", "b.txt", "c.txt",
    ]  # fmt: skip


def test_an_id_does_not_depend_on_how_the_file_was_given(tmp_path: Path) -> None:
    """Folder, file, absolute or not: one file, one id, read once."""
    _corpus(tmp_path, "seeds/a.txt", "seeds/sub/b.txt")
    given: list[tuple[Path, ...]] = [
        (tmp_path,),
        (tmp_path / "seeds",),
        (tmp_path / "seeds" / "sub", tmp_path / "seeds"),
        (tmp_path / "seeds" / "a.txt", tmp_path / "seeds"),
        (tmp_path / "seeds" / ".." / "seeds" / "a.txt", tmp_path / "seeds" / "sub" / "b.txt"),
    ]

    for paths in given:
        assert sorted(_ids(*paths, root=tmp_path)) == ["seeds/a.txt", "seeds/sub/b.txt"]


def test_paths_are_shown_as_they_were_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path in the output can be opened from where the command ran."""
    _corpus(tmp_path, "seeds/a.txt")
    monkeypatch.chdir(tmp_path / "seeds")
    (record,) = read(["."], ReadSettings(root=str(tmp_path)))

    assert isinstance(record, Record)
    assert (record.path, record.id) == ("a.txt", "seeds/a.txt")


def test_other_types_are_told_once_a_type_and_hidden_files_are_not_records(tmp_path: Path) -> None:
    """Nothing is skipped silently, and nothing is said twice."""
    _corpus(tmp_path, "a.txt", "x.docx", "y.DOCX", "LICENSE", ".hidden.txt", ".git/b.txt")
    found = list(read([tmp_path], ReadSettings(root=str(tmp_path))))
    told = [item for item in found if isinstance(item, Finding)]

    assert [item.id for item in found if isinstance(item, Record)] == ["a.txt"]
    assert [(item.code, item.evidence["count"]) for item in told] == [("REC010", 1), ("REC010", 2)]
    assert not any(is_unread(item) for item in told)


def test_a_file_of_another_type_given_by_name_is_read_as_text(tmp_path: Path) -> None:
    """Who names a file wants it read."""
    _corpus(tmp_path, "article")

    assert _ids(tmp_path / "article", root=tmp_path) == ["article"]


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("drafts", ["a.txt", "sub/b.txt"]),
        ("*.md", ["a.txt", "drafts/c.txt", "sub/b.txt"]),
        ("sub/*", ["a.txt", "drafts/c.txt"]),
        ("sub/", ["a.txt", "drafts/c.txt"]),
        ("./sub/b.txt", ["a.txt", "drafts/c.txt"]),
    ],
)
def test_exclude_leaves_files_out_however_they_are_given(
    tmp_path: Path, pattern: str, left: list[str]
) -> None:
    """A pattern without a slash matches any part, one with a slash the path."""
    _corpus(tmp_path, "a.txt", "sub/b.txt", "drafts/c.txt")
    files = [tmp_path / name for name in ("a.txt", "sub/b.txt", "drafts/c.txt")]

    assert _ids(tmp_path, root=tmp_path, settings=ReadSettings(exclude=(pattern,))) == left
    assert _ids(*files, root=tmp_path, settings=ReadSettings(exclude=(pattern,))) == left


def test_include_reads_other_types_as_text_and_nothing_else(tmp_path: Path) -> None:
    """The patterns replace the list of types."""
    _corpus(tmp_path, "a.txt", "b.article")

    assert _ids(tmp_path, root=tmp_path, settings=ReadSettings(include=("*.article",))) == [
        "b.article"
    ]


def test_a_folder_without_records_is_no_pass(tmp_path: Path) -> None:
    """Not even where another folder has some."""
    _corpus(tmp_path, "full/a.txt")
    (tmp_path / "empty").mkdir()
    found = list(read([tmp_path / "full", tmp_path / "empty"], ReadSettings(root=str(tmp_path))))

    assert [item.code for item in found if isinstance(item, Finding)] == ["REC011"]


def test_a_dash_reads_one_record_from_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """For editors and pipes."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("Año.".encode())))
    (record,) = read(["-"], ReadSettings(stdin_name="draft.txt"))

    assert isinstance(record, Record)
    assert (record.id, record.text) == ("draft.txt", "Año.")


def test_empty_standard_input_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipe that gave nothing is no clean text."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    (found,) = read(["-"], ReadSettings())

    assert isinstance(found, Finding)
    assert found.code == "REC003"


def test_finding_ids_are_unique_and_stable(tmp_path: Path) -> None:
    """Two runs name the same trouble the same way."""
    (tmp_path / "a.jsonl").write_text("{\n[\n")
    (tmp_path / "b.txt").write_text("")
    settings = ReadSettings(root=str(tmp_path))
    first = [item.id for item in read([tmp_path], settings)]

    assert first == [item.id for item in read([tmp_path], settings)]
    assert len(set(first)) == len(first) == 3


def test_reading_text_loads_no_heavy_library(tmp_path: Path) -> None:
    """The linter must start in a moment."""
    _corpus(tmp_path, "a.txt")
    (tmp_path / "b.jsonl").write_text('{"text": "One."}\n')
    (tmp_path / "c.csv").write_text("text\nOne.\n")
    code = (
        "import sys; from textassay.read import read, ReadSettings;"
        f"n = len(list(read([{str(tmp_path)!r}], ReadSettings())));"
        "heavy = {'numpy', 'pandas', 'duckdb', 'charset_normalizer', 'zstandard', 'gzip'};"
        "print(n, sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )

    assert run.stdout.strip() == "3 []"
