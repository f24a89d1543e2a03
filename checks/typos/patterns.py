"""Closed patterns of wrong words: a table, one line a pattern.

``lexicon/patterns.txt`` has ``CODE | language | trigger | pattern | replacement
| reason``. The pattern runs over the folded text (lower case, plain blanks and
apostrophes), only around its trigger, or one of several with a slash between, so
that each match must have one. The finding is group ``x``; a group
``small`` must be a small dictionary word. Text inside quotations is speech and
is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from textassay.checks.typos.spelling import same_case
from textassay.checks.typos.vocabulary import vocabulary
from textassay.contract import Edit, Hit
from textassay.frozen import NamedTuple
from textassay.model import NOTHING
from textassay.text.document import once
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ahocorasick_rs import AhoCorasick

    from textassay.text.document import Document


_LOOK = r"\(\?<[!=](?:\[(?:[^\]\\]|\\.)*\]|[^()\[\\]|\\.)*\)"
_LOOKS = lazy(rf"(?:\\b|{_LOOK}|\(\?:\^(?:\|{_LOOK})+\)|\(\?P<x>)*")
_WORDS = r"\(\?:([^()\[\]\\.?*+{}^$]+)\)"
_BEFORE = lazy(rf"{_WORDS}(?:\(\?: {_WORDS}\)\?)?$")  # the second may be left out
_ESCAPED = lazy(r"\\u([0-9a-f]{4})")
_PLAIN = "abcdefghijklmnopqrstuvwxyz "
_PIECES = lazy(r"\\.|\[(?:[^\]\\]|\\.)*\]|[()|]")
_LITERALS = lazy(r"\((?:\?:|\?P<\w+>)([a-z'|]+)\)(?![?*{])")
CODE = 6  # letters and digits of a code
FIRST_TEXTS = 12_000  # code points: building the automaton takes as long as searching so many
BEGINNING = 5  # code points: asking a set of those of the text saves four fifths of the searches
_read: Counter[str] = Counter()  # code points searched trigger by trigger, by language
REACH = 60  # code points around the trigger that a pattern may cover


class Pattern(NamedTuple):
    """A wrong sequence of words and what it should be."""

    trigger: str
    source: str
    replacement: str
    reason: str


@cache
def _rows(language: str) -> dict[str, dict[str, list[str]]]:
    """Return the lines of a language by code and trigger, in the order of the table, unread."""
    found: dict[str, dict[str, list[str]]] = {}
    mark = f" | {language} | "
    for line in entries(__file__, "patterns.txt"):
        if line.startswith(mark, CODE):
            code, _, triggers, rest = line.split(" | ", 3)
            for trigger in triggers.split("/"):
                row = f"{code}{mark}{trigger} | {rest}" if "/" in triggers else line
                found.setdefault(code, {}).setdefault(trigger, []).append(row)
    return found


@cache
def _pattern_of(line: str) -> Pattern:
    """Read a line of the table: of most the trigger is never met."""
    return Pattern(*line.split(" | ")[2:])


@cache
def _triggers(language: str) -> list[str]:
    """Return the triggers of a language."""
    return list(dict.fromkeys(chain.from_iterable(_rows(language).values())))


@cache
def _scanner(language: str) -> AhoCorasick:
    """Return what finds all triggers of a language in one pass."""
    from ahocorasick_rs import AhoCorasick, Implementation

    return AhoCorasick(_triggers(language), implementation=Implementation.DFA)


@once
def _places(document: Document) -> dict[str, list[int]]:
    """Return where the triggers of the document's language occur."""
    language = document.language.code
    folded = document.folded
    if not _rows(language):
        return {}
    if _read[language] + len(folded) <= FIRST_TEXTS:
        _read[language] += len(folded)
        return one_by_one(folded, language)
    _read[language] = FIRST_TEXTS
    return at_once(folded, language)


def one_by_one(folded: str, language: str) -> dict[str, list[int]]:
    """Return where the triggers occur; a single file is done before the automaton is built."""
    places: dict[str, list[int]] = {}
    begun = {folded[at : at + BEGINNING] for at in range(len(folded))}
    for trigger in _triggers(language):
        if trigger[:BEGINNING] not in begun and len(trigger) >= BEGINNING:
            continue
        start = folded.find(trigger)
        while start >= 0:
            places.setdefault(trigger, []).append(start)
            start = folded.find(trigger, start + 1)
    return places


