"""Lines that lead away from the article by their build, whatever the words of the site.

A label made of nothing but words that lead to other articles stands before a headline; a call
to the reader names a channel; a question offers its answers. Each site words them in its own way.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.company import site_words
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.layout import PROSE_WORDS
from textassay.checks.boilerplate.teasers import LOOSE_WORDS, TEASER_WORDS
from textassay.checks.boilerplate.weights import LONG_WORDS
from textassay.text import lexicon
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

LABEL = 45  # code points before the colon
LABEL_WORDS = (2, 6)  # labels of one word name things of the article, too
CALL_WORDS = 30
ANSWERS = 3
ANSWER_WORDS = 5
NOTICE_WORDS = 10
WAYS = 3
WAY_WORDS = 4
_PARTED = lazy(r"\s*[,|\u2022\u00b7]\s*|\s[/\u2013-]\s|;\s")
_WORD = lazy(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def count(tallies: list[Tally], first: int) -> None:
    """Count such lines, each by itself; those that titles may look like, behind the first prose."""
    for index, tally in enumerate(tallies):
        row = tally.row
        if row.words > LONG_WORDS or row.continues or not index:
            continue
        if not row.ended and row.words <= CALL_WORDS and _lists_ways_to_share(row):
            tally.add(Kind.SHARE, "ways to share")
        if not 0 <= first < index:
            continue
        if not row.ended or row.text[-1] == "?":
            colon = row.text.find(":", 0, LABEL)
            if colon > 0 and _leads_to_headline(row, colon):
                tally.add(Kind.RELATED, "label of pointing words", row.text[:colon])
        if row.words <= CALL_WORDS and (channel := _calls_to(row)):
            tally.add(Kind.SUBSCRIBE, "call with a channel", channel)
        if row.ended:
            continue
        if "?" in row.text and "/" in row.text and _offers_answers(row):
            tally.add(Kind.POLL, "question with its answers")
        if row.words <= NOTICE_WORDS and _announces_advert(row):
            tally.add(Kind.ADVERT, "goes on behind an advert")


def _leads_to_headline(row: Row, colon: int) -> bool:
    """Tell whether a label of pointing words stands before a headline."""
    label = _WORD.findall(row.folded, 0, colon)
    if not LABEL_WORDS[0] <= len(label) <= LABEL_WORDS[1]:
        return False
    known = pointing_words()
    classes = {known.get(word, "") for word in label}
    if "" in classes or not ("v" in classes or {"o", "n"} <= classes):
        return False
    rest = row.text[colon + 1 :].strip()
    words = rest.count(" ") + 1
    return TEASER_WORDS <= words <= LOOSE_WORDS + PROSE_WORDS and ("v" in classes or not rest[0].islower())


@cache
def pointing_words() -> Mapping[str, str]:
    """Return the words that lead to other articles, each with its class."""
    return dict(entry.split(" ") for entry in lexicon.entries(__file__, "pointing_words.txt"))


def _calls_to(row: Row) -> str:
    """Return the channel that a line calls its readers to, "" if it calls to none.

    Instructions are sentences; a site asks first, speaks of itself or writes no full stop.
    """
    words = _WORD.findall(row.folded)
    if not words or words[0] not in calls():
        return ""
    asks = "?" in row.text[:-1] or not site_words().difference(channels()).isdisjoint(words)
    if row.ended and not asks:
        return ""
    return next((word for word in words if word in channels()), "")


@cache
def calls() -> frozenset[str]:
    """Return the first words of calls to the reader."""
    return frozenset(lexicon.entries(__file__, "calls.txt"))


@cache
def channels() -> frozenset[str]:
    """Return the names of what a site reaches its readers by."""
    return frozenset(lexicon.entries(__file__, "channels.txt"))


def _offers_answers(row: Row) -> bool:
    """Tell whether short answers, parted by strokes, follow a question."""
    answers = row.folded.rpartition("?")[2].split(" / ")
    return len(answers) >= ANSWERS and all(
        answer.count(" ") < ANSWER_WORDS for answer in answers[:-1]
    )


def _lists_ways_to_share(row: Row) -> bool:
    """Tell whether a line lists networks and actions, three or more and nothing else."""
    label, colon, rest = row.folded.rpartition(":")
    ways = [_WORD.findall(way) for way in _PARTED.split(rest)]
    if len(ways) < WAYS or not all(way and len(way) <= WAY_WORDS for way in ways):
        return False
    known = share_words()
    if not all(any(word in known for word in way) for way in ways):
        return False
    does = any(known[word] == "a" for way in ways for word in way if word in known)
    return does or (colon == ":" and label.count(" ") < LABEL_WORDS[1])


@cache
def share_words() -> Mapping[str, str]:
    """Return the names of networks (n) and of what is done with a page (a)."""
    return dict(entry.split(" ") for entry in lexicon.entries(__file__, "share_words.txt"))


def _announces_advert(row: Row) -> bool:
    """Tell whether a line says that the article goes on behind an advert."""
    classes = {advert_words().get(word) for word in _WORD.findall(row.folded)}
    return {"advert", "behind", "on"} <= classes


@cache
def advert_words() -> Mapping[str, str]:
    """Return words of an advert, of what goes on, and of where it does."""
    return dict(entry.split(" ") for entry in lexicon.entries(__file__, "advert_words.txt"))
