"""What shape, place and neighbours add to the cues of a line."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from textassay.checks.boilerplate import glued, teasers
from textassay.checks.boilerplate.kinds import Kind
from textassay.checks.boilerplate.layout import breaks_off
from textassay.checks.boilerplate.marks import HEADLINE_WORDS
from textassay.checks.boilerplate.stamps import fits_date
from textassay.checks.boilerplate.teasers import LOOSE_WORDS, TEASER_WORDS
from textassay.checks.boilerplate.weights import (
    ARRANGED,
    HEAD_KINDS,
    LONG_WORDS,
    PROMPTS,
    SURE,
    TITLE_KINDS,
)
from textassay.text import lexicon
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.boilerplate.layout import Row
    from textassay.checks.boilerplate.tally import Tally

_QUOTES = (
    "\"'\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
    "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
)


def count(tallies: list[Tally], prose: tuple[int, int]) -> None:
    """Count for the rows with a cue what their shape, place and neighbours add."""
    first, last = prose
    teasers.count_pointers(tallies, first)
    teasers.count_cut_off(tallies)
    if 0 <= last < len(tallies) - 1 and _is_initials(tallies[-1].row):
        tallies[-1].add(Kind.CREDIT, "initials of an agency")
    if not any(tally.cues for tally in tallies):
        return
    _spare_legal(tallies)
    copies = Counter(tally.row.folded for tally in tallies if not tally.row.ended)
    teasers.count_lists(tallies, first, last)
    _count_headlines(tallies, first, last)
    teasers.count_read_on(tallies, first)
    cued = [(index, tally) for index, tally in enumerate(tallies) if tally.cues]
    for index, tally in cued:
        repeated = copies[tally.row.folded] > 1
        for kind in _open_kinds(tally):
            cues = [*_shape(tally, kind), *_place(tally, kind, index, first, last)]
            for cue in [*cues, "repeated in the record"] if repeated else cues:
                tally.add(kind, cue)
        _count_prompts(tally)
        if {"weak opening", "mention"} <= tally.cues.get(Kind.SHARE, {}).keys():
            tally.add(Kind.SHARE, "names a network")
    _count_neighbours(cued)
    _count_runs(tallies, first, last)


def _count_neighbours(cued: list[tuple[int, Tally]]) -> None:
    """Count that a sure leftover is beside; the line below a title always belongs to the page."""
    sure = {index for index, tally in cued if tally.best() >= SURE}
    for index, tally in cued:
        if index - 1 in sure or index + 1 in sure:
            for kind in _open_kinds(tally):
                if "title" not in tally.cues[kind]:
                    tally.add(kind, "beside a leftover")


def _is_initials(row: Row) -> bool:
    return row.words == 1 and row.text.islower() and bool(_INITIALS.fullmatch(row.text))


def _count_prompts(tally: Tally) -> None:
    """Count that a line asks two things: by two phrases, as one may be of two kinds."""
    prompts = [kind for kind in tally.cues if kind in PROMPTS]
    phrases = {phrase for kind in prompts for phrase in tally.cues[kind].values() if phrase}
    asked = [one for one in phrases if not any(one != other and one in other for other in phrases)]
    if len(prompts) > 1 and len(asked) > 1 and tally.row.words > 1:
        for kind in prompts:
            tally.add(kind, "another prompt in the line")


def _open_kinds(tally: Tally) -> list[Kind]:
    """Return the kinds of a row that company may add to."""
    return [kind for kind, cues in tally.cues.items() if cues and ARRANGED.isdisjoint(cues)]


def _place(tally: Tally, kind: Kind, index: int, first: int, last: int) -> Iterator[str]:
    """Yield the cues of the row's place for a kind."""
    if (index == 0 or tally.row.role is Role.TITLE) and _may_open_a_title(tally, kind):
        yield "title"
    if index > last >= 0:
        if "dated way to the section" not in tally.cues[kind]:  # an event, as likely
            yield "header after the prose" if kind is Kind.HEADER else "after the prose"
    elif index < first <= last and kind in HEAD_KINDS:
        yield "before the prose"
    elif _is_lone_label(tally, kind) and first < index < last:
        yield "one word among prose"