def at_once(folded: str, language: str) -> dict[str, list[int]]:
    """Return where the triggers occur, found in one pass."""
    triggers = _triggers(language)
    places: dict[str, list[int]] = {}
    found = _scanner(language).find_matches_as_indexes(folded, overlapping=True)
    for index, start, _ in found:
        places.setdefault(triggers[index], []).append(start)
    return places


def matches(document: Document, code: str, message: str, *, quoted: bool = False) -> Iterator[Hit]:
    """Yield a hit for each pattern of the check that the document matches.

    Args:
        document: The document.
        code: The code of the check.
        message: The first words of the message, before the colon.
        quoted: Whether to judge quotations, too: for what only the typing gets wrong.
    """
    folded, text = document.folded, document.text
    places, rows = _places(document), _rows(document.language.code).get(code, NOTHING)
    met = sorted(line for trigger in places.keys() & rows.keys() for line in rows[trigger])
    seen: set[tuple[int, int]] = set()
    for rule in map(_pattern_of, met):
        for match in _near(rule, folded, places[rule.trigger]):
            start, end = match.span("x")
            if (start, end) in seen:
                continue
            if _names(text[start:end]) or (not quoted and document.quotation_at(start) is not None):
                continue
            if "small" in match.groupdict() and not _plain(document, match):
                continue
            if document.sentence_language_at(start) != document.language.code:
                continue
            meant = same_case(text[start:end], match.expand(rule.replacement))
            if not _known(document.language.code, meant):
                continue
            seen.add((start, end))
            yield Hit(
                start,
                end,
                f"{message}: {text[start:end]} should be {meant}.",
                evidence={"rule": rule.reason, "pattern": rule.source},
                suggestion=meant,
                edits=(Edit(start, end, meant),),
            )


_compiled: dict[str, re.Pattern[str]] = {}
"""The patterns whose words have been met: most never are."""
_tried: Counter[str] = Counter()  # places that were looked at before compiling a pattern
MOST_TRIED = 50  # places: compiling takes as long as looking for the words at so many


def _pattern(rule: Pattern, folded: str, places: Sequence[int]) -> re.Pattern[str] | None:
    """Return the pattern; not if it is not compiled and its words are not there to be matched."""
    pattern = _compiled.get(rule.source)
    if pattern is None:
        _tried[rule.source] += len(places)
        if _tried[rule.source] <= MOST_TRIED and not _may_match(rule, folded, places):
            return None
        pattern = _compiled[rule.source] = re.compile(rule.source)
    return pattern


def _may_match(rule: Pattern, folded: str, places: Sequence[int]) -> bool:
    """Tell whether a word of each group of words stands near a trigger."""
    wanted = needed(rule.source)
    if lead(rule) is not None and wanted and _follows(rule, wanted[0]):
        behind = tuple(wanted[0])
        return any(folded.startswith(behind, place + len(rule.trigger)) for place in places)
    words = rule.trigger.strip()
    own = next((at for at, group in enumerate(wanted) if any(words in word for word in group)), 0)
    for place in places:
        end = place + len(rule.trigger)
        before, near = (folded[max(0, place - REACH) : stop] for stop in (end, end + REACH))
        if all(
            any(word in (before if at < own else near) for word in group)
            for at, group in enumerate(wanted)
        ):
            return True
    return False


def _follows(rule: Pattern, words: list[str]) -> bool:
    """Tell whether the group of words comes right after the trigger."""
    written = "|".join(words)
    trigger = rule.trigger.lstrip()
    return any(
        f"{trigger}{opening}{written})" in rule.source
        for opening in ("(?P<x>(?P<s>", "(?P<x>", "(?:")
    )


MOST_JOINED = 8  # words: of more, looking for all pairs takes longer than compiling


