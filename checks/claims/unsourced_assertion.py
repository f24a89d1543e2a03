"""A checkable assertion that comes without a source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from textassay.checks.claims.cues import cues, sentence_index, sentence_starts, vocabulary_of
from textassay.contract import Bad, Good, Hit, Severity, check
from textassay.frozen import NamedTuple
from textassay.text.document import once
from textassay.text.lexicon import entries
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

# Weights fitted by hand on claims of debates and regulations; on news a score of 3.5 was right
# for .79 of the sentences, a lower one for .28.
WEIGHTS = MappingProxyType(
    {"number": 3.0, "superlative": 1.5, "accusation": 1.6, "cause": 1.2, "opinion": -1.6}
)
LEAST_SCORE = 3.5
MOST_FINDINGS = 5
FEWEST_WORDS = 8
FULL_LENGTH = 30  # words: a longer sentence asserts no more
NAME_WEIGHT = 0.4
YEAR_WEIGHT = 1.2

_WORD = lazy(r"[^\W\d_]+")
# A figure with a currency, in thousands, or that counts or measures something; no date, no label.
AMOUNT = lazy(
    r"\d(?<!\w\d)(?:(?<=[$\N{EURO SIGN}\N{POUND SIGN}]\d)|(?<=[$\N{EURO SIGN}\N{POUND SIGN}]\s\d)"
    r"|\d{0,2}(?:[.,]\d{3})+(?![\d.,])|[\d.,]*(?:\s?%|\s(?!de\b|a\.?m|p\.?m|january|february|march"
    r"|april|may|june|july|august|september|october|november|december)[^\W\d_]{3,}))"
)
_YEAR = lazy(r"\b(?:since|in|between|by|desde|en|entre|hasta)\s+(?:19|20)\d\d\b")
_NAME = lazy(r"\s[^\W\d_a-z][^\W\d_]*\s+[^\W\d_a-z][^\W\d_]+")
_SOURCE = lazy(
    r"\b(?:according\s+to|citing|seg\N{LATIN SMALL LETTER U WITH ACUTE}n|de\s+acuerdo\s+con)\b"
)


class _Claim(NamedTuple):
    sentence: int
    score: float
    kinds: tuple[str, ...]


@check(
    code="CLM017",
    name="unsourced-assertion",
    since="0.1",
    status="stable",
    severity=Severity.INFO,
    languages=("en", "es"),
)
def unsourced_assertion(document: Document, _context: Context) -> Iterator[Hit]:
    """A checkable assertion that comes without a source.

    ## What it finds
    A sentence with an amount, a superlative, an accusation or a cause, and no
    source in it nor in the sentences beside it: at most one a paragraph, the
    five strongest of the record.

    ## Why it matters
    These are the sentences that a reader would check first, and the record
    gives nothing to check them against.

    ## How it decides
    A sum of weights: amounts 3, accusations 1.6, superlatives 1.5, causes 1.2,
    a year 1.2; from 3.5 on it is shown. Verbs of saying, "according to" and
    quotations count as sources. The evidence has the record's ratio of such
    sentences.

    ## Known mistakes
    Common knowledge, and what the record itself reports as a witness.

    ## Options
    None.
    """
    claims = _one_a_paragraph(document, list(_claims(document)))
    ratio = round(len(claims) / max(1, len(document.sentences)), 3)
    strongest = sorted(claims, key=lambda claim: (-claim.score, claim.sentence))[:MOST_FINDINGS]
    for claim in strongest:
        sentence = document.sentences[claim.sentence]
        yield Hit(
            sentence.start,
            sentence.end,
            f"No source for this: {', '.join(claim.kinds)}.",
            evidence={
                "rule": "check-worthy and unsourced",
                "score": round(claim.score, 1),
                "threshold": LEAST_SCORE,
                "unsourced_claim_ratio": ratio,
                "lexicon": f"checkworthy.{document.language.code}.txt",
            },
        )


def _claims(document: Document) -> Iterator[_Claim]:
    for index, named in sorted(_marked(document).items()):
        score = sum(WEIGHTS[kind] for kind in named) + _length(document, index)
        if score + NAME_WEIGHT + YEAR_WEIGHT < LEAST_SCORE:
            continue
        if not _is_stated(document, index) or not _is_bare(document, index):
            continue
        score += _bonus(document, index)
        if score >= LEAST_SCORE:
            yield _Claim(index, score, tuple(sorted(named)))


def _marked(document: Document) -> dict[int, set[str]]:
    """Return the sentences with an amount or a check-worthy word, and of which kinds."""
    kinds = _kinds(document.language.code)
    found: dict[int, set[str]] = {}
    starts = sentence_starts(document)
    for start, word in cues(document, "checkworthy"):
        index = bisect_right(starts, start) - 1
        if index >= 0:
            found.setdefault(index, set()).add(kinds[word])
    position = 0
    for figure in document.figures:
        amount = AMOUNT.match(document.folded, figure) if figure >= position else None
        if amount is None:
            continue
        position = amount.end()
        index = bisect_right(starts, figure) - 1
        if index >= 0:
            found.setdefault(index, set()).add("number")
            position = max(position, document.sentences[index].end)
    return found


def _length(document: Document, index: int) -> float:
    """Return what the length of a sentence adds; short ones assert nothing."""
    sentence, starts = document.sentences[index], document.word_spans.starts
    first = bisect_left(starts, sentence.start)
    count = bisect_left(starts, sentence.end, first) - first
    return min(count, FULL_LENGTH) / FULL_LENGTH if count >= FEWEST_WORDS else -LEAST_SCORE


def _bonus(document: Document, index: int) -> float:
    """Return what names and years add, and words of opinion or advice take."""
    sentence = document.sentences[index]
    words = _WORD.findall(document.folded, sentence.start, sentence.end)
    opinion = 0.0 if _opinions(document.language.code).isdisjoint(words) else WEIGHTS["opinion"]
    named = _NAME.search(document.text, sentence.start, sentence.end)
    dated = _YEAR.search(document.folded, sentence.start, sentence.end)
    return opinion + (NAME_WEIGHT if named else 0) + (YEAR_WEIGHT if dated else 0)


def _is_stated(document: Document, index: int) -> bool:
    """Tell whether a sentence is running text and no question."""
    sentence = document.sentences[index]
    if document.text[sentence.end - 1] == "?":
        return False
    return document.line_at(sentence.start).role == Role.PARAGRAPH


def _is_bare(document: Document, index: int) -> bool:
    """Tell whether neither the sentence nor those beside it give a source."""
    paragraph = document.paragraph_at(document.sentences[index].start)
    told = _told(document)
    return not any(
        beside in told or _has_source(document, beside)
        for beside in range(max(0, index - 1), min(index + 2, len(document.sentences)))
        if document.paragraph_at(document.sentences[beside].start) == paragraph
    )


@once
def _told(document: Document) -> frozenset[int]:
    """Return the sentences with a verb of saying, by index."""
    vocabulary = vocabulary_of(document.language.code)
    sayings, judgings = vocabulary.sayings(), vocabulary.judgings()
    return frozenset(
        sentence_index(document, start)
        for start, word in cues(document, "attribution")
        if word in sayings and word not in judgings
    )


def _has_source(document: Document, index: int) -> bool:
    sentence = document.sentences[index]
    if _SOURCE.search(document.folded, sentence.start, sentence.end):
        return True
    return _has_quotation(document, sentence.start, sentence.end)


def _has_quotation(document: Document, start: int, end: int) -> bool:
    if document.quotation_at(start) is not None:
        return True
    starts = _quotation_starts(document)
    following = bisect_right(starts, start)
    return following < len(starts) and starts[following] < end


@once
def _quotation_starts(document: Document) -> list[int]:
    return [quotation.start for quotation in document.quotations]


def _one_a_paragraph(document: Document, claims: list[_Claim]) -> list[_Claim]:
    best: dict[int, _Claim] = {}
    for claim in claims:
        paragraph = document.paragraph_at(document.sentences[claim.sentence].start)
        key = paragraph.start if paragraph else -claim.sentence
        if key not in best or claim.score > best[key].score:
            best[key] = claim
    return list(best.values())


@cache
def _kinds(language: str) -> dict[str, str]:
    rows = (line.split("\t") for line in entries(__file__, f"checkworthy.{language}.txt"))
    return {word: kind for word, kind in rows if kind != "opinion"}


@cache
def _opinions(language: str) -> frozenset[str]:
    rows = (line.split("\t") for line in entries(__file__, f"checkworthy.{language}.txt"))
    return frozenset(word for word, kind in rows if kind == "opinion")


EXAMPLES = (
    Bad(
        "The lender owes 20 billion crowns, one of the largest debts of any bank since 2008.",
        span="The lender owes 20 billion crowns, one of the largest debts of any bank since 2008.",
        language="en",
    ),
    Good(
        "The lender owes 20 billion crowns, one of the largest debts since 2008, its chair said.",
        language="en",
    ),
)
