"""Spanish sentences that open with their subject: what stands behind it is the main verb.

"El comité presentara su informe", "El delantero marco dos goles", "El alcalde a
decidido": no subordinate clause has begun, and no second noun may follow the first.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.forms import Question
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

COMMON = 3.0  # Zipf of the infinitive of a future or a participle
NO_NOUN = 1.0  # Zipf by which its plural is rarer: "hablado"; "pedido" is a noun
STEM = 3  # letters of a verb before its ending
MOST_WORDS = 6  # of the subject
_DETERMINERS = frozenset(
    {"el", "la", "los", "las", "un", "una", "su", "sus", "este", "esta", "estos", "estas"}
    | {"nuestro", "nuestra", "ambos", "ambas", "varios", "varias"}
)
_OF = frozenset({"de", "del"})
_BEFORE_VERB = frozenset({"no", "se", "ya", "lo", "le", "les", "nos", "tambi\u00e9n"})
_NEGATIONS = frozenset({"no", "se", "ya", "nunca", "tampoco", "quien", "quienes"})
_STATING = frozenset(
    {"dijo", "asegur\u00f3", "afirm\u00f3", "se\u00f1al\u00f3", "indic\u00f3", "explic\u00f3"}
    | {"confirm\u00f3", "anunci\u00f3", "declar\u00f3", "inform\u00f3", "reconoci\u00f3"}
    | {"asegura", "afirma", "cree", "dice", "sostiene", "sostuvo", "a\u00f1adi\u00f3"}
    | {"record\u00f3", "lament\u00f3", "admiti\u00f3", "denunci\u00f3", "agreg\u00f3"}
)
_AFTER_VERB = frozenset(
    {"el", "la", "los", "las", "un", "una", "su", "sus", "este", "esta", "que", "a", "al", "en"}
    | {"con", "por", "de", "del", "sobre", "contra", "desde", "hasta", "m\u00e1s", "hoy", "ayer"}
)
# No word of a subject: with one of these a clause or an adjunct has begun
_CLOSING = frozenset(
    {
        "a",
        "al",
        "ante",
        "aunque",
        "como",
        "con",
        "contra",
        "cual",
        "cuando",
        "cuya",
        "cuyo",
        "desde",
    }
    | {"donde", "durante", "e", "en", "entre", "hacia", "hasta", "mientras", "ni", "o", "para"}
    | {
        "pero",
        "por",
        "porque",
        "que",
        "quien",
        "seg\u00fan",
        "si",
        "sin",
        "sobre",
        "tras",
        "u",
        "y",
    }
    | {"lo", "no", "se", "le", "les", "me", "te", "nos", "ha", "han", "es", "son", "fue", "era"}
)
_FINITE = ("\u00f3", "aron", "ieron", "aba", "aban", "\u00eda", "\u00edan", "r\u00e1", "r\u00e1n")
# Participles that are neither nouns nor marks: "no a dado detalles"
_SURE = frozenset(
    {"sido", "habido", "tenido", "podido", "querido", "dado", "hecho", "dicho", "ido", "llegado"}
    | {"logrado", "conseguido", "recibido", "respondido", "confirmado", "decidido", "anunciado"}
    | {"descartado", "precisado", "detallado", "aclarado", "ganado", "vuelto", "visto", "puesto"}
)
_PARTICIPLES = frozenset(
    {"dicho", "hecho", "visto", "puesto", "abierto", "escrito", "muerto", "vuelto", "roto"}
    | {
        "resuelto",
        "descubierto",
        "propuesto",
        "expuesto",
        "previsto",
        "impuesto",
        "sido",
        "ido",
        "dado",
    }
)


def futures(document: Document) -> Iterator[tuple[int, str]]:
    """Yield futures that lack their accent, with it: "El Congreso votara la ley"."""
    words, forms = document.words, _FUTURES.those("es", document.vocabulary)
    for index in compress(count(), map(forms.__contains__, words) if forms else ()):
        right = future(words[index])
        if right is not None and subject_before(document, index):
            yield index, right


def auxiliaries(document: Document) -> Iterator[tuple[int, str]]:
    """Yield prepositions that stand for the verb haber: "El alcalde a decidido"."""
    small = lowered(document)
    for index in places(document, {"a", "an"}):
        if not index or index + 1 >= len(small) or not participle(small[index + 1]):
            continue
        if not side_by_side(document, index, index + 1) or not document.words[index].islower():
            continue
        negated = small[index - 1] in _NEGATIONS and side_by_side(document, index - 1, index)
        sure = small[index + 1] in _SURE or _governs(document, index + 1)
        if (negated and sure) or _stated(document, index) or subject_before(document, index):
            yield index, f"h{small[index]}"


def _stated(document: Document, index: int) -> bool:
    """Tell whether a statement begins with a participle that is no noun: "dijo que a hablado"."""
    small, words = lowered(document), vocabulary("es")
    if index < 2 or small[index - 1] != "que" or small[index - 2] not in _STATING:  # noqa: PLR2004
        return False
    written = small[index + 1]
    noun = words is None or words.zipf(f"{written}s") > words.zipf(written) - NO_NOUN
    return not noun and side_by_side(document, index - 2, index)


def _governs(document: Document, index: int) -> bool:
    """Tell whether what follows a verb follows a participle: "no a aprobado" is a mark."""
    following = document.words[index + 1 : index + 2]
    return not _AFTER_VERB.isdisjoint(following) and side_by_side(document, index, index + 1)


def subject_before(document: Document, index: int) -> bool:
    """Tell whether a sentence begins with its subject and a word stands right behind it."""
    words, small = document.words, lowered(document)
    last = index - 1
    while last > 0 and small[last] in _BEFORE_VERB:
        last -= 1
    for first in range(index - 1, max(-1, last - MOST_WORDS), -1):
        if not side_by_side(document, first, first + 1):
            return False
        if first < last and small[first] in _DETERMINERS and _opens(document, first):
            return _subject(words[first + 1 : last + 1])
        if small[first] in _CLOSING and first <= last:
            return False
    return False


def _subject(phrase: list[str]) -> bool:
    """Tell whether a noun, with an adjective or a complement at most, is all there is."""
    head, *rest = phrase
    if not head.isalpha() or head.lower() in _OF:
        return False
    if rest and rest[0].lower() not in _OF | _DETERMINERS:
        if _finite(rest[0]) and rest[0].islower():
            return False
        rest = rest[1:]
    if not rest:
        return True
    if rest[0].lower() not in _OF or len(rest) == 1:
        return False
    complement = rest[1:]
    if complement[0].lower() in _DETERMINERS:
        complement = complement[1:]
    return len(complement) in {1, 2} and not any(map(_finite, complement))


@lru_cache(maxsize=REMEMBERED)
def _finite(word: str) -> bool:
    """Tell whether a small word may be a finite verb."""
    if not word.islower():
        return False
    words = vocabulary("es")
    if word.endswith(_FINITE) or words is None:
        return True
    stems = (word[:-1], word[:-2])
    return word.endswith(("a", "an", "e", "en")) and any(
        words.zipf(f"{stem}{ending}") >= COMMON + 1
        for stem in stems
        for ending in ("ar", "er", "ir")
    )


def _opens(document: Document, place: int) -> bool:
    start = document.word_spans[place][0]
    sentence = document.sentence_at(start)
    if sentence is None or sentence.start != start or not document.words[place][0].isupper():
        return False
    return document.quotation_at(start) is None


@lru_cache(maxsize=REMEMBERED)
def future(word: str) -> str | None:
    """Return the future of a verb in -ar whose imperfect subjunctive a small word is."""
    words, plural = vocabulary("es"), word.endswith("n")
    stem = word[: -3 - plural]
    if words is None or not word.islower() or len(stem) < STEM:
        return None
    form = f"{stem}ar\u00e1{'n' if plural else ''}"
    verb = words.flags(f"{stem}ar") & LOWER and words.zipf(f"{stem}ar") >= COMMON
    return form if verb and words.flags(form) & LOWER else None


_FUTURES = Question(lambda _, word: word.endswith(("ara", "aran")) and future(word) is not None)


@lru_cache(maxsize=REMEMBERED)
def participle(word: str) -> bool:
    """Tell whether a small word is the participle of a verb of some frequency."""
    words = vocabulary("es")
    if word in _PARTICIPLES:
        return True
    if words is None or not word.endswith(("ado", "ido")) or not words.flags(word) & LOWER:
        return False
    stem = word[:-3]
    endings = ("ar",) if word.endswith("ado") else ("er", "ir")
    return len(stem) >= STEM - 1 and any(words.zipf(stem + end) >= COMMON for end in endings)