@cache
def needed(source: str) -> list[list[str]]:
    """Return the groups of plain words of which a match has one each, with what stands before.

    Only groups that stand outside of others, or in ``x`` alone: they may not be left out.
    Two that follow each other are one: "he went" says more than "he".
    """
    groups: list[list[str]] = []
    closed = -1  # where the last of them ended
    opened: list[int] = []
    before: dict[int, str] = {}  # the plain letters and blanks before each group
    done = 0
    for piece in _PIECES.finditer(source):
        if piece.group() == "|" and all(source.startswith("(?P<x>(", at) for at in opened):
            return []
        if piece.group() == "(":
            opened.append(piece.start())
            literal = source[done : piece.start()]
            before[piece.start()] = literal[len(literal.rstrip(_PLAIN)) :]
        elif piece.group() == ")":
            start = opened.pop()
            words = _LITERALS.match(source, start)
            outer = all(source.startswith("(?P<x>(", at) for at in opened)
            if words and outer and "||" not in f"|{words[1]}|":
                found = [before[start] + word for word in words[1].split("|")]
                if start - closed == len(before[start]) and len(found) <= MOST_JOINED:
                    groups[-1] = [first + word for first in groups[-1] for word in found]
                else:
                    groups.append(found)
                closed = piece.end()
            if source.startswith("(?P<x>(", start) and source[piece.end() :][:1] in {*"?*{"}:
                return []
        done = piece.end()
    return groups


def _near(rule: Pattern, folded: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield the matches of a pattern around its triggers."""
    before, own = words_before(rule)
    if before:
        places = [place for place in places if folded.endswith(before, 0, place + own)]
    pattern, ahead = _pattern(rule, folded, places) if places else None, lead(rule)
    if pattern is None:
        return
    done = 0
    for place in places:
        stop = place + len(rule.trigger) + REACH
        if ahead is None:
            found: Iterable[re.Match[str]] = pattern.finditer(
                folded, max(done, place - REACH), stop
            )
        else:
            match = pattern.match(folded, place + ahead, stop) if place + ahead >= done else None
            found = (match,) if match else ()
        for match in found:
            done = match.end()
            yield match


@cache
def lead(rule: Pattern) -> int | None:
    """Return the blanks of the trigger before a pattern that begins with its letters, or None.

    Then it can match nowhere else. What looks back, and the opening of a group, takes no letter.
    """
    rest = _LOOKS.sub("", rule.source, count=1)
    letters, blank = rule.trigger.lstrip(), rest.startswith(" ") and rule.trigger.startswith(" ")
    if blank:
        rest = rest[1:].removeprefix("(?P<x>")
    written = rest.replace(")", "", 1)  # of the group that may be open
    if not written.startswith(letters) or not letters.replace(" ", "").isalpha():
        return None
    if written[len(letters) : len(letters) + 1] in set("?*+{|") or _alternates(rest):
        return None
    return len(rule.trigger) - len(letters) - blank


@cache
def words_before(rule: Pattern) -> tuple[tuple[str, ...], int]:
    """Return the words of which one stands right before the trigger, with the blank behind it.

    None where that is not told; and how many code points of the trigger are that blank.
    """
    letters = rule.trigger.lstrip()
    blank = len(rule.trigger) - len(letters)
    head, found, _ = rule.source.partition(f" (?P<x>{letters.rstrip()}")
    head = _ESCAPED.sub(lambda match: chr(int(match[1], 16)), head)
    groups = _BEFORE.search(head)
    whole = head.count("(") == head.count(")") and not _alternates(rule.source)
    if not found or groups is None or not whole:
        return (), blank
    words = "|".join(filter(None, groups.groups())).split("|")
    return tuple(f"{word} " for word in words), blank


def _alternates(source: str) -> bool:
    """Tell whether a bar stands outside of all groups that are opened here."""
    depth = outer = 0
    for piece in _PIECES.finditer(source):
        depth += (piece.group() == "(") - (piece.group() == ")")
        outer = min(outer, depth)
        if piece.group() == "|" and depth == outer:
            return True
    return False


def _known(language: str, meant: str) -> bool:
    """Tell whether a suggestion of one word exists: "ha menester" is no form of a verb."""
    words = vocabulary(language)
    return words is None or not meant.isalpha() or words.flags(meant.lower()) != 0


def _plain(document: Document, match: re.Match[str]) -> bool:
    """Tell whether the words of a match are small dictionary words: no name, no command."""
    words = vocabulary(document.language.code)
    following = document.text[slice(*match.span("small"))]
    small = document.text[slice(*match.span("x"))].islower() and following.islower()
    return small and words is not None and words.valid(following)


def _names(written: str) -> bool:
    """Tell whether a word after the first has a capital: a name or a title."""
    return any(word[:1].isupper() for word in written.split()[1:])
