"""The article "a" stands before a vowel sound, or "an" before a consonant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.vocabulary import LOWER, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

COMMON = 2.5  # Zipf; rarer words are names and foreign words, whose sound is unknown
_ARTICLES = (  # where a sound may be wrong, beginning with letters that the engine can look for
    ("a", lazy(r"a (?<![\w'.&\])-]a )([aeiouh][a-z]{2,})(?![\w'@/-]|\.\w)")),
    ("an", lazy(r"an (?<![\w'.&\])-]an )([a-z]{3,})(?![\w'@/-]|\.\w)")),
)
_CONSONANT_SOUND = lazy(
    r"uni(?!n|m|dent|deal|ll|r|ss)|unani|us(?:a|e|i|u)|usb|eu|ew|one(?!r)|once|ubiq|ur(?:a|e|i)|ut(?:e|il|op)|ufo|"
    r"uk[aeiru]|ugand|uru|ouija|ural|uter|oui"
)
_VOWEL = lazy(r"[aeiouy]")
_VOWEL_SOUND = lazy(r"hono[ur]|honest|hour|heir|herb")
_LETTER_BEFORE = frozenset(
    {"above", "after", "again", "and", "are", "into", "is", "under", "until", "upon"}
)
_EITHER = lazy(
    r"his|hier|hotel|herb|hero|habit|hyst|hilar|hallu|hered|hypo|horr|unin|unim|ur[bdgn]"
)


@check(
    code="TYP011",
    name="wrong-article",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("en",),
    fix="unsafe",
)
def wrong_article(document: Document, _context: Context) -> Iterator[Hit]:
    """The article "a" stands before a vowel sound, or "an" before a consonant.

    ## What it finds
    "a error", "an police officer".

    ## Why it matters
    Often the trace of a word that was replaced without reading the sentence.

    ## How it decides
    By the first sound of the next word where spelling settles it: dictionary
    words in small letters, no abbreviation, with the classes of exceptions
    ("a university", "an hour") and of words that go both ways ("an historic").

    ## Known mistakes
    "a" as a grade, a variable or a letter before a vowel.

    ## Options
    None.
    """
    words = vocabulary("en")
    for article, match in _articles(document.folded):
        word = match.group(1)
        start, end = match.span()
        vowel = _vowel(word)
        if (
            vowel is None
            or vowel == (article == "an")
            or not document.text[match.start(1) : end].islower()
        ):
            continue
        zipf, flags = words.entry(word) if words else (0.0, 0)
        if not flags & LOWER or zipf < COMMON or document.language_at(start) != "en":
            continue
        if article == "a" and document.text[start] == "A" and not _opens(document.text, start):
            continue  # a grade, a blood group, a team
        written = document.text[start : start + 1] + ("n" if article == "a" else "")
        fixed = f"{written} {word}"
        yield Hit(
            start,
            end,
            f"Wrong article: {document.text[start:end]} should be {fixed}.",
            evidence={"rule": "the first sound of the next word", "word": word},
            suggestion=fixed,
            edits=(Edit(start, start + len(article), written),),
        )


def _articles(folded: str) -> Iterator[tuple[str, re.Match[str]]]:
    for article, pattern in _ARTICLES:
        for match in pattern.finditer(folded):
            yield article, match


def _vowel(word: str) -> bool | None:
    """Tell whether a word begins with a vowel sound, None where both are used."""
    if _EITHER.match(word) or word in _LETTER_BEFORE or not _VOWEL.search(word):
        return None
    if _VOWEL_SOUND.match(word):
        return True
    return word[0] in "aeiou" and not _CONSONANT_SOUND.match(word)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \"'\u201c")
    return not before or before[-1] in ".!?:\n"


EXAMPLES = (
    Bad("It was a error of the pilot.", span="a error", fix="an error", language="en"),
    Bad("He met an police officer.", span="an police", fix="a police", language="en"),
    Good("A university, an hour, a one-off, an MP and a European.", language="en"),
    Good("Vitamin A is good; an historic day.", language="en"),
)
