"""Lines that lead away from the article by their build, whatever the words of the site.

A label made of nothing but words that lead to other articles stands before a headline; a call
to the reader names a channel; a question offers its answers. Each site words them in its own way,
out of few kinds of words.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.layout import PROSE_WORDS
from textassay.checks.boilerplate.teasers import LOOSE_WORDS, TEASER_WORDS
from textassay.checks.boilerplate.weights import LONG_WORDS
from textassay.checks.typos.technical import technical
from textassay.text import lexicon
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally
    from textassay.text.document import Document

LABEL = 45  # code points before the colon
LABEL_WORDS = (2, 6)  # labels of one word name things of the article, too
CALL_WORDS = 30
ANSWERS = 3
ANSWER_WORDS = 5
NOTICE_WORDS = 10
WAYS = 3
WAY_WORDS = 5
NOTICE = ("advert", "behind", "on")
MANY = 2  # channels in a line that opens with no call
SUBJECT_WORDS = 5  # among which a disclaimer names what it is about
KICKER = 3  # rows after the title among which a line of sections stands
HOMES = frozenset({"home", "homepage", "inicio", "portada", "in\u00edcio", "startseite", "accueil"})
QUOTES = frozenset("\"'\u2018\u201c\u201e\u00ab")
_BETWEEN = lazy(r"\s*[,|\u2022\u00b7]\s*|\s[/\u2013-]\s|;\s")
_STEPS = lazy(r"\s?[>\u203a\u00bb]\s?")
_SECTIONS = lazy(r"\s[/|\u2022\u00b7\u2013\u2014>\u203a\u00bb-]\s")
_WORD = lazy(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_NAMED = lazy(
    r"(?:\S+ ){1,4}?[A-Z\u00c0-\u00dd]\S*(?: \S+){0,4} (?:"
    r"[Aa]pps?|[Nn]ewsletters?|[Cc]hannel|[Cc]anal)\b"
)  # "Download the WKRB News app", whatever follows
_PRICE = lazy(r"[$\u00a3\u20ac] ?\d|\d ?\u20ac")
_AD = lazy(
    r"[(\[](?:ad|advert|paid|promoted|sponsored|publi|publicidad|publicidade|patrocinad[oa]"
    r"|anuncio|an\u00fancio|anzeige|werbung|publicit\u00e9|pubblicit\u00e0)[)\]] "
)


def count(document: Document, tallies: list[Tally], first: int) -> None:
    """Count such lines, each by itself.

    Args:
        document: The record; in one about programs, instructions are no calls.
        tallies: The rows of a record.
        first: The index of its first row of prose; before it, titles and decks look alike.
    """
    _count_stacked(tallies)
    for index, tally in enumerate(tallies):
        row = tally.row
        if not index or row.words > LONG_WORDS or row.continues or row.text[0] in QUOTES:
            continue
        if index < first and _leads_here(row):
            tally.add(Kind.NAVIGATION, "menu")
        elif index <= KICKER and index < first and _is_kicker(row):
            tally.add(Kind.HEADER, "way to the section")
        if not row.ended and 1 < row.words <= CALL_WORDS and _lists_ways_to_share(row):
            tally.add(Kind.SHARE, "ways to share")
        if 0 <= first < index:
            for kind, cue in _asked(row):
                told = kind in tally.cues  # by a phrase
                if not told and (kind is not Kind.SUBSCRIBE or not technical(document)):
                    tally.add(kind, cue)


def _asked(row: Row) -> Iterator[tuple[Kind, str]]:
    """Yield kind and cue of what a row asks, offers or warns of."""
    if row.text[0] in "([" and _AD.match(row.folded):
        yield Kind.ADVERT, "mark of an advert"
    words = _WORD.findall(row.folded)
    if not words:
        return
    if not row.ended or row.text[-1] == "?":
        colon = row.text.find(":", 0, LABEL)
        if colon > 0 and _leads_to_headline(row, colon):
            yield Kind.RELATED, "label of pointing words"
        if row.words <= NOTICE_WORDS and all(_has(one, words) for one in NOTICE):
            yield Kind.ADVERT, "goes on behind an advert"
    if row.words <= CALL_WORDS and _calls(row, words):
        yield Kind.SUBSCRIBE, "call with a channel"
    if "?" in row.text and _is_poll(row):
        yield Kind.POLL, "question with its answers"
    if row.ended and _disclaims(words):
        yield Kind.DISCLAIMER, "disclaims liability"


def _leads_to_headline(row: Row, colon: int) -> bool:
    """Tell whether a label of pointing words stands before a headline.

    One word may be a name: "Also from the Dáil".
    """
    label = list(_WORD.finditer(row.folded, 0, colon))
    if not LABEL_WORDS[0] <= len(label) <= LABEL_WORDS[1]:
        return False
    words = [match.group() for match in label]
    strange = [match.start() for match in label if match.group() not in word_classes()]
    named = len(strange) == 1 and strange[0] > label[0].start() and row.text[strange[0]].isupper()
    others = _has("other", words)
    if strange and not (named and others):
        return False
    if not (_has("point", words) or (others and (named or _has("news", words)))):
        return False
    rest = row.text[colon + 1 :].strip()
    return (
        TEASER_WORDS <= rest.count(" ") + 1 <= LOOSE_WORDS + PROSE_WORDS and not rest[0].islower()
    )


def _calls(row: Row, words: list[str]) -> bool:
    """Tell whether a line calls its readers to a channel of the site, or for their money.

    Instructions are sentences; a site asks first, speaks of itself or writes no full stop.
    """
    calls = words[0] in of_class("call")
    channels = of_class("channel").intersection(words)
    if not calls and len(channels) < MANY:
        return False
    us = _has("us", words)
    if not calls:
        return us
    if not (channels or _has("price", words) or _PRICE.search(row.text)):
        return False
    asks = us or "?" in row.text[:-1]
    return asks or not row.ended or _NAMED.match(row.text) is not None


def _disclaims(words: list[str]) -> bool:
    """Tell whether a sentence begins with a piece of the site and says what it is not."""
    if not _has("piece", words[:SUBJECT_WORDS]):
        return False
    return _has("liable", words) and _has("not", words[1:])


def _is_poll(row: Row) -> bool:
    """Tell whether short answers, parted by strokes, or a word of polls follow a question."""
    rest = row.folded.rpartition("?")[2]
    if row.ended:
        return rest.count(" ") < ANSWER_WORDS and _has("poll", _WORD.findall(rest))
    answers = rest.split(" / ")
    return len(answers) >= ANSWERS and all(
        answer.count(" ") < ANSWER_WORDS for answer in answers[:-1]
    )


def _lists_ways_to_share(row: Row) -> bool:
    """Tell whether a line lists networks and actions, three or more and nothing else."""
    label, colon, rest = row.folded.rpartition(":")
    ways = _BETWEEN.split(rest)
    if len(ways) < WAYS:
        return False
    written = [_WORD.findall(way) for way in ways]
    if not all(way and len(way) <= WAY_WORDS for way in written):
        return False
    acts = [_has("action", way) for way in written]
    if not all(act or _has("network", way) for act, way in zip(acts, written, strict=True)):
        return False
    return any(acts) or (bool(colon) and label.count(" ") < LABEL_WORDS[1])


def _count_stacked(tallies: list[Tally]) -> None:
    """Count names of networks that stand on lines one below the other, and what leads to them."""
    begin = 0
    for shares, run in groupby(tallies, lambda tally: Kind.SHARE in tally.cues):
        stacked = list(run)
        above = tallies[begin - 1] if begin else None
        begin += len(stacked)
        if not shares:
            continue
        leads = above is not None and above.row.text[-1] == ":" and above.row.words <= CALL_WORDS
        if len(stacked) >= WAYS or (leads and len(stacked) > 1):
            for tally in stacked:
                tally.add(Kind.SHARE, "stacked with its like")
            if above is not None and leads:
                above.add(Kind.SHARE, "leads to ways to share")


def _leads_here(row: Row) -> bool:
    """Tell whether a line is the way to the page, from its home: "Home » Odd news"."""
    parts = _STEPS.split(row.folded)
    return len(parts) > 1 and parts[0] in HOMES


def _is_kicker(row: Row) -> bool:
    """Tell whether a line below the title is the way to its section: three parts or more."""
    parts = _SECTIONS.split(row.text)
    return (
        len(parts) >= WAYS
        and not row.ended
        and all(part.count(" ") < TEASER_WORDS and part[:1].isupper() for part in parts)
        and not any(map(str.isdecimal, "".join(parts[:-1])))
    )


def _has(wanted: str, words: Iterable[str]) -> bool:
    """Tell whether one of the words is of a class."""
    return not of_class(wanted).isdisjoint(words)


@cache
def of_class(wanted: str) -> frozenset[str]:
    """Return the words of a class."""
    return frozenset(word for word, classes in word_classes().items() if wanted in classes)


@cache
def word_classes() -> Mapping[str, frozenset[str]]:
    """Return the words of page furniture, each with its classes."""
    rows = (entry.split(" ") for entry in lexicon.entries(__file__, "word_classes.txt"))
    return {word: frozenset(classes) for word, *classes in rows}
