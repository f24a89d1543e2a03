"""The corpus facts are sums: any order, split or storage gives the same."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textassay.contract import LineFacts, WordFacts
from textassay.model import Record
from textassay.strategies import texts
from textassay.survey.store import FactStore, survey
from textassay.survey.tables import inner_capitals, line_keys
from textassay.text.document import Document
from textassay.text.fingerprints import line_key

TEXTS = ["the Mayor spoke.\nShare this", "then the Mayor left.\nShare this", "Share this"]


def _documents(texts: list[str]) -> list[Document]:
    return [
        Document(Record(f"r{i}", f"site{i % 2}/r{i}.txt", text, language="en"))
        for i, text in enumerate(texts)
    ]


def test_words_count_records_occurrences_and_inner_capitals() -> None:
    """Three sums a word form, case kept."""
    documents = _documents(TEXTS)
    facts = survey(documents).join(documents)[0]

    assert facts.word("en", "Mayor") == WordFacts(records=2, count=2, capitalised=2)
    assert facts.word("en", "Share") == WordFacts(records=3, count=3, capitalised=0)
    assert facts.word("es", "Mayor") == WordFacts()


def test_lines_count_records_and_sources() -> None:
    """A line in three records of two folders has two sources."""
    documents = _documents(TEXTS)
    facts = survey(documents).join(documents)[0]

    assert facts.line(line_key("  SHARE this ")) == LineFacts(records=3, sources=2)


def test_copies_of_a_text_count_its_words_once() -> None:
    """What was written once and copied is no evidence that many write so; its lines are many."""
    documents = _documents([TEXTS[0], *[TEXTS[1]] * 3])
    facts = survey(documents).join(documents)[3]

    assert facts.word("en", "Mayor") == WordFacts(records=2, count=2, capitalised=2)
    assert facts.line(line_key("Share this")).records == 4


@pytest.mark.parametrize("rows_in_memory", [1, 1_000])
def test_pairs_of_capitalised_words_count_from_two_records(rows_in_memory: int) -> None:
    """A phrase that one record alone has proves nothing about another."""
    texts = [
        "A Foreign Ministry note",
        "the Foreign Ministry's New Foreign Office",
        "Foreign minds",
    ]
    documents = _documents(texts)
    with FactStore(rows_in_memory=rows_in_memory) as store:
        for document in documents:
            store.add(document)
        facts = store.join(documents)[2]

        assert facts.after("en", "foreign") == {"ministry": 2}
        assert facts.before("en", "ministry") == {}
        assert facts.before("en", "foreign") == {}


def test_a_record_sees_only_the_facts_of_its_own_keys() -> None:
    """Nothing else is joined: any worker can judge any record."""
    documents = _documents(TEXTS)
    facts = survey(documents).join(documents)[2]

    assert facts.word("en", "Mayor") == WordFacts()
    assert facts.word("en", "Share").records == 3


WORDS = st.lists(
    st.lists(st.sampled_from(["Ana", "Ana Bo", "said", "Bo", "\n", "x,"]), max_size=8).map(
        " ".join
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(WORDS, st.randoms(use_true_random=False), st.integers(0, 5))
def test_facts_do_not_depend_on_order_split_or_storage(
    texts: list[str], random: object, split: int
) -> None:
    """In memory, on disk, shuffled, or merged from two snapshots: one answer."""
    documents = _documents(texts)
    shuffled = documents.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    plain = survey(documents)
    with FactStore(rows_in_memory=1) as spilled:
        for document in shuffled[:split] + shuffled[split:]:
            spilled.add(document)
        for document in documents:
            one, two = plain.join([document])[0], spilled.join(documents)[documents.index(document)]
            for word in set(document.words):
                assert one.word("en", word) == two.word("en", word)
            for line in document.lines:
                key = line_key(document.text[line.start : line.end])
                assert one.line(key) == two.line(key)
            for word in ("ana", "bo"):
                assert one.after("en", word) == two.after("en", word)
                assert one.before("en", word) == two.before("en", word)


def test_two_snapshots_add_up(tmp_path: Path) -> None:
    """Facts saved from two halves give the facts of the whole."""
    documents = _documents(TEXTS)
    for name, half in (("a", documents[:1]), ("b", documents[1:])):
        with survey(half) as store:
            store.save(tmp_path / name)
    with FactStore() as merged:
        merged.merge(tmp_path / "a")
        merged.merge(tmp_path / "b")
        facts = merged.join(documents)[0]

    assert facts.word("en", "Mayor") == WordFacts(records=2, count=2, capitalised=2)
    assert facts.line(line_key("Share this")) == LineFacts(records=3, sources=2)


def test_what_was_saved_from_disk_can_grow(tmp_path: Path) -> None:
    """A store that spilled, was saved and takes a snapshot in still sums up right."""
    documents = _documents(TEXTS)
    with survey(documents[2:]) as other:
        other.save(tmp_path / "other")
    with FactStore(rows_in_memory=1) as store:
        for document in documents[:2]:
            store.add(document)
        store.save(tmp_path / "own")
        store.merge(tmp_path / "other")
        facts = store.join(documents)[0]

        assert facts.word("en", "Mayor") == WordFacts(records=2, count=2, capitalised=2)
        assert facts.line(line_key("Share this")) == LineFacts(records=3, sources=2)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.text(max_size=40) | texts(), min_size=2, max_size=3, unique=True))
def test_words_are_counted_as_they_are_cut(bodies: list[str]) -> None:
    """Counting by arrays gives what counting the words of the documents gives."""
    documents = _documents(bodies)
    counts = [Counter(document.words) for document in documents]
    inside = [Counter(inner_capitals(document)) for document in documents]
    facts = survey(documents, frozenset({"words"})).join(documents)

    for document, known in zip(documents, facts, strict=True):
        for word in document.vocabulary:
            assert known.word("en", word) == WordFacts(
                records=sum(word in count for count in counts),
                count=sum(count[word] for count in counts),
                capitalised=sum(count[word] for count in inside),
            )


@settings(max_examples=60, deadline=None)
@given(texts())
def test_one_document_alone_is_told_the_same(body: str) -> None:
    """Without arrays the facts of one document are those that a survey sums up."""
    documents = _documents([body])
    alone = survey(documents).join(documents)[0]
    with FactStore(rows_in_memory=1) as store:
        store.add(documents[0])
        store.add(Document(Record("other", "other.txt", "", language="und")))
        facts = store.join(documents)[0]

    for word in documents[0].vocabulary:
        assert alone.word("en", word) == facts.word("en", word)
    for key in line_keys(documents[0]):
        assert alone.line(key) == facts.line(key)


def test_a_missing_snapshot_is_named(tmp_path: Path) -> None:
    """The error says what is missing and who writes it."""
    with FactStore() as store, pytest.raises(FileNotFoundError, match="--save-facts"):
        store.merge(tmp_path / "nowhere")
