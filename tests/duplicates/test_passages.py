"""The survey of passages: what it finds depends on the set of records only."""

import random
import subprocess
import sys
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textassay.contract import RecordMatch
from textassay.model import Record
from textassay.survey import passages, seeds
from textassay.survey.alignment import SHINGLE
from textassay.survey.fingerprints import GRAM, WINDOW, grams, winnow
from textassay.survey.index import ABOUT, Index, IndexFormatError, build
from textassay.survey.neighbours import Neighbours, PassageSettings
from textassay.survey.sorting import Rows
from textassay.survey.tokens import BLOCK, tokenize

SYLLABLES = [f"{a}{b}" for a in "bdfgklmnprstvz" for b in ("a", "ei", "o", "u", "y")]
WORDS = [f"{a}{b}" for a in SYLLABLES for b in SYLLABLES]


def _sentence(seed: int, words: int = 14) -> str:
    words_drawn = random.Random(seed).choices(WORDS, k=words)  # noqa: S311 - reproducible text
    return f"{' '.join(words_drawn).capitalize()}."


def _records(bodies: list[list[int]]) -> list[Record]:
    return [
        Record(id=f"r{number}", path=f"r{number}.txt", text=" ".join(map(_sentence, body)))
        for number, body in enumerate(bodies)
    ]


def _found(
    records: list[Record], options: PassageSettings | None = None
) -> dict[str, tuple[RecordMatch, ...]]:
    neighbours = Neighbours(options)
    for record in records:
        neighbours.add(record)
    neighbours.freeze()
    return {record.id: tuple(neighbours.matches(record.id)) for record in records}


BODIES = st.lists(st.lists(st.integers(0, 30), min_size=1, max_size=12), min_size=2, max_size=9)


@settings(max_examples=40, deadline=None)
@given(BODIES, st.randoms(use_true_random=False))
def test_any_order_gives_the_same_matches(bodies: list[list[int]], shuffler: random.Random) -> None:
    """The order that records come in changes nothing."""
    records = _records(bodies)
    shuffled = records.copy()
    shuffler.shuffle(shuffled)

    assert _found(shuffled) == _found(records)


@settings(max_examples=10, deadline=None)
@given(BODIES)
def test_what_spills_to_disk_gives_the_same_matches(bodies: list[list[int]]) -> None:
    """One row in memory or millions: files are sorted like memory is."""
    records = _records(bodies)

    assert _found(records, PassageSettings(rows_in_memory=1)) == _found(records)


@settings(max_examples=25, deadline=None)
@given(BODIES, st.integers(1, 4), st.integers(2, 40))
def test_any_split_gives_the_same_matches(
    bodies: list[list[int]], records_at_once: int, rows_in_memory: int
) -> None:
    """However the rows are handed on and sorted in parts, the matches are those of one part."""
    records = _records(bodies)
    whole = _found(records)

    with patch.object(passages, "BATCH", records_at_once):
        assert _found(records, PassageSettings(rows_in_memory=rows_in_memory)) == whole


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 9), min_size=3, max_size=12), st.integers(100, 10_000))
def test_a_passage_carried_into_another_record_is_found_with_its_span(
    body: list[int], other: int
) -> None:
    """Three sentences in a row of one record, put into another, are its passage."""
    carried = " ".join(map(_sentence, range(50, 53)))
    whole = f"{' '.join(map(_sentence, body))} {carried}"
    early = Record(id="a", path="a", text=whole, metadata={"published": "2023-01-01"})
    text = f"{_sentence(other, 60)} {carried} {_sentence(other + 1, 60)}"
    second = Record(id="b", path="b", text=text, metadata={"published": "2024-01-01"})
    (match,) = _found([early, second])["b"]
    start = text.index(carried)

    assert any(
        abs(passage.start - start) < 60 and abs(passage.end - start - len(carried)) < 60
        for passage in match.passages
    )


