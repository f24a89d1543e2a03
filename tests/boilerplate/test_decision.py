"""Cues add up to leftovers: thresholds, spans, evidence."""

import time

import pytest

from textassay import registry
from textassay.checks.boilerplate import layout, marks
from textassay.checks.boilerplate.decision import leftovers
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.weights import INFO, WEIGHTS
from textassay.engine.inspect import inspect
from textassay.model import Record, Severity
from textassay.text.document import Document

PROSE = "The council voted on Monday to rebuild the old bridge before the floods come back."
MORE = "Work on the foundations will begin in spring and last until the autumn, they said."
CHECKS = [check for check in registry.builtin() if check.code.startswith("BPL")]


def document(*lines: str, language: str = "en") -> Document:
    """Return a document of paragraphs."""
    return Document(Record("record", "record.txt", "\n\n".join(lines), language=language))


def kinds(*lines: str) -> list[tuple[Kind, str]]:
    """Return kind and text of each leftover."""
    judged = document(*lines)
    return [(one.kind, judged.text[one.start : one.end]) for one in leftovers(judged)]


def test_the_weights_in_the_evidence_add_up_to_the_score() -> None:
    """A maintainer can redo the sum."""
    judged = document(PROSE, MORE, "Share this article", "Tags: bridge", "READ MORE A prize")
    found = leftovers(judged)

    assert len(found) == 3
    for one in found:
        assert one.score == pytest.approx(sum(weight for _, weight in one.cues))
        assert one.score >= INFO


def test_contiguous_lines_of_a_kind_and_level_are_one_finding() -> None:
    """Two teasers in a row are one decision."""
    found = kinds(PROSE, "READ MORE A prize", "READ MORE Another prize", MORE)

    assert found == [(Kind.RELATED, "READ MORE A prize\n\nREAD MORE Another prize")]


def test_lines_of_two_kinds_are_two_findings() -> None:
    """A maintainer decides differently on each."""
    assert [kind for kind, _ in kinds(PROSE, MORE, "Share this article", "Leave a reply")] == [
        Kind.SHARE,
        Kind.COMMENTS,
    ]


def test_a_reader_thread_reaches_from_its_heading_to_the_end() -> None:
    """Below a heading of comments with authors, all is theirs."""
    thread = ("2 comments", "Ann Example wrote:", "I cross this bridge each day and like it.")

    assert kinds(PROSE, MORE, *thread) == [(Kind.COMMENTS, "\n\n".join(thread))]


def test_a_heading_of_comments_without_authors_takes_nothing_with_it() -> None:
    """What follows may be the article's."""
    assert kinds(PROSE, MORE, "2 comments", MORE) == [(Kind.COMMENTS, "2 comments")]


def test_part_of_a_line_is_a_finding_where_the_line_is_prose() -> None:
    """The residue goes, the sentence stays."""
    line = f"{PROSE} pic.twitter.com/AbC123"

    assert kinds(line, MORE) == [(Kind.EMBED, "pic.twitter.com/AbC123")]


def test_prose_that_opens_like_a_prompt_is_left_alone() -> None:
    """Imperatives are words of prose too."""
    lines = (
        "Read more than forty books a year, the teacher told them, and you will write well.",
        "Follow us, the guide called, and the whole class walked down to the river bank.",
        "By noon the water had gone down and the road to the village was open again.",
    )

    assert kinds(PROSE, *lines, MORE) == []


def test_titles_headings_line_ups_and_refrains_are_content() -> None:
    """What naive line rules flag first."""
    lines = (
        "A bridge for the valley",
        "How the valley changed when the railway came",
        PROSE,
        "What comes next",
        MORE,
        "Riverton: Example; Sample, Model, Pattern; Specimen",
        "Row, row, row your boat",
        "Gently down the stream",
        "Row, row, row your boat",
        "Gently down the stream",
    )

    assert kinds(*lines) == []


@pytest.mark.parametrize(
    ("line", "cues"),
    [
        ("Monday, June 3, 2024", ["date line"]),
        ("REGION | 21-03-2022 09:15", ["date and time line"]),
        ("5.3. Mai 2024 10:15", []),
        ("https://example.org/bridge", ["bare address"]),
        ("jc (efe, afp, dpa)", ["agency in brackets"]),
        ("(snap)", []),
        ("MADRID (EFE)", []),
        ("The bridge is open again, the mayor said on Monday (AP)", ["agency in brackets"]),
        ("EFE/Ana Ejemplo", ["agency with photographer"]),
        ("Ann Example (@ann) likes the bridge", []),
        ("\N{EM DASH} Ann Example (@ann) May 14, 2021", ["post residue"]),
        ("B J / \\ / \\ A-C-I-K-Z \\ / \\ / D L M N", []),
        ("THE NEXT TOWN REFUSES TO PAY FOR ITS BRIDGE", ["headline in capitals"]),
    ],
)
def test_marks_need_no_lexicon(line: str, cues: list[str]) -> None:
    """Dates, handles, links and capitals speak in every language."""
    (row,) = layout.rows(document(line))

    assert [mark.cue for mark in marks.find(row)] == cues


def test_place_alone_never_makes_an_error() -> None:
    """Lines that only stand together are remarks."""
    judged = document(PROSE, MORE, "Share this article", "Old town hall", "New bridge", "Mill road")
    levels = {finding.text: finding.severity for finding in inspect(judged, CHECKS)}

    assert levels["Share this article"] is Severity.ERROR
    assert levels["Old town hall\n\nNew bridge\n\nMill road"] is Severity.INFO


