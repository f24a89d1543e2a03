"""Finds the misreading that explains a text, by the gain in likelihood.

Each token with characters beyond ASCII is read again in every way that its
characters allow. The gain of a way, summed over the record, must beat a
prior: one odd token is no evidence for a rare accident, a page of them is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.encoding._mojibake_gains import gain_of, mix_up_gains
from textassay.checks.encoding.misreadings import (
    AT_HOME,
    EXOTIC,
    SINGLE_BYTE,
    UTF_8,
    Edits,
    Misreading,
    applied,
    edits_of,
    is_single,
)
from textassay.checks.encoding.suspicion import (
    WELL_PLACED,
    exemplars,
    pairs,
)
from textassay.checks.encoding.usual_characters import TYPOGRAPHIC
from textassay.text.language import identify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

COUNTED = 3  # times that the same token votes
SAMPLE = 300  # distinct tokens that vote for the misreadings of a record
SAMPLE_LENGTH = 20_000  # characters of these tokens together
TOKEN = 2_000  # characters of the longest piece that is judged at once
PRIORS = {
    "common": 6.0,
    "rare": 9.0,
    "exotic": 13.0,
    "utf-8, double": 10.0,
    "single": 11.0,
    "double": 12.0,
}
ESTABLISHED = 4.0  # of gain over the prior make a misreading the record's own
WORDS = 9.0  # of gain make it sure in odd words whose mended letters the language has
ONE_WORD = 16.0  # the same where one word alone is odd
HOPELESS = -15.0  # gain at which no more tokens are asked
KNOWN = 2.0  # the prior of a misreading that the record has shown to have
MAIN = 12.0  # for the misreading with the highest gain of the record: 6 left 2 % of documents mixed
LEFT_OVER = 4.0  # more for each letter beside a sequence that no misreading has touched
LONELY = 4.0  # more for a single-byte edit of one character
TYPOGRAPHY = 8.0  # more where only marks of typography change
FOREIGN = 3.0  # more for each letter that the language does not have, less for each mended one
_LOST = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Repair:
    """A span of the record and what it meant, with the chain and its gain."""

    start: int
    end: int
    meant: str
    chain: tuple[Misreading, ...]
    gain: float
    lossy: bool = False
    sure: bool = False
    proven: bool = False
    plan: str = ""


@cache
def _tokens() -> re.Pattern[str]:
    # No-break spaces and other odd blanks may be halves of letters: they do not part tokens.
    return re.compile(rf"[^ \t\r\n]{{1,{TOKEN}}}")


def _beyond_ascii(text: str) -> list[str]:
    """Return the tokens with characters beyond ASCII, five times as fast as by the pattern."""
    pieces = text.replace("\n", " ").replace("\t", " ").replace("\r", " ").split(" ")
    if max(map(len, pieces)) > TOKEN:
        pieces = _tokens().findall(text)
    return [piece for piece in pieces if not piece.isascii()]


def prior_of(misreading: Misreading) -> float:
    """Return the gain that a single token must show for the misreading."""
    if misreading.meant != UTF_8:
        return PRIORS["single"] if is_single(misreading) else PRIORS["double"]
    if misreading.read_as not in SINGLE_BYTE:
        return PRIORS["utf-8, double"]
    if misreading.read_as in EXOTIC:
        return PRIORS["exotic"]
    return PRIORS["common" if misreading.read_as in SINGLE_BYTE[:2] else "rare"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tokens of a record say about one misreading."""

    total: float
    letters: frozenset[str] = frozenset()
    proven: bool = False

    @property
    def comes_into_question(self) -> bool:
        """Tell whether the record as a whole, or a token by itself, speaks for it."""
        return self.total > 0 or self.proven

    def known(self, kind: Misreading) -> bool:
        """Tell whether the record has shown to be misread so."""
        return self.total > prior_of(kind) + ESTABLISHED


