"""Bytes become text with evidence, or an error that says what to do."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from textassay.read.decoding import decode
from textassay.read.findings import InputError

SPANISH = "La señora explicó que la población de la región creció también este año. " * 4
PORTUGUESE = "São Paulo não é só a região que mais cresce; há também preocupação. " * 4
ENGLISH = "The café owner said it’s a “fine” day — and that was all there was to say. " * 4
POLISH = "Wójt gminy powiedział, że jesienią ruszy budowa nowej ścieżki przez łąkę. " * 4
GREEK = "Ο δήμαρχος είπε ότι η νέα βιβλιοθήκη θα ανοίξει το φθινόπωρο. " * 4
JAPANESE = "町長は、新しい図書館が秋に開館すると発表した。利用は無料である。" * 4
CHINESE = "市长表示，新的图书馆将于秋天开放，市民可以免费使用。" * 4
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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SPANISH, RUSSIAN, "Sí."])
def test_utf16_without_a_mark_is_known_by_its_nul_bytes(text: str, encoding: str) -> None:
    """No other text has them in every other place."""
    decoded = decode(text.encode(encoding))

    assert decoded.text == text
    assert decoded.decoding.encoding == encoding
    assert decoded.decoding.confidence < 1


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (GREEK, "iso8859-7"),
        (SPANISH, "mac_roman"),
        (SPANISH, "cp437"),
        (JAPANESE, "cp932"),
        (JAPANESE, "euc_jp"),
        (CHINESE, "gb18030"),
    ],
)
def test_other_encodings_are_found_by_their_letters(text: str, encoding: str) -> None:
    """Also those that charset-normalizer alone takes for a relative."""
    decoded = decode(text.encode(encoding))

    assert decoded.text == text
    assert 0 < decoded.decoding.confidence < 1


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n\xff\xfe\x00", "REC005"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "REC005"),
        (bytes(range(256)) * 4, "REC005"),
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


@settings(deadline=None)  # the first odd bytes load the model of letter pairs
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
