"""A word that exists with and without its accent has the wrong one here."""

from __future__ import annotations

from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determiners, noun
from textassay.checks.typos.forms import Question
from textassay.checks.typos.patterns import matches
from textassay.checks.typos.spanish_accents import rules
from textassay.checks.typos.spanish_forms import agreeing
from textassay.checks.typos.spelling import same_case
from textassay.checks.typos.vocabulary import LOWER, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

PAST_MORE_FREQUENT = 0.5  # Zipf: "llegó" is thrice "llego"; "cambio" is a noun
NOUN_MORE_FREQUENT = 1.0  # what no noun can follow ("se cambio") needs less
FREQUENT = 3.0
FREQUENT_VERB = 2.25  # where a verb it must be
_SUBJECTS = frozenset(
    {
        "como",
        "cuando",
        "hoy",
        "la",
        "las",
        "le",
        "les",
        "lo",
        "los",
        "me",
        "no",
        "nos",
        "nunca",
        "que",
        "se",
        "si",
        "siempre",
        "te",
        "y",
        "ya",
        "yo",
    }
)
_DETERMINERS = frozenset(
    {
        "al",
        "aquel",
        "buen",
        "cada",
        "con",
        "de",
        "del",
        "el",
        "en",
        "ese",
        "este",
        "gran",
        "la",
        "las",
        "los",
        "mal",
        "mi",
        "mismo",
        "nuestro",
        "nuevo",
        "otro",
        "por",
        "primer",
        "sin",
        "su",
        "sus",
        "tercer",
        "tu",
        "un",
        "una",
        "unas",
        "unos",
    }
)
_SURE_DETERMINERS = frozenset({"una", "su", "nuestra", "cada", "otra", "gran", "primera", "nueva"})
_CLITICS = frozenset({"le", "les", "lo", "nos"})
# What follows a verb and no noun: "el gobierno anuncio la medida"
_OBJECTS = frozenset({"el", "la", "las", "los", "su", "sus", "un", "una", "unas", "unos"})
# First persons that are no noun: before "que" they are verbs
_SAYING = frozenset(
    {"aseguro", "informo", "explico", "afirmo", "indico", "aclaro", "agrego", "confirmo"}
    | {"denuncio", "reitero", "detallo", "remarco", "se\u00f1alo", "comento", "destaco"}
)
_SHORT = 4
_CONTRACTED = frozenset({"al", "del"})
_PREPOSITIONS = frozenset({"a", "con", "de", "desde", "en", "entre", "hasta", "para", "por", "sin"})
_ONE_SYLLABLE = frozenset({"crio", "fio", "guio", "lio", "pio"})  # no accent since 2010


@check(
    code="TYP006",
    name="accent-by-context",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=("es",),
    fix="unsafe",
)
def accent_by_context(document: Document, _context: Context) -> Iterator[Hit]:
    """A word that exists with and without its accent has the wrong one here.

    ## What it finds
    Spanish pairs: "esta siendo", "una vez mas", "por si mismo", "¿Como", "con
    el.", "el publico", "se dejo", "Pérez llego a",
    "el equipo llego".

    ## Why it matters
    The two forms are different words: "ejercito" is "I exercise", "ejército"
    is the army.

    ## How it decides
    Closed patterns for the words of grammar; a lexicon of nouns and adjectives
    whose plain form is a rare verb form, outside of quotations or after a
    determiner; past tenses after "se" or a name where the past is three times
    as frequent.

    ## Known mistakes
    It cannot see pairs that need the meaning: "hacia" and "hacía", "seria" and
    "sería", "cambio" and "cambió" after a noun.

    ## Options
    None.
    """
    seen: set[int] = set()
    for hit in matches(document, "TYP006", "Accent", quoted=True):
        seen.add(hit.start)
        yield hit
    for start, end, form, reason in (*_closed(document), *_words(document)):
        if start in seen or document.sentence_language_at(start) != "es":
            continue
        seen.add(start)
        text = document.text[start:end]
        written = same_case(text, form)
        yield Hit(
            start,
            end,
            f"Accent: {text} should be {written} here.",
            evidence={"rule": reason, "form": form},
            suggestion=written,
            edits=(Edit(start, end, written),),
        )


def _closed(document: Document) -> Iterator[tuple[int, int, str, str]]:
    for rule in rules():
        if rule.trigger not in document.folded:
            continue
        for match in rule.pattern.finditer(document.folded):
            group = match.lastindex or 1
            word = document.text[match.start(group) : match.end(group)]
            if word[1:].islower() and not (word[0].isupper() and rule.trigger == "mas"):
                yield match.start(group), match.end(group), rule.form, rule.name


def _words(document: Document) -> Iterator[tuple[int, int, str, str]]:
    words, pairs, nouns = document.words, _pairs(), _nouns()
    wanted = _WANTED.those("es", document.vocabulary)
    for index in compress(count(), map(wanted.__contains__, words) if wanted else ()):
        word, before = words[index], words[index - 1] if index else ""
        form = pairs.get(word.lower())
        start, end = document.word_spans[index]
        if form and not word.isupper() and _noun_here(document, start, word, before.lower()):
            yield start, end, form, "a noun or adjective, not a verb form"
        elif word in nouns and _determined(words, index):
            yield start, end, nouns[word], "a noun after a determiner, not a verb form"
        elif _may_be_past(word) and (past := _past(document, index)):
            yield start, end, past, "past tense, not first person"