@pytest.mark.parametrize("title", ["VIDEO: A bridge falls", "Poll: the bridge divides the valley"])
def test_a_title_that_opens_like_a_promotion_stays(title: str) -> None:
    """Newspapers name the form of a piece in its title."""
    assert kinds(title, PROSE, MORE) == []


def test_markdown_headings_are_read_without_their_marks() -> None:
    """Extractors write headings as ``## ...``."""
    assert kinds(PROSE, MORE, "## Related articles") == [(Kind.RELATED, "## Related articles")]


def test_every_cue_has_a_weight_that_can_matter() -> None:
    """A weight of zero is a dead cue."""
    assert all(weight != 0 for weight in WEIGHTS.values())


@pytest.mark.parametrize(
    "unit",
    [
        "read more ",
        "(photo: ",
        "| ",
        "\N{EM DASH} a (@",
        "1.1.",
        "www.",
        "@a",
        "- ",
        "SHARE ",
        "follow us on twitter. ",
        "\N{EM DASH} a (@b) ",
        "[a/b ",
        "#ab ",
        "(read more: ",
        "end. Photo: A ",
        "end. (Foto: A) ",
        "((((",
        "a. AFP, ",
    ],
)
def test_cost_is_linear_in_the_length_of_a_line(unit: str) -> None:
    """Eight times the line takes about eight times as long, not sixty-four."""

    def cost(length: int) -> float:
        judged = document(unit * (length // len(unit)))
        judged.lines  # noqa: B018 - worked out before the clock starts
        start = time.process_time()
        leftovers(judged)
        return time.process_time() - start

    cost(1_000)
    short = min(cost(40_000) for _ in range(3))
    long = min(cost(320_000) for _ in range(3))

    assert long < 24 * max(short, 0.02)


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_the_edit_takes_the_whole_line_with_its_break(line_break: str) -> None:
    """No empty line is left where one stood."""
    text = line_break.join([PROSE, "Share this article", MORE])
    (finding,) = inspect(Document(Record("record", "record.txt", text, language="en")), CHECKS)
    (edit,) = finding.edits

    assert text[: edit.start] + text[edit.end :] == line_break.join([PROSE, MORE])


def test_the_evidence_names_the_lexicons() -> None:
    """A language without a lexicon says so by what it was read with."""
    (finding,) = inspect(document(PROSE, MORE, "Share this article", language="pl"), CHECKS)

    assert finding.evidence["lexicons"] == ["en"]


@pytest.mark.parametrize(
    "glued",
    ["READ MORE Ten bridges worth a detour", "Related: Ten bridges worth a detour"],
)
def test_a_teaser_glued_to_a_paragraph_is_the_finding_and_the_paragraph_is_not(glued: str) -> None:
    """Extraction joins lines; the paragraph must survive."""
    assert kinds(f"{PROSE} {glued}", MORE) == [(Kind.RELATED, glued)]


def test_a_sentence_that_opens_like_a_prompt_inside_a_paragraph_stays() -> None:
    """Without a colon or capitals it is prose."""
    assert kinds(f"{PROSE} Read more about it in the register, she said, and laughed.", MORE) == []


def test_the_words_of_a_post_go_with_the_name_below_them() -> None:
    """A handle, a hashtag or a link tells the post from the article."""
    post = "We are so proud of the new #bridge of Riverton"
    name = "\N{EM DASH} Ann Example (@annexample) March 7, 2023"

    assert kinds("A bridge falls", PROSE, f"{post}\n{name}", MORE) == [
        (Kind.EMBED, f"{post}\n{name}")
    ]
    assert kinds("A bridge falls", PROSE, MORE, name) == [(Kind.EMBED, name)]


@pytest.mark.parametrize(
    "prompt",
    [
        "Follow us on Twitter for more stories.",
        "You can also subscribe to our newsletter today.",
        "Let us know what you think in the comments below!",
    ],
)
def test_a_prompt_inside_a_paragraph_takes_its_sentence(prompt: str) -> None:
    """The paragraph stays; quoted, the prompt is part of the story."""
    found = kinds("A bridge falls", PROSE, f"{MORE} {prompt}")

    assert [text for _, text in found] == [prompt]
    assert kinds("A bridge falls", PROSE, f'{MORE} "{prompt}" the post read on Monday.') == []


def test_an_agency_after_the_last_sentence_is_a_credit_and_the_paragraph_stays() -> None:
    """With a name it is the credit of a picture, and the line its caption."""
    assert kinds("A bridge falls", PROSE, f"{MORE} AFP") == [(Kind.CREDIT, "AFP")]
    caption = "Workers inspect the old bridge on Monday. AFP/Ann Example"

    assert kinds("A bridge falls", PROSE, caption, MORE) == [(Kind.CAPTION, caption)]


def test_short_lines_near_leftovers_are_remarks() -> None:
    """Half of them may be content: a heading, whose words the prose has, is none."""
    near = document("A bridge falls", PROSE, MORE, "Share this article", "Archive of letters")
    severities = {near.text[one.start : one.end]: one.severity for one in inspect(near, CHECKS)}

    assert severities == {
        "Share this article": Severity.ERROR,
        "Archive of letters": Severity.INFO,
    }
    assert kinds("A bridge falls", PROSE, "Share this article", "The old bridge", MORE) == [
        (Kind.SHARE, "Share this article")
    ]