@settings(max_examples=40, deadline=None)
@given(BODIES)
def test_containment_is_that_of_all_runs_of_five_words(bodies: list[list[int]]) -> None:
    """The shares are those that counting every run of words gives."""
    records = {record.id: record for record in _records(bodies)}

    for record, matches in _found(list(records.values())).items():
        ours = _runs(records[record].text)
        for match in matches:
            theirs = _runs(records[match.record].text)
            assert match.contained == pytest.approx(len(ours & theirs) / len(ours))
            assert match.jaccard == pytest.approx(len(ours & theirs) / len(ours | theirs))


def _runs(text: str) -> set[tuple[str, ...]]:
    words = text.lower().replace(".", "").split()
    return {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}


def test_the_original_is_the_earliest_then_the_longest() -> None:
    """Only later records carry matches, whichever came first in the input."""
    text = " ".join(map(_sentence, range(4)))
    old = Record(id="z", path="z", text=text, metadata={"published": "2020-05-01"})
    longer = Record(id="b", path="b", text=f"{text}  ")
    shorter = Record(id="a", path="a", text=text)
    found = _found([shorter, longer, old])

    assert found["z"] == ()
    assert [match.record for match in found["b"]] == ["z"]
    assert {match.record for match in found["a"]} >= {"z"}


def test_a_template_links_each_record_once() -> None:
    """What a thousand records share costs two thousand links, not half a million."""
    count = 1_000
    keys = np.zeros(count, np.int64)
    words = np.full(count, 80)
    words[[300, 700]] = 20
    earlier, later, *_ = seeds.seeds(keys, np.arange(count), np.zeros(count, np.int64), words)
    links = list(zip(earlier.tolist(), later.tolist(), strict=True))

    assert len(links) == len(set(links)) == 2 * count - 3
    assert all(one < other and {one, other} & {0, 300} for one, other in links)


def test_a_record_that_is_nothing_but_a_template_is_found_in_all_that_have_it() -> None:
    """A footer that was taken for an article stands in every page of the site."""
    footer = "You can support this site with a small gift through the button below or by post."
    pages = [
        Record(id=f"p{number}", path=f"p{number}", text=f"{_sentence(number, 60)} {footer}")
        for number in range(12)
    ]
    found = _found([*pages, Record(id="z", path="z", text=footer)])

    assert {match.record for match in found["z"]} == {page.id for page in pages}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 2**64 - 1), min_size=WINDOW, max_size=60))
def test_winnowing_keeps_a_key_of_every_window(values: list[int]) -> None:
    """No window is without a fingerprint, and each kept key is smallest in one."""
    keys = np.array(values, np.uint64)
    kept = set(winnow(keys).tolist())

    for start in range(len(values) - WINDOW + 1):
        assert kept & set(range(start, start + WINDOW))


def test_two_texts_that_share_a_row_of_words_share_a_fingerprint() -> None:
    """The promise of winnowing, for the shortest row that it covers."""
    row = " ".join(WORDS[: GRAM + WINDOW - 1])
    keys = [
        set(grams(tokenize(f"{before} {row} {after}").stems).tolist())
        for before, after in (("one two", "three"), ("four", "five six"))
    ]

    assert keys[0] & keys[1]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80))
def test_words_slice_and_equal_words_have_equal_keys(text: str) -> None:
    """Every word lies in the text; the same word has the same key wherever it stands."""
    tokens = tokenize(text)
    by_word: dict[str, int] = {}
    for start, end, key in zip(tokens.starts, tokens.ends, tokens.keys, strict=True):
        assert 0 <= start < end <= len(text)
        assert by_word.setdefault(text[start:end], int(key)) == int(key)


