"""What every check promises, whatever the text: passed by being registered."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from textassay import registry
from textassay.contract import Bad, Check
from textassay.engine.fixing import edited, fix
from textassay.engine.inspect import inspect
from textassay.engine.local import Judged, assay
from textassay.engine.settings import Settings
from textassay.model import Finding, Record, Severity
from textassay.read import is_unread
from textassay.strategies import records, texts
from textassay.survey.store import survey
from textassay.text.document import Document

CHECKS = tuple(check for check in registry.builtin() if check.scope != "input")
EXAMPLES = [
    (check, example)
    for check in CHECKS
    for example in registry.examples(check)
    if isinstance(example, Bad)
]
RELAXED = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def _findings(record: Record, corpus: tuple[Record, ...] = ()) -> list[Finding]:
    documents = [Document(item) for item in (record, *corpus)]
    return inspect(documents[0], CHECKS, facts=survey(documents).join(documents[:1])[0])


@RELAXED
@given(records())
def test_any_text_at_all_gives_no_crash_and_spans_that_slice(record: Record) -> None:
    """Spans lie inside the text, the text of a finding is its slice, ids differ."""
    found = _findings(record)

    assert [finding.evidence for finding in found if is_unread(finding)] == []
    for finding in found:
        assert 0 <= finding.start <= finding.end <= len(record.text)
        assert finding.text == record.text[finding.start : finding.end]
        for edit in finding.edits:
            assert 0 <= edit.start <= edit.end <= len(record.text)
        for related in finding.related:
            assert related.record != record.id or (
                record.text[related.start : related.end] == related.text
            )
    assert len({finding.id for finding in found}) == len(found)


@RELAXED
@given(records())
def test_the_same_record_always_gives_the_same_findings(record: Record) -> None:
    """A check reads no clock, no random number and no earlier record."""
    assert _findings(record) == _findings(record)


@RELAXED
@given(records())
def test_a_fix_is_complete_and_gives_no_finding_of_another_kind(record: Record) -> None:
    """Defects of encoding that damage hides are found before it is repaired.

    Others may show in a line that was repaired: a typo, a line that now equals another.
    """
    fixed = fix(record, _findings)
    before, after = _findings(record), _findings(fixed)
    new = [finding for finding in after if finding.code not in {item.code for item in before}]
    lines = record.text.split("\n")
    repaired = len(fixed.text.split("\n")) > len(lines) or "ENC002" in {f.code for f in before}

    assert _defects(after) <= _defects(before)
    for finding in new:
        touched = fixed.text[finding.start : finding.end].split("\n")
        line = fixed.text.split("\n")[fixed.text.count("\n", 0, finding.start)]
        assert repaired or len(touched) > 1 or line not in lines
    assert fix(fixed, _findings).text == fixed.text


def _defects(found: list[Finding]) -> set[str]:
    """Return the kinds of defects of encoding, remarks left out."""
    return {
        finding.code
        for finding in found
        if finding.category == "encoding" and finding.severity is not Severity.INFO
    }


@pytest.mark.parametrize(
    ("check", "example"), EXAMPLES, ids=lambda value: getattr(value, "code", "")
)
def test_the_edits_of_an_example_remove_its_finding(check: Check, example: Bad) -> None:
    """What a check proposes as a repair must satisfy the check itself."""
    record = Record("r", "r.txt", example.text, language=example.language)
    corpus = [Record(f"o{i}", f"o{i}.txt", text) for i, text in enumerate(example.corpus)]
    documents = [Document(replace(record, metadata=example.metadata)), *map(Document, corpus)]
    facts = survey(documents).join(documents[:1])[0]
    found = inspect(documents[0], [check], facts=facts)
    repaired = [finding for finding in found if finding.edits]
    if not repaired:
        return
    text = edited(example.text, repaired[0].edits)
    again = inspect(Document(replace(documents[0].record, text=text)), [check], facts=facts)

    assert len(again) < len(found)


@RELAXED
@given(st.lists(texts(), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_permuting_the_corpus_permutes_the_findings(bodies: list[str], random: object) -> None:
    """No finding depends on the order in which records are read."""
    corpus = [Record(f"r{i}", f"r{i}.txt", body) for i, body in enumerate(bodies)]
    shuffled = corpus.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert _by_record(corpus) == _by_record(shuffled)


def _by_record(corpus: list[Record], jobs: int = 1) -> dict[str, tuple[Finding, ...]]:
    judged = assay(corpus, Settings(preview=True), jobs=jobs)
    return {item.record.id: item.findings for item in judged if isinstance(item, Judged)}


def test_processes_find_what_the_loop_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pool of workers gives the same findings in the same order."""
    bodies = [example.text for _, example in EXAMPLES] * 3
    corpus = [Record(f"r{i:04}", f"r{i:04}.txt", body) for i, body in enumerate(bodies)]
    monkeypatch.setattr("textassay.engine.surveying.PARALLEL_FROM", 0)
    alone, together = _by_record(corpus), _by_record(corpus, jobs=2)

    assert list(alone) == list(together)
    assert alone == together


@RELAXED
@given(records(), st.sampled_from(["Yes.", "Nothing else happened that day.\n\nNothing at all."]))
def test_ids_survive_edits_elsewhere(record: Record, addition: str) -> None:
    """A finding found again after text was added at the end keeps its id."""
    padding = "\n\n" + "plain words here " * 12 + "\n\n"
    longer = replace(record, text=record.text + padding + addition)
    before = {
        (f.code, f.start, f.end): f.id
        for f in _findings(replace(record, text=record.text + padding))
    }
    after = {
        (f.code, f.start, f.end): f.id for f in _findings(longer) if f.end <= len(record.text) - 50
    }
    shared = before.keys() & after.keys()

    assert {key: before[key] for key in shared} == {key: after[key] for key in shared}
