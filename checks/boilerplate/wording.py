"""Counts the phrases of the lexicons: labels, openings, endings, mentions."""

from __future__ import annotations

from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from textassay.checks.boilerplate import (
    glued,
    marks,
    mentions,
    openings,
    phrases,
    stamps,
    strengths,
)
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.tally import STRENGTHS
from textassay.checks.boilerplate.weights import LONG_WORDS
from textassay.checks.typos.technical import technical
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.mentions import Match
    from textassay.checks.boilerplate.phrases import Entry
    from textassay.checks.boilerplate.tally import Tally
    from textassay.text.document import Document


def count(document: Document, tallies: list[Tally]) -> None:
    """Count the phrases of the lexicons on the rows that hold them."""
    chosen = phrases.in_play(document)
    starts = [tally.row.start for tally in tallies]
    for match in mentions.find(document):
        index = bisect_right(starts, match.start) - 1
        if index >= 0 and match.end <= tallies[index].row.end:
            tally = tallies[index]
            if match.entry.place == "part" and match.entry.strength == "sure":
                _count_sentence(document, tally, match)
            else:
                _count_phrase(tally, match)
    known = openings.index(chosen)
    for tally in tallies:
        row = tally.row
        if row.continues:
            continue
        begin, word = openings.first_word(row.folded)
        if word in known.heads or begin:
            for end, phrase, entry in openings.find(row.folded, begin, word, chosen):
                _count_opening(tally, phrase, entry, end)
        if row.words <= LABEL_WORDS:
            named = word in known.labels or word[:1].isdecimal()
            _count_label(document, tally, chosen, named=named)


def _count_sentence(document: Document, tally: Tally, match: Match) -> None:
    """Count the sentence around a phrase that only a site says of itself; quoted, it is news."""
    row = tally.row
    if match.start < tally.glued or _is_quoted(document, match):
        return
    before, after = _sentence(row, match.start - row.start, match.end - row.start)
    lead = row.text[before - row.start : match.start - row.start]
    if match.entry.kind is Kind.COPYRIGHT and row.prose and any(map(str.isalnum, lead)):
        return  # a sentence about rights, no notice
    if before == row.start and after == row.end and row.words <= LONG_WORDS:
        tally.add(match.entry.kind, "sure mention", match.phrase)
    elif after - before <= SENTENCE_LENGTH:
        tally.add_part(before, after, match.entry.kind, "sure mention", match.phrase)
        tally.glued = after


def _sentence(row: Row, begin: int, end: int) -> tuple[int, int]:
    """Return the sentence of a row around a phrase; cut off where it is very long."""
    lead = max(0, begin - SENTENCE_LENGTH)
    stops = [stop.end() for stop in _STOP.finditer(row.text, lead, begin)]
    after = _STOP.search(row.text, end, end + SENTENCE_LENGTH)
    last = after.start() + 1 if after else min(len(row.text), end + SENTENCE_LENGTH + 1)
    return row.start + (stops[-1] if stops else lead), row.start + last


_STOP = lazy("[.!?\N{HORIZONTAL ELLIPSIS}](?:\\s+|$)")
SENTENCE_LENGTH = 300  # code points: a longer one holds more than the prompt


def _is_quoted(document: Document, match: Match) -> bool:
    found = document.quotations
    index = bisect_right(found, match.start, key=attrgetter("start"))
    return any(match.start < one.end for one in found[max(0, index - NESTED) : index])


NESTED = 3  # quotations inside one another
CODE = "`"
ADDRESSES = ("://", "::")  # of "file:": an address, a name in a program


def _count_opening(tally: Tally, phrase: str, entry: Entry, end: int) -> None:
    text = tally.row.text
    after = text[end : end + glued.REACH]
    colon = phrase[-1] == ":" or after.lstrip().startswith((":", "|", "  "))
    strength = strengths.strength(entry, after, phrase)
    if entry.kind is Kind.RELATED:
        if strengths.leads_to_manual(after):
            return
        if strength == "weak " and strengths.leads_to_address(after):
            return
        if not strength and colon and _opens_no_headline(text, end):
            strength = "weak "
    if _is_no_prompt(text[:end], phrase, entry, after=after, colon=colon):
        return
    if strength == "weak " and entry.kind is Kind.BYLINE and " " not in phrase:
        return  # "by" without a name
    tally.add(entry.kind, f"{strength}opening", phrase)
    if entry.kind is Kind.COMMENTS:  # a question may be the interviewer's
        return
    if strength == "weak " and entry.strength in strengths.SHOWN:
        tally.cues[entry.kind].pop("mention", None)  # the same words
    elif colon:
        tally.add(entry.kind, "colon after the phrase")


def _is_no_prompt(written: str, phrase: str, entry: Entry, *, after: str, colon: bool) -> bool:
    """Tell whether a phrase is a part of something else: an address, code, a name."""
    if entry.strength == "capitals" and not written.isupper():  # "file - a program that ..."
        return True
    if colon and " " not in phrase and written.islower():  # "watch: updated"
        return True
    return f"{phrase[-1]}{after}".startswith(ADDRESSES) or CODE in written + after[:1]