def _may_open_a_title(tally: Tally, kind: Kind) -> bool:
    """Tell whether titles begin with such words too: no label, nor what only a site says."""
    return kind in TITLE_KINDS or (
        kind in ASKED and tally.cues[kind].keys().isdisjoint({*LABELS, "sure opening"})
    )


ASKED = frozenset({Kind.COMMENTS, Kind.SHARE})
"""Kinds whose openings are questions and calls, as titles may be."""


def _is_lone_label(tally: Tally, kind: Kind) -> bool:
    cues = tally.cues[kind]
    loading = kind is Kind.EMBED and tally.row.text.endswith(("...", "\N{HORIZONTAL ELLIPSIS}"))
    return (
        tally.row.words == 1
        and kind not in SPOKEN
        and not loading
        and not cues.keys().isdisjoint(LABELS)
    )


def _count_headlines(tallies: list[Tally], first: int, last: int) -> None:
    """Count for headlines in capitals between prose that what follows is foreign to them.

    A section heading names what the next lines tell; and a record with short
    headings in capitals has long ones too.
    """
    headlines = [index for index in range(first + 1, last) if _is_headline(tallies[index])]
    if not headlines or any(
        _is_heading_in_capitals(tally.row) for tally in tallies[first : last + 1]
    ):
        return
    foreign = [tallies[index] for index in headlines if _is_foreign(tallies, index)]
    for tally in foreign:
        tally.add(Kind.RELATED, "foreign to the next lines")
        if len(foreign) > 1:
            tally.add(Kind.RELATED, "not the only one")


def _is_headline(tally: Tally) -> bool:
    return "headline in capitals" in tally.cues.get(Kind.RELATED, ())


def _spare_legal(tallies: list[Tally]) -> None:
    """Leave passages in capitals, as lawyers write: their lines are no headlines.

    A sentence ends in one, or breaks off at a comma or a word in which no headline ends.
    """
    runs = groupby(tallies, _in_capitals) if any(map(_is_headline, tallies)) else ()
    for capitals, run in runs:
        passage = [*run] if capitals else []
        if any(tally.row.text[-1] == "." or breaks_off(tally.row.text) for tally in passage):
            for tally in filter(_is_headline, passage):
                del tally.cues[Kind.RELATED]["headline in capitals"]


def _in_capitals(tally: Tally) -> bool:
    return tally.row.words >= RUN and tally.row.text.isupper()


def _is_heading_in_capitals(row: Row) -> bool:
    return row.words < HEADLINE_WORDS and row.text.isupper() and len(row.text) >= HEADING_LENGTH


def _is_foreign(tallies: list[Tally], index: int) -> bool:
    words = set(_CONTENT_WORD.findall(tallies[index].row.folded))
    below = " ".join(tally.row.folded for tally in tallies[index + 1 : index + 1 + LINES_BELOW])
    return sum(word[:STEM] in below for word in words) <= SHARED * len(words)


_WORD = lazy(r"[^\W\d_]+")
_INITIALS = lazy(r"[a-z]{2,4}(?:[-/][a-z]{2,4}){1,4}")
_SPEECH = (
    "said|says?|told|tells|urged?|urges|advised?|asked?|argued?|warned|explained|according to"
    "|dijo|dice|dicen|seg\u00fan|explic\u00f3|asegur\u00f3|afirm\u00f3|se\u00f1al\u00f3|indic\u00f3"
    "|advirti\u00f3|record\u00f3|inform\u00f3|pidi\u00f3|promet\u00eda|dec\u00eda"
    "|disse|diz|segundo|afirmou|explicou|sagte|sagt|laut|so (?:der|die|das)|erkl\u00e4rte|teilte"
)
_REPORTED = lazy(
    f",[\"'\u2019\u201d\u00bb]? (?:[\\w'.-]+ ){{0,6}}?(?:{_SPEECH})\\b"
    f'|["\u2019\u201d\u00bb] (?:{_SPEECH})\\b'
)
_CONTENT_WORD = lazy(r"[^\W\d_]{5,}")
STEM = 5  # letters that inflected forms share
LINES_BELOW = 2
SHARED = 0.25  # teasers of the seeds share 0 and .14, section headings .4 and more
HEADING_LENGTH = 4


