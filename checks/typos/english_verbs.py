"""English verbs in a form that what stands before them excludes.

"did not played", "the court will decided the case", "wants to sends a probe", "the
man was arrest at": after do, a modal and the "to" of an infinitive comes the plain
form, after be a participle.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.english_subjects import DETERMINERS, acts, modifier, plural
from textassay.checks.typos.english_words import verbs
from textassay.checks.typos.forms import Question
from textassay.checks.typos.sequence import lowered, places
from textassay.checks.typos.vocabulary import LOWER, REMEMBERED, vocabulary
from textassay.text.lexicon import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

COMMON = 3.0  # Zipf of the plain form
DERIVED = 2.5  # Zipf of its form in -ing
SHORTEST = 4
CLAUSE = 10  # words before a form of be among which a cleft sentence may begin
_DO = frozenset({"did", "does"})
_NOT_DONE = frozenset({"didn't", "doesn't"})
_SURE_MODALS = frozenset({"would", "could", "should", "cannot"}) | {
    *("can't", "won't", "wouldn't", "couldn't", "shouldn't")
}
_MODALS = _SURE_MODALS | {"will", "can", "must", "might", "may"}  # these are nouns and names, too
_DETERMINED = frozenset({"will", "may", "must"})  # hardly nouns after a noun, as "might" is
_BE = frozenset({"was", "were"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "which", "people"})
_DOERS = _PRONOUNS - {"i", "it", "we"} | {
    *("who", "men", "women", "suspect", "suspects", "officer", "officers", "soldiers", "victim")
}
_ADVERBS = frozenset({"also", "not", "never", "now", "only", "soon", "then", "still"})
# Words before "to" after which it is the mark of an infinitive
_WANTING = frozenset(
    {"want", "wants", "wanted", "plan", "plans", "planned", "decide", "decided", "decides"}
    | {"refuse", "refused", "refuses", "hope", "hopes", "hoped", "intend", "intends", "intended"}
    | {"manage", "managed", "manages", "able", "unable", "likely", "unlikely", "need", "needs"}
    | {"needed", "tried", "tries", "try", "trying", "attempt", "attempts", "attempted", "vowed"}
    | {"pledged", "promised", "fail", "failed", "fails", "going", "wanting", "willing", "afford"}
    | {"required", "forced", "used", "allowed", "supposed", "ready", "order", "has", "have", "had"}
)
# "is expected to unveiled in May" lacks its "be"
_PREDICTED = frozenset({"expected", "likely", "unlikely", "declined", "believed", "scheduled"})
# Behind these only an object tells it from a noun: "efforts to reduced its debt"
_PURPOSES = frozenset(
    {
        "enough",
        "willingness",
        "effort",
        "efforts",
        "plan",
        "plans",
        "ability",
        "attempt",
        "attempts",
    }
    | {"decision", "move", "moves", "power", "powers", "campaign", "opportunity", "agreement"}
    | {"right", "chance", "poised", "continue", "continues", "continued", "expect", "expects"}
    | {"expected", "agree", "agrees", "agreed", "proposes", "proposed", "seek", "seeks", "sought"}
    | {"aims", "aimed", "begin", "begins", "began", "start", "started", "due", "measures", "steps"}
    | {"authority", "commitment", "pledge", "bid", "duty", "obligation", "permission", "offered"}
    | {"threatened", "threatens", "order", "set", "up", "formed", "designed", "money", "time"}
)
# "What he had to workers in the north meant": nouns may follow these
_NOUNS_TOO = frozenset({"used", "has", "have", "had", "ready", "required", "going", "order"})
# What comes after a verb in its place
FOLLOWING = frozenset(
    {"a", "an", "the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"}
    | {"your", "him", "them", "us", "it", "me", "you", "in", "on", "at", "by", "with", "for"}
    | {"from", "to", "into", "about", "against", "after", "before", "more", "most", "all", "some"}
    | {"any", "no", "one", "two", "three", "four", "five", "up", "out", "off", "down", "over"}
    | {"through", "until", "during", "between", "under", "away", "back", "again", "behind"}
    | {"within", "without", "across", "hundreds", "thousands", "millions", "dozens", "people"}
    | {"many", "several", "new", "other", "both", "such", "around", "as", "because", "next"}
    | {"last", "when", "if", "how", "what", "that", "whether", "public", "local"}
)
_AFTER_PASSIVE = frozenset(
    {"at", "by", "in", "on", "after", "when", "for", "and", "with", "during", "near", "from"}
    | {"while", "along", "last", "early", "late"}
)
# "The political will", "his last will": the noun
_ADJECTIVAL = ("al", "ic", "ous", "ful", "ive", "ed", "ing", "last", "free", "own", "good", "first")
# "Whether they can remains to be seen"
_CLAUSAL = frozenset({"remains", "means", "seems", "depends", "matters", "has", "is", "was"})
# Pasts that are plain forms of other verbs: "to found a party", "could saw"
_OWN_VERBS = frozenset({"found", "saw", "felt", "fell", "bore", "left", "lay", "used", "wound"})
# Pasts that no noun and no state is called by, so that "to" before them leads no participle
_NEVER_STATES = frozenset(
    {"met", "fought", "sought", "taught", "caught", "brought", "bought", "told", "sold", "kept"}
    | {"slept", "sent", "heard", "stood", "understood", "sat"}
)
# "Those she talked to brought it up", "similar to sold goods"
_STRANDING = ("ed", "oke", "oken", "ame")
_ASKING_TO = frozenset({"according", "due", "similar", "prior", "back", "thanks", "went", "got"})
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades"})
_BE_TOO = frozenset({"is", "are", "been", "being", "be"})
_AFTER_EXPECTED = _AFTER_PASSIVE | {"to"}
# "What they do is send", "the first thing is choose"
_CLEFT = frozenset(
    {"do", "does", "did", "done", "doing", "what", "all", "thing", "things", "way"}
) | {
    *("step", "best", "least", "idea", "advice", "trick", "rule", "goal", "job"),
}

_NEVER = frozenset({"ever", "never", "not", "just", "already", "always", "only", "long", "and"})
_SPOKEN = frozenset({"ha", "ive", "youve", "weve", "theyve", "woulda", "coulda", "shoulda"})
_HAVE = frozenset({"has", "have", "had", "hasn't", "haven't", "hadn't", "having"})
_OWNED = frozenset({"a", "an", "the", "its", "his", "her", "their", "our", "my", "him", "them"})
_OBJECTS = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "him", "them", "two", "three", "four", "five"}
)


def wrong_forms(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield the places of such verbs, with the right form and the rule."""
    forms = _SUSPECTS.those("en", document.vocabulary)
    if not forms:
        return
    words, small = document.words, [*lowered(document), ""]
    bare = forms & verbs("have")
    wanted, behind_have = (forms - bare) | verbs("passive") | _ADVERBS, bare | _ADVERBS
    for index in [
        at
        for at in places(document, _leading())
        if small[at + 1] in (behind_have if small[at] in _HAVE else wanted)
    ]:
        verb = index + 1
        while small[verb] in _ADVERBS:
            verb += 1
        if small[verb] not in forms or words[verb] not in forms:
            continue
        kind = _kind(small, index)
        if kind is None or not side_by_side(document, index, verb) or _glued(document, verb):
            continue
        right = _RIGHT[kind](document, small, index, verb)
        if right and (kind != "be" or verb == index + 1):
            yield verb, right, _RULES[kind]


