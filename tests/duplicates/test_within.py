"""Repeats within a record: injected copies are found, cost stays linear."""

import time
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from textassay.checks.duplicates.alignment import align, close_parts, common
from textassay.checks.duplicates.contrast import contrast
from textassay.checks.duplicates.explanation import differences
from textassay.checks.duplicates.kinds import Kind
from textassay.checks.duplicates.pieces import Pieces, size
from textassay.checks.duplicates.repeats import repeats
from textassay.model import Record
from textassay.text.document import Document

STORY = [
    "The council of Lindholm voted on Monday to close the old harbour.",
    "Fishermen from the northern villages had asked for two more years.",
    "Nobody in the tavern believed a word of what the mayor announced.",
    "His daughter counts the tides on her fingers and says nothing at all.",
    "The ferry will not be affected by the decision, its owners told us.",
    "A museum may open in the customs house once the cranes are gone.",
]


def _document(text: str, language: str = "en") -> Document:
    return Document(Record(id="r", path="r", text=text, language=language))


@settings(max_examples=60, deadline=None)
@given(st.permutations(STORY), st.integers(0, 5), st.integers(0, 5))
def test_an_injected_copy_is_found_where_it_was_put(
    story: list[str], source: int, place: int
) -> None:
    """A copied sentence anywhere after its source is the finding, the source is related."""
    later = source + 1 + place % (len(story) - source)
    paragraphs = [*story[:later], story[source], *story[later:]]
    document = _document("\n\n".join(paragraphs))
    found = [*repeats(document, Kind.PIECE), *repeats(document, Kind.PASSAGE)]
    start = len("\n\n".join(paragraphs[:later])) + 2

    assert [repeat.later for repeat in found] == [(start, start + len(story[source]))]
    assert document.text[slice(*found[0].first)] == story[source]


def test_a_clean_story_has_no_repeat() -> None:
    """What is said once is not flagged."""
    document = _document("\n\n".join(STORY))

    assert [list(repeats(document, kind)) for kind in Kind] == [[], [], [], [], []]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from("abcd"), max_size=9), st.lists(st.sampled_from("abcd"), max_size=9))
def test_the_alignment_is_a_longest_common_subsequence(left: list[str], right: list[str]) -> None:
    """As long as the textbook says, increasing in both, equal words only."""
    pairs = common(left, right)
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            best = max(table[i][j + 1], table[i + 1][j])
            table[i + 1][j + 1] = table[i][j] + 1 if a == b else best

    assert len(pairs) == table[-1][-1]
    assert all(left[i] == right[j] for i, j in pairs)
    assert all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(pairs))


def test_the_shares_are_weighted() -> None:
    """A rare word that is missing costs more than a frequent one."""
    weights = {"the": 0.1, "harbour": 2.0, "closed": 2.0}
    without_rare = align(["the", "harbour", "closed"], ["the", "closed"], weights)
    without_frequent = align(["the", "harbour", "closed"], ["harbour", "closed"], weights)

    assert without_rare.covered < without_frequent.covered
    assert without_rare.kept == without_frequent.kept == 1


def test_parts_break_where_words_lie_apart() -> None:
    """Two words may be skipped, three may not."""
    pairs = [(0, 0), (3, 1), (7, 2)]

    assert list(close_parts(pairs)) == [[(0, 0), (3, 1)], [(7, 2)]]


def test_a_name_in_the_place_of_a_name_is_a_swap() -> None:
    """Names that only change places are none."""
    left = ["On", "Monday", "Berg", "left", "Lindholm", "with", "12", "men"]
    right = ["On", "Monday", "Olsen", "left", "Lindholm", "with", "15", "men"]
    moved = ["On", "Monday", "Lindholm", "left", "Berg", "with", "12", "men"]
    same = [(0, 0), (1, 1), (3, 3), (5, 5), (7, 7)]

    assert contrast([*same[:3], (4, 4), *same[3:]], left, right, frozenset()) == (2, True)
    assert contrast(same, left, moved, frozenset()) == (0, False)


def test_what_differs_is_listed_for_each_copy() -> None:
    """The evidence quotes the words of one copy that the other lacks."""
    first = "The storm damaged 120 houses and two schools along the northern coast, they said."
    later = first.replace("120", "210")
    document = _document(f"{first}\n\nFerries stayed in port.\n\n{later}")
    (repeat,) = repeats(document, Kind.NEAR)

    assert differences(document, repeat) == (["120"], ["210"])


def test_characters_of_dense_scripts_count_half() -> None:
    """Twelve characters weigh like six words."""
    document = _document(
        "\u5e02\u957f\u661f\u671f\u4e00\u4e0a\u5348\u5ba3\u5e03\u65b0\u6865\u6210", "zh"
    )

    assert list(map(size, Pieces(document).words)) == [6.0]


def test_cost_is_linear_on_the_worst_input() -> None:
    """Twice the text, about twice the time: lines all alike, or all nearly alike."""
    endless = "and so on " * 9
    for line in (
        "The same line again and again.\n",
        "Line {} of the long and weary list.\n",
        f"Rare word{{}} other{{}} third{{}} fourth{{}} {endless}. Also {endless}\n",
    ):
        spent = []
        for count in (4_000, 16_000):
            document = _document("".join(line.replace("{}", str(n // 2)) for n in range(count)))
            _ = document.sentences, document.folded, document.lines
            start = time.process_time()
            list(repeats(document, Kind.NEAR))
            spent.append(time.process_time() - start)

        assert spent[1] < 12 * spent[0] + 0.5


def test_two_endless_sentences_are_not_aligned() -> None:
    """A hostile line of a hundred thousand words cannot stop the run."""
    endless = "the gulls sit " * 30_000
    rare = "harbour dredging tavern lighthouse customs"
    document = _document(f"{rare} {endless}\n\nA short line.\n\n{endless} {rare} again")
    start = time.process_time()
    list(repeats(document, Kind.NEAR))

    assert time.process_time() - start < 5
