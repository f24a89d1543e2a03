"""Quotation marks are paired by convention, and what is out of place is named."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from textassay.model import Record
from textassay.text import quotations
from textassay.text.document import Document


def document(text: str, language: str = "en") -> Document:
    """Return a document of a declared language."""
    return Document(Record("r", "r.txt", text, language=language))


def quoted(text: str, language: str = "en") -> list[str]:
    """Return the quotations as written."""
    return [text[q.start : q.end] for q in document(text, language).quotations]


def faults(text: str, language: str = "en") -> list[tuple[int, str, str]]:
    """Return offset, fault and expected mark of each mark out of place."""
    return [(m.start, m.fault, m.expected) for m in document(text, language).unpaired_marks]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "He said “yes” and “no ‘way’ then”.", ["“yes”", "“no ‘way’ then”", "‘way’"]),
        ("en", 'A "b" c ("d") "e"—"f".', ['"b"', '"d"', '"e"', '"f"']),
        ("en", "'Hello,' he said. 'It's fine.'", ["'Hello,'", "'It's fine.'"]),
        (
            "de",
            "„Hallo“, sagte er. „Er rief ‚Halt‘ laut.“",
            ["„Hallo“", "„Er rief ‚Halt‘ laut.“", "‚Halt‘"],
        ),
        ("de", "»Hallo«, sagte er. »Nein.«", ["»Hallo«", "»Nein.«"]),
        ("pl", "„Tak”, powiedział. „Nie”.", ["„Tak”", "„Nie”"]),
        ("fr", "« Oui », dit-il. «\u00a0Non\u00a0»", ["« Oui »", "«\u00a0Non\u00a0»"]),
        ("fr", "Il dit ‹ oui ›.", ["‹ oui ›"]),
        ("es", "«Me dijo “no” ayer», contó.", ["«Me dijo “no” ayer»", "“no”"]),
        ("sv", "”Hej”, sa han. ”Nej.”", ["”Hej”", "”Nej.”"]),
        ("ja", "「はい『いい』」と言った。", ["「はい『いい』」", "『いい』"]),
        ("en", "“A “nested” pair”", ["“A “nested” pair”", "“nested”"]),
        ("en", "\"He said 'no' to me.\"", ["\"He said 'no' to me.\"", "'no'"]),
        ("en", 'A "b "c" d" e.', ['"b "c" d"', '"c"']),
        ("en", "“One.”“Two.”", ["“One.”", "“Two.”"]),
        ("es", "Los signos (“?”, “(” y “)”).", ["“?”", "“(”", "“)”"]),
        ("en", 'See "/var/" (".deb"), "A=", "…and".', ['"/var/"', '".deb"', '"A="', '"…and"']),
    ],
)
def test_pairs_are_found_by_the_conventions_of_the_language(
    language: str, text: str, expected: list[str]
) -> None:
    """Nested ones too, and none is out of place."""
    assert quoted(text, language) == expected
    assert faults(text, language) == []


@pytest.mark.parametrize(
    "text",
    [
        "Don't, won’t, the boys' toys, the girls’ toys, o'clock.",
        'The 5\'10" man bought a 12" disc.',
        "Rock 'n' roll of the '90s and ’80s; 'tis ’twas ‘em.",
        "Hawai‘i and Hawaiʻi, ‘okina and ʻokina.",
        "At 40° 26' 46\" N.",
    ],
)
def test_apostrophes_inches_and_letters_are_no_quotes(text: str) -> None:
    """They neither open nor close anything."""
    assert quoted(text) == []
    assert faults(text) == []


@pytest.mark.parametrize("text", ["News »\nEurope »", "« Oui »\nLire la suite »"])
def test_a_guillemet_may_be_an_arrow(text: str) -> None:
    """Behind a blank at the end of its line, or in a text without the other."""
    assert faults(text, "fr") == []


def test_a_guillemet_that_closes_by_the_opening_one_faces_wrong() -> None:
    """Letters around it say which way it should."""
    assert faults("El «servidor« está.", "es") == [(12, "wrong-direction", "»")]


def test_a_quotation_that_each_paragraph_reopens_is_correct() -> None:
    """The pieces are continued, only the last is closed."""
    text = "“The first.\n“The second.\n\n“The third,” she said."
    found = document(text).quotations

    assert [(q.closed, q.continued) for q in found] == [
        (False, True),
        (False, True),
        (True, False),
    ]
    assert faults(text) == []


def test_a_spanish_quotation_goes_on_by_the_mark_that_closes_it() -> None:
    """It stands before each further paragraph; English has no such mark."""
    text = "«La barca.\n»El perro.\n\n»Y nadie bajó», dijo el farero."
    found = document(text, "es").quotations

    assert [(q.closed, q.continued) for q in found] == [
        (False, True),
        (False, True),
        (True, False),
    ]
    assert faults(text, "es") == []
    assert faults(text, "en") != []


def test_a_quotation_closed_in_the_next_paragraph_is_one() -> None:
    """The break inside it is no fault of its marks."""
    text = "“The first\nand the second,” she said."

    assert quoted(text) == ["“The first\nand the second,”"]
    assert faults(text) == []


def test_a_quotation_may_run_over_lines_without_marks() -> None:
    """A letter or a stanza, a paragraph a line, straight marks too."""
    text = '"One line\n\nanother line\n\nand the last," she read.\n\nThe "end".'

    assert quoted(text) == [text[: text.index(" she")], '"end"']
    assert faults(text) == []


def test_a_quotation_does_not_run_over_many_paragraphs() -> None:
    """A mark that far away belongs to another quotation."""
    text = 'He said "yes.' + "\n\nNothing." * 9 + '\n\nSo it is." He left.'

    assert [fault for _, fault, _ in faults(text)] == ["unclosed", "unopened"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “yes and left.\nShe said “no”.", [(8, "unclosed", "”")]),
        ("He said yes” and left.", [(11, "unopened", "“")]),
        ('He said "yes and left.', [(8, "unclosed", '"')]),
        ('One "two" three" four.', [(15, "unopened", '"')]),
        ('He said "yes and "no" left.', [(8, "unclosed", '"')]),
        ("Dijo «sí y se fue.\nNada.", [(5, "unclosed", "»")]),
        ("Dijo sí» y se fue.", [(7, "unopened", "«")]),
        ("A „b c.", [(2, "unclosed", "“")]),
        ("A ”b” c “d” “e”.", [(2, "wrong-direction", "“")]),
        ("A “b“ c “d” “e”.", [(4, "wrong-direction", "”")]),
    ],
)
def test_a_mark_without_partner_or_facing_wrong_is_named(
    text: str, expected: list[tuple[int, str, str]]
) -> None:
    """With the mark that was expected."""
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('A "b” c. "d" "e"', [(4, "mixed", '"')]),
        ('A “b" c. “d” “e”', [(4, "mixed", "”")]),
        ('A "b” c. “d” “e”', [(2, "mixed", "“")]),
        ("De ‘la isla' dijo. ‘Sí’ y ‘no’.", [(11, "mixed", "’")]),
        ('A “b”, "c” and “d”.', [(7, "mixed", "“")]),
    ],
)
def test_of_a_mixed_pair_the_rarer_style_is_out_of_place(
    text: str, expected: list[tuple[int, str, str]]
) -> None:
    """The text's own habit decides."""
    assert faults(text) == expected


def test_the_quotation_at_an_offset_is_the_innermost() -> None:
    """And None outside of all."""
    text = "A “b ‘c’ d” e"
    found = document(text)
    at = [found.quotation_at(offset) for offset in (0, 3, 6, 9, 12)]

    assert [text[q.start : q.end] if q else None for q in at] == [
        None,
        "“b ‘c’ d”",
        "‘c’",
        "“b ‘c’ d”",
        None,
    ]


@given(st.text(alphabet="aS1.,!'\"“”‘’ \n", max_size=24))
@example('He said "yes". "No"\n"a"')
@example("“a” “b“ ”c”")
def test_plain_pairs_are_taken_as_each_mark_by_itself_would_be(text: str) -> None:
    """The quick way is no other rule."""
    quick = document(text)
    with patch.object(quotations, "_PLAIN", {}):
        slow = document(text)
        expected = slow.quotations, slow.unpaired_marks

    assert (quick.quotations, quick.unpaired_marks) == expected
