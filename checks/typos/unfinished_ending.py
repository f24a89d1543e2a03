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
_OPENED = "\"'\u2018\u201c(["
_AFTER_MARK = "\"'\u2019\u201d\u00bb)]*_"
_FIGURE = lazy(r"\s[A-Za-z]+ [$\u00a3\u20ac]?\d(?:[\d.,]*\d)?%?$")
_OPENERS = frozenset(
    {"A", "An", "At", "But", "He", "I", "In", "It", "On", "She", "The", "They", "This", "We"}
)
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
    off, ends in a piece of a word, or is the only one of five without a mark, be it that it
    ends with a figure. A shorter one must end so that no sentence can, or begin as a
    sentence does ("He gave no det").

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
    if bodies and _stops_at_figure(bodies[-1]) and prose[-1] == document.paragraphs[-1]:
        ended -= 1
    if ended * 2 < len(prose) - 1 or len(document.sentences) < SENTENCES:
        return
    for span, body, following in zip_longest(prose, bodies, prose[1:]):
        last = body.rsplit(maxsplit=1)[-1]
        word = last.removesuffix(",").lstrip(_OPENED)
        alone = following is None and FEWEST_ENDED <= ended == len(prose) - 1
        if _ended(body) and not (alone and _stops_at_figure(body)):
            continue
        if not _wordlike(word, body) or last == body or _signs(body, word):
            continue
        if _goes_on(document.text, span, following):
            continue
        language = document.language_at(span.start)
        cut = word in _unending(language) or (
            following is None and (body[-1] == "," or _is_piece(language, word))
        )
        if not cut and (following or not (_SENTENCE.search(body) or (alone and _opens(body)))):
            continue  # a heading or a caption as often as not
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


def _stops_at_figure(body: str) -> bool:
    """Tell whether prose ends with a figure behind a small word: "rose to 4"."""
    return len(body) >= LONG and _FIGURE.search(body) is not None


def _wordlike(word: str, body: str) -> bool:
    """Tell whether the end is a word, a piece of one or a figure: no address and no sign."""
    letters = word.replace("-", "")
    return word.isalpha() or (letters.isalpha() and word.islower()) or _stops_at_figure(body)


def _opens(body: str) -> bool:
    """Tell whether a short line begins as a sentence does, not as a heading or a credit."""
    first, *more = body.split()
    return first in _OPENERS and len(more) >= FEWEST_WORDS and more[0].islower()


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
    """Tell whether a paragraph too short to be judged is the beginning of a sentence."""
    body = document.text[span.start : span.end]
    words = body.split()
    if len(span) >= LONG or len(words) < FEWEST_WORDS or not words[0].istitle():
        return False
    return words[-1] in _unending(document.language_at(span.start)) or _opens(body)


def _goes_on(text: str, span: Span, following: Span | None) -> bool:
    """Tell whether the next line goes on with a paragraph: a broken line, a list, a formula."""
    if text[span.end : span.end + DEEPEST_INDENT].lstrip()[:1].islower():
        return True
    if following is None:
        return False
    broken = text.count("\n", span.end, following.start) == 1 and "\n\n" in text
    return broken or not text[following.start].isupper()


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
