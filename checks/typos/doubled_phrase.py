"""Two or three words that stand twice in a row: "para participar para participar"."""

from __future__ import annotations

from functools import cache
from itertools import compress, count
from operator import is_
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.sequence import lowered
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

LENGTHS = (2, 3)  # words; longer repeats are those of other checks
LONG = (
    4  # letters of a word that is none of grammar: "a la a la" and "de uno de uno" are slips, too
)


def doubled_phrases(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the place and the words of each phrase that stands twice.

    It begins with a preposition, an article or a possessive, and ends with none: "poco a poco a",
    "más y más y" and "de plus en plus en" are right.
    """
    small, openers = lowered(document), _openers(document.language.code)
    for length in LENGTHS:
        again = compress(count(), map(is_, small, small[length:]))  # one object for all of a form
        for index in again:
            if small[index] not in openers:
                continue
            phrase = small[index : index + length]
            stop = index + 2 * length
            if phrase != small[index + length : stop] or len(phrase[-1]) < LONG:
                continue
            follows = document.words[index + 1 : stop]
            series = phrase[-1:] == small[max(0, index - 1) : index]  # "hora por hora por hora"
            series = series or phrase[:1] == small[stop : stop + 1]
            together = side_by_side(document, index, stop - 1)
            if together and not series and all(map(str.islower, follows)):
                yield index, length


@cache
def _openers(language: str) -> frozenset[str]:
    """Return the words that begin such phrases."""
    rows = (entry.split() for entry in entries(__file__, "phrase_openers.txt"))
    return frozenset(word for code, *words in rows if code == language for word in words)
