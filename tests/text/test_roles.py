"""Every role by shape, place and neighbours, in several languages."""

from __future__ import annotations

import pytest

from textassay.model import Record
from textassay.text.document import Document
from textassay.text.lines import Role

BODY_EN = (
    "The council of the small town voted on Tuesday to repair the old bridge over the river, "
    "which had been closed since the spring floods."
)
BODY_ES = (
    "El concejo del pequeño pueblo votó el martes a favor de reparar el viejo puente sobre el "
    "río, cerrado desde las inundaciones de primavera."
)
BODY_DE = (
    "Der Rat der kleinen Stadt stimmte am Dienstag dafür, die alte Brücke über den Fluss zu "
    "reparieren, die seit dem Hochwasser gesperrt ist."
)
BODY_JA = "町議会は火曜日、春の洪水以来閉鎖されている川にかかる古い橋を修理することを決めた。" * 2
BODY_RU = (
    "Совет небольшого города во вторник проголосовал за ремонт старого моста через реку, "
    "закрытого после весеннего паводка прошлого года."
)


def roles(text: str) -> list[Role]:
    """Return the roles of the lines that hold text."""
    lines = Document(Record("r", "r.txt", text)).lines
    return [line.role for line in lines if line.role is not Role.BLANK]


def role_of(line: str, text: str) -> Role:
    """Return the role of one line of a text."""
    document = Document(Record("r", "r.txt", text))
    return document.line_at(text.index(line)).role


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Council votes to repair the old bridge", BODY_EN),
        ("Council Votes to Repair the Old Bridge", BODY_EN),
        ("COUNCIL VOTES TO REPAIR THE OLD BRIDGE", BODY_EN),
        ("El concejo vota la reparación del puente", BODY_ES),
        ("¿Quién pagará la reparación del puente?", BODY_ES),
        ("Stadtrat stimmt für neue Brücke", BODY_DE),
        ("Совет проголосовал за ремонт моста", BODY_RU),
        ("町議会が古い橋の修理を決定", BODY_JA),
        ("“We will rebuild it,” mayor promises", BODY_EN),
    ],
)
def test_the_first_phrase_before_text_is_the_title(title: str, body: str) -> None:
    """In any case style and script."""
    assert roles(f"{title}\n\n{body}\n\n{body}") == [Role.TITLE, Role.PARAGRAPH, Role.PARAGRAPH]


@pytest.mark.parametrize(
    "first",
    [
        "Monday, June 3, 2024",
        "miércoles, 17 de julio de 2024",
        "REGION | 21-03-2022 09:15",
        "5 April 2013 Last updated at 10:08 GMT",
        "Home > News > Europe",
        "By Ana Example",
        "Por Ana Ejemplo",
        "https://news.example/bridge",
        "LISBON (Example Wire) —",
    ],
)
def test_header_matter_is_never_the_title(first: str) -> None:
    """Dates, sections, authors and addresses stand before the title."""
    text = f"{first}\n\nCouncil votes to repair the bridge\n\n{BODY_EN}\n\n{BODY_EN}"

    assert role_of(first, text) is not Role.TITLE
    assert role_of("Council votes", text) is Role.TITLE


def test_a_record_that_begins_with_prose_has_no_title() -> None:
    """A sentence is no title even when it is short."""
    assert roles(f"It rained.\n{BODY_EN}") == [Role.PARAGRAPH, Role.PARAGRAPH]


def test_a_record_of_one_line_has_no_title() -> None:
    """Nothing follows that it could be the title of."""
    assert roles("Council votes to repair the bridge") == [Role.PARAGRAPH]


def test_a_phrase_below_the_title_is_its_deck() -> None:
    """Longer than a heading, no end mark, before the body."""
    deck = "Closed since the spring floods, the crossing is to open again before the winter"
    text = f"Council votes to repair the old bridge\n{deck}\n\n{BODY_EN}\n\n{BODY_EN}"

    assert role_of(deck, text) is Role.DECK


def test_a_lede_below_the_title_is_a_paragraph() -> None:
    """It ends as a sentence does."""
    lede = "The crossing is to open again before the winter, the mayor said on Tuesday."
    text = f"Council votes to repair the old bridge\n{lede}\n\n{BODY_EN}"

    assert role_of(lede, text) is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("heading", "body"),
    [
        ("What happens next", BODY_EN),
        ("What Happens Next", BODY_EN),
        ("WHAT HAPPENS NEXT", BODY_EN),
        ("Who will pay for it?", BODY_EN),
        ("1. Introduction", BODY_EN),
        ("¿Qué pasará ahora?", BODY_ES),
        ("«Un puente para todos»", BODY_ES),
        ("Wie es weitergeht", BODY_DE),
        ("Что будет дальше", BODY_RU),
        ("今後の予定", BODY_JA),
        ("Opening hours:", BODY_EN),
    ],
)
@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_short_phrase_before_text_is_a_heading(heading: str, body: str, blank: str) -> None:
    """With and without blank lines around."""
    text = blank.join([body, body, heading, body])

    assert role_of(heading, text) is Role.HEADING


