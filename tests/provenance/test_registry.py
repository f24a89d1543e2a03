"""Registries: found, joined, and refused when malformed."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textassay.model import Finding, Record
from textassay.provenance import Registries, RegistryError, unstated
from textassay.provenance.entries import EntryError, entry, safe_path
from textassay.read import ReadSettings, read

PACKAGE = {"name": "c", "resources": [{"name": "records", "path": "registry/records.jsonl"}]}


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _corpus(root: Path, entries: list[Any], **files: str) -> Path:
    root.mkdir(exist_ok=True)
    (root / "registry").mkdir()
    (root / "datapackage.json").write_text(json.dumps(PACKAGE))
    lines = [item if isinstance(item, str) else json.dumps(item) for item in entries]
    (root / "registry" / "records.jsonl").write_text("".join(f"{line}\n" for line in lines))
    for name, text in files.items():
        (root / name).write_text(text)
    return root


def _read(*paths: Path) -> dict[str, Record | Finding]:
    settings = ReadSettings(root=str(paths[0]), declarations=Registries())
    return {
        item.id if isinstance(item, Record) else item.code: item for item in read(paths, settings)
    }


def test_what_the_registry_declares_is_joined(tmp_path: Path) -> None:
    """Metadata, language and registration come from the entry of the path."""
    declared = {"path": "a.txt", "sha256": _digest("Uno."), "language": "es-MX", "author": "x"}
    root = _corpus(tmp_path, [declared], **{"a.txt": "Uno.", "b.txt": "Dos."})
    found = _read(root)
    known, unknown = found["a.txt"], found["b.txt"]

    assert isinstance(known, Record)
    assert isinstance(unknown, Record)
    assert (known.registered, known.language) == (True, "es")
    assert known.metadata == {
        "author": "x",
        "language": "es-MX",
        "registered_sha256": _digest("Uno."),
    }
    assert (unknown.registered, dict(unknown.metadata)) == (False, {})


def test_without_a_registry_nothing_is_said(tmp_path: Path) -> None:
    """A plain folder, and a Data Package of something else, have no registry."""
    (tmp_path / "a.txt").write_text("Uno.")
    other = tmp_path / "other"
    other.mkdir()
    package = {"resources": [{"name": "records", "path": "records.jsonl"}]}
    (other / "datapackage.json").write_text(json.dumps(package))
    (other / "records.jsonl").write_text('{"id": 1, "text": "Dos."}\n')
    found = [item for item in _read(tmp_path).values() if isinstance(item, Record)]

    assert [(item.id, item.registered) for item in found] == [
        ("a.txt", None),
        ("other/records.jsonl#1", None),
    ]


def test_a_folder_inside_a_corpus_finds_the_registry_above(tmp_path: Path) -> None:
    """The clean half of a corpus can be gated alone."""
    root = _corpus(tmp_path, [{"path": "clean/a.txt", "sha256": _digest("Uno.")}])
    (root / "clean").mkdir()
    (root / "clean" / "a.txt").write_text("Uno.")
    (record,) = _read(root / "clean").values()

    assert isinstance(record, Record)
    assert record.registered is True


def test_the_search_ends_at_the_root_of_a_repository(tmp_path: Path) -> None:
    """A registry in a home folder does not judge the projects in it."""
    root = _corpus(tmp_path, [])
    project = root / "project"
    (project / ".git").mkdir(parents=True)
    (project / "a.txt").write_text("Uno.")
    (record,) = _read(project).values()

    assert isinstance(record, Record)
    assert record.registered is None


def test_the_registry_and_the_description_are_never_records(tmp_path: Path) -> None:
    """Neither in a walk nor when given by name."""
    files = {"a.txt": "Uno.", "README.md": "About.", "LICENSE": "CC0"}
    root = _corpus(tmp_path, [], **files)
    (root / "sub").mkdir()
    (root / "sub" / "README.md").write_text("A record called so.")
    (root / "registry" / "edits.jsonl").write_text('{"text": "not a record"}\n')

    assert sorted(_read(root)) == ["a.txt", "sub/README.md"]
    assert sorted(_read(root / "registry" / "edits.jsonl", root / "README.md")) == []


def test_a_table_is_registered_as_a_whole_or_by_row(tmp_path: Path) -> None:
    """The entry of a row goes before that of its file."""
    table = '{"id": "r1", "text": "Uno."}\n{"id": "r2", "text": "Dos."}\n'
    entries = [
        {"path": "t.jsonl", "sha256": _digest(table), "author": "all"},
        {"path": "t.jsonl", "row": "r2", "sha256": _digest(table.splitlines()[1]), "author": "r2"},
    ]
    root = _corpus(tmp_path, entries, **{"t.jsonl": table})
    found = _read(root)
    first, second = found["t.jsonl#r1"], found["t.jsonl#r2"]

    assert isinstance(first, Record)
    assert isinstance(second, Record)
    assert dict(first.metadata) == {"author": "all"}
    assert second.metadata["registered_sha256"] == second.sha256
    assert "PRV002" not in found


@pytest.mark.parametrize("cut", [0, 20])
def test_a_changed_table_is_told_after_its_last_row(tmp_path: Path, cut: int) -> None:
    """Its rows are judged all the same."""
    table = '{"id": "r1", "text": "Uno."}\n' + "\n" * cut
    entries = [{"path": "t.jsonl", "sha256": _digest(f"{table} ")}]
    found = _read(_corpus(tmp_path, entries, **{"t.jsonl": table}))

    assert list(found) == ["t.jsonl#r1", "PRV002"]


def test_a_registered_file_that_vanished_is_told(tmp_path: Path) -> None:
    """Only where the whole corpus was given."""
    entries = [
        {"path": name, "sha256": _digest("Uno.")} for name in ("a.txt", "gone.txt", "sub/b.txt")
    ]
    root = _corpus(tmp_path, entries, **{"a.txt": "Uno."})
    (root / "sub").mkdir()
    (root / "sub" / "b.txt").write_text("Uno.")
    told = _read(root)["PRV003"]

    assert isinstance(told, Finding)
    assert (told.record, told.path) == ("gone.txt", str(root / "gone.txt"))
    assert "PRV003" not in _read(root / "sub")
    assert "PRV003" not in _read(root / "a.txt")


def test_a_corpus_below_the_given_folder_is_looked_through_too(tmp_path: Path) -> None:
    """However deep it lies, and if all of its records are gone."""
    root = _corpus(tmp_path / "corpus", [{"path": "gone.txt", "sha256": _digest("Uno.")}])

    assert sorted(_read(tmp_path)) == ["PRV003", "REC011"]
    assert root.exists()


GOOD = {"path": "a.txt", "sha256": "0" * 64}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "not JSON"),
        ("[1]", "JSON object"),
        ('{"path": "a", "path": "b"}', "twice"),
        ("[" * 100_000, "nested"),
        ({**GOOD, "path": "../a.txt"}, "relative path"),
        ({**GOOD, "path": "/etc/passwd"}, "relative path"),
        ({**GOOD, "path": "a\\b"}, "relative path"),
        ({**GOOD, "path": "a//b"}, "relative path"),
        ({**GOOD, "path": "C:/a"}, "relative path"),
        ({**GOOD, "path": "n\u0303.txt"}, "relative path"),
        ({**GOOD, "path": 3}, "relative path"),
        ({"sha256": "0" * 64}, "relative path"),
        ({**GOOD, "sha256": "A" * 64}, "lower-case"),
        ({**GOOD, "sha256": "0" * 64 + "\n"}, "lower-case"),
        ({"path": "a.txt"}, "lower-case"),
        ({**GOOD, "row": 3}, "string"),
        ({**GOOD, "published": "31/05/2024"}, "ISO 8601"),
        ({**GOOD, "language": 3}, "language tag"),
        ({**GOOD, "author_basis": "guessed"}, "none of"),
    ],
)
def test_a_malformed_entry_says_what_where_and_what_to_do(
    tmp_path: Path, line: object, told: str
) -> None:
    """One bad line stops the run: a registry is trusted as a whole or not."""
    root = _corpus(tmp_path, [GOOD, line], **{"a.txt": "Uno."})

    with pytest.raises(RegistryError, match=told) as caught:
        _read(root)

    assert "records.jsonl:2: " in str(caught.value)


def test_two_entries_for_one_record_are_refused(tmp_path: Path) -> None:
    """Either could be the true one."""
    with pytest.raises(RegistryError, match="registered twice"):
        _read(_corpus(tmp_path, [GOOD, GOOD], **{"a.txt": "Uno."}))


@pytest.mark.parametrize(
    ("package", "told"),
    [
        ("{", "not JSON"),
        ("[]", "list of resources"),
        ('{"resources": 3}', "list of resources"),
        ('{"resources": [{"name": "records", "path": "registry/../../x"}]}', "plain path"),
        ('{"resources": [{"name": "records", "path": "registry/none.jsonl"}]}', "missing"),
    ],
)
def test_a_malformed_descriptor_is_refused(tmp_path: Path, package: str, told: str) -> None:
    """A registry that cannot be found must not read as no registry."""
    root = _corpus(tmp_path, [], **{"a.txt": "Uno.", "datapackage.json": package})

    with pytest.raises(RegistryError, match=told):
        _read(root)


def test_a_registry_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    """A link could bring any file into an error message."""
    root = _corpus(tmp_path / "corpus", [], **{"a.txt": "Uno."})
    (tmp_path / "secret").write_text("secret")
    (root / "registry" / "records.jsonl").unlink()
    (root / "registry" / "records.jsonl").symlink_to(tmp_path / "secret")

    with pytest.raises(RegistryError, match="leads out"):
        _read(root)


@given(st.recursive(st.none() | st.integers() | st.text(), st.lists))
def test_any_json_is_an_entry_or_an_error(value: object) -> None:
    """No value crashes the loader."""
    with pytest.raises(EntryError):
        entry(value)


@given(st.text())
def test_a_safe_path_stays_below_its_root(path: str) -> None:
    """Whatever letters it has."""
    if safe_path(path):
        assert (Path("/root") / path).resolve().is_relative_to("/root")


def test_a_declared_absence_is_a_statement_and_unknown_is_not() -> None:
    """Somebody must say that there is none; not knowing is not saying."""
    metadata = {
        "author": "textassay maintainers",
        "url": None,
        "url_basis": "declared",
        "license": "CC0-1.0",
        "published": "2024-05-31",
        "published_basis": "unknown",
        "language": "",
    }

    assert unstated(metadata, "complete") == ("publisher", "published", "language")
    assert unstated(metadata, "none") == ()