def search(text: str, kinds: tuple[Misreading, ...]) -> list[Repair]:
    """Return the repairs of one round of misreading, in order.

    Args:
        text: The text of the record.
        kinds: The misreadings that come into question.
    """
    distinct = Counter(_beyond_ascii(text))
    verdicts = _verdicts(distinct, kinds)
    main = max(verdicts, key=lambda kind: verdicts[kind].total, default=None)
    tried = [
        kind
        for kind, verdict in verdicts.items()
        if kind.meant == UTF_8 or (kind == main and verdict.known(kind))
    ]
    if not tried:
        return []
    chosen = {token: _choose(token, tried, verdicts, main) for token in distinct}
    repairs = []
    for match in _tokens().finditer(text):
        best = chosen.get(match.group())
        if best is None:
            continue
        start, (gain, kind, edits) = match.start(), best
        repairs += [
            Repair(start + first, start + last, meant, (kind,), gain, _LOST in match.group())
            for first, last, meant in edits
        ]
    return repairs


def _verdicts(distinct: Counter[str], kinds: tuple[Misreading, ...]) -> dict[Misreading, Verdict]:
    sample = []
    length = 0
    for token, count in distinct.most_common(SAMPLE):
        sample.append((token, min(count, COUNTED)))
        length += len(token)
        if length > SAMPLE_LENGTH:
            break
    showing = [(token, count) for token, count in sample if pairs().search(token)]
    verdicts = {}
    for kind in kinds:
        narrow = kind.meant == UTF_8 and kind.read_as in SINGLE_BYTE
        verdicts[kind] = _verdict(showing if narrow else sample, kind)
    return {kind: verdict for kind, verdict in verdicts.items() if verdict.comes_into_question}


def _verdict(sample: list[tuple[str, int]], kind: Misreading) -> Verdict:
    """Sum the gains of a misreading; tokens that it would spoil count against it."""
    if kind.meant == UTF_8:
        return _verdict_of_proof(sample, kind)
    edited = []
    total = 0.0
    single = is_single(kind)
    for token, count in sample:
        if single:
            gain = mix_up_gains(token).get(kind)
        else:
            gain = gain_of(token, edits) if (edits := edits_of(kind, token)) else None
        if gain is not None:
            edited.append((token, count))
            total += gain * count
            if total < HOPELESS:
                return Verdict(0.0)
    if total <= prior_of(kind):
        return Verdict(total)
    changes = [(token, count, edits_of(kind, token)) for token, count in edited]
    letters = _letters(changes)
    total -= sum(
        _strangeness(kind, token, edits, letters) * count for token, count, edits in changes
    )
    return Verdict(total, letters or frozenset())


def _verdict_of_proof(sample: list[tuple[str, int]], kind: Misreading) -> Verdict:
    """Sum the gains of UTF-8 misread; one token of them may be proof enough.

    Beside damaged words, right ones may look like sequences too: in Cyrillic
    a capital and a letter of Ukrainian do.
    """
    enough = prior_of(kind) + ESTABLISHED
    total = 0.0
    proven = False
    for token, count in sample:
        edits = edits_of(kind, token)
        if edits:
            gain = gain_of(token, edits) - _strangeness(kind, token, edits, None)
            total += gain * count
            proven = proven or gain > enough
    return Verdict(total, proven=proven)


def _letters(edited: list[tuple[str, int, Edits]]) -> frozenset[str] | None:
    """Return the letters of the language that the mended text would be in."""
    mended = " ".join(applied(token, edits) for token, _, edits in edited)
    return exemplars().get(identify(mended).code)


