"""What the corpus knows turns a wrong suggestion into the right one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Record
from textassay.survey.store import FactStore, survey
from textassay.text.document import Document

if TYPE_CHECKING:
    from pathlib import Path

    from textassay.model import Finding

DAMAGED = "The Pineland Grage said on Monday that the bridge will be built."
BACKGROUND = (
    "A spokesman of the Pineland Grange spoke to the council about the bridge.",
    "Members of the Pineland Grange met the mayor in the old town hall.",
)
HEADLINE = "LA ALCALDESA QUIERE VER EL PUERTO DESPUÉS DE ASUMAR EL CARGO"


def _document(name: str, text: str, language: str = "en") -> Document:
    return Document(Record(name, f"{name}.txt", text, language=language))


def _typos(document: Document, store: FactStore) -> list[Finding]:
    checks = [check for check in registry.builtin() if check.code in {"TYP001", "TYP002"}]
    return list(inspect(document, checks, facts=store.join([document])[0]))


def _saved(folder: Path, *texts: str) -> Path:
    documents = [_document(f"{folder.name}{n}", text) for n, text in enumerate(texts)]
    survey(documents).save(folder)
    return folder


def _given(document: Document, *folders: Path) -> FactStore:
    store = FactStore()
    store.add(document)
    for folder in folders:
        store.merge(folder)
    return store


def test_alone_the_nearest_word_is_suggested() -> None:
    """Without a corpus nothing speaks for the name that was meant."""
    document = _document("new", DAMAGED)

    suggestions = {finding.suggestion for finding in _typos(document, survey([document]))}

    assert "Grange" not in suggestions


def test_two_snapshots_of_one_record_each_prove_a_phrase(tmp_path: Path) -> None:
    """Saved facts add up: the phrase needs two records, and each snapshot has one."""
    document = _document("new", DAMAGED)
    snapshots = [_saved(tmp_path / str(n), text) for n, text in enumerate(BACKGROUND)]

    one = _typos(document, _given(document, snapshots[0]))
    both = _typos(document, _given(document, *snapshots))

    assert "Grange" not in {finding.suggestion for finding in one}
    assert [(finding.text, finding.suggestion) for finding in both] == [("Grage", "Grange")]


def test_a_wrong_verb_in_a_headline_of_capitals_gets_the_right_one(tmp_path: Path) -> None:
    """With a corpus and without: the infinitive, not a form nearer by letters."""
    document = _document("new", HEADLINE, "es")
    corpus = _saved(tmp_path / "corpus", *BACKGROUND)

    for store in (survey([document]), _given(document, corpus)):
        assert [finding.suggestion for finding in _typos(document, store)] == ["ASUMIR"]
