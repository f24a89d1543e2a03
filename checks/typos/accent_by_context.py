"""A word that exists with and without its accent has the wrong one here."""

from __future__ import annotations

from functools import cache
from itertools import compress, count
from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import determiners
from textassay.checks.typos.forms import Question
from textassay.checks.typos.patterns import matches
from textassay.checks.typos.spanish_accents import rules
from textassay.checks.typos.spanish_forms import determined
from textassay.checks.typos.spanish_openings import futures
from textassay.checks.typos.spanish_pasts import may_be_past, opening_past, past_form
from textassay.checks.typos.spelling import same_case
from textassay.checks.typos.vocabulary import LOWER, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

NOUN, PLURAL = 3.0, 2.5  # Zipf of what "un inici\u00f3" may stand for
# Before a noun and before no verb: "el" and "este" may be pronouns
_BEFORE_NOUNS = frozenset(
    {"a", "al", "alg\u00fan", "ante", "bajo", "buen", "cada", "con", "contra", "de", "del", "desde"}
    | {"durante", "en", "entre", "gran", "hacia", "mediante", "mi", "ning\u00fan", "nuestro", "por"}
    | {"primer", "sin", "sobre", "su", "tercer", "tras", "un"}
)
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
_DEMONSTRATIVES = {
    "\u00e9ste": "este",
    "\u00e9sta": "esta",
    "\u00e9stos": "estos",
    "\u00e9stas": "estas",
    "\u00e9se": "ese",
    "\u00e9sa": "esa",
    "\u00e9sos": "esos",
    "\u00e9sas": "esas",
    "aqu\u00e9l": "aquel",
    "aqu\u00e9lla": "aquella",
    "aqu\u00e9llos": "aquellos",
    "aqu\u00e9llas": "aquellas",
}
_OBJECTS = (["lo"], ["que"], ["mis"], ["mi"])
_PREPOSITIONS = frozenset({"a", "con", "de", "desde", "en", "entre", "hasta", "para", "por", "sin"})


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
    as frequent, and pasts and futures ("presentara") right behind the subject that
    opens a sentence; the other way round, a past with its accent where only a noun
    can stand ("un inició").

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
    for start, end, form, reason in (*_closed(document), *_words(document), *_futures(document)):
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
    folded = document.folded
    marks = {mark for mark in ("", "\u00bf", "\u00a1") if mark in folded}
    for rule in rules():
        if rule.mark not in marks or rule.trigger not in folded:
            continue
        for match in rule.pattern.finditer(folded):
            group = match.lastindex or 1
            word = document.text[match.start(group) : match.end(group)]
            if word[1:].islower() and not (word[0].isupper() and rule.trigger == "mas"):
                yield match.start(group), match.end(group), rule.form, rule.name


def _futures(document: Document) -> Iterator[tuple[int, int, str, str]]:
    for index, form in futures(document):
        yield *document.word_spans[index], form, "a future, not a subjunctive"


def _words(document: Document) -> Iterator[tuple[int, int, str, str]]:
    words, pairs, nouns = document.words, _pairs(), _nouns()
    wanted = _WANTED.those("es", document.vocabulary)
    for index in compress(count(), map(wanted.__contains__, words) if wanted else ()):
        word, before = words[index], words[index - 1] if index else ""
        if word[-1] == "\u00f3":  # frequent: one look at the word before
            if before.lower() in _BEFORE_NOUNS and _beside(document, index):
                yield *document.word_spans[index], f"{word[:-1]}o", "a noun, not a past"
            continue
        form = pairs.get(word.lower())
        start, end = document.word_spans[index]
        if form and not word.isupper() and _noun_here(document, index, word, before.lower()):
            yield start, end, form, "a noun or adjective, not a verb form"
        elif word in nouns and _determined(words, index):
            yield start, end, nouns[word], "a noun after a determiner, not a verb form"
        elif plain := _DEMONSTRATIVES.get(word.lower()):
            if _before_its_noun(document, index, plain):
                yield start, end, plain, "a demonstrative before its noun"
        elif may_be_past(word):
            past = past_form(document, index) or opening_past(document, index)
            if past:
                yield start, end, past, "past tense, not first person"


def _beside(document: Document, index: int) -> bool:
    """Tell whether one blank parts a word from the one before."""
    spans = document.word_spans
    return document.text[spans[index - 1][1] : spans[index][0]] == " "


def _wanted(_: str, written: str) -> bool:
    small = written.lower()
    return (
        small in _pairs()
        or written in _nouns()
        or small in _DEMONSTRATIVES
        or may_be_past(written)
        or _noun_beside(written)
    )


def _before_its_noun(document: Document, index: int, plain: str) -> bool:
    """Tell whether a noun that agrees comes right after a demonstrative: it is no pronoun."""
    if index + 1 >= len(document.words):
        return False
    determiner, (_, end) = determiners("es").get(plain), document.word_spans[index]
    begin = document.word_spans[index + 1][0]
    follows = document.words[index + 1]
    if determiner is None or document.text[end:begin] != " " or not follows.islower():
        return False
    return determined(determiner, follows)


def _noun_beside(written: str) -> bool:
    """Tell whether a past has a noun beside it that lacks its accent: "inici\u00f3", "inicio"."""
    if written[-1] != "\u00f3" or not written.islower():
        return False
    words, noun = vocabulary("es"), f"{written[:-1]}o"
    if words is None:
        return False
    known = words.flags(written) & words.flags(noun) & LOWER
    return bool(known) and words.zipf(noun) >= NOUN and words.zipf(f"{noun}s") >= PLURAL


_WANTED = Question(_wanted)


def _noun_here(document: Document, index: int, word: str, before: str) -> bool:
    if word[0].isupper() and document.words[index + 1 : index + 2] in _OBJECTS:
        return False  # "Publico lo que quiero"
    if word[0].isupper() and index and document.words[index - 1][0].isupper():
        return False  # a surname: "Hermelinda Angulo"
    if before in _DETERMINERS and not (before in {"la", "las", "los"} and word[-1] in "eo"):
        return True
    quoted = document.quotation_at(document.word_spans[index][0]) is not None
    return word[-1] != "e" and not quoted and before not in _SUBJECTS


def _determined(words: list[str], index: int) -> bool:
    """Tell whether a determiner that is no pronoun stands right before."""
    before = words[index - 1].lower() if index else ""
    earlier = words[index - 2].lower() if index > 1 else ""
    return before in _SURE_DETERMINERS or (before == "la" and earlier in _PREPOSITIONS)


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