def _opens_no_headline(text: str, end: int) -> bool:
    """Tell whether a small letter or but a word or two follow a phrase in small letters.

    "See also: the index", "See also: Buffers".
    """
    after = text[end:].lstrip(" :|-")
    short = 0 < len(after.split()) < strengths.HEADLINE_WORDS
    return (after[:1].islower() or short) and not text[:end].isupper()


def _count_phrase(tally: Tally, match: Match) -> None:
    row, entry = tally.row, match.entry
    begin, end = match.start - row.start, match.end - row.start
    if entry.kind is Kind.CREDIT and row.words <= DATELINE_WORDS and _is_dateline(row.text):
        return
    if entry.place == "head":
        if begin > openings.DECORATION or any(map(str.isalnum, row.text[:begin])):
            glued.count(tally, match, begin, row.text[end : end + glued.REACH])
    elif entry.place == "tail":
        after = row.text[end : end + openings.DECORATION + 1]
        if len(after) <= openings.DECORATION and not any(map(str.isalnum, after)):
            _count_ending(tally, match, f"{strengths.strength(entry, after, match.phrase)}ending")
    elif match.start >= tally.mentioned.get(entry.kind, 0):
        _count_mention(tally, match)


def _is_dateline(text: str) -> bool:
    """Tell whether a row is what opens the story, alone: ``MADRID, 3 May (EUROPA PRESS) -``."""
    return text[-1] in DASHES and text.rstrip(DASHES + ". ").endswith(")")


DATELINE_WORDS = 10
DASHES = "-\N{EN DASH}\N{EM DASH}"


def _count_ending(tally: Tally, match: Match, cue: str) -> None:
    """Count the end of a row; what signs a paragraph is a part of it."""
    row, entry = tally.row, match.entry
    begin = match.start - row.start
    written = row.text[begin : match.end - row.start]
    if entry.strength == "capitals" and not written.isupper():
        return
    start = glued.after_prose(row, begin) if entry.kind in glued.SIGNING else 0
    if entry.kind is Kind.CREDIT and row.prose and not glued.is_stopped(row, begin):
        return  # "..., according to sources of the agency."
    if start:
        tally.add_part(row.start + start, row.end, entry.kind, cue, match.phrase)
    else:
        tally.add(entry.kind, cue, match.phrase)


def _count_mention(tally: Tally, match: Match) -> None:
    kind = match.entry.kind
    if kind is Kind.MEDIA:
        tally.add_part(match.start, match.end, kind, "pointer", match.phrase)
    else:
        tally.add(kind, "second mention" if kind in tally.mentioned else "mention", match.phrase)
    tally.mentioned = {**tally.mentioned, kind: match.end}


def _count_label(document: Document, tally: Tally, chosen: tuple[str, ...], *, named: bool) -> None:
    """Count a short row that is a label; ``named`` tells that its first word begins one."""
    row = tally.row
    if stamps.numbered(row.folded) or (row.text[0] == "#" and document.is_markdown):
        return
    found = phrases.label(row.folded, chosen) if named else None
    if found is None:
        _count_menu(tally, chosen, named=named)
        return
    phrase, entry = found
    if len(phrase) == 1:  # "X" is a network in a row of networks, alone a numeral
        return
    if "\t" in row.text and row.text[0].isdecimal():  # a row of a table: its cells are numbered
        return
    for opening in STRENGTHS["opening"]:
        tally.cues.get(entry.kind, {}).pop(f"{opening}opening", None)
    if entry.strength == "weak" and row.text.isupper() and technical(document):
        return  # "SEE ALSO" heads a section of a manual
    tally.add(entry.kind, "weak label" if entry.strength == "weak" else "label", phrase)
    tally.heads_list = entry.kind is Kind.RELATED
    strange = entry.language != document.language.code and entry.kind is not Kind.SHARE
    if " " not in phrase and strange:  # names of networks are those of every language
        tally.add(entry.kind, "word of another language")


LABEL_WORDS = 8


def _count_menu(tally: Tally, chosen: tuple[str, ...], *, named: bool) -> None:
    """Count a row of labels: a menu, the way to the page, names of networks."""
    row = tally.row
    parts = marks.segments(row)
    if not parts and named and not any(map(str.isdecimal, row.text)):  # "1024x768"
        words = row.folded.split()
        if len(words) > 1 and all(_is_share(phrases.label(word, chosen)) for word in words):
            tally.add(Kind.SHARE, "menu")
    if not parts:
        return
    known = [found[1] for part in parts if (found := phrases.label(part, chosen))]
    if sum(entry.kind is Kind.SHARE for entry in known) == len(parts):
        tally.add(Kind.SHARE, "menu")
    elif known:
        kind = Kind.HEADER if stamps.dated(row.folded) else Kind.NAVIGATION
        tally.add(kind, "menu" if 2 * len(known) > len(parts) else "part of a menu")


def _is_share(found: tuple[str, Entry] | None) -> bool:
    return found is not None and found[1].kind is Kind.SHARE
