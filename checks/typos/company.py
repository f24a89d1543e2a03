"""Whether an unknown word is of another language, told by its letters and its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.accents import accentable
from textassay.checks.typos.known import UNKNOWN
from textassay.checks.typos.prospects import PROMISING
from textassay.checks.typos.spelling import ALPHABETS
from textassay.checks.typos.vocabulary import LOWER, foreign, vocabulary

if TYPE_CHECKING:
    from textassay.checks.typos.unknown import Unknown
    from textassay.text.document import Document

FOREIGN_GAP, FOREIGN_COMPANY = 1.5, 2  # Zipf by which, and how many of four neighbours, are foreign
AROUND = 5  # words on either side
ODD_COMPANY, ODD_CAPITALS = 3, 1  # unknown forms around that make another language of it
GLOSS_REACH = 4  # code points: a quotation mark, a blank, a bracket and the first letter in it
LOAN = 3.5  # Zipf of an English word that other languages write without ado ("la directory")
LAST_LATIN = "\N{LATIN SMALL LETTER Z WITH SWASH TAIL}"
_APOSTROPHES = ("'", "\N{RIGHT SINGLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}")
_JOINTS = "'\N{RIGHT SINGLE QUOTATION MARK}-"


def among_foreign(document: Document, word: Unknown) -> bool:
    """Tell whether the words around are of another language: a title, a quotation."""
    words = vocabulary(word.language)
    around = [
        document.words[index].lower()
        for index in range(max(0, word.place - 2), min(len(document.words), word.place + 3))
        if index != word.place and document.words[index].islower()
    ]
    strange = (
        foreign(word.language, near) >= words.zipf(near) + FOREIGN_GAP for near in around if words
    )
    return sum(strange) >= FOREIGN_COMPANY


def spoken(document: Document, word: Unknown) -> bool:
    """Tell whether an English word is written as it is spoken: "livin'"."""
    words = vocabulary("en")
    if words is None or word.language != "en" or not word.lowered.endswith("in"):
        return False
    mark = document.text[word.end : word.end + 1] in _APOSTROPHES
    return mark and bool(words.flags(f"{word.lowered}g") & LOWER)


def is_foreign(document: Document, word: Unknown) -> bool:
    """Tell whether a word is likely of another language, or a term of a trade.

    It is frequent in English, has letters that its language lacks, another script
    beside it (a title with the same in kanji in brackets), or an unknown small word right
    beside it that is no slip either ("Arbeit macht frei").
    """
    behind = document.text[word.end : word.end + GLOSS_REACH]
    glossed = "(" in behind and any(char.isalpha() and char > LAST_LATIN for char in behind)
    strange = not set(word.lowered).issubset({*ALPHABETS[word.language], *_JOINTS})
    loan = _is_loan(word.language, word.lowered)
    return strange or glossed or loan or _beside_unknown(document, word)


def among_unknown(document: Document, word: Unknown) -> bool:
    """Tell whether several words around are unknown, too.

    So it is in verse of other times, in speech put down as it sounds, and in lists of
    functions; there words in capitals count.
    """
    alike = str.isupper if word.shouted else str.islower
    around = document.words[max(0, word.place - AROUND) : word.place + AROUND + 1]
    near = frozenset(form for form in around if alike(form) and form != word.text)
    unknown = UNKNOWN.those(word.language, near)
    return len(unknown) >= (ODD_CAPITALS if word.shouted else ODD_COMPANY)


def _beside_unknown(document: Document, word: Unknown) -> bool:
    words, spans = document.words, document.word_spans
    near = frozenset(
        words[first + (first == word.place)]
        for first in (word.place - 1, word.place)
        if first >= 0
        and first + 1 < len(words)
        and document.text[spans[first][1] : spans[first + 1][0]] == " "
    )
    unknown = UNKNOWN.those(word.language, frozenset(filter(str.islower, near)))
    slips = PROMISING.those(word.language, unknown) if unknown else unknown
    return any(
        not accentable(word.language, form) and not _is_loan(word.language, form)
        for form in unknown - slips
    )


def _is_loan(language: str, word: str) -> bool:
    """Tell whether an English word may stand in another language ("los logs")."""
    english = vocabulary("en")
    return language != "en" and english is not None and english.zipf(word) >= LOAN