def _count_runs(tallies: list[Tally], first: int, last: int) -> None:
    """Count the short lines that stand together, one known leftover among them.

    Without the known one, half of such lines are content: lists, signatures.
    """
    if not 0 <= first <= last:
        return
    for begin, end in ((BELOW_TITLE, first), (last + 1, len(tallies))):
        loose = [tally for tally in tallies[begin:end] if _is_loose(tally.row)]
        sure = sum(tally.best() >= SURE for tally in loose)
        if sure and len(loose) >= RUN and len(loose) >= RUN_SHARE * (end - begin):
            known = sure >= max(KNOWN, KNOWN_SHARE * len(loose))
            for tally in loose:
                if not tally.cues:
                    _count_in_run(tally, after=begin > last, known=known)


def _count_in_run(tally: Tally, *, after: bool, known: bool) -> None:
    """Count a row of a run; before the prose a long one may be the title or the deck."""
    row = tally.row
    if row.words < TEASER_WORDS:
        tally.add(Kind.NAVIGATION, "in a run of short lines")
    elif after and not any(map(str.isdecimal, row.text)):  # figures: results, addresses
        cue = "headline in a run of leftovers" if known else "headline in a run of short lines"
        tally.add(Kind.RELATED, cue)
    elif after:
        tally.add(Kind.RELATED, "in a run of short lines")


def _is_loose(row: Row) -> bool:
    return (
        not row.ended
        and row.words <= LOOSE_WORDS
        and row.role not in ORDERED
        and row.text[-1] not in ",;"
        and not row.text[0].islower()
    )


RUN = 3  # short lines: fewer are a signature or a heading
RUN_SHARE = 0.7
KNOWN = 3
KNOWN_SHARE = 0.25
ARTICLE_WORDS = 250  # in one line: the whole text, with what was left over at its end
BELOW_TITLE = 2  # title and deck
ORDERED = frozenset({Role.TITLE, Role.DECK, Role.VERSE, Role.TABLE, Role.LIST_ITEM, Role.SIGNATURE})


def _length(row: Row, kind: Kind) -> Iterator[str]:
    """Yield the cue of a row that is longer than leftovers of its kind."""
    if row.words > ARTICLE_WORDS:
        yield "as long as an article"
    elif row.words > LONG_WORDS:
        yield "long line"
    elif kind is Kind.HEADER and not fits_date(row):
        yield "long for a header"


def _shape(tally: Tally, kind: Kind) -> Iterator[str]:
    """Yield the cues of the row's shape for a kind."""
    row, cues = tally.row, tally.cues[kind]
    if row.ornament and not BULLETS.issuperset(row.text[: row.ornament]):
        yield "ornament"
    if not cues.keys().isdisjoint(WHOLE):
        return
    yield from _length(row, kind)
    if row.text[0] in _QUOTES:
        yield "opens a quotation"
    if row.ended and kind in PROMPTS and _REPORTED.search(row.folded):
        yield "reported speech"
    if _tells_in_passing(row, cues):
        yield "a full sentence"
    elif (row.ended or row.prose) and not cues.keys().isdisjoint(PHRASES):
        yield from _sentence(row, kind, cues)
        if kind in PROMPTS and _speaks_for_the_site(row, cues):
            yield "speaks for the site"
    yield from _role(row, kind, cues)


