"""When an English verb of saying reports, by what follows it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from textassay.checks.claims.english_words import judgings, sayings, words_of
from textassay.checks.claims.morphology import Form

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Clause

FARTHEST_COMPLEMENT = 9  # words from "put" to "at": "put the number of those detained at"

LONGEST_TAG = 4  # words of ", the sources added"
CLAUSAL = frozenset({"they", "he", "she", "there"})  # "many feel they were left behind"
_VOICES = ("rais", "voic", "express", "cast", "sound")
_NAMING = ("call", "brand", "dub", "label", "deem")
_FEELING = ("feel", "felt")
VIEWS = frozenset({"see", "sees", "saw", "seen"})  # "see the visit as a snub"
_AS_WHAT = frozenset({"a", "an", "another", "evidence", "one", "part", "proof", "too"})
_FINDING = ("find", "found", "discover", "demonstrat", "show")
_DIRECTLY = MappingProxyType(
    {"spea": ("of",), "spo": ("of",), "talk": ("of",), "hint": ("at",), "point": ("out", "to")}
)
_FRAMES = MappingProxyType(
    {
        "put": ("at", "blame"),
        "attribut": ("to",),
        "ascrib": ("to",),
        "liken": ("to",),
        "hail": ("as",),
        "portray": ("as",),
        "tout": ("as",),
        "regard": ("as",),
        "interpret": ("as",),
    }
)
_BEFORE_A_GERUND = ("recall", "remember")
_SUMMONED = frozenset({"help", "assistance", "backup", "an", "police"})
_PERSONS = frozenset({"him", "her", "them", "me", "us", "you"})
_PRONOUNS = frozenset({"it", "him", "her", "them", "this"})
_OPENING_QUOTES = ('"', "'", "\N{LEFT DOUBLE QUOTATION MARK}", "\N{LEFT SINGLE QUOTATION MARK}")


@cache
def always_reporting() -> frozenset[str]:
    """Return the verbs of judging that may report whatever follows: "raise concerns"."""
    kept = (
        *_VOICES,
        *_NAMING,
        *_FRAMES,
        *_DIRECTLY,
        *_BEFORE_A_GERUND,
        *_FEELING,
        "report",
        "add",
    )
    found = {word for word in judgings() if word.startswith(kept)}
    return frozenset(found) | words_of("attitude") | {"according"}


def is_finite(word: str) -> bool:
    """Tell whether a word is the verb of a clause for certain: an auxiliary, or "went"."""
    return word in words_of("auxiliary") or word in words_of("past")


def reports(clause: Clause, verb: int) -> bool:
    """Tell whether what follows makes the verb one of reporting, not of doing."""
    word, following = clause.words[verb], clause.word(verb + 1)
    if following in words_of("farewell") or following in {"into", "onto"}:
        return False  # "said goodbye", "project fears onto him"
    if word.startswith(_NAMING):
        return _names(clause, verb)
    if word in judgings():
        closes = clause.gap(verb)[:1] in {",", "."} and word in always_reporting()
        stated = following in words_of("reported") | CLAUSAL or _is_framed(clause, verb)
        return stated or (closes and _follows_statement(clause, verb))
    if word.startswith("report"):
        return following not in {"their", "its", "sales", "profits", "losses"}
    if word.startswith("agree"):  # "agreed a price" is no statement
        return following in words_of("reported") or bool(clause.gap(verb))
    intends = word.startswith(("hop", "expect")) and following == "to"
    thinks = word.startswith("th") and following in {"of", "about"}
    return not (intends or thinks or _refuses(clause, verb))


def _refuses(clause: Clause, verb: int) -> bool:
    """Tell whether somebody is denied something: "denied him his rights"."""
    to_somebody = clause.words[verb].startswith("den") and clause.word(verb + 1) in _PERSONS
    return to_somebody and bool(clause.word(verb + 2)) and not clause.gap(verb + 1)


def _follows_statement(clause: Clause, verb: int) -> bool:
    """Tell whether a verb ends ", the sources added": a comma, a short subject, a verb."""
    before = range(verb - 1, max(-1, verb - LONGEST_TAG), -1)
    return any(clause.gap(index - 1) == "," for index in before if index > 0)


def suits(clause: Clause, verb: int, head: str) -> bool:
    """Tell whether such people report with a verb: scholars find, "people think with" nothing."""
    word, following = clause.words[verb], clause.word(verb + 1)
    if word.startswith(_FINDING):
        return head in words_of("scholar")
    if head not in words_of("generic") or not sayings().get(word, 0) & (
        Form.INFINITIVE | Form.GERUND
    ):
        return True
    if clause.gap(verb):
        return clause.gap(verb)[-1] in (":", *_OPENING_QUOTES)
    return bool(following) and (
        following in words_of("reported") | {"if"}
        or (word in judgings() and _is_framed(clause, verb))
        or following not in words_of("preposition") | words_of("conjunction")
    )


def _is_framed(clause: Clause, verb: int) -> bool:
    """Tell whether the words behind a verb are those that it reports with."""
    word, following = clause.words[verb], clause.word(verb + 1)
    behind = clause.words[verb + 1 : verb + FARTHEST_COMPLEMENT]
    if word.startswith(_VOICES):
        return not words_of("concern").isdisjoint(behind[:3])
    if word.startswith(_BEFORE_A_GERUND):
        return following.endswith("ing") or (following in _PRONOUNS and "as" in behind)
    if word.startswith(_FEELING) and following.endswith("ed"):
        return True  # "feel betrayed"
    if word in VIEWS:
        return any(one == "as" and then in _AS_WHAT for one, then in pairwise(behind))
    directly = next((words for stem, words in _DIRECTLY.items() if word.startswith(stem)), ())
    framed = next((words for stem, words in _FRAMES.items() if word.startswith(stem)), ())
    return following in directly or (following != "up" and any(end in behind for end in framed))


def _names(clause: Clause, verb: int) -> bool:
    """Tell whether a verb of naming judges: "called it a scandal", "branded the deal unfair"."""
    following = clause.word(verb + 1)
    if following == "for":
        return clause.words[verb].startswith("call") and clause.word(verb + 2) not in _SUMMONED
    if following in _PRONOUNS or following in words_of("reported"):
        return True
    relative = clause.words[max(0, verb - FARTHEST_COMPLEMENT) : verb]
    if not {"what", "which"}.isdisjoint(relative):
        return following in {"a", "an", "the", "one"}  # "what some are calling a new era"
    if following not in {"the", "his", "their", "its", "that"}:
        return False
    return any(
        clause.words[index] in {"a", "an", "as"} or clause.gap(index - 1)[-1:] in _OPENING_QUOTES
        for index in range(verb + 2, min(len(clause), verb + FARTHEST_COMPLEMENT))
        if clause.gap(index - 1) in ("", *_OPENING_QUOTES)
    )
