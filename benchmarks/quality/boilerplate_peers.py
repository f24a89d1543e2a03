"""The line rules of other tools, by their published definitions.

Each returns, for the lines of a record, which of them it would remove.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

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

Rule = Callable[[Sequence[str]], list[bool]]


def c4(lines: Sequence[str]) -> list[bool]:
    """C4 (Raffel et al. 2020, 2.2): no terminal mark, fewer than 3 words, policy strings."""
    return [_c4(line.strip(), C4_MARKS) for line in lines]


def c4_unicode(lines: Sequence[str]) -> list[bool]:
    """C4 with the end marks of other scripts and typographic quotes."""
    return [_c4(line.strip(), UNICODE_MARKS) for line in lines]


def policy_strings(lines: Sequence[str]) -> list[bool]:
    """Only the policy strings of C4 and NeMo Curator."""
    return [any(phrase in line.lower() for phrase in C4_STRINGS) for line in lines]


def refinedweb(lines: Sequence[str]) -> list[bool]:
    """RefinedWeb's line-wise corrections (Penedo et al. 2023, G.2): capitals, counters, stubs."""
    return [_refinedweb(line.strip()) for line in lines]


def short_unended(lines: Sequence[str]) -> list[bool]:
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


PEERS: dict[str, Rule] = {
    "C4 line rules": c4,
    "C4, unicode marks": c4_unicode,
    "RefinedWeb lines": refinedweb,
    "C4/NeMo policy strings": policy_strings,
    "short, unended": short_unended,
}