@pytest.mark.parametrize(
    "line",
    [
        "He did not come back.",
        "and so it went on",
        "but the bridge, as everybody knew,",
        "https://news.example/next",
    ],
)
def test_a_short_line_that_is_no_phrase_is_no_heading(line: str) -> None:
    """Sentences, loose ends and addresses head nothing."""
    assert role_of(line, f"{BODY_EN}\n\n{BODY_EN}\n\n{line}\n\n{BODY_EN}") is Role.PARAGRAPH


def test_a_last_line_is_no_heading() -> None:
    """Nothing follows; a menu entry at the end stays open to other checks."""
    assert role_of("Related articles", f"{BODY_EN}\n\n{BODY_EN}\n\nRelated articles") is (
        Role.PARAGRAPH
    )


def test_a_long_line_in_capitals_is_no_heading() -> None:
    """It is the headline of another article more often."""
    line = "MINISTER TO VISIT THE VALLEY AGAIN AFTER THE SUMMER BREAK, PAPER SAYS"

    assert role_of(line, f"{BODY_EN}\n{line}\n{BODY_EN}") is Role.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "MOSCOW (Example Wire) –",
        "LONDON —",
        "Madrid, 12 de mayo de 2021",
        "Bonn, 11.10.2021",
        "LIMA (EFE).-",
        "PORT VILA, Vanuatu (AP) —",
    ],
)
def test_a_place_with_agency_or_date_is_a_dateline(line: str) -> None:
    """Alone on its line before the text."""
    text = f"Council votes to repair the old bridge\n\n{line}\n\n{BODY_EN}\n\n{BODY_EN}"

    assert role_of(line, text) is Role.DATELINE


@pytest.mark.parametrize("line", ["More in (in spanish)", "Monday, 3 May 2021", "And then -"])
def test_a_date_or_remark_is_no_dateline(line: str) -> None:
    """There is no place in it, or the parenthesis names no agency."""
    assert role_of(line, f"{BODY_EN}\n\n{line}\n\n{BODY_EN}") is not Role.DATELINE


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Example",
        "Foto: Agencia Ejemplo",
        "The bridge before the flood. (Photo by Ana Example/Getty Images)",
        "El puente antes de la crecida (Foto: archivo)",
        "The mayor, left, with engineers in this file photo from last year",
        "El alcalde (en la foto, a la izquierda) con los ingenieros",
        "Image credit: Example Studio",
        "Bild: Erika Beispiel",
    ],
)
def test_labels_and_credits_make_a_caption(line: str) -> None:
    """A label, a credit in the closing parenthesis, a phrase that points."""
    assert role_of(line, f"{BODY_EN}\n\n{line}\n\n{BODY_EN}") is Role.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "The picture: a town that has lost its only bridge is cut in two by the river.",
        "She travelled left-right politics aside and wrote a book about photography.",
    ],
)
def test_words_about_pictures_alone_make_no_caption(line: str) -> None:
    """Prose may speak of pictures."""
    assert role_of(line, f"{BODY_EN}\n\n{line}\n\n{BODY_EN}") is Role.PARAGRAPH


@pytest.mark.parametrize(
    "items",
    [
        "• 200 g of flour\n• two eggs\n• a pinch of salt",
        "- 200 g de harina\n- dos huevos\n- una pizca de sal",
        "* flour\n* eggs\n* salt",
        "– Mehl\n– Eier\n– Salz",
        "1. Beat the eggs.\n2. Add the flour.\n3. Bake for an hour.",
        "a) first choice\nb) second choice",
        "1) harina\n\n2) huevos\n\n3) sal",
    ],
)
def test_bullets_and_numbers_make_list_items(items: str) -> None:
    """A recipe, a list of steps, with and without blank lines."""
    found = roles(f"{BODY_EN}\n\n{items}\n\n{BODY_EN}")

    assert set(found[1:-1]) == {Role.LIST_ITEM}


@pytest.mark.parametrize(
    "line",
    [
        "— No vuelvo más — dijo ella.",
        "—¿Vienes mañana? —preguntó él.",
        "– Je ne reviens pas, dit-elle.",
        "1. Mai: Am Feiertag blieb die Brücke wieder geschlossen, weil Teile fehlten.",
        "I went home and slept for a day.",
    ],
)
def test_dialogue_and_ordinals_are_no_list_items(line: str) -> None:
    """A dash opens speech; a number alone begins a sentence."""
    assert role_of(line, f"{BODY_ES}\n{line}\n{BODY_ES}") is Role.PARAGRAPH


