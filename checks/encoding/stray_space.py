"""A blank stands before a mark that closes, or after one that opens."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding import inner_blanks
from textassay.checks.encoding.conventions import FRENCH_MARKS, spacing, spacing_of_record
from textassay.checks.encoding.landmarks import landmarks, questions
from textassay.checks.encoding.technical import about_code, is_address, token_at
from textassay.contract import Bad, Edit, Good, Hit, Severity, check

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

HABIT = 5  # blanks before marks of one kind that are the style of the record, as in French
WORDS = 4  # letters, two each side, that show two words
SHORTEST = 5  # characters between brackets that are no box to tick, no "( a, b )" of code
LONGEST_GAP = 8  # blanks before a mark; more are the gap of a table
_REACH = 1_000  # characters in which the partner of a mark is looked for
_BLANKS = frozenset(" \t\u00a0\u202f\u2009")


@cache
def _fine_after() -> re.Pattern[str]:
    # What follows a mark that ends something: white space, the end, a closing quotation.
    return re.compile(r"""[.,;:!?]?["'\u2019\u201d\u00bb)\]]*(?:\s|$)""")


@cache
def _goes_on() -> re.Pattern[str]:
    return re.compile(r"\. [^\W\d_A-Z]")


@check(
    code="ENC012",
    name="stray-space",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    fix="unsafe",
)
def stray_space(document: Document, _context: Context) -> Iterator[Hit]:
    """A blank stands before a mark that closes, or after one that opens.

    ## What it finds
    A blank before ``, . ; : ! ? ) ]`` and after ``( [`` and the inverted
    marks of Spanish; a comma that hangs on the next word; a blank on the inner
    side of one of two quotation marks.

    ## Why it matters
    The mark wraps to the next line, tokenisers treat it as a word, and it
    shows where a link or a tag was cut out.

    ## How it decides
    A word must stand before and white space or a closing quotation after.
    French puts blanks before ``; : ! ?`` and is left alone there; a record
    that does so by habit, in another language, gets remarks. Ellipses,
    emoticons, names of files, decimals, ratios, formulas, columns, marks that
    are talked about and code are left alone.

    ## Known mistakes
    Names typed with a blank inside their mark. Languages whose rules we do
    not know are left alone.

    ## Options
    None.
    """
    text = document.text
    marks = landmarks(document)
    questioned = [place for place in questions(document) if text[place - 1 : place] in _BLANKS]
    places = [*marks.after_blank, *questioned]
    quoted = list(inner_blanks.found(document))
    if not places and not marks.before_blank and not quoted:
        return
    odd = quoted or any(_found(text, places, marks.before_blank))
    if not document.record.language and not odd:
        return  # the language need not be identified
    general = spacing_of_record(document)
    if general is None:
        return
    if general == "french":
        places = [place for place in places if text[place] not in FRENCH_MARKS]
    hits = list(filter(None, _found(text, places, marks.before_blank)))
    habits = _habits(text, places) if hits else frozenset()
    for hit in [*hits, *quoted]:
        style = spacing(document, hit.start)
        french = FRENCH_QUOTES if hit in quoted else FRENCH_MARKS
        if style is None or (style == "french" and hit.evidence["mark"] in french):
            continue
        habit = hit.evidence["mark"] in habits or about_code(document)
        yield hit._replace(severity=Severity.INFO) if habit else hit


FRENCH_QUOTES = frozenset("\u00ab\u00bb")


def _found(text: str, closing: list[int], opening: list[int]) -> Iterator[Hit | None]:
    """Yield what stands at each place, as far as the text alone tells."""
    for place in closing:
        if text[place - 1] in _BLANKS and (
            text[place] in ",;" or not text[place + 1 : place + 2].isalnum()
        ):
            yield _before(text, place)
    for place in opening:
        yield _after(text, place)


def _habits(text: str, places: list[int]) -> frozenset[str]:
    """Return the marks before which the record writes a blank more often than not."""
    spaced = Counter(text[place] for place in places)
    return frozenset(
        mark
        for mark in FRENCH_MARKS & spaced.keys()
        if spaced[mark] >= HABIT and 2 * spaced[mark] > text.count(mark)
    )


