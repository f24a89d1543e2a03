"""Spanish verbs that ask for a preposition before an infinitive, with none or with another.

"Comenzó llover", "se negó de firmar", "insistió a que": one table of verbs, all their forms.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.spanish_infinitives import is_infinitive
from textassay.checks.typos.vocabulary import LOWER, vocabulary
from textassay.frozen import NamedTuple
from textassay.text.document import once
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_ENDINGS = {
    "ar": ("a", "an", "ó", "aron", "aba", "aban", "ará", "arán", "aría", "arían"),
    "er": ("e", "en", "ió", "ieron", "ía", "ían", "erá", "erán", "ería", "erían"),
    "ir": ("e", "en", "ió", "ieron", "ía", "ían", "irá", "irán", "iría", "irían"),
}
_PRONOMINAL = {"ar": ("arse", "ándose"), "er": ("erse", "iéndose"), "ir": ("irse", "iéndose")}
_PARTICIPLES = {"ar": "ado", "er": "ido", "ir": "ido"}
_CHANGES = (("e", "ie"), ("o", "ue"))  # of the stressed stem: "comienza"
_IRREGULAR = {
    "ir": ("va", "van", "vas", "voy", "vamos", "iba", "iban", "vaya", "vayan"),
    "tener": ("tiene", "tienen", "tenía", "tenían", "tendrá", "tendrán"),
}
_HAVE = frozenset({"ha", "han", "había", "habían", "he", "hemos"})
_OTHERS = frozenset({"a", "de", "en", "con"})
# Behind these "trata" is a noun
_BEFORE_NOUNS = frozenset({"la", "una", "esta", "esa", "de", "con", "sin", "en", "por", "contra"})
_RELATIVES = frozenset({"que", "quien", "lo"})
_OBJECTS = frozenset(
    {"el", "la", "los", "las", "un", "una", "su", "sus", "a", "al", "en", "con", "más"}
)


class _Governed(NamedTuple):
    """The word that a verb asks for, with "se", without it or either way, and what may stand."""

    word: str
    pronoun: str
    allowed: frozenset[str]


def ungoverned(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of such verbs right before an infinitive, with the word that is missing."""
    small = lowered(document)
    for index in _places(document):
        following = document.words[index + 1] if index + 1 < len(small) else ""
        if not is_infinitive(following) or not side_by_side(document, index, index + 1):
            continue
        governed = _forms()[small[index]]
        if not _is_verb(small, index, governed) or (
            following == "haber" and governed.pronoun == "se"
        ):
            continue
        if governed.word == "que" and not _obliged(small, index):
            continue  # "el poder que tiene hacer esto"
        yield index, f"{document.words[index]} {governed.word}"


def misgoverned(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of wrong prepositions behind such verbs, with the right one."""
    small = lowered(document)
    for index in _places(document):
        if index + 2 >= len(small) or small[index + 1] not in _OTHERS:
            continue
        governed = _forms()[small[index]]
        if small[index + 1] in governed.allowed or not _is_verb(small, index, governed):
            continue
        following = document.words[index + 2]
        clause = following == "que" or is_infinitive(following)
        if clause and side_by_side(document, index, index + 2):
            yield index + 1, governed.word


@once
def _places(document: Document) -> list[int]:
    return places(document, _forms())


def _is_verb(small: list[str], index: int, governed: _Governed) -> bool:
    """Tell whether a form is the verb that governs, with its pronoun if it must have one."""
    last = small[index - 1] if index else ""
    if small[index].endswith("se") or (small[index] == "trata" and last in _BEFORE_NOUNS):
        return small[index] != "trata"
    auxiliary = last in _HAVE and small[index].endswith("do")
    before = small[index - 2] if auxiliary and index > 1 else last
    if auxiliary != small[index].endswith("do") and before != "se":
        return False  # a participle without its auxiliary
    return governed.pronoun == "-" or (governed.pronoun == "se") == (before == "se")


def _obliged(small: list[str], index: int) -> bool:
    """Tell whether an infinitive with its object hangs on tener: "tiene pagar la cuenta"."""
    after = small[index + 2 : index + 3]
    return index > 0 and small[index - 1] not in _RELATIVES and not _OBJECTS.isdisjoint(after)


@cache
def _forms() -> dict[str, _Governed]:
    """Return what each form of the verbs of the table asks for."""
    words = vocabulary("es")
    found = {}
    for entry in entries(__file__, "governed_verbs.txt"):
        verbs, _, others = entry.partition(" / ")
        word, pronoun, *infinitives = verbs.split()
        governed = _Governed(word, pronoun, frozenset({word, *others.split()}))
        for infinitive in infinitives:
            for form in _conjugated(infinitive, pronominal=pronoun == "se"):
                if words is not None and words.flags(form) & LOWER:
                    found[form] = governed
    return found


def _conjugated(infinitive: str, *, pronominal: bool) -> Iterator[str]:
    """Yield the forms of a verb, and some that no dictionary has."""
    if infinitive in _IRREGULAR:
        yield from _IRREGULAR[infinitive]
        return
    stem, kind = infinitive[:-2], infinitive[-2:]
    yield stem + _PARTICIPLES[kind]
    yield from (stem + ending for ending in _ENDINGS[kind])
    if pronominal:
        yield from (stem + ending for ending in _PRONOMINAL[kind])
    for plain, stressed in _CHANGES:
        head, vowel, tail = stem.rpartition(plain)
        if vowel:
            yield from (f"{head}{stressed}{tail}{ending}" for ending in _ENDINGS[kind][:2])
