"""Spanish finite verbs where only an infinitive can stand.

"puede reduce a la mitad", "va a canceló": after poder and deber, and after a
preposition that takes no clause.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.forms import Question
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.spanish_cut import cut_participle, is_imperative
from textassay.checks.typos.unknown import unknown_words
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

COMMON = 3.0  # Zipf of the infinitive
SHORTEST = 3  # letters of its stem
NO_NOUN = 1.5  # Zipf by which the form with an s is rarer: "apruebas"; a noun has a plural
_ABLE = frozenset(
    {"puede", "pueden", "podr\u00e1", "podr\u00e1n", "podr\u00eda", "podr\u00edan"}
    | {"pudo", "pudieron", "pueda", "puedan"}
)
_MUST = frozenset(
    {"debe", "deben", "deber\u00e1", "deber\u00e1n", "deber\u00eda", "deber\u00edan"}
    | {"suele", "suelen"}
)
_WANTING = frozenset(
    {"quiere", "quieren", "quer\u00eda", "quer\u00edan", "desea", "desean", "pretende"}
    | {"pretenden", "intenta", "intentan", "intent\u00f3", "intentaron", "logr\u00f3", "lograron"}
    | {"consigui\u00f3", "decidi\u00f3", "decidieron", "prev\u00e9", "prev\u00e9n", "planea"}
)
# Before "que" and an infinitive: "tendrá que revisa las cuentas"
_OBLIGING = frozenset({"tiene", "tienen", "tendrá", "tendrán", "tenía", "tenían", "tuvo"})
# Behind these no noun stands right before an article: "deberá paga una multa"
_BEFORE_OBJECTS = _MUST | {"de"}
_PREPOSITIONS = frozenset({"a", "de", "para", "sin", "por", "tras"})
_SEEKING = frozenset({"busca", "buscan", "buscó", "buscaron", "espera", "esperan", "prometió"})
# Before "de" and an infinitive: "trata de averigua quién"
_GOVERNING = frozenset(
    {"trata", "tratan", "trató", "trataron", "trataba", "trataban", "tratará", "tratarán"}
    | {"acaba", "acaban", "acababa", "acababan", "deja", "dejan", "dejó", "dejaron", "dejará"}
    | {"termina", "terminan", "terminó", "terminaron"}
)
_CLITIC = lazy(r"(?<=r)(?:se|me|te|nos|l[aeo]s?)$")
# Infinitives that are nouns or adjectives as often
_NOMINAL = frozenset(
    {"militar", "placer", "pesar", "parecer", "amanecer", "atardecer", "anochecer", "deber"}
    | {"regular", "titular", "particular"}
)
_GERUNDS = {"ar": "ando", "er": "iendo", "ir": "iendo"}
LONG = 6  # letters from which any gerund in the dictionary will do: "corroborar"
CONJUGATED = 2.5  # Zipf of the future or gerund of an infinitive; a noun has none: "mujer"
_LEADING = _ABLE | _MUST | _WANTING
# "Quien puede hace", "lo que debe hace a\u00f1os": another clause
_RELATIVES = frozenset({"que", "quien", "quienes", "como", "cuando", "donde", "cuanto", "si"})
# What follows a verb in its place
_AFTER = frozenset(
    {"a", "al", "con", "de", "del", "el", "en", "entre", "esta", "estas", "este", "estos", "la"}
    | {"las", "los", "m\u00e1s", "otra", "otras", "otro", "otros", "para", "por", "que", "su"}
    | {"sus", "un", "una", "unas", "unos", "hasta", "desde", "sobre", "contra", "todos", "todas"}
    | {"qué", "quién", "quiénes", "cómo", "cuándo", "dónde", "cuál", "si"}
)
_IRREGULAR = {
    **dict.fromkeys(("es", "son", "fue", "fueron", "era", "eran"), "ser"),
    **dict.fromkeys(("est\u00e1", "est\u00e1n", "estuvo"), "estar"),
    **dict.fromkeys(("ha", "han", "hay", "hubo"), "haber"),
    **dict.fromkeys(("hizo", "hicieron"), "hacer"),
    **dict.fromkeys(("tiene", "tienen", "tuvo", "tuvieron"), "tener"),
    **dict.fromkeys(("va", "van"), "ir"),
    **dict.fromkeys(("dijo", "dijeron", "dice", "dicen"), "decir"),
    **dict.fromkeys(("dio", "dieron"), "dar"),
    **dict.fromkeys(("puso", "pusieron"), "poner"),
    **dict.fromkeys(("supo", "supieron"), "saber"),
    **dict.fromkeys(("vino", "vinieron"), "venir"),
}
# No noun stands before these
_OBJECTS = frozenset(
    {"el", "la", "los", "las", "un", "una", "unos", "unas", "su", "sus", "qué", "quién"}
    | {"quiénes", "cómo", "cuándo", "dónde", "cuál"}
)
_FIXED = frozenset({"decir", "que", "a"})  # "puede, es decir", without its comma
_PASTS = ("\u00f3", "aron", "ieron", "jeron")
_FUTURES = ("r\u00e1", "r\u00e1n")
_PARTICIPLES = ("ado", "ido")
# Words in -\u00f3 and -aron that are nouns
_NOUNS = frozenset(
    {"domin\u00f3", "cap\u00f3", "land\u00f3", "plat\u00f3", "bur\u00f3", "chac\u00f3"}
)
# Words of grammar that are verb forms, too
_SMALL_WORDS = frozenset(
    {"para", "entre", "sobre", "cada", "nada", "ante", "este", "esta", "cerca", "fuera", "toda"}
    | {"mucha", "poca", "una", "ahora", "siempre", "casi", "hasta", "como", "junta", "tarde"}
    | {"parte", "cuenta", "hecha", "vista", "nuestra", "media", "contra", "otra", "desde"}
    | {"cuente", "frente", "delante", "adelante", "alguna", "ninguna", "todo", "demasiado"}
    | {"sentido", "cuidado", "resultado", "pedido", "partido", "estado", "lado", "pasado"}
)


def finite(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of such verbs, with the infinitive."""
    words, small = document.words, lowered(document)
    found = [index + 1 for index in places(document, _LEADING) if index + 1 < len(words)]
    forms = _FORMS.those("es", document.vocabulary)
    for verb in compress(count(), map(forms.__contains__, words) if forms else ()):
        if words[verb].endswith(_PASTS):
            found += [verb] if verb and small[verb - 1] in _PREPOSITIONS else []
        elif (participle := cut_participle(document, verb)) is not None:
            yield verb, participle
    found += [at + 2 for at in places(document, _GOVERNING) if small[at + 1 : at + 2] == ["de"]]
    found += [at + 2 for at in places(document, _OBLIGING) if small[at + 1 : at + 2] == ["que"]]
    found = [verb for verb in dict.fromkeys(found) if verb < len(words)]
    for verb in found:
        right = infinitive(words[verb]) if side_by_side(document, verb - 1, verb) else None
        excluded = _obliged if small[verb - 1] == "que" else _excluded
        if right is not None and excluded(document, small, verb - 1, words[verb]):
            yield verb, right
    for word in unknown_words(document, _CUT):
        leads = word.place > 0 and small[word.place - 1] in _LEADING | _PREPOSITIONS | _SEEKING
        if leads and word.language == "es" and side_by_side(document, word.place - 1, word.place):
            yield word.place, f"{word.text}r"