def _tells_in_passing(row: Row, cues: dict[str, str]) -> bool:
    """Tell whether a paragraph of sentences, in brackets or cut off at its end, but mentions."""
    return not row.ended and cues.keys() <= MENTIONS and glued.after_prose(row, len(row.text)) > 0


def _role(row: Row, kind: Kind, cues: dict[str, str]) -> Iterator[str]:
    if row.role in HEADINGS and "opening" in cues and kind in HEADED:
        yield "heading"
    if row.role is Role.LIST_ITEM and "colon after the phrase" not in cues:
        yield "list item"
    if row.role in TABULAR and ("|" in row.text or not _is_stamp(kind, cues)):
        yield "verse or table"
    if kind is Kind.CAPTION and row.text[-1] == ":" and row.words >= SENTENCE_WORDS:
        yield "leads to what follows"


def _is_stamp(kind: Kind, cues: dict[str, str]) -> bool:
    """Tell whether a line is a date or a notice of rights, of which several look like verse."""
    return not STAMPS.isdisjoint(cues) or (kind is Kind.COPYRIGHT and "sure opening" in cues)


STAMPS = frozenset({"date and time line", "date line"})


def _speaks_for_the_site(row: Row, cues: dict[str, str]) -> bool:
    phrase = cues.get("sure opening") or cues.get("opening")
    if not phrase or row.words > PROMPT_WORDS:
        return False
    return not site_words().isdisjoint(_WORD.findall(row.folded.replace(phrase, "", 1)))


@cache
def site_words() -> frozenset[str]:
    """Return the words of a site that speaks of itself: "our", "here", "app"."""
    return frozenset(lexicon.entries(__file__, "site_words.txt"))


def _sentence(row: Row, kind: Kind, cues: dict[str, str]) -> Iterator[str]:
    """Yield what a row loses that is a sentence, or begins one, and opens with a phrase."""
    known = "sure opening" in cues or (kind is Kind.COPYRIGHT and "opening" in cues)
    sure = known and kind is not Kind.RELATED
    if row.prose and not (kind is Kind.RELATED and _is_labelled(cues)):
        yield "a full sentence, sure phrase" if sure else "a full sentence"
    elif row.words >= SENTENCE_WORDS and not sure and row.text[-1] in ".!":
        yield "a full sentence" if kind is Kind.HEADER else "a sentence"


def _is_labelled(cues: dict[str, str]) -> bool:
    """Tell whether words with a colon announce the sentence: ``READ ALSO: What is ...?``."""
    return "colon after the phrase" in cues and " " in cues.get("opening", "")


SENTENCE_WORDS = 5
PROMPT_WORDS = 20  # a longer sentence with "here" or "our" may be the article's
LABELS = frozenset({"label", "weak label"})
SPOKEN = frozenset({Kind.ADVERT, Kind.CREDIT, Kind.SHARE, Kind.SUBSCRIBE})
"""Kinds whose single words speak to the visitor or name an agency, as no heading does."""
BULLETS = frozenset("-*+# \t\N{BULLET}\N{MIDDLE DOT}\N{EN DASH}\N{EM DASH}")
PHRASES = frozenset({"sure opening", "opening", "weak opening", "ending", "weak ending", "mention"})
WHOLE = frozenset(
    {
        "label",
        "weak label",
        "in a thread of comments",
        "ways to share",
        "goes on behind an advert",
    }
)
MENTIONS = frozenset({"mention", "second mention", "ornament"})
HEADINGS = frozenset({Role.TITLE, Role.HEADING, Role.DECK})
HEADED = frozenset(Kind) - {
    Kind.ADVERT,
    Kind.CONSENT,
    Kind.CREDIT,
    Kind.EMBED,
    Kind.HEADER,
    Kind.NAVIGATION,
    Kind.SHARE,
    Kind.SUBSCRIBE,
}
"""Kinds whose openings also begin headings: none of the others did in 20 MB of manuals."""
TABULAR = frozenset({Role.VERSE, Role.TABLE})
