"""Weighs the repairs of a record: what is proven, what is sure, what is dropped."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING
from unicodedata import category

from textassay.checks.encoding._ftfy_judge import KNOWN_TO_FTFY, replacements
from textassay.checks.encoding._mojibake_gains import mix_up_gains, most_gained
from textassay.checks.encoding._mojibake_rounds import search_rounds
from textassay.checks.encoding._mojibake_search import (
    COUNTED,
    ONE_WORD,
    PRIORS,
    WORDS,
    Repair,
    search,
    search_words,
)
from textassay.checks.encoding._mojibake_twins import twins
from textassay.checks.encoding.misreadings import (
    LATIN,
    UTF_8,
    Misreading,
    applied,
    is_single,
    misreadings,
    utf8_edits,
)
from textassay.checks.encoding.suspicion import exemplars, odd_tokens
from textassay.checks.encoding.technical import token_at
from textassay.checks.encoding.usual_characters import is_usual
from textassay.checks.typos.vocabulary import vocabulary
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STRONG = 12.0  # gain beyond the prior that needs no second opinion
SHORT = 4  # characters of mojibake in the whole record: ftfy must agree
TRIAL = 30  # odd tokens that are tried before the whole text is
MORE = 2  # times the characters that another explanation must cover to win over UTF-8
PAGE = 12  # characters of Chinese, Japanese or Korean without proof: fewer are pictures
LIKELIER = 5.0  # of gain, all odd tokens together, that the rest of a text does not make enough
MANY = 10  # repairs of a kind without proof that make it sure
_LINE_REACH = 400  # characters each side of a place that ftfy is shown at most
_ASCII_LETTER = lazy("[A-Za-z]")
_LETTERS = lazy(r"[^\W\d_]+")
_BEYOND_ASCII = lazy(r"[^\x00-\x7f]")
ROW = 3  # signs of a token that may be letters of two bytes
_AMBIGUOUS = frozenset("\u00a0\u00b4")  # beside capitals they are right in many languages
_ODD_STARTS = "\u00c2\u00c3\u00e2\u00ce\u00cf\u00ef\u00f0\u00ed"
_ODD_START = lazy(f"[{_ODD_STARTS}](?:(?<!\u00ed)|(?=[\u00a0-\u00bf]))")


def repairs(
    text: str, suspects: tuple[Misreading, ...], odd: frozenset[str], language: str
) -> list[Repair]:
    """Return the repairs of a text, in order, each with how sure it is.

    Args:
        text: The text of the record.
        suspects: Readings of UTF-8 that the characters allow.
        odd: Tokens that a wrong single-byte reading may have made.
        language: Its ISO 639-1 code; it says nothing where no token is odd.
    """
    found = (
        [fix for fix in search_rounds(text, suspects) if _is_text(fix.meant)] if suspects else []
    )
    found = _with_ftfy(text, list(_judged(text, found)))
    if odd and (not found or _leaves_oddities(text, found, language)):
        others = [fix for fix in _unproven(text, odd, language) if not _in_capitals(text, fix)]
        others = others if _makes_words(text, others, language) else []
        if _coverage(others) > MORE * _coverage(found):
            found = others
    return sorted(found, key=lambda fix: fix.start)


def _makes_words(text: str, found: list[Repair], language: str) -> bool:
    """Tell whether repairs of single bytes make a word of the language, if we have its words.

    Names and terms in a transcription are odd too, and no reading makes them words.
    """
    words = vocabulary(language)
    if words is None or not all(is_single(fix.chain[0]) for fix in found):
        return True
    for fix in found[:TRIAL]:
        first, last = token_at(text, fix.start, fix.end)
        token = text[first : fix.start] + fix.meant + text[fix.end : last]
        if any(words.flags(word.lower()) for word in _LETTERS.findall(token) if len(word) > 1):
            return True
    return False


def _leaves_oddities(text: str, found: list[Repair], language: str) -> bool:
    repaired = applied(text, tuple((fix.start, fix.end, fix.meant) for fix in found))
    return bool(odd_tokens(repaired, frozenset(repaired), None, lambda: (language, 1.0)))


def _coverage(found: Iterable[Repair]) -> int:
    return sum(fix.end - fix.start for fix in found)


def _is_text(meant: str) -> bool:
    """Tell whether a repair is free of controls and of what Unicode has not assigned."""
    return not any(category(char) in {"Cc", "Cs", "Cn", "Co"} for char in meant)


def _judged(text: str, found: list[Repair]) -> Iterator[Repair]:
    """Drop what only one short sequence shows and ftfy does not confirm."""
    sizes = Counter[Misreading]()
    strange = Counter[Misreading]()
    counts = Counter(fix.chain[0] for fix in found)
    for fix in found:
        sizes[fix.chain[0]] += fix.end - fix.start
        strange[fix.chain[0]] += not all(map(is_usual, fix.meant))
    for fix in found:
        kind = fix.chain[0]
        weak, known = sizes[kind] <= SHORT, kind.read_as in KNOWN_TO_FTFY
        alone = counts[kind] == 1 and not _in_word(text, fix)
        unclear = fix.gain < STRONG or alone or _is_ambiguous(text, fix)
        if _in_capitals(text, fix):
            continue  # "MU.K\u00c9\u0160.DA"
        doubtful = 2 * strange[kind] > counts[kind] or (weak and known and unclear)
        if doubtful and not (known and _ftfy_agrees(text, fix)):
            continue
        yield replace(fix, sure=not weak or known, proven=not fix.lossy)


def _is_ambiguous(text: str, fix: Repair) -> bool:
    """Tell whether a capital and the sign behind it may be right as they are."""
    marked = not _AMBIGUOUS.isdisjoint(text[fix.start : fix.end])
    return marked and text[fix.start - 1 : fix.start].isupper()


def _in_capitals(text: str, fix: Repair) -> bool:
    """Tell whether capitals that end a word in capitals would become a small letter."""
    before, shown = text[max(0, fix.start - 1) : fix.start], text[fix.start : fix.end]
    if text[fix.end : fix.end + 1].islower():
        return False
    return before.isupper() and all(map(str.isupper, shown)) and fix.meant.islower()


def _in_word(text: str, fix: Repair) -> bool:
    """Tell whether a plain letter stands on either side of a sequence."""
    beside = text[fix.start - 1 : fix.start] + text[fix.end : fix.end + 1]
    return any(char.isascii() and char.isalpha() for char in beside)


def _line(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(text.rfind("\n", 0, start) + 1, start - _LINE_REACH)
    last = text.find("\n", end)
    return first, min(last if last >= 0 else len(text), end + _LINE_REACH)


def _ftfy_agrees(text: str, fix: Repair) -> bool:
    first, last = _line(text, fix.start, fix.end)
    return any(
        part.start + first < fix.end and fix.start < part.end + first
        for part in replacements(text[first:last])
    )


def _with_ftfy(text: str, found: list[Repair]) -> list[Repair]:
    """Return the repairs with what ftfy repairs in lines with odd starts beside them.

    Where it takes in a repair and its neighbours as well, its own one stays.
    """
    found = sorted(found, key=lambda fix: fix.start)
    starts, ends = [fix.start for fix in found], [fix.end for fix in found]
    extra: list[Repair] = []
    covered: set[int] = set()
    done = -1
    starts_oddly = any(char in text for char in _ODD_STARTS)
    for match in _ODD_START.finditer(text) if starts_oddly else ():
        index = bisect_right(ends, match.start())
        if match.start() < done or (index < len(found) and found[index].start <= match.start()):
            continue
        first, done = _line(text, match.start(), match.end())
        for part in replacements(text[first:done]):
            start, end = first + part.start, first + part.end
            index = bisect_right(ends, start)
            inside = list(range(index, bisect_left(starts, end)))
            if not inside or (
                found[inside[0]].start >= start
                and found[inside[-1]].end <= end
                and end - start > sum(found[number].end - found[number].start for number in inside)
            ):
                covered.update(inside)
                extra.append(Repair(start, end, part.meant, (), 0.0, plan=part.plan, sure=True))
    return [fix for number, fix in enumerate(found) if number not in covered] + extra


def _is_hopeless(text: str, odd: frozenset[str]) -> bool:
    """Tell whether no reading of the odd tokens can gain enough."""
    enough = WORDS if len(odd) > 1 else min(ONE_WORD, PRIORS["single"])
    gains = (most_gained(token) * min(COUNTED, text.count(token)) for token in odd)
    return all(gain <= enough for gain in accumulate(gains))


def _are_likely(odd: frozenset[str], kinds: tuple[Misreading, ...]) -> bool:
    """Tell whether odd tokens are likelier as they are: names of other languages are."""
    if not all(map(is_single, kinds)):
        return False
    return sum(max(mix_up_gains(token).values(), default=0.0) for token in odd) < LIKELIER


def _trial(text: str, odd: frozenset[str]) -> str:
    """Return the odd tokens and, where they are few, others with characters beyond ASCII."""
    tokens = dict.fromkeys(sorted(odd)[:TRIAL])
    end = 0
    for match in _BEYOND_ASCII.finditer(text):
        if len(tokens) >= TRIAL:
            break
        if match.start() >= end:
            start, end = token_at(text, *match.span())
            tokens[text[start:end]] = None
    return "\n".join(tokens)


def _possible(odd: frozenset[str]) -> tuple[Misreading, ...]:
    """Return the misreadings that may have made the odd tokens, UTF-8 aside.

    Words of other alphabets have no ASCII letters left when they are misread,
    and those of double-byte sets have a row of signs.
    """
    foreign = any(not _ASCII_LETTER.search(token) for token in odd)
    double = any(len(_BEYOND_ASCII.findall(token)) >= ROW for token in odd)
    return _without_utf8(foreign=foreign, double=double)


@cache
def _without_utf8(*, foreign: bool, double: bool) -> tuple[Misreading, ...]:
    return tuple(
        kind
        for kind in misreadings()
        if kind.meant != UTF_8
        and (double or is_single(kind))
        and (foreign or not is_single(kind) or kind.meant in LATIN)
    )


def _fits(fix: Repair, language: str) -> bool:
    """Tell whether the language, where it is sure, has the letters of a repair."""
    kind = fix.chain[0]
    if is_single(kind) and utf8_edits("cp1252", fix.meant):
        return False  # what comes out is mojibake again: the signs meant something else
    letters = exemplars().get(language)
    if letters is None or kind.meant not in LATIN:
        return True
    return all(char.isascii() or not char.isalpha() or char in letters for char in fix.meant)


def _unproven(text: str, odd: frozenset[str], language: str) -> list[Repair]:
    """Return repairs of other misreadings, first tried on the odd tokens alone."""
    if _is_hopeless(text, odd):
        return []  # a name of another language, or two: much of what gets here
    kinds = _possible(odd)
    foreign = language in exemplars() and _are_likely(odd, kinds)
    if not foreign and search(_trial(text, odd), kinds):
        found = [fix for fix in search(text, kinds) if _fits(fix, language)]
        counts = Counter(fix.chain[0] for fix in found)
        enough = _coverage(found) >= PAGE or any(is_single(fix.chain[0]) for fix in found)
        if found and enough:
            return [replace(fix, sure=counts[fix.chain[0]] >= MANY) for fix in found]
    single = [kind for kind in kinds if is_single(kind)]
    if language not in exemplars():
        return []
    return search_words(text, single, odd, language) or twins(text, odd, language)
