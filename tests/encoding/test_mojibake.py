"""Mojibake of every kind that ftfy's documentation names, and what it leaves.

The sentences are ours; the damage is made by the codecs, as in the wild.
"""

import random
import time

import pytest

from textassay import registry
from textassay.engine.examples import judge
from textassay.engine.fixing import edited, fix
from textassay.model import Finding, Record
from textassay.read.decoding import decode

CHECKS = [check for check in registry.builtin() if check.code.startswith("ENC")]
MOJIBAKE = [check for check in CHECKS if check.code == "ENC002"]
CODECS = (
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1256 cp1257 latin-1 iso8859-2 mac-roman cp437 cp850"
    " koi8-r"
)
MANIFESTO = "Każdy człowiek – kobieta „i” mężczyzna – ma prawo do życia, wolności i godności."


def _read_as(text: str, codec: str) -> str:
    chars = []
    for byte in text.encode():
        try:
            chars.append(bytes([byte]).decode(codec))
        except UnicodeDecodeError:
            chars.append(chr(byte))
    return "".join(chars)


def _fixed(text: str, found: list[Finding]) -> str:
    return edited(text, [edit for finding in found for edit in finding.edits])


@pytest.mark.parametrize(
    "codec",
    CODECS.split(" "),
)
def test_utf8_read_as_any_single_byte_set_is_undone(codec: str) -> None:
    """The text comes back to the letter, and each edit is proven."""
    damaged = _read_as(MANIFESTO, codec)
    found = judge(damaged, MOJIBAKE)

    assert _fixed(damaged, found) == MANIFESTO
    assert all(edit.safe for finding in found for edit in finding.edits)


@pytest.mark.parametrize("times", [2, 3])
def test_text_encoded_over_and_over_is_undone_at_once(times: int) -> None:
    """Each finding leads from the mojibake to the letter, however often it was misread."""
    damaged = MANIFESTO
    for _ in range(times):
        damaged = _read_as(damaged, "cp1252")

    assert _fixed(damaged, judge(damaged, MOJIBAKE)) == MANIFESTO


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("The Ã©lite met at the cafÃ©.", "The élite met at the café."),
        ("She said â€œyesâ€\x9d and leftâ€¦", "She said “yes” and left…"),
        ("il est parti voilÃ  le problÃ¨me", "il est parti voilà le problème"),
        ("Peopleâ€™s choice", "People’s choice"),
        ("Â¿QuÃ© pasÃ³ ayer?", "¿Qué pasó ayer?"),
        ("Ð\x9fÑ\x80Ð¸Ð²ÐµÑ\x82 Ð²Ñ\x81ÐµÐ¼", "Привет всем"),
        ("ðŸ˜€ what a day", "😀 what a day"),
    ],
)
def test_what_ftfy_repairs_is_repaired(damaged: str, meant: str) -> None:
    """Curly quotes, accents, lost no-break spaces, Cyrillic, emoji."""
    assert _fixed(damaged, judge(damaged, MOJIBAKE)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "PARCE QUE SUR LEURS PLAQUES IL Y MARQUÉ…",
        "CÔÔÔÔÔTE D’IVOIRE",
        "4288×…",
        "HÀ ĐÔ™ is a company",
        "Ê-kíp, Â-u and À-la-carte®",
        "ESPAÑA» y «MÉXICO»",
        "(-1/2)! = √π",
        "OK??:( `¬´ ):",
        "Con il corpo e lo spirito ammaccato, È come se nel cuore avessi un vetro",
        "2012—∞ · 5 µm ± 2 °C",
        "ÖVERSÅT “SÅ”",
        "ا ب پ ت",
    ],
)
def test_what_looks_odd_but_is_right_is_left_alone(text: str) -> None:
    """Capitals with accents next to marks are what detectors trip over."""
    assert judge(text, MOJIBAKE) == []


@pytest.mark.parametrize("codec", ["cp1252", "cp1251", "koi8-r", "gb18030", "euc_jp", "utf-16-le"])
def test_the_character_set_of_bytes_is_told(codec: str) -> None:
    """Whatever set is named, it gives the very text."""
    texts = {
        "cp1252": "La niña comió un plátano en el jardín del señor Núñez.",
        "cp1251": "Все люди рождаются свободными и равными в своём достоинстве.",
        "gb18030": "人人生而自由，在尊严和权利上一律平等。",
        "euc_jp": "すべての人間は、生まれながらにして自由であり、平等である。",
        "utf-16-le": "Plain words with a few marks, and “quotes”.",
    }
    text = texts.get(codec, texts["cp1251"])
    data = text.encode(codec)

    assert decode(data).text == text


def test_a_megabyte_of_mojibake_takes_time_in_proportion() -> None:
    """Four times the text takes about four times the time, not sixteen."""
    damaged = _read_as(MANIFESTO, "cp1252") + "\n"

    def seconds(count: int) -> float:
        start = time.process_time()
        judge(damaged * count, MOJIBAKE)
        return time.process_time() - start

    seconds(10)

    small = max(min(seconds(500) for _ in range(3)), 0.01)

    assert min(seconds(4_000) for _ in range(2)) < 24 * small


@pytest.mark.fuzz
def test_random_bytes_read_in_any_way_give_no_crash_and_stable_repairs() -> None:
    """Safe edits of all encoding checks are idempotent on arbitrary bytes."""
    chance = random.Random(7)  # noqa: S311 - a fixed draw
    codecs = ["latin-1", "cp1252", "cp437", "utf-8", "gb18030", "utf-16-le"]
    for _ in range(150):
        data = bytes(chance.randrange(256) for _ in range(chance.randrange(1, 400)))
        text = data.decode(chance.choice(codecs), "replace")
        once = _safely_fixed(text)

        assert _safely_fixed(once) == once


def _safely_fixed(text: str) -> str:
    return fix(Record("r", "r.txt", text), lambda record: judge(record.text, CHECKS)).text


def test_hungarian_with_the_wrong_one_of_two_accents_is_mended() -> None:
    """The letters are likely ones elsewhere; the alphabet of the language tells."""
    clean = "A szabályok szerint az illető ország őrizetbe vehette volna, de nem száműzte őket."
    damaged = clean.encode("cp1250").decode("cp1252")

    assert _fixed(damaged, judge(damaged, MOJIBAKE, language="hu")) == clean


def test_names_of_other_languages_in_hungarian_are_left() -> None:
    """One name with such a letter is a name."""
    text = "A szabályok szerint João Camões és Núñez az illető országban őrizetben volt."

    assert judge(text, MOJIBAKE, language="hu") == []


def test_one_damaged_word_is_mended_beside_right_ones_that_look_damaged() -> None:
    """In Ukrainian a capital and a small letter may look like two bytes of UTF-8."""
    clean = "Кіно, Свідомість, Ціна, Тіло, Сім, Пісня, Кіт, Сіль, Ліс, Ніч і стаття"
    damaged = clean.replace("стаття", _read_as("стаття", "cp1251"))

    assert _fixed(damaged, judge(damaged, MOJIBAKE, language="uk")) == clean
