"""The seeds: gold spans fit, every class is there, the registry is complete."""

import json
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from textassay.model import Record
from textassay.provenance import Registries, unstated
from textassay.read import ReadSettings, read

ROOT = Path(__file__).parents[2] / "seeds"
GOLD: list[dict[str, Any]] = [
    json.loads(line)
    for line in (Path(__file__).parent / "gold.jsonl").read_text(encoding="utf-8").splitlines()
]
LABELS = {
    "encoding": {"mojibake", "replacement", "control", "entity", "quotes", "spacing", "charset"},
    "typo": {
        "misspelling", "garbled", "hyphenation", "doubled-word", "missing-word", "expansion",
        "accent", "case", "grammar", "name", "punctuation",
    },
    "duplicate": {"line", "sentence", "passage", "near"},
    "boilerplate": {
        "nav", "related", "share", "subscribe", "caption", "credit", "header", "byline", "ad",
        "copyright", "promo", "comments", "embed", "source-link", "media-ref", "poll",
    },
    "claim": {
        "vague-attribution", "unattributed-checkworthy", "unresolved-source", "deictic-time",
        "contradiction",
    },
}  # fmt: skip
SEVERITIES = {"error", "warning", "info"}


def _records() -> dict[str, Record]:
    settings = ReadSettings(root=str(ROOT), declarations=Registries())
    found = list(read([ROOT], settings))
    assert all(isinstance(item, Record) for item in found)
    return {item.id: item for item in found if isinstance(item, Record)}


RECORDS = _records()


def test_there_are_enough_seeds_of_the_right_size() -> None:
    """At least ten with defects and four clean, in both languages."""
    folders = Counter(name.partition("/")[0] for name in RECORDS)
    languages = {record.language for record in RECORDS.values()}

    assert folders["defective"] >= 10
    assert folders["clean"] >= 4
    assert languages == {"en", "es"}
    assert all(800 <= len(record.text) <= 6000 for record in RECORDS.values())


@pytest.mark.parametrize("name", sorted(RECORDS))
def test_each_seed_is_registered_with_its_bytes(name: str) -> None:
    """All but its date, which may honestly be unknown."""
    record = RECORDS[name]

    assert record.registered
    assert record.metadata["registered_sha256"] == record.sha256
    assert record.sha256 == sha256((ROOT / name).read_bytes()).hexdigest()
    assert set(unstated(record.metadata, "complete")) <= {"published"}


def test_the_clean_seeds_state_everything() -> None:
    """They pass the gate under the complete profile."""
    clean = [record for name, record in RECORDS.items() if name.startswith("clean/")]

    assert [unstated(record.metadata, "complete") for record in clean] == [()] * len(clean)


@pytest.mark.parametrize("mark", GOLD, ids=lambda mark: f"{mark['doc']}-{mark['start']}")
def test_the_mark_fits_its_record(mark: dict[str, Any]) -> None:
    """The text of each mark, and of what it is related to, stands where it says."""
    text = RECORDS[mark["doc"]].text

    assert text[mark["start"] : mark["end"]] == mark["text"]
    assert mark["label"] in LABELS
    assert mark["sub"] in LABELS[mark["label"]]
    assert mark["severity"] in SEVERITIES
    if related := mark.get("related"):
        other = RECORDS[related.get("doc", mark["doc"])].text
        assert other[related["start"] : related["end"]] == related["text"]


def test_the_seeds_carry_every_kind_of_defect() -> None:
    """Each kind of the annotation guideline that we know how to write."""
    found = {(mark["label"], mark["sub"]) for mark in GOLD}

    assert found == {(label, sub) for label, subs in LABELS.items() for sub in subs}


def test_no_mark_is_in_a_clean_seed_and_every_defective_seed_has_three() -> None:
    """A defective record with one mark would test little."""
    marks = Counter(mark["doc"] for mark in GOLD)
    defective = [name for name in RECORDS if name.startswith("defective/")]

    assert set(marks) == set(defective)
    assert min(marks.values()) >= 3


def test_one_seed_is_in_an_old_encoding() -> None:
    """Its text is read right all the same."""
    old = [record for record in RECORDS.values() if record.decoding.encoding != "utf-8"]

    assert [record.decoding.encoding for record in old] == ["cp1252"]
    assert old[0].text == (ROOT / old[0].id).read_bytes().decode("cp1252")
