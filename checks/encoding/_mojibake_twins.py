"""Letters that are twins in two character sets: Hungarian "illet\u00f5" for "illet\u0151".

The likelihood of characters says little of them, for other languages write
them so; the alphabet of the record's own language does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.encoding._mojibake_gains import gain_of
from textassay.checks.encoding._mojibake_search import Repair
from textassay.checks.encoding.misreadings import AT_HOME, Misreading, edits_of
from textassay.checks.encoding.suspicion import exemplars
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from textassay.checks.encoding.misreadings import Edits

FEWEST = 2  # different words, one of them no name
SHARE = 0.8  # of the odd words of the record that the misreading must explain
_TOKENS = lazy(r"\S+")


def twins(text: str, odd: frozenset[str], language: str) -> list[Repair]:
    """Return repairs of words whose letters all become letters of the language.

    Args:
        text: The text of the record.
        odd: The tokens with letters that the language does not have.
        language: Its ISO 639-1 code, or empty where that is not sure.
    """
    for meant, languages in AT_HOME.items():
        kind = Misreading(meant, "cp1252")
        found = _mended(odd, kind, language) if language in languages else {}
        if len(found) < FEWEST or len(found) < SHARE * len(odd):
            continue
        if any(token[0].islower() for token in found):
            return [
                Repair(
                    match.start() + first,
                    match.start() + last,
                    new,
                    (kind,),
                    gain_of(match.group(), found[match.group()]),
                )
                for match in _TOKENS.finditer(text)
                for first, last, new in found.get(match.group(), ())
            ]
    return []


def _mended(odd: frozenset[str], kind: Misreading, language: str) -> dict[str, Edits]:
    letters = exemplars().get(language, frozenset())
    found = {}
    for token in odd:
        edits = edits_of(kind, token)
        changed = "".join(token[start:end] for start, end, _ in edits)
        meant = "".join(new for *_, new in edits)
        if changed.isalpha() and letters.isdisjoint(changed) and letters.issuperset(meant):
            found[token] = edits
    return found
