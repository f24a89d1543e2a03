"""The words of a document that its language does not know.

Work is done once a word form: what a corpus repeats costs one set lookup.
Names of accounts, addresses, code, camel case and hyphenated words are not
judged here.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.morphology import built
from textassay.checks.typos.spelling import accented
from textassay.checks.typos.vocabulary import (
    LISTED,
    LOWER,
    TITLE,
    Vocabulary,
    known_slip,
    vocabulary,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

SHORTEST = 3
LONGEST = 40  # letters; no word is longer, and the edits of a line without blanks fill the memory
LISTED_ZIPF = 2.0  # the lists of inflected forms hold typos too, but rare ones
OUTDONE = 0.5  # on the Zipf scale: three times as frequent
SHOUTED_TOGETHER = 3  # words in capitals, of five, that make a headline of it
CACHED_TYPES = 200_000  # word forms remembered a language: about 20 MB
_NOT_BEFORE = frozenset("@#_/\\&=%~+])")
_NOT_AFTER = frozenset("@_/\\=[(")
_APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}"
_MODIFIER = "\N{MODIFIER LETTER APOSTROPHE}"
_KNOWN: dict[str, set[str]] = {}
_STRANGE: dict[str, set[str]] = {}


@dataclass(frozen=True, slots=True)
class Unknown:
    """An occurrence of an unknown word; ``index`` is its place in ``document.words``.

    ``lowered`` is what to look up: lower case, no possessive ending. ``count``
    is how often the document has the form.
    """

    start: int
    end: int
    text: str
    lowered: str
    language: str
    index: int
    count: int

    @property
    def capitalised(self) -> bool:
        """The word has a capital first letter and a small one."""
        return self.text[0].isupper() and not self.shouted

    @property
    def shouted(self) -> bool:
        """The word is in capitals."""
        return self.text.isupper()


@lru_cache(maxsize=2)  # the checks of the class ask one after the other
def unknown_words(document: Document) -> tuple[Unknown, ...]:
    """Return the unknown words of a document in order."""
    language = document.language.code
    if vocabulary(language) is None:
        return ()
    unknown = _strange(document.vocabulary, language)
    return tuple(_occurrences(document, unknown)) if unknown else ()


def _strange(written: frozenset[str], language: str) -> frozenset[str]:
    """Return the words that the language does not know; each is judged once a run."""
    known, strange = _KNOWN.setdefault(language, set()), _STRANGE.setdefault(language, set())
    if len(known) > CACHED_TYPES or len(strange) > CACHED_TYPES:
        known.clear()
        strange.clear()
    unknown = written - known
    for word in unknown - strange:
        (known if _plain(word, language) else strange).add(word)
    return unknown & strange


def knows(words: Vocabulary, written: str) -> bool:
    """Tell whether the language has the word, inflected or derived or not."""
    lowered = written.lower()
    zipf, flags = words.entry(lowered)
    if flags & LOWER or (flags & TITLE and written[0] != lowered[0]):
        return True
    if flags & LISTED and zipf >= LISTED_ZIPF:
        return not (outdone(words, lowered, zipf) or known_slip(words.language, lowered))
    return built(words, lowered)


def outdone(words: Vocabulary, word: str, zipf: float) -> bool:
    """Tell whether a form with other diacritics is the one in use ("dias")."""
    return any(
        other_zipf >= zipf + OUTDONE and flags & LOWER
        for other in accented(word, words.language)
        for other_zipf, flags in (words.entry(other),)
    )


def _plain(word: str, language: str) -> bool:
    """Tell whether a word form is of no interest wherever it stands."""
    words = vocabulary(language)
    body = bare(word)
    if words is None or not SHORTEST <= len(body) <= LONGEST or not body.isalpha():
        return True
    if not body.isupper() and body[1:] != body[1:].lower():
        return True
    return knows(words, body)


def bare(word: str) -> str:
    """Return a word without its possessive ending or elided article."""
    if word.isalpha() and _MODIFIER not in word:
        return word
    if word[-2:].lower() == "'s" or word[-2:].lower() == "\N{RIGHT SINGLE QUOTATION MARK}s":
        return word[:-2]
    for mark in _APOSTROPHES:
        head, found, tail = word.rpartition(mark)
        if found and len(tail) >= SHORTEST and len(head) <= len("quell"):
            return tail
    return word


def _occurrences(document: Document, unknown: frozenset[str]) -> Iterator[Unknown]:
    text = document.text
    language = document.language.code
    places = [index for index, word in enumerate(document.words) if word in unknown]
    if not places:
        return
    counts = Counter(document.words[index] for index in places)
    mixed = any(found.code != language for found in document.paragraph_languages)
    for index in places:
        start, end = document.word_spans[index]
        if _inside_code(text, start, end):
            continue
        here = document.language_at(start) if mixed else language
        if here != language and _known_elsewhere(document.words[index], here):
            continue
        body = bare(document.words[index])
        start += document.words[index].index(body)
        count = counts[document.words[index]]
        yield Unknown(start, start + len(body), body, body.lower(), here, index, count)


def _known_elsewhere(word: str, language: str) -> bool:
    return vocabulary(language) is None or _plain(word, language)


def _inside_code(text: str, start: int, end: int) -> bool:
    """Tell whether the word is part of an address, a handle, a path or a number."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in _NOT_BEFORE or before.isdigit() or after in _NOT_AFTER or after.isdigit():
        return True
    if before == "." and start > 1 and not text[start - 2].isspace():
        return True
    return after == "." and text[end + 1 : end + 2].islower()


def shouting(document: Document, word: Unknown) -> bool:
    """Tell whether a word in capitals stands among words in capitals."""
    around = document.words[max(0, word.index - 2) : word.index + 3]
    return sum(piece.isupper() and len(piece) > 1 for piece in around) >= SHOUTED_TOGETHER
