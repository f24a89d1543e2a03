"""Bytes become text with evidence, or an error that says what to do."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from textassay.read.decoding import decode
from textassay.read.findings import InputError

SPANISH = "La señora explicó que la población de la región creció también este año. " * 4
PORTUGUESE = "São Paulo não é só a região que mais cresce; há também preocupação. " * 4
ENGLISH = "The café owner said it’s a “fine” day — and that was all there was to say. " * 4
RUSSIAN = "Сегодня в городе хорошая погода, сообщил глава администрации. " * 4


def test_utf8_is_proven() -> None:
    """Strict UTF-8 needs no statistics."""
    text, decoding = decode(SPANISH.encode())

    assert text == SPANISH
    assert (decoding.encoding, decoding.bom, decoding.confidence) == ("utf-8", False, 1.0)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_stays_as_the_first_character(mark: bytes, encoding: str) -> None:
    """Offsets count it, as the annotation guideline does."""
    text, decoding = decode(mark + SPANISH.encode(encoding))

    assert text == "\N{ZERO WIDTH NO-BREAK SPACE}" + SPANISH
    assert (decoding.encoding, decoding.bom) == (encoding, True)


@pytest.mark.parametrize("text", [SPANISH, PORTUGUESE, ENGLISH])
def test_western_text_of_one_byte_a_letter_is_windows_1252(text: str) -> None:
    """Not one of its relatives that happen to decode alike."""
    decoded = decode(text.encode("cp1252"))

    assert decoded.text == text
    assert decoded.decoding.encoding == "cp1252"
    assert 0 < decoded.decoding.confidence < 1
    assert "charset-normalizer" in decoded.decoding.evidence


def test_other_encodings_are_found_by_statistics() -> None:
    """The preference for windows-1252 does not touch other scripts."""
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n\xff\xfe\x00", "REC005"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "REC005"),
        (bytes(range(256)) * 4, "REC005"),
        ("sin marca".encode("utf-16-le"), "REC005"),
        (b"\xff\xfea", "REC002"),
        (b"ab\x00" + b"\xe9" * 80, "REC002"),
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes, code: str) -> None:
    """Binary data and broken encodings are two different troubles."""
    with pytest.raises(InputError) as caught:
        decode(data)

    assert caught.value.code == code


def test_a_stray_nul_is_left_to_the_encoding_checks() -> None:
    """One lost byte makes no text binary."""
    assert decode(b"The council\x00 met on Monday and went home.").text.count("\x00") == 1


def test_a_text_that_begins_like_a_signature_is_text() -> None:
    """Only the whole file tells."""
    assert decode(b"PAR1 and GIF8 are signatures.").text.startswith("PAR1")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_every_text_survives_utf8(text: str) -> None:
    """What was written is what is read, character by character."""
    assert decode(text.encode()).text == text


@given(st.binary(max_size=2000))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    """Never a crash, and never a surrogate that no output can hold."""
    code = ""
    try:
        text, decoding = decode(data)
    except InputError as error:
        code = error.code
    else:
        text.encode()
        assert 0 <= decoding.confidence <= 1

    assert code in {"", "REC002", "REC005"}
