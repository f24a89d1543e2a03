"""Sentences as rows of words, and the attributions that grammar finds in them."""

from __future__ import annotations

from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING

from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.model import Span
    from textassay.text.document import Document

_WORD = lazy(r"([^\W_]+(?:['-][^\W_]+|[.,](?<=\d.)\d+)*)")  # "4,000" is one word


class Source(StrEnum):
    """What kind of source an attribution gives."""

    COLLECTIVE = "collective"  # experts say
    GROUP = "group"  # countries say: a whole population, nobody's statement
    ANONYMOUS = "anonymous"  # a senior official said
    DOCUMENT = "document"  # studies show
    OUTLET = "outlet"  # local media reported
    AUTHORITY = "authority"  # authorities said


class Attribution(NamedTuple):
    """A phrase that attributes an assertion: source and verb.

    ``form`` is "subject" (experts say), "shared" (experts disagree and say),
    "inverted" (say experts), "according" (according to experts) or "agent"
    (criticised by experts). ``head`` is the noun, lower-cased; ``definite``
    tells that it had a definite article.
    """

    start: int
    end: int
    source: Source
    form: str
    head: str
    definite: bool = False


class Phrase(NamedTuple):
    """A noun phrase: words ``[first, head]``, and how it is determined.

    ``determined`` is "bare", "quantifier", "indefinite", "definite" or
    "possessive".
    """

    first: int
    head: int
    determined: str
    plural: bool


def cut(folded: str, start: int, end: int) -> list[str]:
    """Return the words of a sentence at odd indices, and what stands between at even ones."""
    return _WORD.split(folded[start:end])


class Clause:
    """One sentence as words: lower-cased, with offsets and the gaps between."""

    __slots__ = ("document", "ends", "folded", "gaps", "starts", "text", "words")

    def __init__(self, document: Document, sentence: Span, pieces: list[str]) -> None:
        """Take the pieces that the sentence was cut into."""
        self.document = document
        self.text = document.text
        self.folded = document.folded
        self.gaps = pieces[::2]
        self.words = pieces[1::2]
        edges = list(accumulate(map(len, pieces), initial=sentence.start))
        self.starts = edges[1:-1:2]
        self.ends = edges[2::2]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def word(self, index: int) -> str:
        """Return a word, or "" outside of the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next, white space trimmed."""
        return self.gaps[max(index, -1) + 1].strip()

    def is_capitalised(self, index: int) -> bool:
        """Tell whether a word is written with a capital: "Apple", "eBay"."""
        if not 0 <= index < len(self.words):
            return False
        written = self.text[self.starts[index] : self.ends[index]]
        return written != written.lower()

    def is_quoted(self, index: int) -> bool:
        """Tell whether a word stands inside of a quotation."""
        return self.document.quotation_at(self.starts[index]) is not None


def opens_subject(clause: Clause, first: int, last: int, coordinators: frozenset[str]) -> bool:
    """Tell whether the words behind the last of a few commas are a subject of their own.

    "People on board, the transport office said" speaks of the office; "people
    in Leeds, Bradford and York said" goes on with a list.
    """
    for index in range(last - 1, first - 1, -1):
        if clause.gap(index) == ",":
            return coordinators.isdisjoint(clause.words[index + 1 : last])
    return False
