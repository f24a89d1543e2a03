"""Records are judged in batches; what is found in one does not depend on the others."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from textassay import registry
from textassay.engine import local
from textassay.engine.inspect import inspect, inspect_together
from textassay.engine.spool import Waiting
from textassay.model import Record
from textassay.text.document import Document, once

if TYPE_CHECKING:
    import pytest

CHECKS = registry.builtin()
TEXTS = (
    "The the mayor did not went home on Sunday. Experts say that the bridge is unsafe.",
    "Hay que resolver la problema hoy. Según algunos, la gente están en la calle.",
    "Das Haus ist groÃŸ, sagte er.\n\nShare this article\n\nDas Haus ist gro\u00df.",
    "",
    "She said the the vote was fair . Read more: https://example.org/a_b",
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=4))
def test_records_judged_together_have_the_findings_that_each_has_alone(texts: list[str]) -> None:
    """In any company and order."""
    records = [Record(f"r{at}", f"r{at}.txt", text) for at, text in enumerate(texts)]
    together = inspect_together(list(map(Document, records)), CHECKS, facts=[None] * len(records))
    assert together == [inspect(Document(record), CHECKS) for record in records]
    assert all(found for found, text in zip(together, texts, strict=True) if text)


def test_a_batch_holds_no_more_text_than_the_limit_but_for_one_long_record(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """And all records come, in order."""
    monkeypatch.setattr(local, "TOGETHER", 10)
    monkeypatch.setattr(local, "MOST_TOGETHER", 3)
    sizes = (4, 6, 1, 30, 5, 5, 5, 1, 1, 1)
    records = [Waiting(Record("r", "r.txt", "x" * size)) for size in sizes]
    found = [[len(item.record.text) for item in batch] for batch in local.batches(records)]
    assert found == [[4, 6], [1], [30], [5, 5], [5, 1, 1], [1]]


def test_views_of_checks_are_made_once_and_do_not_keep_the_document() -> None:
    """Once they are forgotten: no circle is left for the collector."""
    made = []

    def make(document: Document) -> tuple[Document, str]:
        made.append(document.text)
        return document, "a view"

    view = once(make)
    document = Document(Record("r", "r.txt", "one"))
    assert view(document) == view(document) == (document, "a view")
    assert made == ["one"]
    gc.disable()
    try:
        document.forget()
        gone = weakref.ref(document)
        del document
        assert gone() is None
    finally:
        gc.enable()


def test_a_defect_of_another_kind_is_a_finding_of_the_check_that_it_belongs_to() -> None:
    """Where that one runs; else of the check that found it."""
    text = "The miller said that the wheel hadbegun to turn on Sunday."
    document = Document(Record("r", "r.txt", text, language="en"))
    spelling = [check for check in CHECKS if check.code == "TYP001"]
    both = [check for check in CHECKS if check.code in {"TYP001", "ENC025"}]
    found = [(one.code, one.category, one.text) for one in inspect(document, both)]
    assert found == [("ENC025", "encoding", "hadbegun")]
    assert [one.code for one in inspect(document, spelling)] == ["TYP001"]
