"""Whether the record names, close by, a source that a phrase leaves open."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.claims.attributions import attributions
from textassay.checks.claims.clauses import Source
from textassay.checks.claims.cues import grammar_of, sentence_index
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.claims.clauses import Attribution
    from textassay.model import Span
    from textassay.text.document import Document

SHORTEST_STEM = 5  # letters that two forms of a head share: "exper-tos", "exper-ta"
ENDING = 5  # letters that may differ: "investiga-dores", "investiga-ción"
APPOSITION = 60  # code points behind a mention that may name it: "a study by Lowland University"
EXAMPLE_AFTER = 25  # code points behind a phrase that may bring ", including Jane Roe"
ANAPHOR = 5  # words of "los expertos también han dicho"; longer phrases describe anew
MEMORY = 4_000  # code points before a phrase that a reader still remembers
WINDOW = 300  # code points of one sentence that are searched: real ones are shorter
REACH = 3  # sentences after the phrase that one quotation with its speaker may take

_UPPER = r"[^\W\d_a-z\N{LATIN SMALL LETTER SHARP S}-\N{LATIN SMALL LETTER Y WITH DIAERESIS}]"
_NAME = lazy(
    rf"(?<![.!?]\s)(?<!^)\b"
    rf"(?:{_UPPER}[^\W\d_]*+['\N{{RIGHT SINGLE QUOTATION MARK}}.-]?){{1,3}}"
    rf"\s+(?:(?:de|del|la|van|von|bin|al|el|da|di|dos|ter)\s+){{0,2}}{_UPPER}[^\W\d_]+"
)
# "Los investigadores" of a study that the record speaks of are its authors.
_AUTHORS = ("invest", "cient", "autor", "exper")
_THEIR_WORK = ["estudio", "investigaci"]
_FICTION = lazy(
    r"[^\w\s]?(?:in|en)\s+(?:the|this|that|his|her|their|el|la|este|esta|su)\s+(?:\w+\s+)?"
    r"(?:film|movie|novel|play|story|series|opera|comic|pel\N{LATIN SMALL LETTER I WITH ACUTE}cula"
    r"|novela|obra|serie|cuento|filme|\N{LATIN SMALL LETTER O WITH ACUTE}pera)\b"
)
_LETTERS = lazy(r"[^\W\d_]+")
_CAPITAL = lazy(rf"(?<![.!?\n])\s{_UPPER}")
# Who makes studies, by name: "la Universidad de Lugo", "the Lowland Institute", a journal
_INSTITUTE = lazy(
    r"\b(?:Universi[dt]\w*|Institut\w*|Hospital|College|Center|Centre|Centro|Academ\w+|Laborator\w+"
    r"|Fundaci\w+|Foundation)\b[^.;]{0,12}\b[A-Z\u00c0-\u00dd]"
    r"|\b(?:journal|revista)\s+['\"\u2018\u201c\u00ab]?[A-Z\u00c0-\u00dd]"
)
_STUDIES = (
    *("stud", "survey", "poll", "research", "analys", "trial", "experiment", "paper", "data"),
    *("estudi", "encuest", "sonde", "investig", "an\u00e1lisis", "ensayo", "trabajo", "dato"),
)
_MADE_BY = lazy(
    r"\s+(?:\w+[ai]d[oa]s?\s+por\s+(?:el|la|los|las)|\w+ed\s+by\s+(?:the|his|her|its|their))\s"
)
_THEMSELVES = frozenset({"propios", "propias"})
AFTER_TITLE = 5  # sentences
_EXAMPLE = {
    "en": r"\b(?:such\s+as|including|like|among\s+them|for\s+example|namely)\s+(?:the\s+)?",
    "es": r"\b(?:como|entre\s+ell[oa]s|por\s+ejemplo|incluid[oa]s?|encabezad[oa]s\s+por)\s+",
}
_ACCORDING = {
    "en": r"\b[Aa]ccording\s+to\s+",
    "es": r"\b(?:[Ss]eg\N{LATIN SMALL LETTER U WITH ACUTE}n|[Dd]e\s+acuerdo\s+con)\s+",
}
_ISSUED = {
    "en": r"\b(?:by|from|of|at|in\s+(?:the\s+journal\s+)?)\s*(?:the\s+)?",
    "es": r"\b(?:por|de|del|en)\s+(?:la\s+|el\s+|los\s+|las\s+)?",
}


def unresolved(document: Document, sources: frozenset[Source]) -> Iterator[Attribution]:
    """Yield the attributions to such sources that the record leaves open."""
    for found in attributions(document):
        if found.source in sources and not is_resolved(document, found):
            yield found


def is_resolved(document: Document, found: Attribution) -> bool:
    """Tell whether the same or the next sentence names the source of a phrase.

    A definite source is resolved by an earlier mention.
    """
    words = document.text[found.start : found.end].split()
    again = found.definite and len(words) <= ANAPHOR
    if _is_no_source(document, found) or (again and _is_mentioned_before(document, found)):
        return True
    index = sentence_index(document, found.start)
    sentence = document.sentences[index]
    if _FICTION.match(document.folded, sentence.start):
        return True
    limit = min(sentence.end, found.end + EXAMPLE_AFTER)
    if _example(document.language.code).search(document.text, found.start, limit):
        return True
    named = _according(document.language.code)
    floor = max(sentence.start, found.start - WINDOW)
    ceiling = min(sentence.end, found.end + WINDOW)
    if found.form != "according" and named.search(document.text, floor, ceiling):
        return True
    if found.source == Source.DOCUMENT:
        return _is_issued(document, found, index)
    return _speaks_next(document, found, index)


def _is_no_source(document: Document, found: Attribution) -> bool:
    """Tell of "not everyone is convinced", and "los propios investigadores", told of before."""
    if document.folded.endswith("not ", 0, found.start):
        return True
    words = document.folded[found.start : found.end].split()
    return found.definite and not _THEMSELVES.isdisjoint(words)


@cache
def _example(language: str) -> re.Pattern[str]:
    return re.compile(_EXAMPLE[language] + _UPPER)


@cache
def _according(language: str) -> re.Pattern[str]:
    """Return what names the source of a whole sentence: "according to the Interior Ministry"."""
    return re.compile(_ACCORDING[language] + r"(?:[^\W\d_]+\s+){0,4}?" + _UPPER, re.NOFLAG)


@cache
def _issued(language: str) -> re.Pattern[str]:
    return re.compile(_ISSUED[language] + _UPPER)


def _is_mentioned_before(document: Document, found: Attribution) -> bool:
    stems = [_stem(found.head)]
    if stems[0].startswith(_AUTHORS):
        stems += _THEIR_WORK
    floor = max(0, found.start - MEMORY)
    return any(
        _CAPITAL.search(document.text, match.end(), min(match.end() + APPOSITION, found.start))
        for stem in stems
        for match in _starting(stem).finditer(document.folded, floor, found.start)
    )


@lru_cache(maxsize=256)
def _starting(stem: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(stem)}")


def _stem(head: str) -> str:
    return head[: max(SHORTEST_STEM, len(head) - ENDING)]


def _is_issued(document: Document, found: Attribution, index: int) -> bool:
    """Tell whether its sentence or the next one says who made the document.

    Behind a title it may be one of the first of the text.
    """
    if _MADE_BY.match(document.folded, found.end):
        return True
    if found.head.startswith(_STUDIES):  # reports name hospitals that they do not come from
        title = document.line_at(found.start).role is Role.TITLE
        beside = document.sentences[index : index + 1 + (AFTER_TITLE if title else 0)]
        for one in beside:
            start = max(one.start, found.end)
            if _INSTITUTE.search(document.text, start, min(one.end, start + WINDOW)):
                return True
    for following in _following(document, index, 1):
        text = document.folded[following.start : min(following.end, following.start + WINDOW)]
        if _stem(found.head) in text:
            pattern = _issued(document.language.code)
            return bool(pattern.search(document.text, following.start, following.end))
    return False


def _speaks_next(document: Document, found: Attribution, index: int) -> bool:
    """Tell whether a named speaker of that kind comes next."""
    sentence = document.sentences[index]
    for following in _following(document, index, REACH):
        quoted = document.quotation_at(following.start) is not None
        end = min(following.end, following.start + WINDOW)
        kin = _stem(found.head) in document.folded[following.start : end]
        quoted_before = document.quotation_at(max(sentence.end - 1, 0)) is not None
        if not quoted and not kin and not quoted_before:
            return False
        if _named_speaker(document, following):
            return True
        if not quoted:
            return False
        sentence = following
    return False


def _following(document: Document, index: int, count: int) -> Iterator[Span]:
    yield from document.sentences[index + 1 : index + 1 + count]


def _named_speaker(document: Document, sentence: Span) -> bool:
    """Tell whether a sentence has a full name and a verb of saying, unquoted."""
    end = min(sentence.end, sentence.start + WINDOW)
    named = any(
        document.quotation_at(match.start()) is None
        for match in _NAME.finditer(document.text, sentence.start, end)
    )
    sayings = grammar_of(document.language.code).sayings()
    return named and any(
        word.group() in sayings and document.quotation_at(word.start()) is None
        for word in _LETTERS.finditer(document.folded, sentence.start, end)
    )
