"""Sentences are cut where they end and nowhere else."""

from __future__ import annotations

import pytest

from textassay.model import Span
from textassay.text.sentences import split

CASES = {
    "en": [
        "The author J. K. Rowling met Mr. Smith.|He left.",
        "George W. Bush won.|W. E. B. Du Bois wrote it.",
        "The U.S. Senate met at 5 p.m. on Monday.|It voted.",
        "He lives in the U.S.|The end is near.",
        "See No. 5, pp. 3-4 and Fig. 2 there.|It cost $3.50 or 1,000.5 yen.",
        "She said no.|He said yes.",
        "It is vitamin C.|The rest is gone.",
        "Dr. A. Example of Sample Inc. said so.",
        "“Stop!” he said.|“I will.”|She left.",
        "“Why?” John asked.|“No!” Ana M. Example said.|“Really?”|She left.|'When?'|Then he went.",
        "(It rained.)|[It snowed.]|Then it stopped.",
        "Wait... what?|I think so.|Well… maybe not.",
        "Yahoo! is back.|What?!|No.",
        "It is e.g. Tuesday, i.e. Market day.|So it goes.",
        "Jan. 5 was cold.|Feb. 6 was not.",
        "The Ph.D. student left.|Really?",
        "He was born in 1990.|Then he grew.",
        "Version 2.0 is out.|Get it at example.com today.",
    ],
    "es": [
        "EE. UU. anunció algo.|El Sr. Pérez vive en EE. UU.|El lunes llegó.",
        "Cuesta 1.500 euros, p. ej., o 2,5 dólares.|¿Qué?|¡No!|Sí.",
        "La Av. Juárez núm. 5 está lejos.|Fue en el s. XX.|Ya pasó.",
        "J. M. Ejemplo y la Sra. Muestra, etc., vinieron.|Él dijo que no.|Nada más.",
        "«Me voy.»|Y se fue.|—¡Vete! —dijo Juan.",
        "Vino el Dr. Ejemplo a las 5 p. m. del lunes.|¿Y luego?",
    ],
    "de": [
        "Am 3. Oktober feiern wir.|Das 20. Jahrhundert war lang.",
        "Er wurde 42.|Die Frau lachte.|Im Jahr 1990.|Oktober kam.",
        "Dr. h. c. Muster kam z. B. am Montag.|Er sagte: „Nein.“|Dann ging er.",
        "Das kostet ca. 5 Mio. Euro.|Oder mehr?",
    ],
    "fr": [
        "M. Dupont a dit non.|J.-C. Exemple est là.|« Oui. »|Il part.",
        "« Non ! » dit-il.|Mme. Exemple rit.|Vers 300 av. J.-C. on y vivait.",
    ],
    "it": ["Il sig. Rossi, ecc., arriva.|Nel IV secolo d.C. Roma cadde.|Perché?"],
    "pt": ["O Sr. Silva chegou.|A Dra. Exemplo, p. ex., não.|Foi em 300 a.C. que caiu."],
    "ja": ["今日は晴れです。|明日は雨でしょう！|「はい。」と言った。|彼は行った。"],
    "zh": ["他说：“好。”|然后走了。|真的吗？|是的。"],
    "hi": ["यह एक वाक्य है।|यह दूसरा है।"],
    "ar": ["هل هذا جيد؟|نعم هذا جيد.|شكرا."],
    "ru": ["А. С. Пример родился в г. Москва.|Да!|Нет."],
    "hy": ["Սա նախադասություն է։|Սա երկրորդն է։"],
}


@pytest.mark.parametrize(
    ("language", "marked"),
    [(language, case) for language, cases in CASES.items() for case in cases],
)
def test_sentences_come_back_as_they_were_joined(language: str, marked: str) -> None:
    """A bar shows each cut."""
    expected = marked.split("|")
    text = "".join(expected) if language in {"ja", "zh"} else " ".join(expected)
    found = [text[span.start : span.end] for span in split(text, [Span(0, len(text))], language)]

    assert expected == found


def test_no_sentence_crosses_a_paragraph() -> None:
    """Even without an end mark."""
    text = "A line without end\nanother one"
    found = list(split(text, [Span(0, 18), Span(19, len(text))], "en"))

    assert [Span(0, 18), Span(19, len(text))] == found


def test_white_space_around_a_sentence_is_left_out() -> None:
    """Spans begin and end at letters or marks."""
    text = "  One.   Two.  "

    assert [Span(2, 6), Span(9, 13)] == list(split(text, [Span(0, len(text))], "en"))


def test_an_empty_paragraph_has_no_sentence() -> None:
    """White space alone is none either."""
    assert list(split("   ", [Span(0, 3), Span(0, 0)], "en")) == []
