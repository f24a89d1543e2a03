"""The lexicons of page furniture and how they are looked up."""

import pytest

from textassay.checks.boilerplate import mentions, openings, phrases
from textassay.checks.boilerplate._expansion import expand, stored
from textassay.checks.boilerplate.kinds import Kind
from textassay.model import Record
from textassay.text import lexicon
from textassay.text.document import Document

MOST_PHRASES = 260  # of one row: more is a row that should be two
PLACES = {"line", "head", "tail", "part"}
STRENGTHS = {"sure", "strong", "weak", "dated", "named", "capitals"}
PROSE = "The council voted on Monday to rebuild the old bridge before the floods come back."


def document(text: str, language: str | None) -> Document:
    """Return a document of a language."""
    return Document(Record("record", "record.txt", text, language=language))


def rows(language: str) -> tuple[str, ...]:
    """Return the rows of a lexicon as written."""
    return lexicon.entries(phrases.__file__, f"{language}.txt")


def test_alternatives_and_options_are_written_out_nested_or_not() -> None:
    """Groups inside groups multiply; an option may be left out."""
    assert list(expand("back to [the] (top|home (page|site))")) == [
        "back to the top",
        "back to the home page",
        "back to the home site",
        "back to top",
        "back to home page",
        "back to home site",
    ]


@pytest.mark.parametrize("language", phrases.languages())
def test_every_row_names_a_kind_a_place_and_a_strength(language: str) -> None:
    """A row with a slip in it would be dropped or crash far from its line."""
    for row in rows(language):
        kind, place, strength, pattern = row.split(" ", 3)

        assert kind in set(Kind), row
        assert place in PLACES, row
        assert strength in STRENGTHS, row
        assert pattern.count("(") == pattern.count(")"), row
        assert pattern.count("[") == pattern.count("]"), row


@pytest.mark.parametrize("language", phrases.languages())
def test_no_row_explodes_and_none_is_empty(language: str) -> None:
    """The automaton is built at every start: rows stay small."""
    for row in rows(language):
        found = list(expand(row.split(" ", 3)[3]))

        assert 1 <= len(found) <= MOST_PHRASES, row
        assert all(found), row


@pytest.mark.parametrize("language", phrases.languages())
def test_the_stored_phrases_are_those_of_the_rows(language: str) -> None:
    """After a change of a lexicon run ``python tools/expand_phrases.py``."""
    kept = lexicon.entries(phrases.__file__, f"{language}.phrases")

    assert list(kept) == [stored(row) for row in rows(language)]


@pytest.mark.parametrize("language", phrases.languages())
def test_lexicons_are_sorted_and_folded(language: str) -> None:
    """Phrases are looked up in lower-cased text with plain apostrophes."""
    found = rows(language)

    assert list(found) == sorted(set(found))
    assert all(row == row.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") for row in found)


@pytest.mark.parametrize("language", phrases.languages())
def test_every_language_has_the_kinds_that_a_maintainer_decides_on(language: str) -> None:
    """A language that lacks a kind would keep it silently."""
    kinds = {row.split(" ", 1)[0] for row in rows(language)}

    assert kinds >= set(Kind) - {Kind.TEMPLATE}


def test_a_document_is_read_with_its_own_lexicon_and_the_english_one() -> None:
    """Pages in every language carry English furniture."""
    assert phrases.in_play(document(PROSE, "es")) == ("es", "en")
    assert phrases.in_play(document(PROSE, "en")) == ("en",)
    assert phrases.in_play(document(PROSE, "pl")) == ("en",)
    assert phrases.in_play(document("12 34", None)) == phrases.languages()


def test_phrases_are_found_at_whole_words_only() -> None:
    """No phrase is found in "bread moreover"."""
    text = "He bread moreover, Read more"

    assert [match.phrase for match in mentions.find(document(text, "en"))].count("read more") > 0
    assert {match.start for match in mentions.find(document(text, "en"))} == {19}


@pytest.mark.parametrize(
    ("line", "phrase"),
    [
        ("*** BACK TO TOP ***", "back to top"),
        ("3 comments", "# comments"),
        ("share 12", "share"),
        ("back to top of the hill", None),
    ],
)
def test_labels_are_whole_lines_numbers_and_marks_aside(line: str, phrase: str | None) -> None:
    """A count beside a label is part of it; more words are not."""
    found = phrases.label(line.lower(), ("en",))

    assert (found and found[0]) == phrase


@pytest.mark.parametrize("language", phrases.languages())
def test_every_opening_is_found_at_the_start_of_a_line(language: str) -> None:
    """The index by first words loses no phrase of place head."""
    for group in phrases.groups(language):
        for phrase in group.phrases() if group.entry.place == "head" else ():
            line = f"{phrase} x"
            found = openings.find(line, *openings.first_word(line), (language,))

            assert group.entry in [owner for _, _, owner in found], phrase


@pytest.mark.parametrize("chosen", [("en",), ("es", "en")])
def test_first_texts_are_searched_as_later_ones_are(chosen: tuple[str, ...]) -> None:
    """Which way a text is searched must not show in what is found."""
    known = [phrase for group in mentions.anywhere(chosen) for phrase in mentions.written(group)]
    text = " ".join(known[::7])

    assert sorted(mentions.one_by_one(text, chosen)) == sorted(mentions.at_once(text, chosen))