def _strangeness(
    kind: Misreading, token: str, edits: Edits, letters: frozenset[str] | None
) -> float:
    """Return what an edit must gain beyond the prior, by how odd its result is."""
    if kind.meant == UTF_8:
        return LEFT_OVER * _left_over(token, edits)
    if not is_single(kind):
        return 0.0
    changed = "".join(token[start:end] for start, end, _ in edits)
    inside = sum(_is_inside(token, start, end) for start, end, _ in edits)
    extra = LONELY if len(changed) == 1 and not inside else 0.0
    extra += TYPOGRAPHY if set(changed) <= TYPOGRAPHIC and not inside else 0.0
    if letters is not None:
        meant = "".join(new for *_, new in edits)
        odd_after = sum(
            char.isalpha() and not char.isascii() and char not in letters for char in meant
        )
        odd_before = sum(char not in letters and char not in TYPOGRAPHIC for char in changed)
        extra += FOREIGN * (odd_after - max(odd_before, inside))
        if odd_before + inside == 0:
            extra += LONELY
    return extra


def _is_inside(token: str, start: int, end: int) -> bool:
    """Tell whether signs that never stand in words stand between two letters."""
    return (
        token[start - 1 : start].isalpha()
        and token[end : end + 1].isalpha()
        and not any(char.isalpha() or char in WELL_PLACED for char in token[start:end])
    )


def _left_over(token: str, edits: Edits) -> int:
    """Count the letters beyond ASCII that are right as they are: misread, none would be."""
    position = 0
    rest = []
    for start, end, _ in edits:
        rest.append(token[position:start])
        position = end
    return sum(char.isalpha() and not char.isascii() for char in "".join(rest) + token[position:])


def _choose(
    token: str,
    kinds: list[Misreading],
    verdicts: Mapping[Misreading, Verdict],
    main: Misreading | None,
) -> tuple[float, Misreading, Edits] | None:
    best = None
    for kind in kinds:
        edits = edits_of(kind, token)
        if not edits:
            continue
        known = verdicts[kind].known(kind)
        gain = gain_of(token, edits) - (KNOWN if known else prior_of(kind))
        if kind.meant == UTF_8 or not known:
            gain -= _strangeness(kind, token, edits, verdicts[kind].letters or None)
        if kind == main and known:
            gain += MAIN
        if gain > 0 and (best is None or gain > best[0]):
            best = (gain, kind, edits)
    return best


def search_words(
    text: str, kinds: Iterable[Misreading], odd: frozenset[str], language: str
) -> list[Repair]:
    """Return repairs of odd words in a text that is otherwise right.

    Here the language decides as well: a mended word may only have letters of
    the language, so that names of other languages are left alone.

    Args:
        text: The text of the record.
        kinds: The misreadings that come into question, of single-byte sets.
        odd: The tokens in question.
        language: The language of the text, which must be one with known letters.
    """
    letters = exemplars()[language]
    at_home = {kind for kind in kinds if language in AT_HOME.get(kind.meant, frozenset())}
    proposals: dict[Misreading, dict[str, tuple[float, Edits]]] = {kind: {} for kind in kinds}
    for token in odd:
        # What the letters of the language and its usual accident may add at most.
        bonus = LONELY + FOREIGN * sum(not char.isascii() for char in token)
        for kind, likelier in mix_up_gains(token).items():
            if likelier + bonus <= KNOWN or kind not in proposals:
                continue
            edits = edits_of(kind, token)
            if not letters.issuperset("".join(new for *_, new in edits)):
                continue
            gain = likelier - _strangeness(kind, token, edits, letters)
            if kind in at_home:
                gain += LONELY  # the accident that befalls this language again and again
            if gain > KNOWN:
                proposals[kind][token] = (gain, edits)
    totals = {kind: sum(gain for gain, _ in found.values()) for kind, found in proposals.items()}
    best = max(totals, key=totals.__getitem__, default=None)
    if best is None or totals[best] <= (WORDS if len(proposals[best]) > 1 else ONE_WORD):
        return []
    return [
        Repair(match.start() + first, match.start() + last, meant, (best,), gain)
        for match in _tokens().finditer(text)
        if match.group() in proposals[best]
        for gain, edits in [proposals[best][match.group()]]
        for first, last, meant in edits
    ]
