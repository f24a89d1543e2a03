"""English plural subjects that begin a clause and end right before its verb."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from textassay.text.document import Document

COMMON = 3.0  # Zipf of the singular; rarer stems were names
DERIVED = 2.5  # Zipf of the -ing form of what is a verb, too ("needs")
SHORTEST = 4  # letters; shorter ones were commands
MOST_WORDS = 5  # of the subject: longer ones have a clause inside more often
MOST_BEFORE = 6  # words of what stands before a comma at the start of a sentence
DETERMINERS = frozenset(
    {"the", "these", "those", "many", "several", "most", "all", "some", "few", "both", "various"}
    | {"his", "her", "their", "our", "its", "numerous", "such", "other", "certain"}
)
# Never between a determiner and its noun: with one of these another word may be the subject
_SMALL_WORDS = frozenset(
    {"a", "about", "above", "across", "after", "against", "alone", "along", "also", "although"}
    | {"always", "am", "amid", "among", "amongst", "an", "and", "another", "any", "anybody"}
    | {"anyone", "anything", "are", "around", "as", "aside", "at", "away", "be", "because"}
    | {"become", "been", "before", "behind", "being", "below", "beneath", "beside", "besides"}
    | {"between", "beyond", "but", "by", "can", "come", "could", "despite", "did", "do", "does"}
    | {"down", "during", "each", "either", "else", "enough", "even", "every", "everybody"}
    | {"everyone", "everything", "except", "first", "for", "from", "given", "had", "half", "has"}
    | {"have", "he", "her", "here", "hers", "him", "his", "how", "however", "i", "if", "in"}
    | {"including", "inside", "instead", "into", "is", "it", "its", "just", "last", "less", "let"}
    | {"like", "make", "many", "may", "me", "might", "mine", "more", "must", "my", "near"}
    | {"neither", "never", "next", "no", "nobody", "none", "nor", "not", "nothing", "now", "of"}
    | {"off", "on", "once", "one", "only", "onto", "opposite", "or", "our", "out", "outside"}
    | {"over", "part", "per", "perhaps", "plus", "shall", "she", "should", "since", "so"}
    | {"somebody", "someone", "something", "than", "that", "the", "their", "them", "then"}
    | {"there", "these", "they", "this", "those", "though", "through", "throughout", "till", "to"}
    | {"too", "toward", "towards", "under", "unless", "unlike", "until", "up", "upon", "us"}
    | {"versus", "via", "was", "we", "were", "what", "whatever", "when", "where", "whether"}
    | {"which", "whichever", "while", "who", "whoever", "whom", "whose", "why", "will", "with"}
    | {"within", "without", "would", "yet", "you", "your", "all", "both", "some", "several"}
    | {"said", "says", "say", "mr", "mrs", "ms", "dr", "such", "et", "v", "vs"}
)
_NUMERALS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
    | {"fifteen", "twenty", "thirty", "forty", "fifty", "hundred", "thousand", "million", "billion"}
    | {"dozen", "zero", "minus"}
)
IRREGULAR = frozenset({"people", "men", "women", "children"})
# A clause begins after these and no other noun can be its subject
_OPENING = frozenset(
    {"because", "although", "though", "whereas", "if", "whether", "while", "when", "where"}
    | {"said", "says", "claims", "claimed", "admitted", "insisted", "believes"}
)
# "that" after these opens a statement; elsewhere it may be a relative ("all that matters is")
STATING = frozenset(
    {
        "said",
        "say",
        "says",
        "saying",
        "adding",
        "announced",
        "claimed",
        "claims",
        "added",
        "believe",
    }
    | {"believes", "believed", "think", "thinks", "reported", "reports", "show", "shows", "showed"}
    | {"confirmed", "confirms", "stated", "states", "insisted", "argued", "argues", "noted"}
    | {"warned", "warns", "admitted", "explained", "found", "suggested", "suggests", "revealed"}
    | {"told", "reporters", "him", "them", "fact", "sure", "clear", "know", "knows", "knew"}
)
_ADVERBIAL = frozenset(
    {"in", "on", "at", "after", "before", "by", "during", "since", "when", "while", "if", "as"}
    | {"because", "although", "despite", "meanwhile", "however", "moreover", "furthermore"}
    | {"additionally", "also", "currently", "today", "yesterday", "earlier", "later", "now"}
    | {"but", "and", "for", "with", "so", "then", "thus"}
)


def subject_start(document: Document, verb: int) -> int | None:
    """Return the place of the first word of a sure plural subject of a verb, or None."""
    words, spans, text = document.words, document.word_spans, document.text
    if not verb or not plural(words[verb - 1]):
        return None
    for place in range(verb - 1, max(-1, verb - 1 - MOST_WORDS), -1):
        if words[place].endswith("ing") or _named_doer(document, place, verb):
            return None
        if text[spans[place][1] : spans[place + 1][0]] != " ":
            return None
        if place < verb - 1 and not modifier(words[place]):
            return place if _determines(document, place) and _begins(document, place) else None
        if _begins(document, place):
            return place
    return None


def _named_doer(document: Document, place: int, verb: int) -> bool:
    """Tell whether a name stands before what may be its verb: "the threat Israel faces is"."""
    written = document.words[place]
    if place != verb - 2 or not written[0].isupper() or written.lower() in DETERMINERS:
        return False
    opens = _opens_sentence(document, document.word_spans[place][0])
    return not opens and acts(document.words[verb - 1])


@lru_cache(maxsize=REMEMBERED)
def acts(word: str) -> bool:
    """Tell whether a word in -s may be a verb: it has a form in -ing."""
    words = vocabulary("en")
    stems = (word[:-1], word[:-2], f"{word[:-1]}{word[-2]}")
    return words is not None and any(words.zipf(f"{stem}ing") >= DERIVED for stem in stems)


def modifier(word: str) -> bool:
    """Tell whether a word may stand between a determiner and its noun, or be the noun."""
    lowered = word.lower()
    if lowered in DETERMINERS or lowered in _SMALL_WORDS or lowered in _NUMERALS:
        return word == "US"
    return word.isalpha() and not lowered.endswith("ly")


def _determines(document: Document, place: int) -> bool:
    return document.words[place].lower() in DETERMINERS


def _begins(document: Document, place: int) -> bool:
    """Tell whether a clause surely begins at a place."""
    words, spans = document.words, document.word_spans
    start = spans[place][0]
    if words[place].istitle() and words[place].lower() not in DETERMINERS | IRREGULAR:
        # "Move pixels is the default", "if Chrome areas is checked": the label of a button
        label = acts(f"{words[place].lower()}s") and not words[place].endswith("s")
        return _opens_sentence(document, start) and not label
    if _opens_sentence(document, start):
        return words[place][0].isupper()  # a small one follows a break within the sentence
    if not place:
        return False
    before = words[place - 1].lower()
    gap = document.text[spans[place - 1][1] : start]
    if gap == " " and (before in _OPENING or (before == "that" and _stated(words, place))):
        return True
    return gap == ", " and _adverbial(document, place)


def _stated(words: list[str], place: int) -> bool:
    return place > 1 and words[place - 2].lower() in STATING


def _opens_sentence(document: Document, start: int) -> bool:
    sentence = document.sentence_at(start)
    return sentence is not None and sentence.start == start


def _adverbial(document: Document, place: int) -> bool:
    """Tell whether what stands before the comma is short and no subject: "On Monday, ..."."""
    for first in range(place - 1, max(-1, place - 1 - MOST_BEFORE), -1):
        if _opens_sentence(document, document.word_spans[first][0]):
            return document.words[first].lower() in _ADVERBIAL
        between = document.text[document.word_spans[first - 1][1] : document.word_spans[first][0]]
        if between != " ":
            return False
    return False


@lru_cache(maxsize=REMEMBERED)
def plural(word: str) -> bool:
    """Tell whether a small English word is a plural and no collective."""
    words = vocabulary("en")
    if word in IRREGULAR:
        return True
    if words is None or not word.islower() or not word.endswith("s") or len(word) < SHORTEST:
        return False
    if word in _singulars():
        return False
    if word.endswith(("ss", "us", "is", "ics")) and word not in {"critics", "topics"}:
        return False
    stems = [word[:-1]]
    if word.endswith("ies"):
        stems = [f"{word[:-3]}y"]
    elif word.endswith(("sses", "shes", "ches", "xes")):
        stems = [word[:-2]]
    return any(words.flags(stem) & LOWER and words.zipf(stem) >= COMMON for stem in stems)


def collective(word: str) -> bool:
    """Tell whether a noun takes verbs of both numbers, or is a singular in -s."""
    return word in _singulars()


@cache
def _singulars() -> frozenset[str]:
    rows = (entry.partition(" ") for entry in entries(__file__, "collectives.txt"))
    return frozenset(word for language, _, word in rows if language == "en")
