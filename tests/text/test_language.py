"""Languages of records and paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from textassay.model import Record, Span
from textassay.text import language
from textassay.text.document import Document

EN = "The council voted on Tuesday to repair the old bridge over the river before winter."
ES = "El concejo votó el martes a favor de reparar el viejo puente sobre el río."
DE = "Der Rat stimmte am Dienstag dafür, die alte Brücke über den Fluss zu reparieren."
SAMPLES = {
    "en": EN,
    "es": ES,
    "de": DE,
    "fr": "Le conseil a voté mardi la réparation du vieux pont sur la rivière avant l'hiver.",
    "pt": "O conselho votou na terça-feira a reparação da velha ponte sobre o rio.",
    "it": "Il consiglio ha votato martedì la riparazione del vecchio ponte sul fiume.",
    "ru": "Совет во вторник проголосовал за ремонт старого моста через реку.",
    "ja": "町議会は火曜日、川にかかる古い橋を修理することを決めた。",
    "ar": "صوت المجلس يوم الثلاثاء على إصلاح الجسر القديم فوق النهر.",
}


@pytest.mark.parametrize(("code", "text"), SAMPLES.items())
@pytest.mark.parametrize("style", [str, str.upper, str.title])
def test_a_sentence_is_enough_in_any_case(code: str, text: str, style: type[str]) -> None:
    """Capitals mislead the model, so it never sees them."""
    assert language.identify(style(text)).code == code


def test_addresses_and_figures_do_not_count() -> None:
    """A page of links is in the language of its words."""
    noisy = f"https://www.example.com/the/best/of/the/web 123 {ES} someone@the.example.org 2024"

    assert language.identify(noisy).code == "es"


def test_the_whole_record_is_sampled() -> None:
    """A header in another language does not decide."""
    assert language.identify(EN + "\n" + (ES + "\n") * 100).code == "es"


@pytest.mark.parametrize("text", ["", "\n\n", "123", "\ud800", "\x00", "!?", "https://a.example"])
def test_text_without_letters_is_undetermined(text: str) -> None:
    """With no confidence at all."""
    assert language.identify(text) == language.Language("und", 0.0)


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())))
@example("\ud83d\ude00 \udfff abc \x00")
def test_identification_never_fails(text: str) -> None:
    """Whatever the text is, with a confidence between 0 and 1."""
    found = language.identify(text)

    assert found.code
    assert 0.0 <= found.confidence <= 1.0


@pytest.mark.parametrize("tag", ["es", "ES", "es-MX", "es_ES", " es ", "spa"])
def test_a_declared_language_is_believed(tag: str) -> None:
    """Regions and case aside."""
    assert Document(Record("r", "r.txt", EN, language=tag)).language == language.Language("es", 1.0)


@pytest.mark.parametrize("tag", ["", "und", "mul", None])
def test_a_declaration_that_says_nothing_is_no_declaration(tag: str | None) -> None:
    """The language is identified then."""
    assert Document(Record("r", "r.txt", ES, language=tag)).language.code == "es"


def test_paragraphs_in_another_language_are_found() -> None:
    """Eight words or more, with strong evidence."""
    text = f"{EN}\n\n{DE}\n\n{EN}\n\n{ES}\n\n{EN}"
    document = Document(Record("r", "r.txt", text, language="en"))

    assert [found.code for found in document.paragraph_languages] == ["en", "de", "en", "es", "en"]
    assert document.language_at(text.index("Brücke")) == "de"


@pytest.mark.parametrize(
    "short",
    ["Real Ejemplo 2-1 Atlético", "La Paz", "Der Spiegel", "¡Sí!", "Opciones de “Ruido” → “Lente”"],
)
def test_short_paragraphs_inherit_the_language_of_the_record(short: str) -> None:
    """Names and headings are misidentified too often."""
    document = Document(Record("r", "r.txt", f"{EN}\n\n{short}\n\n{EN}"))

    assert {found.code for found in document.paragraph_languages} == {"en"}


@pytest.mark.parametrize(
    ("record", "paragraph", "expected"),
    [
        ("en", "Una copia de este manual que no se puede hacer sin los medios que hay aquí", "es"),
        ("de", "One of these files may be used for the other, but not with all of its parts", "en"),
        ("it", "Seleziona uno strumento; clicca sull'immagine, trascina, rilascia il mouse", "it"),
        ("es", "Pulse aquí para mostrar capas, canales, rutas, guías en cualquier imagen", "es"),
    ],
)
def test_words_of_closed_classes_spare_the_model(
    record: str, paragraph: str, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles, prepositions and pronouns decide where they are many and agree."""
    monkeypatch.delattr(language, "_model")
    span = Span(0, len(paragraph))
    (found,) = language.of_paragraphs(paragraph.lower(), [span], language.Language(record, 1.0))

    assert found.code == expected


def test_words_shared_with_a_relative_decide_nothing() -> None:
    """A record in Galician is full of words of Portuguese and Spanish."""
    galician = "O concello da vila aprobou onte a reparación da ponte que está sobre o río"
    span = Span(0, len(galician))
    (found,) = language.of_paragraphs(galician.lower(), [span], language.Language("gl", 1.0))

    assert found.code == "gl"


def test_a_text_that_two_lists_of_words_prove_has_the_language_of_the_longer_list() -> None:
    """The order of a set, which differs from run to run, decided before."""
    french = "le la les des une est dans pour que qui sur avec pas plus au ce il se ne en du et un"
    spanish = "el los las una es en para que por con no más se su al lo como pero sus le ya"

    assert language.identify(f"{french} {spanish} {french}").code == "fr"


def test_a_sentence_left_in_another_language_is_found_inside_its_paragraph() -> None:
    """A book that is translated by half has both in one paragraph."""
    own = "El paquete trae dos guías para los que empiezan y una lista de los cambios. "
    foreign = "You should always use the latest version of the program that is in the archive."
    document = Document(Record("r", "r.txt", own + foreign, language="es"))

    assert document.sentence_language_at(3) == "es"
    assert document.language_at(len(own) + 3) == "es"
    assert document.sentence_language_at(len(own) + 3) == "en"


@pytest.mark.parametrize("code", ["es", "de", "sw"])
def test_a_sentence_of_few_words_has_the_language_of_its_paragraph(code: str) -> None:
    """Names and titles decide nothing."""
    document = Document(Record("r", "r.txt", "Lost in Lindholm. Ende. Fin.", language=code))

    assert document.sentence_language_at(4) == code


def test_a_language_that_the_model_does_not_know_is_unknown() -> None:
    """It always names one of its 176; words of no language get no other's checks."""
    syllables = ("ngo", "lwa", "tsi", "bvu", "kho", "mpe", "xhi", "dza")
    words = [
        syllables[number % 8] + syllables[number // 8 % 8] + syllables[(number * 5) % 8]
        for number in range(200)
    ]
    assert language.identify(" ".join(words)).code == language.UNKNOWN


def test_a_language_without_the_small_words_of_its_neighbour_is_not_taken_for_it() -> None:
    """Spanish nouns alone are what a text in a language like Spanish shows of it."""
    nouns = "camino puente vecino alcalde mercado iglesia noche ciudad plaza tierra".split()  # noqa: SIM905 - words
    text = " ".join(f"{noun}u{number % 7}ri" for number, noun in enumerate(nouns * 8))
    assert language.identify(text).code == language.UNKNOWN
