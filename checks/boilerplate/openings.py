"""What the first words of a line can open: a quick way past the other lines.

Nine lines in ten of an article open with no phrase of page furniture. One
look at the first word tells; only then are the phrases compared.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.boilerplate import phrases
from textassay.checks.boilerplate.phrases import COPYRIGHT, QUESTION
from textassay.frozen import NamedTuple
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.phrases import Entry, Group

DECORATION = 16  # code points of bullets, emoji and blanks around the words of a line
LONGEST = 30  # code points: no phrase begins with a longer word
_WORD = lazy(r"[\w'&](?:[\w'&-]*[\w'&])?")

Opening = tuple[str, "Entry"]


class Index(NamedTuple):
    """The phrases of place head by their first word; ``labels`` are the first words of lines."""

    heads: dict[str, list[Group]]
    labels: frozenset[str]


@cache
def index(chosen: tuple[str, ...]) -> Index:
    """Return the index of some lexicons."""
    heads: defaultdict[str, list[Group]] = defaultdict(list)
    labels: set[str] = set()
    for language in chosen:
        for group in phrases.groups(language):
            if group.entry.place == "line":
                labels.add(group.first)
            elif group.entry.place == "head":
                heads[group.first].append(group)
    return Index(dict(heads), frozenset(labels))


@cache
def _with_first(word: str, chosen: tuple[str, ...]) -> list[Opening]:
    """Return the phrases that begin with a word."""
    return [
        (phrase.lstrip(QUESTION), group.entry)
        for group in index(chosen).heads.get(word, ())
        for phrase in group.phrases()
    ]


def first_word(folded: str) -> tuple[int, str]:
    """Return where the first word of a folded line stands behind marks, and the word.

    The word is empty where marks are all there is, or too many.
    """
    head = folded[:LONGEST].partition(" ")[0]
    if head.isalnum():
        return 0, head
    begin = 0
    if not folded[0].isalnum():
        head = folded[: DECORATION + 1]
        begin = next((at for at, char in enumerate(head) if char.isalnum()), -1)
    match = _WORD.match(folded, begin) if begin >= 0 else None
    return begin, match.group() if match else ""


def find(
    folded: str, begin: int, word: str, chosen: tuple[str, ...]
) -> Iterator[tuple[int, str, Entry]]:
    """Yield end, phrase and row of the phrases that open a folded line.

    Args:
        folded: The line.
        begin: Where its first word stands.
        word: That word.
        chosen: The lexicons, as of ``phrases.in_play``.
    """
    if begin and COPYRIGHT in folded[:begin]:
        for phrase, entry in _with_first(COPYRIGHT, chosen):
            yield begin, phrase, entry
    if word not in index(chosen).heads:
        return
    by_second = _by_second(word, chosen)
    following = _WORD.search(folded, begin + len(word))
    for second in ("", following.group()) if following else ("",):
        for phrase, entry in by_second.get(second, ()):
            if folded.startswith(phrase, begin):
                end = begin + len(phrase)
                if phrases.at_words(folded, begin, end):
                    yield end, phrase, entry
            elif phrase[-1] == ":" and _is_parted(folded, phrase[:-1], begin):
                yield begin + len(phrase) - 1, phrase, entry


@cache
def _by_second(word: str, chosen: tuple[str, ...]) -> dict[str, list[Opening]]:
    """Return the phrases that begin with a word by their second word, "" for none."""
    found: defaultdict[str, list[Opening]] = defaultdict(list)
    for phrase, entry in _with_first(word, chosen):
        second = phrase[len(word) + 1 :].partition(" ")[0]
        if not second.isalnum():
            following = _WORD.search(phrase, len(word))
            second = following.group() if following else ""
        found[second].append((phrase, entry))
    return dict(found)


def _is_parted(folded: str, phrase: str, begin: int) -> bool:
    """Tell whether a bar or a bracket stands for the colon: ``VIDEO | ...``, ``[VIDEO] ...``.

    More than one bar makes a menu.
    """
    if not folded.startswith(phrase, begin):
        return False
    rest = folded[begin + len(phrase) :].lstrip()
    return rest[:1] in BARS and " " in rest[1:].strip() and not BARS.intersection(rest[1:])


BARS = frozenset(
    "|]\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
)
