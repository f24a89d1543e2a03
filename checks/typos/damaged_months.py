"""A word one letter from the name of a month, where a date has it: "el 6 de julo de 2018"."""

from __future__ import annotations

from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.forms import Question
from textassay.checks.typos.vocabulary import vocabulary
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

SHORTEST = 4  # letters
MONTHS = {
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre"),
        *("setiembre", "octubre", "noviembre", "diciembre"),
    ),
    "pt": (
        *("janeiro", "fevereiro", "mar\u00e7o", "abril", "maio", "junho", "julho", "agosto"),
        *("setembro", "outubro", "novembro", "dezembro"),
    ),
}
USUAL = 4.5  # Zipf from which the word itself may be meant: "el 4 de mayor peso"
LONGEST_DAY = 20  # code points
_DAY = lazy(
    r"(?:(el|del|al|este|dia|d\u00eda|o|no|do|ao|em|desde|hasta) )?(?<![\d.,])[1-3]?\d de $"
)
_YEAR = lazy(r" del? (?:19|20)\d\d\b")


def damaged_months(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of such words, with the month.

    An article stands before the day, or a year behind the word: "2 de mazo" may be anything.
    """
    language, folded = document.language.code, document.folded
    forms = _NEAR.those(language, document.vocabulary)
    for index in compress(count(), map(forms.__contains__, document.words) if forms else ()):
        start, end = document.word_spans[index]
        day = _DAY.search(folded, max(0, start - LONGEST_DAY), start)
        if day is None or not (day[1] or _YEAR.match(folded, end)):
            continue
        words = vocabulary(language)
        usual = words is not None and words.zipf(document.words[index].lower()) >= USUAL
        if not usual or _YEAR.match(folded, end):
            yield index, _month(language, document.words[index].lower()) or ""


def _month(language: str, word: str) -> str | None:
    """Return the month that a word is one letter away from."""
    from rapidfuzz.distance import OSA

    months = MONTHS.get(language, ())
    if len(word) < SHORTEST or word in months:
        return None
    return next((month for month in months if OSA.distance(word, month, score_cutoff=1) == 1), None)


_NEAR = Question(
    lambda language, word: word.isalpha() and _month(language, word.lower()) is not None
)