def test_long_texts_are_cut_between_words() -> None:
    """Blocks change neither offsets nor keys."""
    text = "harbour " * (BLOCK // 4)
    tokens = tokenize(text)

    assert len(set(tokens.keys.tolist())) == 1
    assert tokens.starts.tolist() == list(range(0, len(text), 8))


def test_scripts_without_blanks_are_cut_by_characters() -> None:
    """No language is reduced to blanks."""
    text = "\u5e02\u957f \u0e19\u0e32\u0e22 caf\u0065\u0301"
    tokens = tokenize(text)

    assert [text[a:b] for a, b in zip(tokens.starts, tokens.ends, strict=True)] == [
        *"\u5e02\u957f",
        *"\u0e19\u0e32\u0e22",
        "caf\u0065\u0301",
    ]


def test_rows_come_back_sorted_from_memory_and_from_disk(tmp_path: Path) -> None:
    """Equal keys stay together, wherever parts are cut."""
    keys = np.random.default_rng(1).integers(0, 500, 30_000)
    for limit in (1_000, 1_000_000):
        rows = Rows(("key", "place"), tmp_path / str(limit), limit=limit)
        for part in np.split(keys, 30):
            rows.append(part, np.arange(len(part)))
        parts = list(rows.sorted())

        assert np.array_equal(np.concatenate([part[0] for part in parts]), np.sort(keys))
        seen = [set(part[0].tolist()) for part in parts]
        assert sum(map(len, seen)) == len(set(keys.tolist()))


def test_a_new_record_is_compared_with_a_kept_index(tmp_path: Path) -> None:
    """Gating one file finds in the index what one run over everything finds."""
    text = " ".join(map(_sentence, range(6)))
    kept = [Record(id=f"k{n}", path=f"k{n}", text=_sentence(n + 70, 90)) for n in range(20)]
    original = Record(id="original", path="o", text=f"{text} {_sentence(99, 40)}", sha256="1")
    new = Record(id="new", path="n", text=text, sha256="2")
    index = tmp_path / "index"
    _found([*kept, original], PassageSettings(index=index, update=True))

    (match,) = _found([new], PassageSettings(index=index))["new"]

    assert match == _found([original, new])["new"][0]


def test_a_record_is_not_compared_with_its_own_kept_version(tmp_path: Path) -> None:
    """Gating a file again, unchanged or edited, is silent; an update replaces it."""
    text = " ".join(map(_sentence, range(6)))
    options = PassageSettings(index=tmp_path, update=True)
    first = Record(id="a", path="a", text=text, sha256="1")
    edited = Record(id="a", path="a", text=f"{text} More.", sha256="2")

    assert [_found([item], options)["a"] for item in (first, first, edited)] == [(), (), ()]
    found = _found([Record(id="b", path="b", text=text, sha256="3")], options)["b"]
    assert [match.record for match in found] == ["a"]
    assert not found[0].same_words


def test_a_reference_is_kept_without_its_text(tmp_path: Path) -> None:
    """Its fingerprints find the passage; its words are nowhere in the folder."""
    secret = " ".join(map(_sentence, range(8)))
    build(tmp_path, [Record(id="test-1", path="t", text=secret)], keep_texts=False)
    (match,) = _found(
        [Record(id="a", path="a", text=f"{_sentence(300, 50)} {secret}")],
        PassageSettings(against=tmp_path),
    )["a"]
    stored = b"".join(path.read_bytes() for path in tmp_path.iterdir())

    assert match.reference
    assert match.passages[0].words > 80
    assert secret.split()[3].encode() not in stored


def test_an_index_of_another_format_is_refused(tmp_path: Path) -> None:
    """Figures of another version would be silently wrong."""
    Index(tmp_path).close()
    (tmp_path / ABOUT).write_text('{"format": 0}', encoding="utf-8")

    with pytest.raises(IndexFormatError, match="build the index again"):
        Index(tmp_path)


def test_one_record_alone_imports_nothing_heavy() -> None:
    """Start-up of a single file is not paid for by what only a corpus needs."""
    code = (
        "import sys; from textassay.model import Record; "
        "from textassay.text.document import Document; from textassay.survey.store import survey; "
        "store = survey([Document(Record(id='a', path='a', text='One line.'))], "
        "frozenset({'passages'})); "
        "store.freeze(); print({'numpy', 'duckdb', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
