"""The words of a document that the language of their paragraph does not know."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.known import UNKNOWN, bare, capitalised
from textassay.checks.typos.vocabulary import LANGUAGES
from textassay.frozen import NamedTuple
from textassay.text.document import once
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Callable

    from textassay.checks.typos.forms import Question
    from textassay.text.document import Document

MOST_STRANGE = 0.3
"""The share of unknown small words above which a text is in another language or a list of
commands: Asturian taken for Spanish has .5, Scots for English .4, the strangest of 900 pages
of news .3, the median none."""
STRANGE_WORDS = 10  # one unknown word in so many, at the least, before the small ones are counted
SHORTEST_TOLD = 3  # letters; shorter words look alike in many languages
SMALLEST_SAMPLE, LARGEST_SAMPLE = 40, 200
SHOUTED_TOGETHER = 3  # words in capitals, of five, that make a headline of it
# Of 2,800 paragraphs in another language than their record, none had fewer unknown words than
# one in ten, of some six code points and a blank; half of the others have.
CODE_POINTS_PER_UNKNOWN = 80
_OPTION = lazy(r" -[A-Za-z](?![\w-])")
_ELIDING = frozenset({"fr", "it", "pt"})  # languages with "l'", "d'" before a noun
_APOSTROPHES = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")
_NOT_BEFORE = frozenset("@#_/\\&=%~+])")
_NOT_AFTER = frozenset("@_/\\=[(")


class Unknown(NamedTuple):
    """An occurrence of an unknown word; ``place`` is its index in ``document.words``.

    ``lowered`` is what to look up: lower case, no possessive ending. ``times``
    is how often the document has the form.
    """

    start: int
    end: int
    text: str
    lowered: str
    language: str
    place: int
    times: int

    @property
    def capitalised(self) -> bool:
        """The word has a capital first letter and a small one."""
        return capitalised(self.text)

    @property
    def shouted(self) -> bool:
        """The word is in capitals."""
        return self.text.isupper()


def unknown_words(
    document: Document,
    question: Question | None = None,
    worth: Callable[[Document, Unknown], bool] | None = None,
) -> list[Unknown]:
    """Return the unknown words of a document in order.

    Args:
        document: The document.
        question: Leaves out the forms, as written, of which the answer is no.
        worth: Leaves out forms with no occurrence, outside of code, of which it is so.
    """
    return _unknowns(document).words(question, worth)


def _is_another_tongue(words: list[str], unknown: frozenset[str]) -> bool:
    """Tell whether so many small words are unknown that none of them is a slip."""
    sample = [word for word in words if len(word) >= SHORTEST_TOLD and word.islower()]
    sample = sample[:: 1 + len(sample) // LARGEST_SAMPLE]
    strange = sum(map(unknown.__contains__, sample))
    return len(sample) >= SMALLEST_SAMPLE and strange > MOST_STRANGE * len(sample)


class _Unknowns:
    """The unknown forms of a document, each with its places, by language."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._made: dict[int, Unknown | None] = {}
        self._times: dict[str, int] = {}
        self._places: dict[str, dict[str, list[int]]] = {}
        if document.language.code in LANGUAGES:
            unknown = UNKNOWN.those(document.language.code, document.vocabulary)
            words = document.words
            indexes = list(compress(count(), map(unknown.__contains__, words)))
            many = len(indexes) * STRANGE_WORDS >= len(words)
            self._collect([] if many and _is_another_tongue(words, unknown) else indexes)
        self._forms = {code: frozenset(table) for code, table in self._places.items()}

    def _collect(self, indexes: list[int]) -> None:
        words = self._document.words
        places: defaultdict[str, defaultdict[str, list[int]]]
        places = defaultdict(lambda: defaultdict(list))
        languages = _languages(self._document, indexes)
        for form, index, language in zip(
            map(words.__getitem__, indexes), indexes, languages, strict=True
        ):
            places[language][form].append(index)
        for table in places.values():
            for form, found in table.items():
                self._times[form] = self._times.get(form, 0) + len(found)
        self._places.update(places)
        for language in self._places.keys() - {self._document.language.code}:
            unknown = UNKNOWN.those(language, frozenset(places[language]))
            self._places[language] = {form: places[language][form] for form in unknown}

    def words(
        self, question: Question | None, worth: Callable[[Document, Unknown], bool] | None
    ) -> list[Unknown]:
        """Return the occurrences of the forms of which the answer is yes, in order."""
        found = [
            (index, language)
            for language, table in self._places.items()
            for form in (self._answered(question, language, worth) if question else table)
            for index in table[form]
        ]
        found.sort()
        return [word for place in found if (word := self._at(*place)) is not None]

    def _answered(
        self,
        question: Question,
        language: str,
        worth: Callable[[Document, Unknown], bool] | None,
    ) -> frozenset[str]:
        forms, table = self._forms[language], self._places[language]
        if worth is None:
            return question.those(language, forms)

        def somewhere(form: str) -> bool:
            for index in table[form]:
                word = self._at(index, language)
                if word is not None and worth(self._document, word):
                    return True
            return False

        return question.those(language, forms, somewhere)

    def coded(self, word: Unknown) -> bool:
        """Tell whether the form of an occurrence also stands in code or before an option."""
        text, spans = self._document.text, self._document.word_spans
        form = self._document.words[word.place]
        return any(
            _inside_code(text, *spans[index]) or _OPTION.match(text, spans[index][1])
            for table in self._places.values()
            for index in table.get(form, ())
        )

    def _at(self, index: int, language: str) -> Unknown | None:
        if index not in self._made:
            self._made[index] = self._make(index, language)
        return self._made[index]

    def _make(self, index: int, language: str) -> Unknown | None:
        written = self._document.words[index]
        start, end = self._document.word_spans[index]
        if _inside_code(self._document.text, start, end):
            return None
        body = bare(written)
        if not written.startswith(body) and language not in _ELIDING:
            return None  # "Ba'athist", and speech as it is heard: "a'body"
        if self._is_clipped(end):
            return None
        start += written.index(body)
        times = self._times[written]
        return Unknown(start, start + len(body), body, body.lower(), language, index, times)

    def _is_clipped(self, end: int) -> bool:
        """Tell whether an apostrophe stands for a lost ending: "goin' home"."""
        text = self._document.text
        if text[end : end + 1] not in _APOSTROPHES or text[end + 1 : end + 2].isalnum():
            return False
        return text[end - 1] not in "sS" and self._document.quotation_at(end - 1) is None


