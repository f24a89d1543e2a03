"""Technical text, where odd characters are right: addresses, names of files, code."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.text.document import once
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from textassay.text.document import Document

REACH = 200  # characters of a token each side of a place; a longer one is no word
ENOUGH_CODE_WORDS = 3  # occurrences that make a text talk about code; news has 0 or 1
_ADDRESS = lazy(
    r"://|www\.|@|\\|::|[_={}<>|~$#%^`]|^[\w.+-]+/|/[\w.-]+/|^\.\w|\.(?:com|org|net|html?|php)\b",
    re.IGNORECASE,
)


def token_at(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the run without white space around a span, cut at ``REACH``."""
    first, last = max(0, start - REACH), min(len(text), end + REACH)
    while start > first and not text[start - 1].isspace():
        start -= 1
    while end < last and not text[end].isspace():
        end += 1
    return start, end


def is_address(token: str) -> bool:
    """Tell whether a token looks like an address, a path, an option or code."""
    return _ADDRESS.search(token) is not None


@cache
def _code_words() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick, Implementation

    words = entries(__file__, "code_words.txt")
    return AhoCorasick(words, store_patterns=False, implementation=Implementation.DFA)


@once
def about_code(document: Document) -> bool:
    """Tell whether a document is about markup, programs or encodings."""
    return talks_about_code(document.folded)


def talks_about_code(folded: str) -> bool:
    """Tell whether a lower-cased text is about markup, programs or encodings."""
    last = found = 0
    places = _code_words().find_matches_as_indexes(folded, overlapping=True)
    for start, end in sorted(place[1:] for place in places):
        if start >= last and not _in_word(folded[start - 1 : start] + folded[end : end + 1]):
            last = end
            found += 1
            if found == ENOUGH_CODE_WORDS:
                return True
    return False


def _in_word(beside: str) -> bool:
    return any(char.isalnum() or char == "_" for char in beside)
