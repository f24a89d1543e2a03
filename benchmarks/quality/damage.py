"""Defects of words, dates and copies, put into clean text where a slip would put them."""

from __future__ import annotations

import random
import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING

from injection import Damaged, Injected, Injector

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = 14  # words of a sentence that is repeated
SMALL = r"[a-z\u00df-\u00f6\u00f8-\u00ff]"

DOUBLED = {
    "en": "the of in to and for with a",
    "es": "de la el en los con por una",
    "fr": "de la le les dans par une",
    "de": "der die und mit von ein",
    "it": "di la il con per una",
    "pt": "de para com uma por",
}
DETERMINERS = {
    "es": {"la": "el", "el": "la", "los": "las", "las": "los", "una": "un", "esta": "este"},
    "pt": {"a": "o", "uma": "um", "os": "as", "as": "os", "esta": "este"},
    "en": {"this": "these", "these": "this", "that": "those", "those": "that"},
}
CONFUSED = {
    "en": {"its": "it's", "their": "there", "than": "then", "your": "you're", "whose": "who's"},
    "es": {"hay": "ahi", "haber": "a ver", "hecho": "echo", "a ver": "haber"},
}
CONTEXT = {
    "es": {"est\u00e1": "esta", "est\u00e1n": "estan", "s\u00ed": "si", "m\u00e1s": "mas"},
    "pt": {"\u00e9": "e", "est\u00e1": "esta", "s\u00f3": "so"},
}
DAYS = {
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
}
MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
}


def replacing(pattern: str, make: Callable[[re.Match[str]], str | None]) -> Injector:
    """Return the injector that writes anew one match of a pattern."""
    compiled = re.compile(pattern)

    def inject(text: str, chance: random.Random) -> Injected | None:
        found = list(compiled.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        written = make(match)
        if written is None or written == match.group():
            return None
        start, end = match.span()
        return text[:start] + written + text[end:], start, start + max(1, len(written))

    return inject


def _slip(match: re.Match[str]) -> str:
    """Damage a word inside: a letter lost, doubled or swapped with the next."""
    word = match.group()
    chance = random.Random(word)  # noqa: S311 - repeatable, not secret
    place = chance.randrange(1, len(word) - 2)
    kind = chance.randrange(3)
    if kind == 0:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[:place] + word[place] + word[place:]
    return word[:place] + word[place + 1] + word[place] + word[place + 2 :]


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _swap(table: dict[str, str]) -> Injector:
    words = "|".join(map(re.escape, table))
    return replacing(rf"(?<= )(?:{words})(?= {SMALL})", lambda match: table[match.group()])


def words(language: str) -> dict[str, Injector]:
    """Return the injectors of the typo checks, by code."""
    doubled = "|".join(DOUBLED[language].split())
    made = {
        "TYP001": replacing(rf"(?<= ){SMALL}{{6,}}(?=[ ,.])", _slip),
        "TYP003": replacing(
            rf"(?<= ){SMALL}{{7,}}(?= )", lambda m: f"{m.group()[:4]}- {m.group()[4:]}"
        ),
        "TYP004": replacing(rf"(?<= )(?:{doubled}) (?={SMALL})", lambda m: 2 * m.group()),
        "TYP015": replacing(rf"(?<={SMALL}\. )[A-Z](?={SMALL})", lambda m: m.group().lower()),
        "TYP017": replacing(
            rf"(?<= ){SMALL}{{8,}}(?=[ ,.])", lambda m: f"{m.group()[:3]} {m.group()[3:]}"
        ),
    }
    if language in {"es", "pt", "fr", "it", "de"}:
        accent = r"(?<= )[a-z]*[\u00e0-\u00f6\u00f8-\u00fc][a-z]+(?=[ ,.])"
        made["TYP005"] = replacing(accent, lambda m: _bare(m.group()))
    if language in CONTEXT:
        made["TYP006"] = _swap(CONTEXT[language])
    if language in DETERMINERS:
        made["TYP007"] = _swap(DETERMINERS[language])
    if language in CONFUSED:
        made["TYP009"] = _swap(CONFUSED[language])
    if language == "en":
        made["TYP011"] = replacing(
            r"(?<= )an? (?=[b-df-hj-npr-tv-z][a-z]{3}|[aeio][a-z]{3})",
            lambda m: {"a ": "an ", "an ": "a "}[m.group()],
        )
    return made


def _long(day: date, name: str, language: str) -> str:
    month = MONTHS[language].split()[day.month - 1]
    if language == "en":
        return f"{name}, {month} {day.day}, {day.year}"
    return f"{name} {day.day} de {month} de {day.year}"


def dated(language: str, number: int) -> list[Damaged]:
    """Return sentences with a date, in every other one on a wrong day of the week."""
    lead = {
        "en": "The council met in the old town hall on ",
        "es": "El concejo se reuni\u00f3 en el ayuntamiento el ",
    }[language]
    made = []
    for place in range(number):
        day = date(1995, 1, 3) + timedelta(days=47 * place)
        wrong = place % 2
        written = _long(day, DAYS[language][(day.weekday() + 3 * wrong) % 7], language)
        span = ((len(lead), len(lead) + len(written)),) if wrong else ()
        made.append(Damaged(f"{lead}{written}.", span))
    return made


def altered(sentence: str, chance: random.Random) -> str:
    """Return a sentence without two of its inner words: nearly the same."""
    pieces = sentence.split(" ")
    for _ in range(2):
        del pieces[chance.randrange(1, len(pieces) - 1)]
    return " ".join(pieces)


def repeated(
    texts: list[list[str]],
    chance: random.Random,
    again: Callable[[str, random.Random], str] = lambda sentence, _: sentence,
) -> list[Damaged]:
    """Return records, in every other of which a long sentence comes again further down."""
    made = []
    for sentences in texts:
        long = [place for place, one in enumerate(sentences) if len(one.split()) >= LONG]
        if not long or chance.random() < 0.5:
            made.append(Damaged("\n".join(sentences), ()))
            continue
        place = chance.choice(long)
        at = chance.randrange(place + 1, len(sentences) + 1)
        rows = [*sentences[:at], again(sentences[place], chance), *sentences[at:]]
        start = sum(len(row) + 1 for row in rows[:at])
        made.append(Damaged("\n".join(rows), ((start, start + len(rows[at])),)))
    return made


def copied_records(texts: list[list[str]], chance: random.Random, *, kept: float) -> list[Damaged]:
    """Return a corpus in which every third record is followed by a copy of it.

    ``kept`` is the share of sentences that the copy keeps: 1 is a true copy.
    """
    made = []
    for place, sentences in enumerate(texts):
        made.append(Damaged("\n".join(sentences), ()))
        if place % 3 == 0:
            rows = [one for one in sentences if chance.random() < kept] or sentences
            text = "\n".join(rows)
            made.append(Damaged(text, ((0, len(text)),)))
    return made