def _may_be_past(word: str) -> bool:
    return word[-1] == "o" and word.islower() and _third_person(word, sure=True) is not None


def _wanted(_: str, written: str) -> bool:
    return written.lower() in _pairs() or written in _nouns() or _may_be_past(written)


_WANTED = Question(_wanted)


def _noun_here(document: Document, start: int, word: str, before: str) -> bool:
    if before in _DETERMINERS and not (before in {"la", "las", "los"} and word[-1] in "eo"):
        return True
    quoted = document.quotation_at(start) is not None
    return word[-1] != "e" and not quoted and before not in _SUBJECTS


def _determined(words: list[str], index: int) -> bool:
    """Tell whether a determiner that is no pronoun stands right before."""
    before = words[index - 1].lower() if index else ""
    earlier = words[index - 2].lower() if index > 1 else ""
    return before in _SURE_DETERMINERS or (before == "la" and earlier in _PREPOSITIONS)


def _past(document: Document, index: int) -> str | None:
    """Return the past form of a first person that has another subject."""
    if index == 0 or _gap(document, index) != " ":
        return None
    before = document.words[index - 1]
    pronoun = before.lower() == "se" or before in _CLITICS  # no noun follows it
    past = _third_person(document.words[index], sure=pronoun or _has_object(document, index))
    if past is None or before.lower() == "se":
        return past
    if before.lower() == "seg\u00fan" and _has_object(document, index):
        return past  # "seg\u00fan informo la alcaldesa"
    return past if _third_subject(document, index - (before in _CLITICS)) else None


def _third_subject(document: Document, index: int) -> bool:
    """Tell whether a noun or a name, no first person, stands before the place."""
    start = document.word_spans[index][0]
    if index == 0 or document.quotation_at(start) is not None:
        return False
    if index > 1 and _subject_before(document, index):
        return True
    before = document.words[index - 1]
    sentence = document.sentence_at(start)
    first = sentence is not None and sentence.start == document.word_spans[index - 1][0]
    return before[0].isupper() and len(before) >= _SHORT and not before.isupper() and not first


def _gap(document: Document, index: int) -> str:
    """Return what stands between a word and the one before."""
    return document.text[document.word_spans[index - 1][1] : document.word_spans[index][0]]


def _has_object(document: Document, index: int) -> bool:
    """Tell whether an article or a clause follows, as after a verb, and the word is one."""
    if index + 1 >= len(document.words) or _gap(document, index + 1) != " ":
        return False
    if document.words[index + 1] == "que":
        return document.words[index] in _SAYING
    if document.words[index + 1] not in _OBJECTS:
        return False
    words = vocabulary("es")
    return words is not None and words.zipf(f"{document.words[index][:-1]}as") < FREQUENT


def _subject_before(document: Document, index: int) -> bool:
    """Tell whether a determiner and a sure singular noun, the subject, stand before."""
    article, head = document.words[index - 2 : index]
    determiner = determiners("es").get(article.lower())
    if determiner is None or not head.islower() or article.lower() in _CONTRACTED:
        return False
    meant = noun("es", head) or agreeing(determiner, head)
    if meant is None:
        return False
    earlier = document.words[index - 3].lower() if index > 2 else ""  # noqa: PLR2004 - one more
    return meant.number == determiner.number == "s" and earlier not in _PREPOSITIONS


@cache
def _third_person(word: str, *, sure: bool) -> str | None:
    words = vocabulary("es")
    if words is None or len(word) < _SHORT or word in _ONE_SYLLABLE:
        return None
    past = f"{word[:-1]}\N{LATIN SMALL LETTER O WITH ACUTE}"
    zipf, flags = words.entry(past)
    plain, known = words.entry(word)
    least = plain - NOUN_MORE_FREQUENT if sure else plain + PAST_MORE_FREQUENT
    if not flags & known & LOWER or zipf < max(least, FREQUENT_VERB if sure else FREQUENT):
        return None
    return past


@cache
def _pairs() -> dict[str, str]:
    return {row[1]: row[2] for row in _rows() if len(row) == len(("es", "word", "form"))}


@cache
def _nouns() -> dict[str, str]:
    """Return the pairs of a frequent verb form and a noun."""
    return {row[1]: row[2] for row in _rows() if row[-1] == "noun"}


def _rows() -> Iterator[list[str]]:
    rows = (entry.split() for entry in entries(__file__, "accent_pairs.txt"))
    return (row for row in rows if row[0] == "es")


EXAMPLES = (
    Bad("El acuerdo esta siendo revisado.", span="esta", fix="está", language="es"),
    Bad("El publico aplaudió de pie.", span="publico", fix="público", language="es"),
    Bad("La ley se aprobo ayer y se dejo sin fecha.", span="dejo", fix="dejó", language="es"),
    Bad("¿Como llegaron hasta aquí?", span="Como", fix="Cómo", language="es"),
    Good("Esta semana el acuerdo está siendo revisado.", language="es"),
    Good("«Yo publico libros», dijo.", language="es"),
    Good("Quería venir, mas no pudo.", language="es"),
)
