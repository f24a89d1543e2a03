"""The record, or a paragraph of it, stops in the middle of a sentence."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING

from textassay.checks.typos.known import UNKNOWN
from textassay.checks.typos.vocabulary import foreign
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.text.lexicon import entries
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.model import Span
    from textassay.text.document import Document

LONG = 60  # code points; shorter lines were headings, credits and list items
DEEPEST_INDENT = 80  # blanks and line breaks before a line that goes on
FEWEST_WORDS = 3
FOREIGN = 3.0  # Zipf of a word that is one elsewhere
FEWEST_ENDED = 4  # paragraphs with a mark, against one without
SENTENCES = 3  # fewer make no text of which half should end with a mark
_MARKS = frozenset(".!?\u2026:;")
_CLOSING = '"\u201d\u00bb)]'
_AFTER_MARK = "\"'\u2019\u201d\u00bb)]*_"
_SENTENCE = lazy(r"[^\W\d_][,.] ")
_PROSE = {Role.PARAGRAPH, Role.DATELINE}


@check(
    code="TYP013",
    name="unfinished-ending",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("de", "en", "es", "fr", "it", "pt"),
)
def unfinished_ending(document: Document, _context: Context) -> Iterator[Hit]:
    """The record, or a paragraph of it, stops in the middle of a sentence.

    ## What it finds
    A paragraph of prose that stops at a word that cannot end a sentence ("of
    the", "que", a comma): it is cut off. A last paragraph without a final mark.

    ## Why it matters
    Text was lost, or two sentences will be read as one.

    ## How it decides
    Only in texts whose other paragraphs end with a mark, and only in lines of
    prose of sixty characters and more; titles, headings, captions, lists,
    tables and verse are left alone. The last paragraph is a warning where it is cut
    off, ends in a piece of a word, or is the only one of five without a mark; it may then be
    shorter, if its last word cannot end a sentence.

    ## Known mistakes
    Captions and teasers that are taken for prose. Of 44 such ends inside of
    manuals nearly all stood before a list whose marks were lost.

    ## Options
    None.
    """
    prose = [span for span in document.paragraphs if _is_prose(document, span)]
    if document.paragraphs and _stops_short(document, document.paragraphs[-1]):
        prose.append(document.paragraphs[-1])
    bodies = [document.text[span.start : span.end].rstrip() for span in prose]
    ended = sum(map(_ended, bodies))
    if ended * 2 < len(prose) - 1 or len(document.sentences) < SENTENCES:
        return
    for span, body, following in zip_longest(prose, bodies, prose[1:]):
        if _ended(body):
            continue
        last = body.rsplit(maxsplit=1)[-1]
        word = last.removesuffix(",")
        if not word.isalpha() or last == body or _signs(body, word):
            continue
        if following and _runs_on(document.text, span.end, following.start):
            continue
        if document.text[span.end : span.end + DEEPEST_INDENT].lstrip()[:1].islower():
            continue  # a broken line goes on there
        language = document.language_at(span.start)
        unending = word in _unending(language)
        if following and not document.text[following.start].isupper():
            continue  # a quotation, a list or a formula follows
        cut = unending or (following is None and (body[-1] == "," or _is_piece(language, word)))
        if not cut and (following or not _SENTENCE.search(body)):
            continue  # a heading or a caption as often as not
        alone = following is None and FEWEST_ENDED <= ended == len(prose) - 1
        start = span.start + len(body) - len(last)
        yield Hit(
            start,
            span.start + len(body),
            "Cut off: the text stops in the middle of a sentence."
            if cut
            else "Missing full stop at the end of a paragraph, or cut off.",
            evidence={"rule": "no final mark", "cut": cut, "paragraphs with a mark": ended},
            suggestion=None if cut else f"{last}.",
            severity=Severity.WARNING if alone or (cut and not following) else Severity.INFO,
        )


def _signs(body: str, word: str) -> bool:
    """Tell whether the initials of the writer stand behind the last sentence."""
    initials = word.isupper() and len(word) <= INITIALS
    return initials and _ended(body.removesuffix(word).rstrip())


INITIALS = 3


def _is_piece(language: str, word: str) -> bool:
    """Tell whether a small word is none of the language, nor of another."""
    unknown = word.islower() and UNKNOWN.those(language, frozenset((word,)))
    return bool(unknown) and foreign(language, word) < FOREIGN


def _stops_short(document: Document, span: Span) -> bool:
    """Tell whether a paragraph too short to be judged ends in a word that cannot end one."""
    words = document.text[span.start : span.end].split()
    if len(span) >= LONG or len(words) < FEWEST_WORDS or not words[0].istitle():
        return False
    return words[-1] in _unending(document.language_at(span.start))


def _runs_on(text: str, end: int, start: int) -> bool:
    """Tell whether the next line goes on with the paragraph: elsewhere blank lines part them."""
    return text.count("\n", end, start) == 1 and "\n\n" in text


def _ended(body: str) -> bool:
    """Tell whether a paragraph ends with a mark, what closes one, or a figure."""
    final = body[-1:]
    if final.isdecimal() or final in _CLOSING:
        return True
    return body.rstrip(_AFTER_MARK)[-1:] in _MARKS


def _is_prose(document: Document, span: Span) -> bool:
    return len(span) >= LONG and document.line_at(span.start).role in _PROSE


@cache
def _unending(language: str) -> frozenset[str]:
    """Return the words of a language that cannot end a sentence."""
    return frozenset(
        entry.partition(" ")[2]
        for entry in entries(__file__, "unending.txt")
        if entry.startswith(f"{language} ")
    )


EXAMPLES = (
    Bad(
        "The council met on Monday evening in the old town hall of the city.\n"
        "It agreed on a plan for the bridge that will cost eleven million.\n"
        "The plan goes to the regional assembly in the first week of May.\n"
        "The opposition said that it would vote against the plan because of the",
        span="the",
        language="en",
    ),
    Good(
        "The council met on Monday evening in the old town hall of the city.\n"
        "It agreed on a plan for the bridge that will cost eleven million.\n"
        "The plan goes to the regional assembly in the first week of May.\n"
        "The opposition said that it would vote against the plan.",
        language="en",
    ),
)
