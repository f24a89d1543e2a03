"""Spanish plural subjects that begin a clause, and verbs in the singular after them.

"Los ministros de Exteriores volverá": determiner and plural noun, at most one
complement with "de", then the verb. The number of the noun is all that counts.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.sequence import lowered
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.text.document import Document

COMMON = 3.0  # Zipf of the singular noun
KNOWN = 2.0  # Zipf of the plural verb
SHORTEST = 4  # letters of a noun
MOST_WORDS = 6  # between the determiner and the verb
_DETERMINERS = frozenset(
    {"los", "las", "estos", "estas", "esos", "esas", "nuestros", "nuestras", "muchos", "muchas"}
    | {"varios", "varias", "algunos", "algunas", "ambos", "ambas", "sus", "otros", "otras"}
    | {"dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"}
)
_CONJUNCTIONS = frozenset({"que", "porque", "cuando", "mientras", "aunque", "si", "pero", "donde"})
_OF = frozenset({"de", "del"})
_ARTICLES = frozenset({"el", "la", "los", "las", "su", "sus", "este", "esta"})
_BEFORE_VERB = frozenset({"no", "se", "ya"})
MOST_CHAINED = 12  # words of a subject that opens its sentence, with all its complements
_OPENING = frozenset({"Los", "Las", "Estos", "Estas", "Sus", "Nuestros", "Nuestras"})
_CHAINING = _OF | {"sobre", "en", "contra", "para", "por", "entre", "con"}
# Such a plural tells when, not who: "Los fines de semana en la costa actuó la banda"
_TIMES = frozenset(
    {"fines", "noches", "tardes", "d\u00edas", "a\u00f1os", "meses", "semanas", "lunes", "martes"}
    | {"mi\u00e9rcoles", "jueves", "viernes", "s\u00e1bados", "domingos", "veces", "horas"}
)
# "Otros datos revel\u00f3 el fiscal": the object comes first and the subject last
_SUBJECTS_LAST = frozenset({"el", "la", "los", "las", "su", "este", "esta", "ese", "esa"})
_TRANSITIVE = frozenset({"dijo", "dice", "hizo", "dio", "puso", "pide", "propuso", "sostiene"})
_HAVING = frozenset({"tiene", "mantiene", "contiene", "obtiene"})  # nothing without an object
# Singulars whose verb no one makes plural on purpose, as after "la mayor\u00eda de"
_HEADS = frozenset(
    {"cifra", "precio", "lista", "tasa", "nivel", "muerte", "llegada", "falta", "ca\u00edda"}
    | {"aumento", "subida", "coste", "costo", "valor", "venta", "detenci\u00f3n", "presencia"}
    | {"situaci\u00f3n", "uso", "cierre", "n\u00famero"}
)
MOST_HIDDEN = 6  # words from the head to the verb
_PERSONS = frozenset(
    {"autoridades", "agentes", "alcaldes", "alumnos", "bomberos", "dirigentes", "diputados"}
    | {
        "estudiantes",
        "funcionarios",
        "gobiernos",
        "jefes",
        "jueces",
        "l\u00edderes",
        "m\u00e9dicos",
    }
    | {"manifestantes", "militares", "ministros", "mujeres", "hombres", "partidos", "polic\u00edas"}
    | {"presidentes", "representantes", "responsables", "sindicatos", "soldados", "testigos"}
    | {"vecinos", "expertos", "cient\u00edficos", "fiscales", "portavoces", "voceros", "rebeldes"}
    | {"organizaciones", "empresas", "fuentes", "familiares", "padres", "ciudadanos", "tropas"}
)
_DOERS = ("adores", "idores", "edores", "istas", "tores")
# "Los rehenes se cree que viven": the impersonal has no subject
_IMPERSONAL = frozenset(
    {
        "cree",
        "considera",
        "dice",
        "dijo",
        "sabe",
        "sab\u00eda",
        "supo",
        "afirma",
        "vio",
        "podr\u00e1",
    }
)
# With one of these another word may be the subject, or another clause has begun
_SMALL_WORDS = frozenset(
    {"a", "al", "ante", "aunque", "bajo", "como", "con", "contra", "cual", "cuando", "cuya"}
    | {"cuyo", "de", "del", "desde", "donde", "durante", "e", "el", "en", "entre", "hacia", "hasta"}
    | {"la", "las", "le", "les", "lo", "los", "mientras", "ni", "no", "o", "para", "pero", "por"}
    | {
        "porque",
        "que",
        "quien",
        "se",
        "seg\u00fan",
        "si",
        "sin",
        "sobre",
        "su",
        "sus",
        "tambi\u00e9n",
    }
    | {"tras", "u", "un", "una", "y", "ya", "m\u00e1s", "hoy", "ayer", "nos", "me", "te", "ha"}
)
_PLURAL_VERBS = ("an", "en", "aron", "eron", "r\u00e1n")


def plural_subject(document: Document, verb: int) -> int | None:
    """Return the place of the determiner of a sure plural subject of a verb, or None."""
    words, last = document.words, verb - 1
    near = not _DETERMINERS.isdisjoint(lowered(document)[max(0, last - MOST_WORDS) : verb])
    opened = not _OPENING.isdisjoint(words[max(0, last - MOST_CHAINED) : verb])
    if not near and not opened:
        return None
    spans, text = document.word_spans, document.text
    if _is_impersonal(document, verb):
        return None
    if last > 0 and words[last] in _BEFORE_VERB:
        last -= 1
    if _ends_phrase(words[last]):
        return None
    followed = has_subject_behind(document, verb)
    for place in range(verb - 1, max(-1, verb - 2 - MOST_WORDS), -1) if near else ():
        if text[spans[place][1] : spans[place + 1][0]] != " ":
            return None
        if place < last and words[place].lower() in _DETERMINERS and _begins(document, place):
            fronted = followed and not _people(words[place + 1])
            return place if not fronted and _subject(words[place + 1 : last + 1]) else None
    return _chained_subject(document, last) if opened and not followed else None


def _chained_subject(document: Document, last: int) -> int | None:
    """Return the determiner of a plural that opens a sentence and has only complements behind.

    "Las declaraciones del ministro sobre el precio del gas provocó".
    """
    words = document.words
    for place in range(last - 1, max(-1, last - MOST_CHAINED), -1):
        if words[place] in _OPENING:
            break
    else:
        return None
    head, *rest = words[place + 1 : last + 1]
    if not plural(head) or head in _TIMES or not _begins(document, place):
        return None
    if not side_by_side(document, place, last + 1):
        return None
    joined = [word in _CHAINING for word in rest]
    others = (word for word, joins in zip(rest, joined, strict=True) if not joins)
    ends = joined[-1:] != [False] or any(
        word not in _ARTICLES and _ends_phrase(word) for word in others
    )
    return None if ends or True not in joined[:2] else place


def singular_head(document: Document, verb: int) -> int | None:
    """Return the place of the article of a singular that a plural complement hides.

    "La cifra de muertos suben": a sentence begins with it, and the verb comes right behind.
    """
    words = document.words
    for head in range(verb - 3, max(0, verb - MOST_HIDDEN), -1):
        if words[head] not in _HEADS or words[head + 1] != "de":
            continue
        hidden = words[head + 2 : verb]
        if hidden[0] in _ARTICLES:
            hidden = hidden[1:]
        joined = side_by_side(document, head - 1, verb)
        if len(hidden) == 1 and plural(hidden[0]) and joined and _begins(document, head - 1):
            return head - 1
    return None


def _people(word: str) -> bool:
    """Tell whether a plural names people: as an object it would have "a" before it."""
    return word in _PERSONS or word.endswith(_DOERS)


def _is_impersonal(document: Document, verb: int) -> bool:
    """Tell whether a verb needs no subject: "se cree", or one that lacks its object."""
    words, spans = document.words, document.word_spans
    if words[verb - 1] == "se" and words[verb] in _IMPERSONAL:
        return True
    ends = verb + 1 >= len(words) or document.text[spans[verb][1] : spans[verb + 1][0]] != " "
    # "dos casas mantiene.", "los quicios tiene de plata"
    return words[verb] in _HAVING and (ends or words[verb + 1] == "de")


def has_subject_behind(document: Document, verb: int) -> bool:
    """Tell whether the subject may stand behind a verb: "Otros datos revel\u00f3 el fiscal"."""
    words, spans = document.words, document.word_spans
    ends = verb + 1 >= len(words) or document.text[spans[verb][1] : spans[verb + 1][0]] != " "
    if ends or not (words[verb].endswith(("\u00f3", "r\u00e1")) or words[verb] in _TRANSITIVE):
        return False
    return words[verb + 1] in _SUBJECTS_LAST or words[verb + 1][0].isupper()


def _subject(words: list[str]) -> bool:
    """Tell whether a plural noun, alone or with one complement, is all there is."""
    head, *rest = words
    if not plural(head):
        return False
    if rest and plural(rest[0]):
        rest = rest[1:]  # an adjective: "las autoridades locales"
    if not rest:
        return True
    if rest[0] not in _OF or len(rest) == 1:
        return False
    complement = rest[1:]
    if complement[0] in _ARTICLES:
        complement = complement[1:]
    return bool(complement) and not any(map(_ends_phrase, complement))


def _ends_phrase(word: str) -> bool:
    """Tell whether a word cannot stand within a complement, or may be a plural verb."""
    return word.lower() in _SMALL_WORDS or (word.islower() and word.endswith(_PLURAL_VERBS))


def _begins(document: Document, place: int) -> bool:
    start = document.word_spans[place][0]
    sentence = document.sentence_at(start)
    if sentence is not None and sentence.start == start:
        return True
    if not place:
        return False
    gap = document.text[document.word_spans[place - 1][1] : start]
    return gap == ", " or (gap == " " and document.words[place - 1].lower() in _CONJUNCTIONS)


@lru_cache(maxsize=REMEMBERED)
def plural(word: str) -> bool:
    """Tell whether a small Spanish word is a plural whose verb is a plural, too."""
    words = vocabulary("es")
    if words is None or not word.islower() or len(word) < SHORTEST or not word.endswith("s"):
        return False
    if word in collectives():
        return False
    stems = [word[:-1]]
    if word.endswith("es"):
        stems.append(word[:-2])
    if word.endswith("iones"):
        stems.append(f"{word[:-4]}\u00f3n")
    return any(words.flags(stem) & LOWER and words.zipf(stem) >= COMMON for stem in stems)


@lru_cache(maxsize=REMEMBERED)
def plural_verb(verb: str) -> str | None:
    """Return the plural of a past or future in the singular that is no other word."""
    if verb.endswith("r\u00e1"):
        form = f"{verb}n"
    elif verb.endswith(("i\u00f3", "y\u00f3")):
        form = f"{verb[:-1]}eron"
    elif verb.endswith("\u00f3"):
        form = f"{verb[:-1]}aron"
    else:
        return None
    words = vocabulary("es")
    if words is None or not words.flags(verb) & LOWER:
        return None
    if verb.endswith("i\u00f3") and words.zipf(form) < words.zipf(f"{verb[:-1]}aron"):
        form = f"{verb[:-1]}aron"  # "cambi\u00f3"
    return form if words.flags(form) & LOWER and words.zipf(form) >= KNOWN else None


@cache
def collectives() -> frozenset[str]:
    """Return the nouns whose verb may take either number."""
    rows = (entry.partition(" ") for entry in entries(__file__, "collectives.txt"))
    return frozenset(word for language, _, word in rows if language == "es")