def named_in_code(document: Document, word: Unknown) -> bool:
    """Tell whether the document shows that a word is the name of a program ("chage -E")."""
    return _unknowns(document).coded(word)


@once
def _unknowns(document: Document) -> _Unknowns:
    return _Unknowns(document)


def _languages(document: Document, indexes: list[int]) -> list[str]:
    """Return the language of the paragraph of each of the unknown words."""
    begins = [paragraph.start for paragraph in document.paragraphs]
    starts = document.word_spans.starts if indexes else []
    numbers = [bisect_right(begins, starts[index]) - 1 for index in indexes]
    code = document.language.code
    asked = {
        number: document.language_at(begins[number])
        for number, unknown in Counter(numbers).items()
        if number >= 0 and unknown * CODE_POINTS_PER_UNKNOWN >= len(document.paragraphs[number])
    }
    return [asked.get(number, code) for number in numbers]


def _inside_code(text: str, start: int, end: int) -> bool:
    """Tell whether the word is part of an address, a handle, a path, a number or another word."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before in _NOT_BEFORE or before.isdigit() or after in _NOT_AFTER or after.isdigit():
        return True
    if before == "[" and text[start - 2 : start - 1].isalpha():
        return True  # what an editor added to a word: "bec[oming]"
    if before == "." and start > 1 and not text[start - 2].isspace():
        return True
    return after == "." and text[end + 1 : end + 2].islower()


def shouting(document: Document, word: Unknown) -> bool:
    """Tell whether a word in capitals stands among words in capitals."""
    around = document.words[max(0, word.place - 2) : word.place + 3]
    return sum(piece.isupper() and len(piece) > 1 for piece in around) >= SHOUTED_TOGETHER
