"""Two small words side by side that no sentence puts there."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.spelling import same_case
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

LANGUAGES = ("en", "es")
CLAUSE = 6  # words back in which a relative or a pronoun may open a clause
_UNJUDGED = {Role.VERSE, Role.TABLE}
_GLUE = frozenset("-/'\N{RIGHT SINGLE QUOTATION MARK}.@_")
_OPENERS = frozenset(
    {"all", "anything", "as", "everything", "how", "least", "most", "only", "than", "that"}
    | {"thing", "there", "things"}
    | {"way", "what", "whatever", "when", "where", "which", "who", "whoever", "whom", "whose"}
    | {"why", "como", "cual", "cuando", "donde", "lo", "que", "quien"}
)
_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we", "you"})
_INVERTED = frozenset(
    {"am", "are", "be", "been", "did", "do", "does", "had", "has", "have", "is", "was", "were"}
)
_OPENED = frozenset({"vez", "whom", "which", "whose"})
# Before these a word is cited: "the for loop", "the with statement"
_CITING = frozenset(
    {"account", "argument", "attribute", "block", "button", "clause", "command", "directive"}
    | {"field", "header", "keyword", "line", "loop", "loops", "model", "operator", "option"}
    | {"parameter", "property", "statement", "statements", "tag", "tags"}
)


@check(
    code="TYP020",
    name="impossible-pair",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
)
def impossible_pair(document: Document, _context: Context) -> Iterator[Hit]:
    """Two small words side by side that no sentence puts there.

    ## What it finds
    "two of the are", "in of the region", "de del gobierno", "se el plan".

    ## Why it matters
    A word is missing, one is too many, or one is another word.

    ## How it decides
    A closed list of pairs of articles, prepositions, pronouns and auxiliaries
    that grammar excludes and that millions of words of prose do not have, in
    small letters with one blank between. Two verbs may meet where one clause
    ends ("what it is was known"): they count only where no relative, and no
    pronoun right before, opens a clause. Quotations are speech.

    ## Known mistakes
    A preposition left at the end of a clause without a comma; letters and
    words that are cited without quotation marks.

    ## Options
    None.
    """
    language = document.language.code
    if language not in LANGUAGES:
        return
    words, spans, text = document.words, document.word_spans, document.text
    always, _ = _pairs(language)
    small, seconds = lowered(document), _seconds(language)
    last = len(words) - 1
    for index in places(document, seconds):
        if index == last or small[index + 1] not in seconds[small[index]]:
            continue
        (start, stop), (begin, end) = spans[index], spans[index + 1]
        if text[stop:begin] != " " or not words[index + 1].islower():
            continue
        if text[start - 1 : start] in _GLUE or text[end : end + 1] in _GLUE - {"."}:
            continue
        if not words[index].islower() and not _begins(document, start):
            continue
        pair = small[index], small[index + 1]
        if pair not in always and _clause(small, index):
            continue
        if _explained(small, index, pair) or _unjudged(document, start):
            continue
        meant = f"it's {pair[1]}" if pair[0] == "its" else None
        fixed = same_case(text[start:end], meant) if meant else None
        yield Hit(
            start,
            end,
            f"Impossible pair: {text[start:end]}; a word is missing, too many or another one.",
            evidence={"rule": "two small words that never meet", "lexicon": "impossible_pairs.txt"},
            suggestion=fixed,
            edits=(Edit(start, end, fixed),) if fixed else (),
        )


def _begins(document: Document, start: int) -> bool:
    sentence = document.sentence_at(start)
    return sentence is not None and sentence.start == start


def _clause(small: list[str], index: int) -> bool:
    """Tell whether a clause may end between the two verbs."""
    before = small[max(0, index - CLAUSE) : index]
    return not before or before[-1] in _PRONOUNS or not _OPENERS.isdisjoint(before)


def _explained(small: list[str], index: int, pair: tuple[str, str]) -> bool:
    """Tell whether the words around let a pair meet.

    Behind it, what its second word opens: "la [una vez] gran ciudad", "he [of whom] they
    speak", a thing whose name it is ("the for loop") or a letter ("[a through] z"); before it, a
    verb whose subject is its first word: "was he a good mayor".
    """
    behind = "".join(small[index + 2 : index + 3])
    if behind in _OPENED or behind in _CITING or (len(behind) == 1 and behind not in "aioye"):
        return True
    return pair[0] in _PRONOUNS and index > 0 and small[index - 1] in _INVERTED


def _unjudged(document: Document, start: int) -> bool:
    if document.quotation_at(start) is not None:
        return True
    if document.language_at(start) != document.language.code:
        return True
    return document.line_at(start).role in _UNJUDGED


@cache
def _seconds(language: str) -> dict[str, set[str]]:
    """Return the second words of all pairs by the first."""
    found: dict[str, set[str]] = {}
    for pairs in _pairs(language):
        for first, second in pairs:
            found.setdefault(first, set()).add(second)
    return found


@cache
def _pairs(language: str) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """Return the pairs that never meet, and those that meet between clauses only."""
    found: tuple[set[tuple[str, str]], set[tuple[str, str]]] = (set(), set())
    for entry in entries(__file__, "impossible_pairs.txt"):
        head, _, seconds = entry.partition(" | ")
        where, *firsts = head.split()
        if where != language:
            continue
        unsure = firsts[0] == "?"
        found[unsure].update((a, b) for a in firsts[unsure:] for b in seconds.split())
    return frozenset(found[0]), frozenset(found[1])


EXAMPLES = (
    Bad("The number of the are rising fast.", span="the are", language="en"),
    Bad("Es parte de del plan del gobierno.", span="de del", language="es"),
    Good("What it is was never clear, and that is that.", language="en"),
    Good("Lo que es está claro: el de ayer y la de hoy.", language="es"),
)
