"""Attributions to unnamed sources in English, by grammar.

Every verb of saying is asked for its subject: any human noun, plural or
indefinite, before the verb, behind it, or as the agent of a passive.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from textassay.checks.claims import english_verbs
from textassay.checks.claims.clauses import Attribution, Phrase, Source, opens_subject
from textassay.checks.claims.english_auxiliaries import before_auxiliaries, required_form
from textassay.checks.claims.english_nouns import (
    CAUSING,
    PRONOMINAL,
    SINGLE,
    SOURCES,
    closes_phrase,
    is_determiner,
    is_named,
    is_pronominal,
    is_relation,
    noun_phrase,
    phrase_from,
)
from textassay.checks.claims.english_verbs import CLAUSAL, is_finite, reports, suits
from textassay.checks.claims.english_words import (
    human_verbs,
    is_guess,
    judgings,
    sayings,
    showings,
    source_of,
    words_of,
)
from textassay.checks.claims.inversion import has_subject
from textassay.checks.claims.morphology import Form
from textassay.checks.claims.shared_subjects import opening_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.checks.claims.clauses import Clause

FARTHEST_HEAD = 14  # words between a noun and its verb; longer post-modifiers were misparsed
SHORTEST_PARTICIPLE = 6  # letters: "working", not "king"


_AFTER_PARTICIPLE = frozenset({"by", "to", "dead", "missing", "as", "above", "below"})
_SUBORDINATES = frozenset(
    "that because while though although whether but when if which he she they it i we".split()  # noqa: SIM905 - words
)
_HOMOGRAPHS = frozenset({"claim", "demand", "doubt", "fear", "hope", "wonder", "worry"})
_STATING = CLAUSAL | {"that", "say", "said", "told", "claim", "claimed"}
_GOVERNING = frozenset({"to", "can", "may", "must", "should", "will"})  # "can run and observe"
_SPOKE = frozenset("admitted argued claimed complained insisted said told warned".split())  # noqa: SIM905 - words
_UNREAL = frozenset({"will", "would", "may", "might"})
_JOINING = frozenset({"and", "but"})
_OF_ALL = ("believ", "think", "thought", "doubt", "expect", "trust", "imagin")
_OPINIONS = ("consider", "regard", "view", "perceiv", "hail", "mock", "prais")
_QUOTES = (
    "\"'\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
    "\N{RIGHT SINGLE QUOTATION MARK}"
)


def cues() -> frozenset[str]:
    """Return the words without which no attribution is found."""
    return frozenset(sayings()) | frozenset(showings()) | words_of("attitude") | {"according"}


always_reporting = english_verbs.always_reporting


def complements() -> frozenset[str]:
    """Return what follows a verb of judging that reports: a clause, or an agent."""
    return words_of("reported") | CLAUSAL | {"by"}


def views() -> frozenset[str]:
    """Return the verbs that report with an "as" further on: "see the visit as"."""
    return english_verbs.VIEWS


def is_head(word: str) -> bool:
    """Tell whether a word can be the head of a source: without one nothing is found."""
    return word in PRONOMINAL or word == "those" or source_of(word) is not None


def attributions(clause: Clause, cue_indices: list[int]) -> Iterator[Attribution]:
    """Yield the attributions to unnamed sources at the given cues."""
    for index in cue_indices:
        if clause.is_quoted(index):
            continue
        if clause.words[index] == "according":
            found = _according(clause, index)
        else:
            found = _with_subject(clause, index)
            if found is None and clause.words[index] in sayings():
                found = _inverted(clause, index) or _agent(clause, index)
        if found:
            yield found


def _according(clause: Clause, index: int) -> Attribution | None:
    """Return the attribution at "according", if its source is unnamed."""
    if clause.word(index + 1) != "to":
        return None
    return _following(clause, index + 2, index, "according")


def _with_subject(clause: Clause, verb: int) -> Attribution | None:
    last, auxiliaries = before_auxiliaries(clause, verb)
    if last < 0:
        return None
    shared = clause.words[last] in _JOINING
    if shared:
        phrase = _shared_subject(clause, last, verb)
    elif is_determiner(clause.words[last]) and not _is_one_of_them(clause, last, verb):
        return None
    else:
        phrase = _subject(clause, last)
    if phrase is None or not _agrees(clause, verb, auxiliaries, phrase):
        return None
    if shared:
        return _attribution(clause, phrase, phrase.first, verb, phrase.head, "shared")
    return _attribution(clause, phrase, phrase.first, verb, last, "subject")


def _shared_subject(clause: Clause, conjunction: int, verb: int) -> Phrase | None:
    """Return the people of "residents fled and say", unless the verb may be a noun there."""
    doubtful = clause.words[verb] in _doubtful()
    if doubtful and clause.word(verb + 1) not in words_of("reported"):
        return None
    plain = sayings().get(clause.words[verb], 0) & Form.INFINITIVE
    closed = _opening_words() | _GOVERNING if plain else _opening_words()
    return opening_subject(clause, conjunction, noun_phrase, closed)


def _agrees(clause: Clause, verb: int, passed: list[str], phrase: Phrase) -> bool:
    """Tell whether the verb is an active, finite predicate of such a subject."""
    if clause.words[verb] in words_of("attitude"):
        stated = clause.word(verb + 1) in {"that", "about", "of", "on", "over"}
        return stated and not (words_of("be") | words_of("raising")).isdisjoint(passed)
    form, required = _form(clause, verb, phrase), required_form(passed)
    if required:
        would = required == Form.INFINITIVE and _is_anybody(clause, phrase, passed)
        return bool(form & required) and not would
    if form & Form.GERUND:
        return clause.word(phrase.first - 1) == "with"  # "with several saying"
    should = not words_of("auxiliary").isdisjoint(passed)  # "customers should write"
    before = clause.words[max(0, phrase.first - 1) : phrase.head]
    if form & Form.INFINITIVE and not CAUSING.isdisjoint(before):
        return False
    return not should and _agrees_in_number(clause, verb, form, phrase)


def _is_one_of_them(clause: Clause, last: int, verb: int) -> bool:
    """Tell whether "one" is a person who spoke, not anybody: "and one said"."""
    opens = last == 0 or clause.gap(last - 1) != "" or clause.words[last - 1] in _JOINING
    spoke = last == verb - 1 and clause.words[verb] in _SPOKE
    return clause.words[last] in SINGLE and opens and spoke


@cache
def _doubtful() -> frozenset[str]:
    """Return the verbs that behind "and" may be nouns: "stress and fear"."""
    return judgings() | _HOMOGRAPHS | words_of("noun")


@cache
def _opening_words() -> frozenset[str]:
    """Return the words that open a clause with a subject of its own."""
    return words_of("conjunction") - _JOINING | words_of("relative")


def _is_anybody(clause: Clause, phrase: Phrase, passed: list[str]) -> bool:
    """Tell whether a phrase with "may" or "would" means no people in particular."""
    head = clause.words[phrase.head]
    known = source_of(head)
    body = known is not None and known[0] == Source.GROUP  # "unions will advise"
    everybody = body or clause.words[phrase.first] == "few" or head in words_of("generic")
    unreal = not _UNREAL.isdisjoint(passed)
    return phrase.determined == "indefinite" or (everybody and unreal)  # "a doctor may say"


def _form(clause: Clause, verb: int, phrase: Phrase) -> int:
    """Return what the verb can be, 0 if it is none for such a subject."""
    if clause.words[phrase.head] in words_of("everybody"):
        return sayings()[clause.words[verb]] if clause.words[verb].startswith(_OF_ALL) else 0
    known = source_of(clause.words[phrase.head])
    if known is not None and known[0] == Source.DOCUMENT:
        return showings().get(clause.words[verb], 0)
    human = clause.words[verb] in human_verbs() or clause.word(verb + 1) == "that"
    if is_guess(clause.words[phrase.head]) and not human:
        return 0
    if not suits(clause, verb, clause.words[phrase.head]):
        return 0
    return sayings().get(clause.words[verb], 0) if reports(clause, verb) else 0


def _agrees_in_number(clause: Clause, verb: int, form: int, phrase: Phrase) -> bool:
    whose = clause.word(phrase.first - 1) in {"which", "what"}  # "which many described as"
    dated = clause.word(verb + 2) in {"early", "late", "far", "long", "recently"}  # "as early as"
    described = clause.words[verb + 1 : verb + 3] == ["in", "this"]  # "those described in this"
    passive = clause.word(verb + 1) in _AFTER_PARTICIPLE or described
    if form & Form.PARTICIPLE and passive and not (dated or whose):
        return False  # "residents told to leave", "two people feared dead"
    partitive = phrase.determined == "quantifier" and clause.words[phrase.first] in {"a", "the"}
    either = partitive or clause.words[phrase.head] in {"data", "media"}
    plural = phrase.plural or either or clause.words[phrase.head] == "police"
    singular = not phrase.plural or either
    wanted = (Form.PLURAL if plural else 0) | (Form.SINGULAR if singular else 0)
    return bool(form & wanted)


def _subject(clause: Clause, last: int) -> Phrase | None:
    """Return the noun phrase that ends at or, post-modified, before a word."""
    last = _before_parenthesis(clause, last)
    gap = clause.gap(last)
    if clause.words[last] == "who":
        stated = clause.words[last + 1 : last + 4]
        human = not human_verbs().isdisjoint(stated) or "that" in stated
        plain = clause.gap(last - 1) == "" and clause.word(last - 1) in words_of("generic")
        if plain and _STATING.isdisjoint(stated):
            return None  # "people who fear the sea"
        return _antecedent(clause, last - 1) if human else None
    if gap == "" or clause.word(last + 1) in words_of("parenthesis"):
        if is_pronominal(clause, last):
            return Phrase(last, last, "quantifier", plural=clause.words[last] not in SINGLE)
        if source_of(clause.words[last]):
            phrase = noun_phrase(clause, last)
            if phrase is not None:
                return phrase
    elif gap != ",":
        return None
    stepped = clause.word(last + 1) in words_of("parenthesis")
    return _post_modified(clause, last, closed=gap == "," and not stepped)


def _before_parenthesis(clause: Clause, last: int) -> int:
    """Step over ", however," and ", for their part," between subject and verb."""
    if clause.gap(last) != ",":
        return last
    first = last
    while first > 0 and clause.words[first] in words_of("parenthesis"):
        if clause.gap(first - 1) == ",":
            return first - 1
        first -= 1
    return last


def _antecedent(clause: Clause, head: int) -> Phrase | None:
    """Return the people of "residents, who say", wherever they stand."""
    known = source_of(clause.word(head))
    if known is None or known[0] != Source.COLLECTIVE or not known[1] & Form.PLURAL:
        return None
    phrase = noun_phrase(clause, head)
    bare = not is_determiner(clause.word(head - 1)) or clause.word(head - 1) in words_of(
        "preposition"
    )
    return phrase or (Phrase(head, head, "bare", plural=True) if bare else None)


def _post_modified(clause: Clause, last: int, *, closed: bool) -> Phrase | None:
    """Find "people familiar with the matter", "residents, who ..., " before a verb."""
    for head in range(last - 1, max(-1, last - FARTHEST_HEAD), -1):
        if clause.gap(head + 1) not in {"", ","} and head + 1 < last:
            return None
        known = source_of(clause.words[head])
        those = clause.words[head] == "those" and clause.words[head + 1] in words_of("those")
        if known is None and not those and not is_pronominal(clause, head):
            continue
        if not _opens_modifier(clause, head, last, closed=closed):
            continue
        if not _is_modifier(clause, head + 1, last, closed=closed):
            return None
        if not closed and clause.word(last + 1) in words_of("noun"):
            return None
        if known is None:
            return Phrase(head, head, "quantifier", plural=clause.words[head] not in SINGLE)
        phrase = noun_phrase(clause, head)
        if phrase is not None:
            return phrase
    return None


def _opens_modifier(clause: Clause, head: int, last: int, *, closed: bool) -> bool:
    following, gap = clause.words[head + 1], clause.gap(head)
    if closed and gap == ",":
        return following in words_of("inserted")
    parted = words_of("relative") | {"speaking"}
    if closed and parted.isdisjoint(clause.words[head + 1 : last + 1]):
        return False
    return gap == "" and (
        following in words_of("preposition")
        or following in words_of("issued")
        or following in {"who", "close", "familiar", "briefed", "opposed"}
        or following in words_of("surveyed")
        or (following.endswith("ed") and clause.word(head + 2) in words_of("passive_place"))
        or (following.endswith("ing") and len(following) >= SHORTEST_PARTICIPLE)
    )


def _is_modifier(clause: Clause, first: int, last: int, *, closed: bool) -> bool:
    """Tell whether the words can all belong to a modifier of the head."""
    if any(clause.gap(index) not in {"", ","} for index in range(first, last)):
        return False
    if not closed and opens_subject(clause, first, last, words_of("coordinator")):
        return False
    relative = False
    for word in clause.words[first : last + 1]:
        if word in {"who", "whose", "whom"}:
            relative = True
        elif word in _SUBORDINATES:
            if not relative or word not in {"they", "it"}:
                return False
        elif not relative and (is_finite(word) or word in {"said", "says", "told"}):
            return False
    return True


def _inverted(clause: Clause, verb: int) -> Attribution | None:
    """Find ", say experts", '" said one resident'."""
    before = clause.gap(verb - 1)
    if not before or before[-1] not in _QUOTES + ",-\N{EM DASH}\N{EN DASH}?!" or clause.gap(verb):
        return None
    form = sayings()[clause.words[verb]]
    word = clause.words[verb]
    if not form & (Form.SINGULAR | Form.PLURAL):
        return None
    if word in judgings() - {"add", "adds", "added"} and before[-1] not in _QUOTES:
        return None
    if before[-1] == "," and not set(before) & set(_QUOTES) and has_subject(clause, verb):
        return None
    return _following(clause, verb + 1, verb, "inverted")


def _agent(clause: Clause, verb: int) -> Attribution | None:
    """Find "criticised by many", "is considered by experts"."""
    word = clause.words[verb]
    if clause.word(verb + 1) != "by" or not sayings()[word] & Form.PARTICIPLE:
        return None
    found = _following(clause, verb + 2, verb, "agent")
    literal = word in judgings() and not word.startswith(_OPINIONS)
    if found and literal and not clause.folded.startswith(" as ", found.end):
        return None  # "seen by many people on many systems"
    return found


def _following(clause: Clause, first: int, anchor: int, form: str) -> Attribution | None:
    """Read the noun phrase that starts at a word, and judge it as a source."""
    phrase = phrase_from(clause, first)
    if phrase is None or not closes_phrase(clause, phrase.head):
        return None
    if is_guess(clause.words[phrase.head]) and clause.words[anchor] not in human_verbs():
        return None
    if form == "inverted" and not _fits_inverted(clause, anchor, phrase):
        return None
    return _attribution(clause, phrase, anchor, phrase.head, phrase.head, form)


def _fits_inverted(clause: Clause, verb: int, phrase: Phrase) -> bool:
    word = clause.words[verb]
    known = source_of(clause.words[phrase.head])
    document = known is not None and known[0] == Source.DOCUMENT
    if document and (word not in showings() or phrase.determined == "bare"):
        return False
    return bool(sayings()[word] & (Form.PLURAL if phrase.plural else Form.SINGULAR))


def _attribution(
    clause: Clause, phrase: Phrase, start: int, end: int, last: int, form: str
) -> Attribution | None:
    """Return the attribution unless the phrase names or points to its source."""
    word = clause.words[phrase.head]
    known = source_of(word)
    source = known[0] if known else Source.COLLECTIVE
    if phrase.determined == "possessive" and not is_relation(word):
        return None
    if phrase.determined == "definite" and (word not in SOURCES or form == "according"):
        return None
    if not phrase.plural and source in {Source.GROUP, Source.OUTLET, Source.AUTHORITY}:
        return None
    if source == Source.OUTLET and clause.word(phrase.head - 1) == "social":
        return None  # "social media will expose": users, no newsroom
    if phrase.determined != "possessive" and is_named(clause, phrase, last, source):
        return None
    if phrase.determined in {"indefinite", "definite"} and source == Source.COLLECTIVE:
        source = Source.ANONYMOUS
    first, final = min(start, phrase.first), max(end, phrase.head)
    return Attribution(
        clause.starts[first],
        clause.ends[final],
        source,
        form,
        word,
    )