@pytest.mark.parametrize(
    "rows",
    [
        "1 Rovers 38 28 5 5 91\n2 United 38 26 7 5 85\n3 Athletic 38 24 3 11 75",
        "Team\tPlayed\tPoints\nRovers\t38\t91\nUnited\t38\t85",
        "| Name | Seat | Votes |\n| Ana | North | 120 |\n| Luis | South | 98 |",
        "Real Ejemplo 2-1 Atlético Muestra\nDeportivo Prueba 0-0 Sporting Caso",
        "Director: Ana Example\nRunning time: 95 minutes\nCast: Luis Sample",
        "Rovers: Smith; Jones, Brown, Taylor, Wilson; Evans, Thomas, Walker; White, Hall, Green",
        "Alineación: Pérez; Gómez, Ruiz, Díaz, Soto (Vega 72); Luna, Mora, Rey; Gil, Paz, Sanz.",
    ],
)
def test_tables_scores_and_line_ups_are_rows(rows: str) -> None:
    """League table, cells, scores, labelled values, teams."""
    found = roles(f"{BODY_EN}\n\n{rows}\n\n{BODY_EN}")

    assert set(found[1:-1]) == {Role.TABLE}


@pytest.mark.parametrize(
    "line",
    [
        "Rovers beat United 2-1 on Saturday and now lead the league by six points.",
        "He won in 2010, 2012, 2014 and 2018.",
        "Einige von ihnen, etwa Axa, Union, Caritas, Kiefer, Sebald, haben Neues gebaut.",
        "Ana, who is 34, Luis, who is 36, and their three children live near the bridge.",
    ],
)
def test_prose_with_figures_and_commas_is_no_table(line: str) -> None:
    """A sentence may hold a score, years or a few names."""
    assert role_of(line, f"{BODY_EN}\n\n{line}\n\n{BODY_EN}") is Role.PARAGRAPH


POEM = """The river came before the day,
it took the bridge, it took the hay,
and all the lanterns on the quay
went out like stars in rain

Oh sing the bridge we used to cross,
the miller's boat, the miller's loss,
the stones that never gather moss
will cross it once again"""


def test_short_lines_that_break_at_commas_are_verse() -> None:
    """Two stanzas of a song."""
    found = roles(f"{BODY_EN}\n\n{POEM}\n\n{BODY_EN}")

    assert set(found[1:-1]) == {Role.VERSE}


def test_a_refrain_is_verse_too() -> None:
    """The repeated line belongs to the form."""
    song = "Row the boat, my darling\nrow it to the shore,\nRow the boat, my darling\nrow once more"

    assert set(roles(f"{BODY_EN}\n\n{song}\n\n{BODY_EN}")[1:-1]) == {Role.VERSE}


@pytest.mark.parametrize(
    "block",
    [
        "Home\nWorld\nPolitics\nBusiness\nSports",
        "Mayor opens new school\nRain expected all week\nRovers win the cup again\nPrices rise",
        "Q: Will it rain?\nA: It may.\nQ: And tomorrow?\nA: Tomorrow it will be dry.",
        "def run(a, b):\n    x = a[0]\n    return x + b\nprint(run(1, 2))",
    ],
)
def test_menus_questions_and_code_are_no_verse(block: str) -> None:
    """Short lines alone do not make verse."""
    assert Role.VERSE not in roles(f"{BODY_EN}\n\n{block}\n\n{BODY_EN}")


def test_questions_and_answers_are_paragraphs() -> None:
    """An interview is running text."""
    text = (
        f"{BODY_EN}\n\nQ: Will the bridge open before the winter?\n\n"
        "A: It should, if the steel arrives in time.\n\n"
        f"Q: And who will pay for it?\n\nA: {BODY_EN}"
    )

    assert set(roles(text)) == {Role.PARAGRAPH}


@pytest.mark.parametrize(
    "line", ["— Ana Example", "By Ana Example", "Por Ana María de la Muestra", "Von Erika Beispiel"]
)
def test_a_name_behind_a_dash_or_by_is_a_signature(line: str) -> None:
    """At the end of the record."""
    assert role_of(line, f"{BODY_EN}\n\n{BODY_EN}\n\n{line}") is Role.SIGNATURE


def test_every_line_has_a_role_and_blank_lines_are_blank() -> None:
    """White space of any kind is blank."""
    document = Document(Record("r", "r.txt", "a\n\n \t\u00a0\nb\r\nc\rd"))

    assert [line.role is Role.BLANK for line in document.lines] == [
        False,
        True,
        True,
        False,
        False,
        False,
    ]
