"""Spanish clauses from their first word to their verb: the number of one against the other.

"La investigación del robo comenzaron", "confirmó que los dueños le ofreció": a clause opens with
a determiner and a noun, only complements and one adjective follow, then a verb whose ending
tells its number.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import plural_of
from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.forms import Question
from textassay.checks.typos.sequence import lowered
from textassay.checks.typos.spanish_subjects import collectives, has_subject_behind, plural
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary

if TYPE_CHECKING:
    from textassay.text.document import Document

MOST_WORDS = 10  # from the determiner to the verb
KNOWN = 2.0  # Zipf of the verb in the other number
COMMON = 3.0  # Zipf of the noun
PLAIN = 2  # words of a subject that may be an object put first
VERBAL = 1.5  # Zipf by which the plural of a noun may stay behind that may be a verb form
_ONE = frozenset({"el", "la", "este", "esta", "ese", "esa", "nuestro", "nuestra"})
_MANY = frozenset(
    {"los", "las", "estos", "estas", "esos", "esas", "nuestros", "nuestras", "sus"}
    | {"varios", "varias", "algunos", "algunas", "ambos", "ambas", "muchos", "muchas"}
)
_BEFORE_NOUNS = frozenset(
    {"primer", "primera", "primeros", "primeras", "nuevo", "nueva", "nuevos", "nuevas", "gran"}
    | {"grandes", "propio", "propia", "propios", "propias", "mismo", "misma", "principal"}
    | {"principales", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"}
)
_PREPOSITIONS = frozenset({"de", "del", "en", "para", "sobre", "contra", "entre", "por", "al", "a"})
_ARTICLES = frozenset({"el", "la", "los", "las", "un", "una", "su", "sus", "este", "esta", "cada"})
_CLITICS = frozenset({"no", "se", "ya", "le", "les", "nos", "me", "te", "tambi\u00e9n", "nunca"})
_PLURALS_BEHIND = [[word] for word in ("los", "las", "unos", "unas", "sus", "dos", "tres")]
_STATING = ("\u00f3", "aron", "ieron", "aba", "aban")
_SAYS = frozenset({"dice", "dicen", "asegura", "aseguran", "afirma", "sostiene", "explica"})
# Another noun may be the subject, another clause begins, or the subject is of two
_BARRED = frozenset(
    {"y", "e", "o", "u", "ni", "que", "como", "donde", "cuando", "si", "con", "junto", "quien"}
    | {"m\u00e1s", "menos", "lo", "cuyo", "cuya", "mientras", "porque", "aunque", "pero", "solo"}
    | {"qu\u00e9", "cu\u00e1l", "cu\u00e1les", "qui\u00e9n", "c\u00f3mo", "d\u00f3nde"}
)
# Nouns of a time, which tell when and not who, and nouns whose verb takes their complement's number
_OTHERS = frozenset(
    {"lunes", "martes", "mi\u00e9rcoles", "jueves", "viernes", "s\u00e1bado", "domingo", "d\u00eda"}
    | {"semana", "mes", "a\u00f1o", "noche", "tarde", "ma\u00f1ana", "madrugada", "jornada", "hora"}
    | {"temporada", "v\u00edspera", "vez", "fin", "momento", "siglo", "d\u00e9cada", "verano"}
    | {
        "invierno",
        "oto\u00f1o",
        "primavera",
        "instante",
        "a\u00f1os",
        "meses",
        "semanas",
        "d\u00edas",
    }
    | {"noches", "tardes", "horas", "veces", "s\u00e1bados", "domingos", "fines", "momentos"}
    | {
        "mayor\u00eda",
        "minor\u00eda",
        "mitad",
        "parte",
        "resto",
        "serie",
        "grupo",
        "total",
        "tercio",
    }
    | {"cuarto", "par", "docena", "decena", "centenar", "millar", "conjunto", "multitud", "pareja"}
    | {"infinidad", "variedad", "cantidad", "n\u00famero", "pu\u00f1ado", "porcentaje", "tipo"}
    | {"matrimonio", "mont\u00f3n", "sinf\u00edn", "millones", "ciento", "totalidad"}
    | {
        "mayor",
        "menor",
        "mejor",
        "peor",
        "gente",
        "clase",
        "d\u00fao",
        "tr\u00edo",
        "treintena",
        "veintena",
        "quincena",
        "cuarteto",
    }
    | {"metros", "kil\u00f3metros", "puntos", "goles", "euros", "d\u00f3lares", "pesos", "verdad"}
)
_IRREGULAR = {
    "han": "ha",
    "est\u00e1n": "est\u00e1",
    "tienen": "tiene",
    "pueden": "puede",
    "deben": "debe",
    "van": "va",
    "hacen": "hace",
    "dicen": "dice",
    "tuvieron": "tuvo",
    "hicieron": "hizo",
    "dijeron": "dijo",
    "pudieron": "pudo",
    "pusieron": "puso",
    "quieren": "quiere",
    "siguen": "sigue",
    "dieron": "dio",
    "vinieron": "vino",
}
_PLURALS = (("ieron", "i\u00f3"), ("aron", "\u00f3"), ("aban", "aba"), ("r\u00e1n", "r\u00e1"))


def clashing(document: Document, verb: int) -> tuple[int, str] | None:
    """Return the determiner that opens the clause of a verb, and its number if that differs."""
    words, small = document.words, lowered(document)
    other = other_number(small[verb])
    if other is None or words[verb] != small[verb]:
        return None
    number = "s" if _is_plural(small[verb]) else "p"
    if number == "p" and has_subject_behind(document, verb):
        return None
    determiners = _ONE if number == "s" else _MANY
    last = verb
    while last and small[last - 1] in _CLITICS:
        last -= 1
    for first in range(last - 2, max(-1, verb - MOST_WORDS), -1):
        if small[first] in determiners and _opens(document, small, first):
            subject = words[first + 1 : last]
            if (
                number == "s"
                and len(subject) <= PLAIN
                and small[verb + 1 : verb + 2] in _PLURALS_BEHIND
            ):
                return None  # "El gol marcaron los locales"
            fits = side_by_side(document, first, verb) and _is_subject(subject, number)
            return (first, number) if fits else None
    return None


def _opens(document: Document, small: list[str], first: int) -> bool:
    """Tell whether a word opens a sentence, or what somebody said."""
    start = document.word_spans[first][0]
    sentence = document.sentence_at(start)
    if sentence is not None and sentence.start == start:
        return True
    if first < 2 or small[first - 1] != "que" or not side_by_side(document, first - 2, first):  # noqa: PLR2004
        return False
    return small[first - 2] in _SAYS or small[first - 2].endswith(_STATING)


def _is_subject(words: list[str], number: str) -> bool:
    """Tell whether words behind a determiner are one noun and what belongs to it."""
    if words and words[0] in _BEFORE_NOUNS:
        words = words[1:]
    if not words or not _is_noun(words[0], number):
        return False
    rest = words[1:]
    if rest and rest[0] not in _PREPOSITIONS:
        if (
            rest[0] in _BARRED | _ARTICLES
            or not rest[0].islower()
            or rest[0].endswith(("mente", "s") if number == "s" else "mente")
        ):
            return False
        rest = rest[1:]  # an adjective
    if not rest:
        return True
    if rest[0] not in _PREPOSITIONS or rest[-1] in _PREPOSITIONS or rest[-1] in _ARTICLES:
        return False
    return not any(word in _BARRED or other_number(word) is not None for word in rest)


@lru_cache(maxsize=REMEMBERED)
def _is_noun(word: str, number: str) -> bool:
    """Tell whether a word is a noun of that number whose verb has it, too."""
    words = vocabulary("es")
    if words is None or word.lower() in _OTHERS or word in collectives():
        return False
    if number == "p":
        return plural(word)
    if word in _INSTITUTIONS:
        return True
    zipf, flags = words.entry(word)
    many = plural_of("es", word) if word.islower() and not word.endswith(("mente", "s")) else None
    if many is None or not flags & LOWER or zipf < COMMON:
        return False
    verbal = word.endswith(("a", "e", "o"))  # "la utiliza": its plural is rare
    return words.zipf(many) >= (max(COMMON, zipf - VERBAL) if verbal else KNOWN)


_INSTITUTIONS = frozenset(
    {"Fiscal\u00eda", "Polic\u00eda", "Gobierno", "Ministerio", "Comisi\u00f3n", "Ayuntamiento"}
    | {"Alcald\u00eda", "Corte", "Congreso", "Senado", "Ej\u00e9rcito", "Universidad", "Asamblea"}
    | {"Tribunal", "Secretar\u00eda", "Presidencia", "Consejo", "Parlamento", "Procuradur\u00eda"}
)


def _is_plural(verb: str) -> bool:
    return verb.endswith("n")


@lru_cache(maxsize=REMEMBERED)
def other_number(verb: str) -> str | None:
    """Return the form in the other number of a small word that is surely a finite verb."""
    words = vocabulary("es")
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if words is None or not verb.endswith(_ENDINGS) or not words.flags(verb) & LOWER:
        return None
    pairs = [(f"{verb[: -len(many)]}{one}") for many, one in _PLURALS if verb.endswith(many)]
    pairs += [(f"{verb[: -len(one)]}{many}") for many, one in _PLURALS if verb.endswith(one)]
    known = [form for form in pairs if words.flags(form) & LOWER and words.zipf(form) >= KNOWN]
    return max(known, key=words.zipf, default=None)


_ENDINGS = tuple(ending for pair in _PLURALS for ending in pair)


def _has_number(_: str, word: str) -> bool:
    return word.endswith(_ENDINGS) and other_number(word) is not None


NUMBERED = Question(_has_number)
"""The verbs of a document whose ending tells their number."""