_BEEN = " been "
_BEFORE_BEEN = _MODALS | {"is", "are", "was", "were", "be"}


def lone_been(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield the places of "been" in a sentence that has no form of have before it."""
    words, spans, folded = document.words, document.word_spans, document.folded
    at = folded.find(_BEEN)
    while at >= 0:
        index, at = bisect_left(spans.starts, at + 1), folded.find(_BEEN, at + 1)
        sentence = document.sentence_at(spans[index][0])
        if sentence is None or words[index] != "been" or not index:
            continue
        if words[index - 1].lower() in _BEFORE_BEEN:
            continue  # another rule's: "would been"
        first = index
        while first and spans[first - 1][0] >= sentence.start:
            first -= 1
        before = words[first:index]
        nouns = [word for word in before if word.lower() not in _NEVER]
        if nouns and before[0][0].isupper() and not any(map(_has, before)):
            yield index, "had been", "been takes a form of have"


def _has(word: str) -> bool:
    """Tell whether a word is a form of have, shortened or not, or ends as one is spoken."""
    last = word.lower().rpartition("-")[2]  # "our homes-has been", without blanks
    if "'" in word or "\N{RIGHT SINGLE QUOTATION MARK}" in word or last in _SPOKEN:
        return True
    return last.startswith(("has", "hav", "had"))


def _kind(small: list[str], index: int) -> str | None:
    """Return what a word is that may lead a verb, if it does."""
    word = small[index].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if word in _NOT_DONE or (word in _DO and small[index + 1 : index + 2] == ["not"]):
        return "do"
    if word == "to" or word in _BE or word in _BE_TOO:
        return "to" if word == "to" else "be"
    if word in _HAVE:
        return "have"
    return "modal" if word in _MODALS else None


def _after_do(_: Document, small: list[str], _index: int, verb: int) -> str | None:
    word = small[verb]
    noun = word.endswith("s") and not {"of", "are", "were"}.isdisjoint(small[verb + 1 : verb + 2])
    return None if noun or word == "used" else plain(word)


def _after_modal(document: Document, small: list[str], index: int, verb: int) -> str | None:
    word, before = small[verb], small[index - 1] if index else ""
    right = None if word in _OWN_VERBS | _TIMES | _CLAUSAL else plain(word)
    right = "have" if word == "has" and before not in _PRONOUNS else right
    if right is None or not before or not side_by_side(document, index - 1, index):
        return None
    if before in _PRONOUNS and (not word.endswith("s") or _follows(document, small, verb)):
        return right
    named = document.words[index].islower() and before.isalpha()
    if word == "has":
        return right if named and modifier(before) else None
    if not (named or _small(document, index - 1)) or not _follows(document, small, verb):
        return None
    if small[index].replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") in _SURE_MODALS:
        return right if modifier(before) else None
    determined = index > 1 and small[index - 2] in DETERMINERS and not before.endswith(_ADJECTIVAL)
    surely = small[index] in _DETERMINED and modifier(before)
    return right if surely and (plural(before) or determined) else None


def _small(document: Document, noun: int) -> bool:
    """Tell whether a noun is small, but for the capital that opens a sentence."""
    start = document.word_spans[noun][0]
    sentence = document.sentence_at(start)
    opens = sentence is not None and sentence.start == start
    return document.words[noun].islower() or (opens and plural(document.words[noun].lower()))


def _after_to(document: Document, small: list[str], index: int, verb: int) -> str | None:
    word = small[verb]
    right = None if word in _OWN_VERBS else plain(word)
    if right is None or right == "be" or index < 1:
        return None
    if pasts().get(word, ("", ""))[1] not in {"", word} and small[verb + 1 : verb + 2] not in (
        ["and"],
        ["or"],
    ):
        return right  # a past that is no participle: "to went"
    frames = _WANTING - _NOUNS_TOO if word.endswith("s") else _WANTING
    if not side_by_side(document, index - 1, index):
        return None
    if small[index - 1] in _PREDICTED and word == participle(right):
        ends = document.text[document.word_spans[verb][1] :][:1] in {".", ","}
        return f"be {word}" if ends or _follows(document, small, verb) else None
    object_ = small[verb + 1 : verb + 2] and side_by_side(document, verb, verb + 1)
    if small[index - 1] in _PURPOSES and object_ and small[verb + 1] in _OWNED:
        return right
    leads = small[index - 1] not in _ASKING_TO and not small[index - 1].endswith(_STRANDING)
    framed = small[index - 1] in frames or (leads and word in _NEVER_STATES)
    return right if framed and _follows(document, small, verb) else None


def _after_be(document: Document, small: list[str], index: int, verb: int) -> str | None:
    word, before = small[verb], small[index - 1] if index else ""
    if word not in verbs("passive") or not before or not side_by_side(document, index - 1, index):
        return None
    if small[index] in _BE_TOO:
        sure = word not in verbs("noun") and _CLEFT.isdisjoint(
            small[max(0, index - CLAUSE) : index]
        )
        follows = small[verb + 1] in _AFTER_EXPECTED and side_by_side(document, verb, verb + 1)
        end = document.word_spans[verb][1]
        ends = small[index] == "be" and document.text[end : end + 1] in {".", ","}
        return participle(word) if sure and (follows or ends) else None
    if before in _DOERS:
        return participle(word)
    determined = index > 1 and small[index - 2] in {"the", "a", "an", "two", "three", "four", "his"}
    end = document.word_spans[verb][1]
    ends = document.text[end : end + 1] in {".", ","}
    follows = ends or (verb + 1 < len(small) and small[verb + 1] in _AFTER_PASSIVE)
    if not determined or not follows or not document.words[index - 1].islower():
        return None
    return participle(word)


def _after_have(document: Document, small: list[str], index: int, verb: int) -> str | None:
    word, before = small[verb], small[index - 1] if index else ""
    follows = verb + 1 < len(small) and side_by_side(document, verb, verb + 1)
    if before == "to" or not follows:
        return None  # "to have support"
    if word not in verbs("have"):
        return None
    if word not in verbs("noun"):
        return participle(word) if _follows(document, small, verb) else None
    sure = small[index].startswith("ha") and small[index] != "have"
    return participle(word) if sure and small[verb + 1] in _OBJECTS else None


_RIGHT = {
    "have": _after_have,
    "do": _after_do,
    "modal": _after_modal,
    "to": _after_to,
    "be": _after_be,
}
_RULES = {
    "have": "have takes the participle",
    "do": "the plain form follows do",
    "modal": "the plain form follows a modal",
    "to": "the infinitive follows to",
    "be": "be takes the participle",
}


def _glued(document: Document, index: int) -> bool:
    end = document.word_spans[index][1]
    return document.text[end : end + 1] in {"-", "/", "'"}


def _follows(document: Document, small: list[str], verb: int) -> bool:
    """Tell whether an object, an adverb or a preposition comes right after a verb."""
    if verb + 1 >= len(document.words) or not side_by_side(document, verb, verb + 1):
        return False
    return small[verb + 1] in FOLLOWING or small[verb + 1].isdecimal()


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str | None:
    """Return the plain form of a past or of a third person, None of any other word."""
    listed = pasts().get(word)
    if listed:
        return listed[0] if listed[0] != word else None
    if len(word) < SHORTEST or not (word.endswith("ed") or (word.endswith("s") and acts(word))):
        return None
    if gerund(word):
        return None  # "need", "embed"
    return _stem(word, "ed") if word.endswith("ed") else _stem(word, "s")


def _stem(word: str, ending: str) -> str | None:
    """Return the most frequent verb of which a word is the regular form."""
    words, body = vocabulary("en"), word[: -len(ending)]
    if words is None:
        return None
    stems = {body} if ending == "s" else {body, f"{body}e"}
    if body.endswith("i" if ending == "ed" else "ie"):
        stems = {f"{body[: -1 if ending == 'ed' else -2]}y"}
    elif ending == "ed" and body[-1:] == body[-2:-1]:
        stems.add(body[:-1])
    elif ending == "s" and body.endswith(("she", "che", "sse", "xe", "oe")):
        stems = {body[:-1]}
    if f"{body}e" in stems and words.zipf(f"{body}e") >= COMMON and len(body) <= SHORTEST:
        stems = {f"{body}e"}  # "noted": of "not" it would be doubled
    known = [stem for stem in stems if words.flags(stem) & LOWER and gerund(stem)]
    best = max(known, key=words.zipf, default=None)
    return best if best and words.zipf(best) >= COMMON else None


def gerund(stem: str) -> str | None:
    """Return the form in -ing of a stem, None where it has none that is used."""
    words = vocabulary("en")
    forms = [f"{stem}ing", f"{stem}{stem[-1]}ing"]
    if stem.endswith("e"):
        forms = [f"{stem[:-1]}ing", f"{stem}ing"]
    best = max(forms, key=words.zipf) if words is not None else None
    return best if best and words is not None and words.zipf(best) >= DERIVED else None


def past(word: str) -> str | None:
    """Return the past of a plain form."""
    irregular = (past for past, (base, _) in pasts().items() if base == word)
    return next(irregular, participle(word))


@lru_cache(maxsize=REMEMBERED)
def participle(word: str) -> str | None:
    """Return the participle of a plain form."""
    words = vocabulary("en")
    for base, past_participle in pasts().values():
        if base == word:
            return past_participle
    forms = [f"{word}d"] if word.endswith("e") else [f"{word}ed", f"{word}{word[-1]}ed"]
    forms += [f"{word[:-1]}ied"] if word.endswith("y") else []
    return max(forms, key=words.zipf) if words is not None else None


_SUSPECTS = Question(
    lambda _, word: (
        word == "has"
        or word in verbs("passive")
        or word in verbs("have")
        or (word.islower() and plain(word) is not None)
    )
)


@cache
def pasts() -> dict[str, tuple[str, str]]:
    """Return plain form and participle of the irregular verbs, by their past."""
    rows = (entry.split() for entry in entries(__file__, "irregular_verbs.txt"))
    return {past: (base, third) for base, past, third in rows}


@cache
def _leading() -> frozenset[str]:
    """Return the words that may lead a verb, with either apostrophe."""
    straight = _DO | _NOT_DONE | _MODALS | _BE | _BE_TOO | _HAVE | {"to"}
    return straight | {word.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for word in straight}
