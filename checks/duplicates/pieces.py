"""The pieces of a record that can be repeated: its sentences, as words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text import plain
from textassay.text.document import once
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from textassay.text.document import Document

# Scripts written without blanks between words: one token a character.
_DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff"
)
# Marks that belong to the letter before them but are no word characters for `re`.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u09d7"
    "\u0a01-\u0a03\u0a3c-\u0a4d\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82"
    "\u0bbe-\u0bcd\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03"
    "\u0d3b-\u0d4d\u0d57\u0d82\u0d83\u0dca-\u0df3\u200c\u200d"
)
_PLAIN = lazy(r"[^\W_]+")
_MARKED = lazy(rf"[{_DENSE}][{_MARKS}]*|(?:[^\W_{_DENSE}]|[{_MARKS}])+")
_SPECIAL = lazy(rf"[{_DENSE}{_MARKS}]")
_MARK = lazy(rf"[{_MARKS}]")
_DENSE_LETTER = lazy(rf"[{_DENSE}]")
_NO_LETTERS = bytes(point for point in range(128) if not chr(point).isalpha())
_MACHINE = frozenset("|{}\\=<>_")  # marks of code, markup and tables
_ADDRESSES = ("http:", "https:", "www.")
LETTERS = 0.7  # share of letters among the marks of prose; tables and scores have fewer
LOWER = 0.3  # share of words in lower case: less in line-ups, score sheets, headlines
DENSE_CHARACTERS = 2.0  # characters of a dense script that weigh like one word


class Piece(NamedTuple):
    """A sentence with its folded words; ``whole`` where it fills its line."""

    start: int
    end: int
    words: list[str]
    whole: bool

    def as_written(self, document: Document) -> list[str]:
        """Return its words with their case."""
        return word_pattern(document).findall(document.text, self.start, self.end)

    def word_starts(self, document: Document) -> list[int]:
        """Return the offset of each of its words."""
        words = word_pattern(document).finditer(document.folded, self.start, self.end)
        return [match.start() for match in words]


@once
def word_pattern(document: Document) -> re.Pattern[str]:
    """Return the pattern of the words of a document, the quick one where it is right."""
    text = document.folded
    return _MARKED if not text.isascii() and _SPECIAL.search(text) else _PLAIN


_JOINED = frozenset({"m", "s", "t", "d", "ll", "re", "ve", "l", "j", "n", "c", "qu"})
"""What apostrophes leave of "I'm", "don't", "they've", "l'ami", "qu'il"."""


def size(words: list[str]) -> float:
    """Return the number of words, those of dense scripts by their characters.

    What an apostrophe joins is one word, by the rules of Unicode.
    """
    text = "".join(words)
    count = len(words) - sum(map(_JOINED.__contains__, words))
    if text.isascii():
        return float(count)
    dense = len(_DENSE_LETTER.findall(text))
    return count - dense + dense / DENSE_CHARACTERS


def is_dense(text: str) -> bool:
    """Tell whether the text has letters that need no blanks between words."""
    return not text.isascii() and _DENSE_LETTER.search(text) is not None


def may_be_dense(alphabet: AbstractSet[str]) -> bool:
    """Tell whether there are characters in which ``is_dense`` texts are written, marks aside."""
    return any(
        char >= "\u0e00" and not "\u1800" <= char < "\u3040"  # dashes, quotation marks, symbols
        for char in alphabet
    )


def is_prose(text: str) -> bool:
    """Tell whether a piece reads as prose, not as code, a table row or an address."""
    if not _MACHINE.isdisjoint(text) or any(address in text for address in _ADDRESSES):
        return False
    marks = "".join(text.split())
    if marks.isascii():
        letters = len(marks.encode().translate(None, _NO_LETTERS))
    else:
        letters = sum(map(str.isalpha, marks)) + len(_MARK.findall(marks))
    return letters >= LETTERS * len(marks)


def is_address(text: str) -> bool:
    """Tell whether a piece is nothing but an address of the web."""
    return text.startswith(_ADDRESSES) and len(text.split()) == 1


def is_running(words: Sequence[str]) -> bool:
    """Tell whether words read as running text, not as a row of names: some are in lower case.

    Where a script has no case, any words do.
    """
    cased = [word for word in words if word.lower() != word.upper()]
    lower = sum(word[0].islower() for word in cased)
    return not cased or lower >= LOWER * len(cased)


class Pieces:
    """The sentences of a record that hold a word, in order.

    ``words`` has the folded words of each; a ``Piece`` is made when it is
    asked for, since most sentences are looked at by their words only.
    """

    def __init__(self, document: Document) -> None:
        """Split the sentences into words."""
        folded = document.folded
        separated = plain.separated(folded)
        self._spans = [(span.start, span.end) for span in document.sentences]
        if separated is None:
            findall = word_pattern(document).findall
            split = [findall(folded, start, end) for start, end in self._spans]
        else:
            split = [separated[start:end].split() for start, end in self._spans]
        self._numbers: Sequence[int] = range(len(split))
        if not all(split):
            self._numbers = [number for number, words in enumerate(split) if words]
            split = list(filter(None, split))
        self.words = split
        self._ends = [paragraph.end for paragraph in document.paragraphs]
        self._made: dict[int, Piece] = {}

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.words)

    def __getitem__(self, index: int) -> Piece:
        """Return a piece."""
        made = self._made.get(index)
        if made is None:
            number = self._numbers[index]
            whole = self._is_whole(number)
            made = self._made[index] = Piece(*self._spans[number], self.words[index], whole)
        return made

    def _is_whole(self, number: int) -> bool:
        """Tell whether a sentence is alone in its paragraph."""
        spans = self._spans
        start = spans[number][0]
        if number and self._end(spans[number - 1][0]) > start:
            return False
        return number + 1 == len(spans) or spans[number + 1][0] >= self._end(start)

    def _end(self, offset: int) -> int:
        """Return where the paragraph of an offset ends."""
        return self._ends[bisect_right(self._ends, offset)]
