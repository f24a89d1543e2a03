"""When a Spanish verb of saying reports, by what follows it."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from textassay.checks.claims.morphology import verb_forms
from textassay.checks.claims.spanish_words import is_finite, judgings, words_of

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Clause, Phrase

_DOING = MappingProxyType(  # "they stand out for", "they regret their defeat"
    {
        "destaca": ("por", "entre", "como"),
        "esper": ("para", "a", "al", "en", "su", "sus", "turno", "de", "hasta", "desde"),
        "lament": ("su", "sus"),
        "protest": ("ante", "en", "frente"),
    }
)
_PARTICIPLES = ("ados", "adas", "idos", "idas")
_ONLY_SPEAK = frozenset({"fuente", "fuentes", "voces"})
_OPINIONS = ("consider", "calific", "interpret", "juzg", "tach", "tild")
_PRETERITE = ("\N{LATIN SMALL LETTER O WITH ACUTE}", "ron")
_TO_SOMEBODY = frozenset({"le", "les"})
_OBJECTS = frozenset({"lo", "la", "los", "las"})


def has_complement(clause: Clause, verb: int, phrase: Phrase) -> bool:
    """Tell whether what follows makes the verb one of reporting, not of doing."""
    word, following = clause.words[verb], clause.word(verb + 1)
    head = clause.words[phrase.head]
    doing = next((words for stem, words in _DOING.items() if word.startswith(stem)), ())
    if following in doing:
        return False
    if word == "cuenta" and clause.word(verb - 1) in giving():
        return False  # "se han dado cuenta de que"
    if _states_nothing(clause, verb):
        return False
    if clause.word(verb - 1) == "que" and following not in {"que", "haber"}:
        return False  # "the people who think and act": no statement of theirs
    general = head in words_of("generic") and not word.endswith(_PRETERITE)
    if general and not _states(clause, verb, phrase):
        return False
    plain = word not in judgings() or head in _ONLY_SPEAK
    return plain or following in words_of("reported") or _is_framed(clause, verb)


def _states_nothing(clause: Clause, verb: int) -> bool:
    """Tell whether a form is a noun, or tells somebody of a thing: "le recordaron las palabras"."""
    before = clause.word(verb - 1)
    noun = before in words_of("preposition") and is_finite(clause.words[verb])  # "en espera"
    return noun or (before in _TO_SOMEBODY and clause.word(verb + 1) in words_of("definite"))


def _is_framed(clause: Clause, verb: int) -> bool:
    """Tell whether the words around a verb are those that it reports with."""
    word, following = clause.words[verb], clause.word(verb + 1)
    if following in {"a", "de", "en"} and clause.word(verb + 2) == "que":
        return True  # "apuestan a que"
    if word.startswith(("sient", "sint")) and following.endswith(_PARTICIPLES):
        return clause.word(verb - 1) == "se"
    if word.startswith("compar") and clause.word(verb - 1) in _OBJECTS:
        return following == "con"
    deemed = word in _seeing() and following in words_of("deemed")
    return deemed or any(
        word in forms and following == first and clause.word(verb + 2) in seconds
        for forms, first, seconds in frames()
    )


def _states(clause: Clause, verb: int, phrase: Phrase) -> bool:
    """Tell whether people at large state something: not "lo que la gente dice"."""
    before = clause.words[max(0, phrase.first - 2) : phrase.first]
    following = clause.word(verb + 1)
    if before == ["lo", "que"] or not following:
        return False
    told = clause.word(verb + 2) == "que"  # "se quejan de que"
    return told or not (following in words_of("preposition") or following in words_of("pronoun"))


def is_opinion(participle: str) -> bool:
    """Tell whether a passive gives the opinion of its agent: "considerado por los expertos"."""
    return participle.startswith(_OPINIONS)


@cache
def _seeing() -> frozenset[str]:
    return frozenset(verb_forms("es", "ver/ve/vio/visto"))


@cache
def giving() -> frozenset[str]:
    """Return the forms of "dar", which polls do to somebody: "le dan ventaja"."""
    return frozenset(verb_forms("es", "dar/da/dio"))


@cache
def frames() -> tuple[tuple[frozenset[str], str, frozenset[str]], ...]:
    """Return verbs that report with two words of their own: "ponen en duda"."""
    return tuple(
        (frozenset(verb_forms("es", line)), first, words_of(seconds))
        for line, first, seconds in (
            ("poner/pone/puso/puesto", "en", "doubted"),
            ("dar/da/dio", "por", "given"),
            ("hablar", "de", "spoken_of"),
            ("contar/cuenta", "a", "told_to"),
            ("recriminar", "a", "told_to"),
            ("reprochar", "a", "told_to"),
            ("ver/ve/vio/visto", "con", "seen_with"),
        )
    )
