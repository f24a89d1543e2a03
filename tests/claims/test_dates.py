"""Weekdays and impossible days, on every day of a long calendar, in five languages."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from textassay import registry
from textassay.engine.inspect import inspect
from textassay.model import Finding, Record
from textassay.text.document import Document

CHECKS = [check for check in registry.builtin() if check.code in {"CLM012", "CLM013"}]
DAYS = [date(1950, 1, 1) + timedelta(days=137 * step) for step in range(200)]
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
}
WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag",
    "pt": "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo",
}
FORMS = {
    "en": ("On {w}, {d} {m} {y} it rained.", "{w}, {m} {d}, {y}"),
    "es": ("El {w} {d} de {m} de {y} llovió.", "Llovió el {w}, {d} de {m} del {y}."),
    "fr": ("Il a plu le {w} {d} {m} {y}.", "{w} {d} {m} {y}"),
    "de": ("Am {w}, den {d}. {m} {y} regnete es.", "{w}, {d}. {m} {y}"),
    "pt": ("Choveu na {w}, {d} de {m} de {y}.", "{w}, dia {d} de {m} de {y}"),
}


def _texts(language: str, shift: int) -> Iterator[str]:
    months, weekdays = MONTHS[language].split(), WEEKDAYS[language].split()
    for number, day in enumerate(DAYS):
        form = FORMS[language][number % 2]
        weekday = weekdays[(day.weekday() + shift) % 7]
        yield form.format(w=weekday, d=day.day, m=months[day.month - 1], y=day.year)


def _judge(text: str, language: str) -> list[Finding]:
    record = Record(id="r", path="r.txt", text=text, language=language)
    return inspect(Document(record), CHECKS)


@pytest.mark.parametrize("language", sorted(FORMS))
def test_no_day_with_its_own_weekday_is_flagged(language: str) -> None:
    """Two hundred right dates a language, a thousand in all."""
    assert [text for text in _texts(language, 0) if _judge(text, language)] == []


@pytest.mark.parametrize("language", sorted(FORMS))
def test_every_day_with_another_weekday_is_flagged_and_set_right(language: str) -> None:
    """Two hundred wrong dates a language; the edit gives back the right text."""
    wrongs = [list(_texts(language, shift)) for shift in range(7)]
    for number, right in enumerate(wrongs[0]):
        wrong = wrongs[1 + number % 6][number]
        (finding,) = _judge(wrong, language)
        (edit,) = finding.edits
        fixed = wrong[: edit.start] + edit.replacement + wrong[edit.end :]

        assert finding.code == "CLM012"
        assert fixed == right


@pytest.mark.parametrize("language", sorted(FORMS))
def test_each_month_ends_where_the_calendar_ends_it(language: str) -> None:
    """The last day of each month passes, the next number does not."""
    lengths = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    for month, last in zip(MONTHS[language].split(), lengths, strict=True):
        of = " de " if language in {"es", "pt"} else ". " if language == "de" else " "
        assert _judge(f"x {last}{of}{month} 2024", language) == []
        assert [found.code for found in _judge(f"x {last + 1}{of}{month} 2024", language)] == [
            "CLM013"
        ]


@pytest.mark.parametrize("year", [1896, 1900, 1999, 2000, 2023, 2024])
def test_the_29th_of_february_needs_a_leap_year(year: int) -> None:
    """1900 was none, 2000 was one."""
    found = _judge(f"He was born on 29 February {year}.", "en")

    assert [finding.code for finding in found] == ([] if isleap(year) else ["CLM013"])