def behind_pronouns(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of infinitives behind a pronoun that belongs behind them: "se hacer sentir".

    The finite form without its r is what was meant, where it is one.
    """
    words, small, known = document.words, lowered(document), vocabulary("es")
    for index in places(document, _PROCLITICS):
        form = words[index + 1] if index + 1 < len(words) else ""
        if (
            form[-1:] != "r"
            or not is_infinitive(form)
            or not side_by_side(document, index, index + 1)
        ):
            continue
        meant = form[:-1] if form[-2] != "i" else f"{form[:-2]}e"
        led = index > 0 and small[index - 1] in _PREPOSITIONS | {"al", "y", "o"}
        if not led and known is not None and known.valid(meant):
            yield index + 1, meant


_PROCLITICS = frozenset({"se", "les", "nos"})


def _obliged(_: Document, small: list[str], index: int, verb: str) -> bool:
    """Tell whether a verb of the present with its object stands behind "tiene que"."""
    present = verb not in _IRREGULAR and not verb.endswith(_PASTS + _FUTURES + _PARTICIPLES)
    return present and not _OBJECTS.isdisjoint(small[index + 2 : index + 3])


def _excluded(document: Document, small: list[str], index: int, verb: str) -> bool:
    """Tell whether no finite verb can stand after a word that leads."""
    lead, before = small[index], small[index - 1] if index else ""
    past = verb.endswith(_PASTS)
    if lead in _PREPOSITIONS and (past or lead != "de" or before not in _GOVERNING):
        return past and _prepositional(document, small, index)
    if before in _RELATIVES or (index > 1 and small[index - 2] in _RELATIVES):
        return False
    after = small[index + 2] if index + 2 < len(small) else ""
    if past or verb.endswith(_FUTURES) or (verb in _IRREGULAR and after not in _FIXED):
        return True
    follows = after in _AFTER
    if not follows or not side_by_side(document, index + 1, index + 2):
        return False
    if lead in _ABLE or (lead in _BEFORE_OBJECTS and after in _OBJECTS):
        return not verb.endswith(_PARTICIPLES) or lead in _ABLE
    return not verb.endswith(_PARTICIPLES) and not _may_be_noun(verb)


_INFINITIVE_ENDS = frozenset("raeos")


def is_infinitive(word: str) -> bool:
    """Tell whether a small word is an infinitive, with a pronoun or without, and no noun."""
    return word[-1:] in _INFINITIVE_ENDS and word.islower() and _infinitive(word)


@lru_cache(maxsize=REMEMBERED)
def _infinitive(word: str) -> bool:
    words, body = vocabulary("es"), _CLITIC.sub("", word)
    if words is None or body in _NOMINAL or body[-2:] not in _GERUNDS:
        return False
    if not words.flags(body) & LOWER:
        return False
    forms = (f"{body}\u00e1", body[:-2] + _GERUNDS[body[-2:]])
    long = len(body) >= LONG and bool(words.flags(forms[1]) & LOWER)
    return long or body == "decir" or max(map(words.zipf, forms)) >= CONJUGATED


def _prepositional(document: Document, small: list[str], index: int) -> bool:
    """Tell whether a preposition leads what follows: no end of a clause, no letter, no name."""
    if not index or not document.words[index].islower():
        return False
    before = small[index - 1]
    return side_by_side(document, index - 1, index) and before not in _RELATIVES | {"lo", "y", "o"}


@lru_cache(maxsize=REMEMBERED)
def _may_be_noun(word: str) -> bool:
    """Tell whether a form has a plural of nouns: "ayuda", "compra"."""
    words = vocabulary("es")
    return words is None or words.zipf(f"{word}s") > words.zipf(word) - NO_NOUN


@lru_cache(maxsize=REMEMBERED)
def infinitive(word: str) -> str | None:
    """Return the infinitive of a small word that may be a finite verb or a participle."""
    words = vocabulary("es")
    if word in _IRREGULAR or words is None:
        return _IRREGULAR.get(word)
    if word in _SMALL_WORDS or word in _NOUNS or not words.flags(word) & LOWER:
        return None
    found = [form for form in _infinitives(word) if words.flags(form) & LOWER]
    best = max(found, key=words.zipf, default=None)
    return best if best is not None and words.zipf(best) >= COMMON else None


def _infinitives(word: str) -> Iterator[str]:
    for ending, vowels in _endings():
        stem = word.removesuffix(ending)
        if stem == word or len(stem) < SHORTEST:
            continue
        for vowel in vowels:
            yield f"{stem}{vowel}r"
            for double, single in (("ue", "o"), ("ie", "e")):
                head, found, tail = stem.rpartition(double)
                if found:
                    yield f"{head}{single}{tail}{vowel}r"
            if ending[0] == "i" and stem[-2:-1] == "i":
                yield f"{stem[:-2]}e{stem[-1]}ir"  # "pidi\u00f3"


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return endings of verbs, the longest first, with the vowels of their infinitives."""
    second = ("e", "i")
    found = {
        **dict.fromkeys(("\u00f3", "aron", "a", "an", "ado", "aba", "aban"), ("a",)),
        **dict.fromkeys(("i\u00f3", "ieron", "e", "en", "ido", "\u00eda", "\u00edan"), second),
        **dict.fromkeys(("ar\u00e1", "ar\u00e1n"), ("a",)),
        **dict.fromkeys(("er\u00e1", "er\u00e1n"), ("e",)),
        **dict.fromkeys(("ir\u00e1", "ir\u00e1n"), ("i",)),
        **dict.fromkeys(("uye", "uyen", "uyeron"), ("ui",)),
        "uy\u00f3": ("ui",),
    }
    return tuple(sorted(found.items(), key=lambda row: -len(row[0])))


def _is_form(_: str, word: str) -> bool:
    """Tell whether a word is a past, or an imperative that may be a participle without its end."""
    return (word.endswith(_PASTS) and infinitive(word) is not None) or is_imperative(word)


_FORMS = Question(_is_form)


def _is_cut(language: str, word: str) -> bool:
    """Tell whether a word that no dictionary has lost the last letter of an infinitive."""
    likely = language == "es" and word[-1] in "aei" and len(word) > SHORTEST
    return likely and is_infinitive(f"{word}r")


_CUT = Question(_is_cut)