def _before(text: str, offset: int) -> Hit | None:
    start = offset
    while start > max(0, offset - LONGEST_GAP) and text[start - 1] in _BLANKS:
        start -= 1
    word = text[start - 1 : start]
    if (
        not (word.isalnum() or word in "\"'\u2019\u201d\u00bb)]%\u2026.!?")
        or text[offset] == "\u201d"
        or _is_ellipsis(text, start, offset)
    ):
        return None
    if not _fine_after().match(text, offset + 1):
        return _on_the_wrong_side(text, start, offset)
    if _is_right(text, start, offset):
        return None
    return Hit(
        start,
        offset + 1,
        f"A blank stands before \u201c{text[offset]}\u201d.",
        evidence={"rule": "blank before a closing mark", "mark": text[offset]},
        suggestion=text[offset],
        edits=(Edit(start, offset, ""),),
    )


def _on_the_wrong_side(text: str, start: int, offset: int) -> Hit | None:
    """Return the hit for a comma that hangs on the next word: "the mayor ,who"."""
    mark = text[offset]
    words = text[max(0, start - 2) : start] + text[offset + 1 : offset + 3]
    if mark not in ",;" or len(words) < WORDS or not (words.isalpha() and words[1:].islower()):
        return None
    return Hit(
        start,
        offset + 1,
        f"A blank stands before \u201c{mark}\u201d, not after it.",
        evidence={"rule": "blank on the wrong side of a mark", "mark": mark},
        suggestion=f"{mark} ",
        edits=(Edit(start, offset + 1, f"{mark} "),),
    )


def _is_right(text: str, start: int, offset: int) -> bool:
    """Tell whether something but the mark of a sentence stands at the offset."""
    mark = text[offset]
    if mark == "\u00bb":
        line = text[text.rfind("\n", max(0, offset - _REACH), offset) + 1 : offset]
        return "\u00ab" not in line or _spaced_inside(line)
    first, last = token_at(text, start - 1, start)
    token = text[first:last]
    return (
        (mark in ":;" and text[offset + 1 : offset + 2] in {")", "]"})  # an emoticon
        or (mark in "?!" and text[start - 1] in "?!")
        or (mark in ")]" and _is_box(text, offset))
        or (mark == ":" and (offset - start > 1 or token.isdecimal()))  # of a column, a legend
        or (mark in ":?!" and text[start - 1].isdigit() and text[offset + 2 : offset + 3].isdigit())
        or (mark == "." and _goes_on().match(text, offset) is not None)  # it is talked about
        or is_address(token)
    )


def _is_box(text: str, offset: int) -> bool:
    """Tell whether a bracket closes a box to tick, "( x )"."""
    opening = {")": "(", "]": "["}[text[offset]]
    start = text.rfind(opening, max(0, offset - SHORTEST), offset)
    return start >= 0 and text[start + 1].isspace()


def _is_ellipsis(text: str, start: int, offset: int) -> bool:
    """Tell whether the mark is part of an ellipsis, or keeps its distance from a spaced one."""
    if text.startswith(("..", ". ."), offset) or text[start - 1] == "\u2026":
        return True
    return (text[offset] == "." and text[start - 1] == ".") or text[start - 3 : start] == ". ."


def _spaced_inside(line: str) -> bool:
    """Tell whether the last quotation of the line has a blank on its inner side too."""
    return line[line.rfind("\u00ab") + 1 :][:1].isspace()


def _after(text: str, offset: int) -> Hit | None:
    end = offset + 1
    while end < len(text) and text[end] in " \t\u00a0":
        end += 1
    following = text[end : end + 1]
    preceding = text[offset - 1 : offset]
    if not following.isalnum() or (preceding and not preceding.isspace()):
        return None
    closing = text.find({"(": ")", "[": "]"}.get(text[offset], "!?"), end, end + _REACH)
    if text[offset] in "([" and (closing < 0 or closing - end < SHORTEST):
        return None  # "( x )" is a box to tick
    if text[offset] == "(" and not any(map(str.isalpha, text[end:closing])):
        return None  # a formula
    return Hit(
        offset,
        end,
        f"A blank stands after \u201c{text[offset]}\u201d.",
        evidence={"rule": "blank after an opening mark", "mark": text[offset]},
        suggestion=text[offset],
        edits=(Edit(offset + 1, end, ""),),
    )


EXAMPLES = (
    Bad("The talks ended , he said.", span=" ,", fix=","),
    Bad("The road ( the old one) is open.", span="( ", fix="("),
    Bad("¿ Qué pasó ayer?", span="¿ ", fix="¿", language="es"),
    Bad('The " old road" is open.', span='" ', fix='"'),
    Good('The " new road " is open; he bought a 5" pipe and 2" boards.'),
    Good("Vraiment ? Oui !", language="fr"),
    Good("It works with .NET and costs .50 or less :)"),
)
