"""Words hang together where a blank was lost."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.encoding.landmarks import landmarks
from textassay.checks.encoding.tail_words import JUDGED, SHORTEST_TAIL, glued_tails
from textassay.checks.encoding.technical import about_code, is_address, token_at
from textassay.checks.typos.vocabulary import LOWER, TITLE, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.vocabulary import Vocabulary
    from textassay.contract import Context
    from textassay.text.document import Document

_VARIABLE = lazy(r"\bvari(?:ab|\u00e1v)", re.IGNORECASE)
"""In English, French, German, Italian, Portuguese and Spanish, before the name of one."""
_PARTICLES = frozenset({"in", "on", "at", "by", "of", "or", "so", "to", "an", "auf", "aus"})
"""They end brands and buttons ("plugIn", "logOn")."""
COMMON = 3.5  # Zipf frequency of both halves; rarer ones make names ("openStreetMap")
KNOWN_NAME = 3.0  # Zipf frequency of a name that no dictionary has ("Putin")
OUTDONE = 1.0  # Zipf frequency from which the whole is a word, however it looks
_REACH = 40  # characters in which the word before a capital begins
SHORTEST = 3  # letters of a half that is no small word of the grammar


@cache
def _humps() -> re.Pattern[str]:
    # A capital inside of a word, after a small letter, a number or three capitals.
    small, capital = "a-z\u00df-\u00f6\u00f8-\u00ff", "A-Z\u00c0-\u00d6\u00d8-\u00de"
    return re.compile(
        rf"[{capital}](?=[{small}])(?:(?<=[{small}].)|(?<=[{capital}]{{4}}.)|(?<=\d\d.))"
    )


@cache
def _word() -> re.Pattern[bytes]:
    """Return the pattern of the shortest word that ends in a small one, in a narrow text."""
    return re.compile(rb"[a-z\xdf-\xff]{%d}" % (SHORTEST_TAIL + 1))


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{1,{_REACH}}}")


@cache
def _grammar(language: str) -> frozenset[str]:
    return frozenset(entries(__file__, f"small_words.{language}.txt"))


@cache
def _plain(language: str) -> frozenset[str]:
    return frozenset(entries(__file__, f"plain_words.{language}.txt"))


@check(
    code="ENC025",
    name="glued-words",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    fix="unsafe",
)
def glued_words(document: Document, _context: Context) -> Iterator[Hit]:
    """Words hang together where a blank was lost.

    ## What it finds
    A capital inside of a word where two words meet ("theUnited", "hoyEl",
    "WASHINGTONThe", "2019The"), and a word in small letters that ends in a
    small word of the grammar and is no word itself ("streetwhere").

    ## Why it matters
    A tag or a line break was dropped without a blank: both words are lost to
    every program that looks for them.

    ## How it decides
    Both halves must be common words of the language, one of them a small
    word of its grammar, or the second a name, and the whole no word at all.

    What misspelt-word takes for two words ("thetable") is a finding of this check, as a warning
    for the most part.

    ## Known mistakes
    Brands written in small letters with a capital inside.

    ## Options
    None.
    """
    text = document.text
    if not landmarks(document).humps and not _word().search(document.narrow):
        return  # another script, whose language need not be known
    words = vocabulary(document.language.code)
    if words is None:
        return
    for start, seam, end in glued_tails(text, document.narrow, words.language):
        if not _is_name(text, start, end) and document.language_at(start) == words.language:
            yield _hit(document, (start, seam, end), "a word that ends in another")
    places = [place for place in landmarks(document).humps if _humps().match(text, place)]
    found = [halves for place in places if (halves := _halves(words, text, place))]
    if not found:
        return
    times = Counter(_word_at(text, place) for place in places)
    for start, seam, end in found:
        if times[_word_at(text, seam)] > 1:
            continue  # what is written so twice is a name
        if _is_name(text, start, end) or document.language_at(seam) != words.language:
            continue
        yield _hit(document, (start, seam, end), "capital where two words meet")


def _halves(words: Vocabulary, text: str, seam: int) -> tuple[int, int, int] | None:
    """Return start, seam and end of two words that meet at a capital, or None."""
    right = _letters().match(text, seam)
    if right is None or right.end() - seam == _REACH:
        return None  # no word is as long
    start = _start(text, seam)
    if not _is_glued(words.language, text[start:seam], right.group()):
        return None
    return start, seam, right.end()


def _start(text: str, seam: int) -> int:
    """Return the start of the letters, or of the figures, before a seam."""
    figures = text[seam - 1].isdecimal()
    start = seam
    while start > max(0, seam - _REACH):
        char = text[start - 1]
        if not char.isalnum() or char.isdecimal() != figures:
            break
        start -= 1
    return start


def _hit(document: Document, places: tuple[int, int, int], rule: str) -> Hit:
    start, seam, end = places
    halves = [document.text[start:seam], document.text[seam:end]]
    return Hit(
        start,
        end,
        "Two words hang together.",
        evidence={"rule": rule, "halves": halves},
        suggestion=" ".join(halves),
        edits=(Edit(seam, seam, " "),),
        severity=Severity.INFO if about_code(document) else None,
    )


def _word_at(text: str, place: int) -> str:
    start, end = token_at(text, place, place)
    return text[start:end].strip("()[]\"'\u201c\u201d\u00ab\u00bb.,;:!?")


@lru_cache(maxsize=JUDGED)
def _is_glued(language: str, left: str, right: str) -> bool:
    words = vocabulary(language)
    small = _grammar(language)
    if words is None or words.zipf((left + right).lower()) >= OUTDONE:
        return False
    if not left.islower():  # "PeruThe", "WASHINGTONThe", "2019The"
        return right.lower() in small and len(right) > 1 and _stands_first(words, left)
    zipf, flags = words.entry(right.lower())
    name = not flags & LOWER and (bool(flags & TITLE) or zipf >= KNOWN_NAME)
    if left in small:
        strange = left in _plain(language)
        return name or (len(right) >= SHORTEST and (strange or _is_common(left, zipf)))
    if len(left) < SHORTEST or not words.valid(left) or words.zipf(left) < COMMON:
        return False
    if name:
        return len(right) >= SHORTEST
    return right.lower() in small and right.lower() not in _PARTICLES and len(right) > 1


def _is_common(left: str, zipf: float) -> bool:
    return len(left) >= SHORTEST and zipf >= COMMON


def _stands_first(words: Vocabulary, left: str) -> bool:
    """Tell whether a capitalised word, capitals or a year may end a sentence."""
    if left.isdigit():
        return len(left) == len("2019")
    return len(left) > SHORTEST and words.entry(left.lower())[0] >= COMMON


def _is_name(text: str, start: int, end: int) -> bool:
    """Tell whether the token is an address, a tag or a name that a program gives."""
    first, last = token_at(text, start, end)
    if _VARIABLE.search(text, max(0, start - _REACH), start):
        return True
    domain = text[end : end + 1] == "." and text[end + 1 : end + 3].isalpha()
    return domain or is_address(text[first:last])


EXAMPLES = (
    Bad("He lives in theUnited States now.", span="theUnited", fix="the United", language="en"),
    Bad("Llega hoyEl presidente a la capital.", span="hoyEl", fix="hoy El", language="es"),
    Good("He reads elDiario.es on his iPhone and on YouTube.", language="en"),
)
