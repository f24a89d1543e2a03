"""Spanish verbs in -ar that stand in the indicative where "para que" asks for the subjunctive."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import LOWER, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

SHORTEST = 3  # letters of a stem
FREQUENT = 3.0  # Zipf of the infinitive
QUESTION = 60  # code points before "para que" in which a question may begin
_ASKING = (("para", "que"), ("sin", "que"), ("antes", "de", "que"), ("fin", "de", "que"))
_QUE = frozenset({"que"})
_BEFORE_QUE = frozenset(way[-2] for way in _ASKING)
_PRONOUNS = frozenset({"no", "se", "lo", "la", "le", "les", "los", "las", "nos", "te", "me"})
# What follows a verb; a noun would have its article before it
_AFTER = frozenset(
    {"a", "al", "el", "la", "los", "las", "un", "una", "su", "sus", "en", "con", "por"}
)
_KNOWING = frozenset({"saber", "sabe", "saben", "sabemos", "explicar", "es", "entender", "ver"})


def indicatives(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of such verbs, with the subjunctive."""
    small = lowered(document)
    for index in places(document, _QUE):
        if small[index - 1] not in _BEFORE_QUE:
            continue
        opening = next((way for way in _ASKING if _stands(small, index, way)), None)
        if opening is None:
            continue
        verb = index + 1
        while verb < len(small) and small[verb] in _PRONOUNS:
            verb += 1
        right = subjunctive(document.words[verb]) if verb < len(small) else None
        if right is None or verb + 1 >= len(small) or small[verb + 1] not in _AFTER:
            continue
        first = index + 1 - len(opening)
        if side_by_side(document, first, verb + 1) and not _asks(document, first):
            yield verb, right


def _stands(small: list[str], index: int, way: tuple[str, ...]) -> bool:
    """Tell whether the words of an opening end at a place."""
    first = index + 1 - len(way)
    return first >= 0 and tuple(small[first : index + 1]) == way


def _asks(document: Document, first: int) -> bool:
    """Tell whether it may be "para qu\u00e9" without its accent."""
    start = document.word_spans[first][0]
    if "\u00bf" in document.text[max(0, start - QUESTION) : start]:
        return True
    return first > 0 and document.words[first - 1].lower() in _KNOWING


_OF_VENIR = frozenset({"venga", "vengan"})  # no indicative of "vengar" where one may come


@cache
def subjunctive(word: str) -> str | None:
    """Return the subjunctive of a small verb in -a whose infinitive can only be in -ar."""
    if word in _OF_VENIR:
        return None
    words, plural = vocabulary("es"), word.endswith("an")
    stem = word[: -1 - plural]
    if (
        words is None
        or not word.islower()
        or not word.endswith(("a", "an"))
        or len(stem) < SHORTEST
    ):
        return None
    if words.zipf(f"{stem}ar") < FREQUENT or words.flags(f"{stem}er") | words.flags(f"{stem}ir"):
        return None
    changed = {"c": "qu", "g": "gu", "z": "c"}.get(stem[-1])
    right = f"{stem[:-1]}{changed}" if changed else stem
    form = f"{right}e{'n' if plural else ''}"
    return form if words.flags(form) & LOWER else None
