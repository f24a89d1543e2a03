"""Attributions to unnamed sources in Spanish, by grammar.

Every verb of saying is asked for its subject: any human noun, plural or
indefinite, before the verb or behind it, or as the agent of a passive.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from textassay.checks.claims.clauses import Attribution, Phrase, Source, opens_subject
from textassay.checks.claims.morphology import Form
from textassay.checks.claims.shared_subjects import opening_subject
from textassay.checks.claims.spanish_inversion import directly_follows, may_invert, tells
from textassay.checks.claims.spanish_nouns import (
    HEADLESS,
    PRONOMINAL,
    is_named,
    is_pronominal,
    noun_phrase,
    phrase_from,
)
from textassay.checks.claims.spanish_verbs import frames, giving, has_complement, is_opinion
from textassay.checks.claims.spanish_words import (
    human_verbs,
    is_finite,
    is_guess,
    judgings,
    sayings,
    showings,
    source_of,
    words_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.claims.clauses import Clause

NEAREST = 3  # words of "la prensa local especializada" behind its head
FARTHEST_HEAD = 12  # words between a noun and its verb; longer post-modifiers were misparsed


_SEGUN = "seg\N{LATIN SMALL LETTER U WITH ACUTE}n"
_ONE = frozenset({"la", "el", "un", "una", "gran", "buena"})  # a majority takes either number
_SUBORDINATES = frozenset(
    {"que", "quienes", "porque", "cuando", "mientras", "pero", "si", "aunque"}
)
_NO_SUBJECT = frozenset({"o", "ni", "como", "quien", "todo", "nada", "algo"})
_JOINING = frozenset({"y", "e", "pero"})
_MAJORITIES = frozenset({"mayor\N{LATIN SMALL LETTER I WITH ACUTE}a", "parte", "mitad"})
_OWN = frozenset({"resultados"})  # of the study that the record speaks of
_BODIES = frozenset({Source.GROUP, Source.OUTLET, Source.AUTHORITY})
_REFLEXIVE = ("quej", "pregunt", "lament", "refir", "refier", "sient", "sint")


def cues() -> frozenset[str]:
    """Return the words without which no attribution is found."""
    verbs = frozenset(sayings()) | frozenset(showings()) | words_of("attitude")
    return verbs | {_SEGUN, "acuerdo", "juicio"}


def always_reporting() -> frozenset[str]:
    """Return the cues that report whatever follows them."""
    framed = frozenset().union(*(forms for forms, _, _ in frames()))
    quoted = frozenset(form for form in judgings() if not form.endswith("ndo"))
    return words_of("attitude") | {_SEGUN, "acuerdo", "juicio"} | framed | quoted


def complements() -> frozenset[str]:
    """Return what follows a verb of judging that reports: a clause, or an agent."""
    return words_of("reported") | {"por"}


def views() -> frozenset[str]:
    """Return the verbs that report with an "as" further on: none, it stands beside them."""
    return frozenset()


def is_head(word: str) -> bool:
    """Tell whether a word can be the head of a source: without one nothing is found."""
    return word in PRONOMINAL or word in HEADLESS or source_of(word) is not None


def attributions(clause: Clause, cue_indices: list[int]) -> Iterator[Attribution]:
    """Yield the attributions to unnamed sources at the given cues."""
    for index in cue_indices:
        if clause.is_quoted(index):
            continue
        word = clause.words[index]
        if word in words_of("attitude"):
            found = _with_attitude(clause, index)
        elif word not in sayings() and word not in showings():
            found = _according(clause, index)
        else:
            found = _with_subject(clause, index) or _inverted(clause, index)
            if found is None and word in sayings():
                found = _agent(clause, index)
        if found:
            yield found


def _according(clause: Clause, index: int) -> Attribution | None:
    word = clause.words[index]
    if word == "acuerdo":
        if clause.word(index - 1) != "de" or clause.word(index + 1) not in {"con", "a"}:
            return None
        return _following(clause, index + 2, index - 1, "according")
    if word == "juicio":
        if clause.word(index - 1) != "a" or clause.word(index + 1) != "de":
            return None
        return _following(clause, index + 2, index - 1, "according")
    return _following(clause, index + 1, index, "according")


def _with_subject(clause: Clause, verb: int) -> Attribution | None:
    last, passed = _before_auxiliaries(clause, verb)
    if last < 0 or clause.words[last] in _NO_SUBJECT:
        return None
    if "se" in passed and not clause.words[verb].startswith(_REFLEXIVE):
        return None
    form = "subject"
    if clause.words[last] in _JOINING:
        phrase = opening_subject(clause, last, noun_phrase, _opening_words())
        form = "shared"
        if phrase is not None and phrase.determined == "definite":
            return None  # who goes on is known from before
    else:
        phrase = _subject(clause, last)
    if phrase is None or not _agrees(clause, verb, passed, phrase):
        return None
    return _attribution(clause, phrase, phrase.first, verb, form)


@cache
def _opening_words() -> frozenset[str]:
    """Return the words that open a clause with a subject of its own."""
    return words_of("conjunction") - _JOINING | words_of("pronoun")


def _with_attitude(clause: Clause, index: int) -> Attribution | None:
    """Find "los padres están convencidos de que", "se muestran preocupados"."""
    copula = clause.word(index - 1)
    if copula not in words_of("copula") and not copula.startswith(("muestr", "mostr")):
        return None
    last = index - (3 if clause.word(index - 2) == "se" else 2)
    phrase = _subject(clause, last) if last >= 0 else None
    if phrase is None or not phrase.plural:
        return None
    return _attribution(clause, phrase, phrase.first, index, "subject")


def _before_auxiliaries(clause: Clause, verb: int) -> tuple[int, list[str]]:
    index, passed = verb - 1, []
    while index >= 0 and clause.gap(index) == "":
        word = clause.words[index]
        raised = word in {"a", "en"} and clause.word(index - 1) in words_of("raising")
        lasting = word in words_of("lasting") and clause.words[verb].endswith("ndo")
        if not (raised or lasting or _is_auxiliary(word)):
            break
        passed.append(word)
        index -= 1
    return index, passed


def _is_auxiliary(word: str) -> bool:
    return (
        word in words_of("auxiliary")
        or word in words_of("progressive")
        or word in words_of("clitic")
        or word in words_of("raising")
        or word.endswith("mente")
    )


def _agrees(clause: Clause, verb: int, passed: list[str], phrase: Phrase) -> bool:
    """Tell whether the verb is an active, finite predicate of such a subject."""
    word = clause.words[verb]
    known = source_of(clause.words[phrase.head])
    shows = known is not None and known[0] == Source.DOCUMENT
    form = (showings() if shows else sayings()).get(word)
    if form is None or not (shows or has_complement(clause, verb, phrase)):
        return False
    foretells = "le" in passed or "les" in passed or clause.word(verb + 1) == "cuenta"
    if shows and word in giving() and not foretells:
        return False  # "dan positivo", but "le dan ventaja"
    human = word in human_verbs() or clause.word(verb + 1) == "que"
    if is_guess(clause.words[phrase.head]) and not human:
        return False
    return _has_form(clause, form, passed, phrase)


def _has_form(clause: Clause, form: int, passed: list[str], phrase: Phrase) -> bool:
    """Tell whether a verb has the form that its auxiliaries and its subject ask for."""
    if not words_of("raising").isdisjoint(passed):
        return bool(form & Form.INFINITIVE) and _is_numbered("raising", passed, phrase)
    if form & Form.GERUND or not words_of("progressive").isdisjoint(passed):
        return bool(form & Form.GERUND) and _is_numbered("progressive", passed, phrase)
    if not words_of("auxiliary").isdisjoint(passed):
        return bool(form & Form.PARTICIPLE) and _is_numbered("auxiliary", passed, phrase)
    partitive = phrase.determined == "quantifier" and clause.words[phrase.first] in _ONE
    singular = partitive or not phrase.plural
    wanted = (Form.PLURAL if phrase.plural else 0) | (Form.SINGULAR if singular else 0)
    return bool(form & wanted)


def _is_numbered(kind: str, passed: list[str], phrase: Phrase) -> bool:
    """Tell whether auxiliaries agree with their subject in number."""
    auxiliaries = words_of(kind).intersection(passed)
    return bool(auxiliaries) and phrase.plural == any(word.endswith("n") for word in auxiliaries)


def _subject(clause: Clause, last: int) -> Phrase | None:
    gap = clause.gap(last)
    if gap == "":
        if is_pronominal(clause, last) and clause.words[last] not in HEADLESS:
            return Phrase(last, last, "quantifier", plural=True)
        if source_of(clause.words[last]):
            phrase = noun_phrase(clause, last)
            pointed = clause.word(last - 1) in words_of("demonstrative")
            known = pointed and clause.word(last - 2) not in words_of("preposition")
            if phrase is not None or known:  # "y estas personas dijeron"
                return phrase
    elif gap != ",":
        return None
    return _post_modified(clause, last, closed=gap == ",")


def _post_modified(clause: Clause, last: int, *, closed: bool) -> Phrase | None:
    """Find "fuentes cercanas al caso", "vecinos de la zona", before a verb."""
    for head in range(last - 1, max(-1, last - FARTHEST_HEAD), -1):
        if head + 1 < last and clause.gap(head + 1) not in {"", ","}:
            return None
        known = source_of(clause.words[head])
        if known is None and not is_pronominal(clause, head):
            continue
        if clause.word(head - 1) in words_of("preposition") and clause.gap(head - 1) == "":
            continue
        if closed and all(clause.gap(index) == "" for index in range(head, last)):
            continue  # inside of what the commas enclose
        far = clause.words[head] == "prensa" and last - head > NEAREST
        if far or not _is_modifier(clause, head, last, closed=closed):
            return None
        if known is None:
            stated = _opens_modifier(clause, head) or _is_said_next(clause, last)
            return Phrase(head, head, "quantifier", plural=True) if stated else None
        phrase = noun_phrase(clause, head)
        related = phrase is not None and "que" in clause.words[head + 1 : last + 1]
        if related and _is_told_apart(phrase, known[0]):
            return None
        if phrase is not None:
            return phrase
    return None


def _opens_modifier(clause: Clause, head: int) -> bool:
    """Tell whether a pronoun has no noun behind it, as "otros tres dedos" has."""
    following = clause.word(head + 1)
    return clause.gap(head) == "," or following in words_of("preposition") | {"que"}


def _is_said_next(clause: Clause, last: int) -> bool:
    """Tell whether what comes is what only people do: "creen que"."""
    return any(
        clause.word(index) in human_verbs() and clause.word(index + 1) == "que"
        for index in range(last + 1, last + 4)
    )


def _is_told_apart(phrase: Phrase | None, source: Source) -> bool:
    """Tell whether a relative clause makes it these ones: "un video que muestra"."""
    if phrase is None or phrase.determined == "quantifier":
        return False
    return source == Source.DOCUMENT or phrase.determined == "definite"


def _is_modifier(clause: Clause, head: int, last: int, *, closed: bool) -> bool:
    """Tell whether the words behind a head can all be its modifiers."""
    gaps = {clause.gap(index) for index in range(head, last)}
    if not gaps <= {"", ","} or (closed and "," not in gaps):
        return False
    if not closed and (
        clause.gap(head) != "" or opens_subject(clause, head + 1, last, words_of("coordinator"))
    ):
        return False
    relative = False
    for before, word in pairwise(clause.words[head : last + 1]):
        if word in {"que", "quienes"} and not relative and before != "a":
            relative = True
        elif word in _SUBORDINATES or (
            not relative
            and (word in words_of("auxiliary") or word in words_of("copula") or is_finite(word))
        ):
            return False
    return True


def _inverted(clause: Clause, verb: int) -> Attribution | None:
    """Find "advierten los expertos", "dijo una vecina"."""
    word = clause.words[verb]
    form = sayings().get(word, 0)
    if not may_invert(clause, verb, form):
        return None
    phrase = phrase_from(clause, verb + 1)
    if phrase is None or not directly_follows(clause, verb, phrase):
        return None
    partitive = not _MAJORITIES.isdisjoint(clause.words[phrase.first : phrase.head])
    wanted = (Form.PLURAL if phrase.plural else 0) | (
        Form.SINGULAR if partitive or not phrase.plural else 0
    )
    known = source_of(clause.words[phrase.head])
    alone = clause.gap(phrase.head) or clause.word(phrase.head + 1) in words_of("reported")
    alone = alone or clause.words[phrase.head] in HEADLESS
    told = alone if known is None else known[0] != Source.DOCUMENT  # "describen algunas tareas"
    if not (form & wanted and told):
        return None
    if is_guess(clause.words[phrase.head]) and word not in human_verbs():
        return None
    if word in judgings() and not tells(clause, verb, phrase):
        return None
    return _attribution(clause, phrase, verb, phrase.head, "inverted")


def _agent(clause: Clause, verb: int) -> Attribution | None:
    """Find "criticado por muchos", "considerada por expertos"."""
    if clause.word(verb + 1) != "por" or not sayings()[clause.words[verb]] & Form.PARTICIPLE:
        return None
    if clause.word(verb + 2) in {"otros", "otras"}:
        return None  # "escritas por otros"
    found = _following(clause, verb + 2, verb, "agent")
    literal = clause.words[verb] in judgings() and found and found.source == Source.ANONYMOUS
    return None if literal else found  # "seen by a doctor"


def _following(clause: Clause, first: int, anchor: int, form: str) -> Attribution | None:
    phrase = phrase_from(clause, first)
    if phrase is None:
        return None
    if form == "agent" and phrase.determined == "definite":
        known = source_of(clause.words[phrase.head])
        people = known is not None and known[0] == Source.COLLECTIVE
        if not (people and is_opinion(clause.words[anchor])):
            return None
    if is_guess(clause.words[phrase.head]):
        return None
    return _attribution(clause, phrase, anchor, phrase.head, form)


def _may_be_definite(clause: Clause, phrase: Phrase, source: Source, form: str) -> bool:
    """Tell whether a definite plural can mean the kind: "los expertos", "los estudios"."""
    if source == Source.DOCUMENT:
        owned = clause.word(phrase.head + 1) in {"de", "del"} or clause.words[phrase.head] in _OWN
        described = clause.gap(phrase.head) == "," and clause.word(phrase.head + 1).endswith("os")
        owned = owned or described  # "los documentos, presentados en Lugo,"
        return phrase.plural and form in {"subject", "according"} and not owned
    if clause.words[phrase.head] in {"gente", "prensa"}:
        return True
    if source == Source.GROUP and form == "according":
        return False  # "de acuerdo con los departamentos": agreed with them
    return phrase.plural and source in {Source.COLLECTIVE, Source.GROUP}


def _first_of_pair(clause: Clause, first: int) -> int:
    """Return where "expertos y vecinos" starts, given "vecinos"."""
    paired = clause.word(first - 1) in {"y", "e"} and source_of(clause.word(first - 2))
    return first - 2 if paired and clause.gap(first - 2) == "" else first


def _attribution(
    clause: Clause, phrase: Phrase, start: int, end: int, form: str
) -> Attribution | None:
    """Return the attribution unless the phrase names or points to its source."""
    word = clause.words[phrase.head]
    known = source_of(word)
    source = known[0] if known else Source.COLLECTIVE
    if phrase.determined == "definite" and not _may_be_definite(clause, phrase, source, form):
        return None
    generic = word == "prensa" and phrase.determined == "definite"
    if not (phrase.plural or generic) and source in _BODIES:
        return None
    if is_named(clause, phrase, word, form):
        return None
    if word.startswith("fuente") or (
        phrase.determined == "indefinite" and source == Source.COLLECTIVE
    ):
        source = Source.ANONYMOUS
    first, final = min(start, phrase.first), max(end, phrase.head)
    if first == phrase.first:
        first = _first_of_pair(clause, first)
    return Attribution(
        clause.starts[first],
        clause.ends[final],
        source,
        form,
        word,
        definite=phrase.determined == "definite",
    )
