"""The line rules of other tools, by their published definitions, and jusText itself.

Each returns, for the lines of a record, which of them it would remove.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.util import find_spec

C4_MARKS = (".", "?", "!", '"')
C4_WORDS = 3
C4_STRINGS = (
    "javascript",
    "privacy policy",
    "terms of use",
    "use of cookies",
    "cookie policy",
    "uses cookies",
    "use cookies",
)
UNICODE_MARKS = (*C4_MARKS, *"\u201d\u2019\u00bb\u2026\u3002\uff1f\uff01\u061f')")
REFINEDWEB = re.compile(
    r"^\W*(?:\d+\W*(?:likes?|shares?|comments?|retweets?|reposts?|quotes?|bookmarks?|upvotes?"
    r"|downvotes?|views?|followers?))\W*$"
    r"|^(?:sign-in|sign in|log in|read more|read more\.{3}|items in cart)\b"
    r"|(?:read more|read more\.{3}|items in cart)$|^items in cart|see post$",
    re.IGNORECASE,
)
REFINEDWEB_WORDS = 10
SHORT_WORDS = 10

JUSTEXT_LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
}
CCNET_PAGES = 2
Rule = Callable[[Sequence[str], str], list[bool]]
"""Takes the lines of a record and its language."""


def c4(lines: Sequence[str], _language: str) -> list[bool]:
    """C4 (Raffel et al. 2020, 2.2): no terminal mark, fewer than 3 words, policy strings."""
    return [_c4(line.strip(), C4_MARKS) for line in lines]


def c4_unicode(lines: Sequence[str], _language: str) -> list[bool]:
    """C4 with the end marks of other scripts and typographic quotes."""
    return [_c4(line.strip(), UNICODE_MARKS) for line in lines]


def policy_strings(lines: Sequence[str], _language: str) -> list[bool]:
    """Only the policy strings of C4 and NeMo Curator."""
    return [any(phrase in line.lower() for phrase in C4_STRINGS) for line in lines]


def refinedweb(lines: Sequence[str], _language: str) -> list[bool]:
    """RefinedWeb's line-wise corrections (Penedo et al. 2023, G.2): capitals, counters, stubs."""
    return [_refinedweb(line.strip()) for line in lines]


def short_unended(lines: Sequence[str], _language: str) -> list[bool]:
    """A line of ten words or fewer that ends no sentence: the naive rule."""
    return [
        bool(line.strip())
        and len(line.split()) <= SHORT_WORDS
        and not line.strip().endswith(UNICODE_MARKS)
        for line in lines
    ]


def _c4(line: str, marks: tuple[str, ...]) -> bool:
    lowered = line.lower()
    return bool(line) and (
        not line.endswith(marks)
        or line.endswith("...")
        or len(line.split()) < C4_WORDS
        or any(phrase in lowered for phrase in C4_STRINGS)
    )


def _refinedweb(line: str) -> bool:
    letters = [char for char in line if char.isalpha()]
    capitals = sum(map(str.isupper, letters))
    return bool(line) and (
        capitals > len(letters) / 2
        or not letters
        or (len(line.split()) <= REFINEDWEB_WORDS and bool(REFINEDWEB.search(line)))
    )


def justext(lines: Sequence[str], language: str) -> list[bool]:
    """Decide as jusText does from length, stop words and neighbours; a line has no links."""
    from justext.core import classify_paragraphs, revise_paragraph_classification
    from justext.paragraph import Paragraph

    paragraphs = []
    for line in lines:
        if line.strip():
            paragraphs.append(Paragraph(_Path()))
            paragraphs[-1].append_text(line)
    classify_paragraphs(paragraphs, _stop_words(language))
    revise_paragraph_classification(paragraphs)
    removed = (paragraph.is_boilerplate for paragraph in paragraphs)
    return [bool(line.strip()) and next(removed) for line in lines]


class _Path:
    """Stands for the place of a paragraph in a page, which a line has none of."""

    dom = xpath = ""


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Return the stop words of a language; of English where jusText has none or it is unknown."""
    from justext import get_stoplist

    return frozenset(get_stoplist(JUSTEXT_LANGUAGES.get(language, "English")))


def ccnet(pages: Iterable[Iterable[str]]) -> Rule:
    """Return the rule of CCNet (Wenzek et al. 2020, 3.1) for a corpus of pages.

    A paragraph goes that another page has too, letter case, accents, digits and
    marks aside.
    """
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update({_normalized(line) for line in page})

    def repeated(lines: Sequence[str], _language: str) -> list[bool]:
        return [bool(line.strip()) and seen[_normalized(line)] >= CCNET_PAGES for line in lines]

    return repeated


def _normalized(line: str) -> str:
    plain = unicodedata.normalize("NFD", line.strip().lower())
    kept = (char for char in plain if unicodedata.category(char)[0] not in "MPS")
    return re.sub(r"\d", "0", "".join(kept))


PEERS: Mapping[str, Rule] = {
    "C4 line rules": c4,
    "C4, unicode marks": c4_unicode,
    "RefinedWeb lines": refinedweb,
    "C4/NeMo policy strings": policy_strings,
    "short, unended": short_unended,
    **({"jusText, no links": justext} if find_spec("justext") else {}),
}
