"""A word left in two by a hyphen that is not its own."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.morphology import prefixes
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.typos.vocabulary import Vocabulary
    from textassay.contract import Context
    from textassay.text.document import Document

HYPHENS = "-\N{SOFT HYPHEN}\N{HYPHEN}\N{NON-BREAKING HYPHEN}"
PAIRED_WITHIN = 200  # code points in which a second dash makes a parenthesis of it
JOINED_ZIPF = 2.0  # rarer joins were compounds with a hyphen of their own
PLAIN_ZIPF = 3.0  # a join this frequent wins over two words ("commit- tee")
BOTH_WORDS_ZIPF = 3.5  # two words this frequent are two words ("pre- and post-war")
_SMALL = r"[^\W\d_A-Z]"
_ORPHAN = lazy(rf"-(?={_SMALL}{{4}})(?<=\S[.!?\u2026\u201d\u00bb\"]\s-)[^\W\d_]+(?![\w-])")
_HALVED = lazy(rf"[{HYPHENS}](\s+)([^\W\d_]{{2,}})(?![{HYPHENS}\w])")
_HALVED_PLAINLY = lazy(r"-(\s+)([^\W\d_]{2,})(?![-\w])")  # four times as fast
_SPACED = lazy(rf"-(?={_SMALL}{{3}})(?<=\s-)[^\W\d_]+(?![\w-])")
_BEFORE_BLANK = lazy(rf"(?<![\w'\u2019-]){_SMALL}{{2,}}\s\Z")
PREFIX_ZIPF = 5.3  # a prefix as frequent as this is a word too ("sobre", "under")
_LEFT_HALF = lazy(rf"(?<![{HYPHENS}\w'\u2019])[^\W\d_]{{2,}}\Z")
LONGEST_HALF = 30


@check(
    code="TYP003",
    name="broken-hyphenation",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    languages=LANGUAGES,
    fix="unsafe",
)
def broken_hyphenation(document: Document, _context: Context) -> Iterator[Hit]:
    """A word left in two by a hyphen that is not its own.

    ## What it finds
    "the govern- ment" (a line break of the printed page, kept),
    "re -establecer" (the blank on the wrong side of a prefix) and
    "Ucrania. -establecer" (the second half of a word whose first half was
    lost or moved).

    ## Why it matters
    Neither half is a word that anybody meant; tokenizers keep both.

    ## How it decides
    Broken: the two halves joined are a dictionary word and at least one half
    is not a frequent word; a hyphen that the record writes in the word elsewhere
    stays. Spaced: both make one, with a doubled letter
    or without it, and the first is a prefix or one of them is no word. Orphan:
    a hyphen glued to a small letter after the end of a sentence. A second dash
    would make a parenthesis of the last two.

    ## Known mistakes
    Signed line ends such as "-redacted"; compounds cut at a line end that
    keep their hyphen ("anti- crisis") are joined where the record has them once.

    ## Options
    None.
    """
    if "-" not in document.text and not any(mark in document.text for mark in HYPHENS):
        return
    yield from _broken(document)
    yield from _spaced(document)
    yield from _orphans(document)


def _broken(document: Document) -> Iterator[Hit]:
    text = document.text
    plain = document.alphabet.isdisjoint(HYPHENS[1:])
    for match in (_HALVED_PLAINLY if plain else _HALVED).finditer(text):
        half = _LEFT_HALF.search(text[max(0, match.start() - LONGEST_HALF) : match.start()])
        words = vocabulary(document.language_at(match.start()))
        gap, right = match.groups()
        if not half or not words or right[0].isupper() or right in _conjunctions(words.language):
            continue
        left = half.group()
        start = match.start() - len(left)
        if gap.count("\n") > 1 or not _one_word(words, left, right):
            continue
        joined = _as_elsewhere(document, left, right)
        yield Hit(
            start,
            match.end(),
            f"Broken hyphenation: {left}- {right} is {joined}.",
            evidence={"rule": "the halves joined are a word", "joined": joined},
            suggestion=joined,
            edits=(Edit(start, match.end(), joined),),
        )


def _spaced(document: Document) -> Iterator[Hit]:
    text = document.text
    for match in _SPACED.finditer(text):
        half = _BEFORE_BLANK.search(text[max(0, match.start() - LONGEST_HALF) : match.start()])
        words = vocabulary(document.language_at(match.start())) if half else None
        if not half or not words or words.language == "de" or _closes(text, match.end()):
            continue  # "Fahrer und -besitzer" shares the second half of a compound
        left, right = half.group().rstrip(), match.group()[1:]
        start = match.start() - len(half.group())
        prefix = left in prefixes(words.language) and words.zipf(left) < PREFIX_ZIPF
        if words.valid(left) and words.valid(right) and not prefix:
            continue
        whole = max(_wholes(words, left, right), key=words.zipf, default=None)
        if whole:
            yield Hit(
                start,
                match.end(),
                f"Broken hyphenation: {left} -{right} is {whole}.",
                evidence={"rule": "a prefix or half a word, then a hyphen", "joined": whole},
                suggestion=whole,
                edits=(Edit(start, match.end(), whole),),
            )


def _as_elsewhere(document: Document, left: str, right: str) -> str:
    """Return the word as the record writes it: with its hyphen ("co-operation"), or joined."""
    joined, hyphenated = left + right, f"{left}-{right}"
    times = document.folded.count(hyphenated.lower())
    return hyphenated if times > document.folded.count(joined.lower()) else joined


def _one_word(words: Vocabulary, left: str, right: str) -> bool:
    if not words.valid(left + right):
        return False
    if not words.valid(left) and not words.valid(right):
        return True  # no compound with a hyphen of its own, however rare the word is
    zipf = words.zipf((left + right).lower())
    if zipf < JOINED_ZIPF:
        return False
    return zipf >= PLAIN_ZIPF or not all(
        words.zipf(half.lower()) >= BOTH_WORDS_ZIPF and words.valid(half) for half in (left, right)
    )


@cache
def _conjunctions(language: str) -> frozenset[str]:
    return frozenset(
        entry.partition(" ")[2]
        for entry in entries(__file__, "conjunctions.txt")
        if entry.startswith(f"{language} ")
    )


def _orphans(document: Document) -> Iterator[Hit]:
    text = document.text
    for match in _ORPHAN.finditer(text):
        words = vocabulary(document.language_at(match.start()))
        if words is None or words.language == "de":
            continue  # "Installation bzw. -entfernung" shares the first half of a compound
        if text.rfind("\n", 0, match.start()) == match.start() - 1:
            continue
        if _closes(text, match.end()):
            continue
        tail = match.group()[1:]
        whole = sorted(_completed(words, tail), key=words.zipf, reverse=True)
        yield Hit(
            match.start(),
            match.end(),
            f"Broken hyphenation: {match.group()} is the second half of a word.",
            evidence={"rule": "a hyphen glued to a word after a sentence end", "words": whole[:5]},
            suggestion=whole[0] if whole else None,
        )


def _closes(text: str, end: int) -> bool:
    """Tell whether a second dash follows on the line, which makes a parenthesis."""
    rest = text[end : end + PAIRED_WITHIN].partition("\n")[0]
    return re.search(r"\w-(?:[\s,.;:)\u00bb\u201d\"]|$)", rest) is not None


def _completed(words: Vocabulary, tail: str) -> Iterator[str]:
    """Yield the dictionary words that a prefix and the second half make."""
    for head in prefixes(words.language):
        yield from _wholes(words, head, tail)


def _wholes(words: Vocabulary, head: str, tail: str) -> Iterator[str]:
    """Yield the dictionary words that two halves make, a letter that they share once or twice."""
    for whole in (head + tail, head[:-1] + tail if head[-1] == tail[0] else ""):
        if words.flags(whole) & LOWER:
            yield whole


EXAMPLES = (
    Bad(
        "The govern- ment has not answered.",
        span="govern- ment",
        fix="government",
        language="en",
    ),
    Bad(
        "Co-operation pays. They want more co- operation.",
        span="co- operation",
        fix="co-operation",
        language="en",
    ),
    Bad(
        "Es un intento de recuperar la isla. -establecer el orden anterior.",
        span="-establecer",
        fix="restablecer",
        language="es",
    ),
    Bad(
        "Los ministros quieren re -establecer las relaciones.",
        span="re -establecer",
        fix="restablecer",
        language="es",
    ),
    Good("Both pre- and post-war houses were damaged.", language="en"),
    Good("He left. -who knows why- Nobody asked.", language="en"),
    Good("Copy it with the option -name of that program.", language="en"),
    Good("A long- term plan was cut.", language="en"),
)
