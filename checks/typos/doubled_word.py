"""A word stands twice in a row."""

from __future__ import annotations

from functools import cache
from itertools import compress, count, islice
from operator import eq
from typing import TYPE_CHECKING

from textassay.checks.typos.doubled_phrase import doubled_phrases
from textassay.checks.typos.score import MOST_JARGON, jargon
from textassay.checks.typos.sequence import lowered
from textassay.checks.typos.technical import technical
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.document import once
from textassay.text.lexicon import entries
from textassay.text.lines import Role
from textassay.text.patterns import lazy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.contract import Context
    from textassay.text.document import Document

GRAMMATICAL = 6.0  # Zipf from which words are articles, prepositions, auxiliaries
_LONE_LETTERS = {"a", "e", "o", "y"}  # other single letters are initials or variables
FOLLOWING = 2  # words after "that that" that show what it is
LONGEST_OPENER = 10  # code points of "whatever " and the blank before it
SAYING = 4  # words from one doubled word of a saying to the other
_GERUND = ("ando", "endo")
_PARTICIPLE = ("ado", "ido", "cho", "sto", "rto")
_AUXILIARY_GERUNDS = frozenset({"siendo", "estando", "habiendo", "teniendo"})
_FREE_RELATIVES = (" what", "whatever", " who", "whoever")
_QUOTES = "`\"'\u2018\u2019\u201c\u201d\u00ab\u00bb"
_CITED = lazy(rf"[{_QUOTES}](\w+)(?=[{_QUOTES}])|\b([^\W\d]\w*)\(\d")
_SOUND = lazy(r"h?[aeiou\u00e4\u00f6\u00fc\u00e9\u00e8]h?|hm+|h[aeo]h")
_MARKS = frozenset(_QUOTES)
_CLAUSE_ENDS = frozenset(",.;:!?\u2026")
_GLUE = frozenset("@#/._-")
_GLUE_BEHIND = frozenset("@/_")
_PARTICLES = frozenset({"in", "on", "out", "up"})
BEHIND_VERB = 5  # words from the verb to its particle: "turn the light on on Monday"
BEHIND_CLAUSE = 10
_CLAUSES = frozenset({"how", "is", "it", "that", "this", "what", "where", "who", "why"}) | {
    *("whatever", "whoever", "point", "problem", "question", "thing", "truth", "there")
}
"""Words in a clause that may end in "is": "what it is is hard to tell"."""
_NEVER_THRICE = frozenset(
    {"that", "the", "of", "to", "and", "with", "de", "que", "el", "los", "en"}
)
"""Words of grammar that nobody says three times, as one does "no, no, no" and "very very very"."""
_UNJUDGED = {Role.VERSE, Role.TABLE}
# After "that that" these show that the second is no demonstrative ("that that plan failed")
_AFTER_THAT = frozenset(
    {"the", "he", "she", "it", "they", "we", "these", "those", "there", "this", "his"}
)
_BEFORE_IT = frozenset(
    {"after", "before", "for", "from", "with", "in", "on", "by", "of", "about", "at"}
)
_MODALS = frozenset({"be", "may", "might", "can", "should", "must", "were", "are"})
_PRONOUNS = frozenset({"it", "you", "them", "us"})
_TAKING_TO = frozenset(
    {"resorted", "resort", "talk", "talking", "talked", "speak", "speaking", "spoken", "listen"}
    | {"listened", "look", "looked", "looking", "turn", "turned", "referred", "subscribed", "used"}
    | {"adapted", "accustomed", "agreed", "got", "go", "goes", "gone", "going", "went", "want"}
    | {"wanted", "wants", "have", "has", "had", "write", "written", "reply", "belong", "log"}
)
_AUXILIARIES = frozenset({"was", "is", "has", "had", "will", "would", "could", "did", "does"})


@check(
    code="TYP004",
    name="doubled-word",
    since="0.1",
    status="stable",
    severity=Severity.ERROR,
    languages=LANGUAGES,
    fix="unsafe",
)
def doubled_word(document: Document, _context: Context) -> Iterator[Hit]:
    """A word stands twice in a row.

    ## What it finds
    "the the", "de de" within a line, whatever the blanks between; "en la casa en la casa".

    ## Why it matters
    A slip of the keyboard or of an edit; models learn to stutter from it.

    ## How it decides
    The language may write some words twice ("had had", "muy muy", German
    "die die"): a lexicon lists them; "in in" needs a verb before that takes "in".
    Spanish gerunds ("andando andando"), calls ("Ha ha!"), sayings that double two words
    ("pan pan y vino vino"), names ("Duran Duran"), initials, verse and score sheets are
    left alone. In text full of unknown words, as about programs, a doubled word that is
    none of grammar is a warning, as is one that no dictionary has, and as are two or three
    words that begin with a preposition or an article and stand twice.

    ## Known mistakes
    Emphasis by repetition of a word that the lexicon does not have.

    ## Options
    None.
    """
    words, spans, text = document.words, document.word_spans, document.text
    small = lowered(document)
    for index in compress(count(), map(eq, small, islice(small, 1, None))):
        first, second = words[index], words[index + 1]
        if first[1:] != second[1:]:
            continue
        (start, stop), (begin, end) = spans[index], spans[index + 1]
        gap = text[stop:begin]
        if gap.strip() or "\n" in gap or "\r" in gap:
            continue
        thrice = small[index] in (
            *small[max(0, index - 1) : index],
            *small[index + 2 : index + 3],
        )
        if (thrice and first not in _NEVER_THRICE) or _is_part(text, end):
            continue
        strays = _stuttered(document, index) or _loose(document, small, index)
        if (_meant(document, first, second, start) and not strays) or _ends_clause(small, index):
            continue
        if _exclaimed(document, small[index], start, end):
            continue
        saying = _paired(small, index) and not _grammatical(document, small[index], start)
        if saying or _lasting(document, small, index):
            continue
        yield Hit(
            start,
            end,
            f"Doubled word: {first} {second}.",
            evidence={"rule": "a word twice in a row", "lexicon": "doubled.txt"},
            suggestion=first,
            edits=(Edit(stop, end, ""),),
            severity=Severity.WARNING if _placeholder(document, small[index], start) else None,
        )
    yield from _phrases(document)


def _phrases(document: Document) -> Iterator[Hit]:
    """Yield what stands twice of several words."""
    for place, length in doubled_phrases(document):
        last = place + length - 1
        start, stop = document.word_spans[place][0], document.word_spans[last][1]
        end = document.word_spans[last + length][1]
        if document.line_at(start).role in _UNJUDGED or document.quotation_at(start) is not None:
            continue
        yield Hit(
            start,
            end,
            f"Doubled words: {document.text[start:end]}.",
            evidence={"rule": "a phrase twice in a row", "lexicon": "phrase_openers.txt"},
            suggestion=document.text[start:stop],
            edits=(Edit(stop, end, ""),),
            severity=Severity.WARNING,
        )


def _is_part(text: str, end: int) -> bool:
    """Tell whether the second word begins a name: "en en_US", "ext ext2", "now now.go()"."""
    after = text[end : end + 2]
    if after[:1] in _GLUE_BEHIND or after[:1].isdigit():
        return True
    return after[:1] == "." and after[1:].isalnum()


def _meant(document: Document, first: str, second: str, start: int) -> bool:
    """Tell whether the repetition is one that people write."""
    word = first.lower()
    if len(word) == 1 and word not in _LONE_LETTERS:
        return True
    if second[0].isupper() and not (first[0].isupper() and _begun_twice(document, word, start)):
        return True  # names, and sentences whose end mark is missing
    if document.text[start - 1 : start] in _GLUE or _ends_free_relative(document, word, start):
        return True
    if first[0].isupper() and not _begins(document.text, start):
        return True
    if any(word in _allowed(language) for language in _languages(document, start)):
        return True
    return document.line_at(start).role in _UNJUDGED


def _begun_twice(document: Document, word: str, start: int) -> bool:
    """Tell whether a sentence begins twice with a word that is no name ("According According")."""
    return _begins(document.text, start) and word in _OPENERS


_OPENERS = frozenset(
    {"according", "although", "because", "despite", "during", "however", "while", "when", "after"}
    | {
        "before",
        "since",
        "these",
        "those",
        "this",
        "there",
        "they",
        "seg\u00fan",
        "aunque",
        "durante",
    }
    | {
        "mientras",
        "cuando",
        "desde",
        "despu\u00e9s",
        "antes",
        "tras",
        "este",
        "esta",
        "estos",
        "estas",
    }
)


def _exclaimed(document: Document, word: str, start: int, end: int) -> bool:
    """Tell whether the two are a call or a sound: "Good good,", "ha ha".

    A call fills its clause or a quotation, or is made of h and a vowel and no word of grammar.
    """
    text = document.text
    if _begins(text, start) and text[end : end + 1] in _CLAUSE_ENDS:
        return True
    if text[start - 1 : start] in _MARKS and text[end : end + 1] in _MARKS:
        return True
    return _SOUND.fullmatch(word) is not None and not _grammatical(document, word, start)


def _paired(words: list[str], index: int) -> bool:
    """Tell whether another word is doubled close by: "al pan pan y al vino vino"."""
    first, end = max(0, index - SAYING), min(len(words) - 1, index + SAYING + 1)
    return any(
        words[near] == words[near + 1] != words[index]
        for near in range(first, end)
        if abs(near - index) > 1
    )


def _lasting(document: Document, words: list[str], index: int) -> bool:
    """Tell whether Spanish repeats a gerund, of what goes on, or a participle, of what is done.

    "andando andando", "lo hecho hecho est\u00e1".
    """
    word = words[index]
    gerund = word.endswith(_GERUND) and word not in _AUXILIARY_GERUNDS
    done = word.endswith(_PARTICIPLE) and index > 0 and words[index - 1] == "lo"
    return (gerund or done) and document.language_at(document.word_spans[index][0]) == "es"


def _ends_free_relative(document: Document, word: str, start: int) -> bool:
    """Tell whether a verb closes one clause and opens the next: "whatever happens happens"."""
    before = document.folded[max(0, start - LONGEST_OPENER) : start].rpartition(" ")[0]
    return word.endswith("s") and before.endswith(_FREE_RELATIVES)


def _stuttered(document: Document, index: int) -> bool:
    """Tell whether "that that" begins a clause twice: "said that that Okello was"."""
    words, spans = document.words, document.word_spans
    after = words[index + 2 : index + 4]
    if words[index : index + 2] != ["that", "that"] or len(after) < FOLLOWING:
        return False
    if document.text[spans[index + 1][1] : spans[index + 2][0]] != " ":
        return False
    if document.language_at(spans[index][0]) != "en":
        return False
    if index and words[index - 1] in _BEFORE_IT:
        return False  # "it was after that that she wrote"
    named = after[0].istitle() and not _known(after[0].lower())
    return after[0] in _AFTER_THAT or (named and after[1] in _AUXILIARIES)


def _known(word: str) -> bool:
    words = vocabulary("en")
    return words is not None and bool(words.flags(word) & LOWER)


def _ends_clause(words: list[str], index: int) -> bool:
    """Tell whether the first may end a clause: "to fix it it is", "resorted to to stop them"."""
    word, after = words[index], "".join(words[index + 2 : index + 3])
    if word in _PRONOUNS:
        return after in _AUXILIARIES | _MODALS
    return word == "to" and "".join(words[max(0, index - 1) : index]) in _TAKING_TO


def _loose(document: Document, words: list[str], index: int) -> bool:
    """Tell whether no verb has the first particle, and no clause ends in the first "is".

    "It said in in its report", "the tax is is low".
    """
    word, before = words[index], words[max(0, index - BEHIND_CLAUSE) : index]
    if document.language_at(document.word_spans[index][0]) != "en":
        return False
    if word in _PARTICLES:
        return _particle_verbs().isdisjoint(before[-BEHIND_VERB:])
    return word == "is" and _CLAUSES.isdisjoint(before)


@cache
def _particle_verbs() -> frozenset[str]:
    return frozenset(entries(__file__, "particle_verbs.txt"))


def _placeholder(document: Document, word: str, start: int) -> bool:
    """Tell whether a thing and its name may stand side by side ("the user tag tag").

    Text about programs has that; half of its doubled nouns and names were meant,
    and all words that it cites, like commands after their own name ("gdb gdb"). So are words
    that no table has: foreign ones, and syllables.
    """
    tables = map(vocabulary, _languages(document, start))
    if word in _cited(document) or not any(words and words.flags(word) for words in tables):
        return True
    if _grammatical(document, word, start):
        return False
    return jargon(document) > MOST_JARGON or technical(document)


def _grammatical(document: Document, word: str, start: int) -> bool:
    tables = map(vocabulary, _languages(document, start))
    return any(words is not None and words.zipf(word) >= GRAMMATICAL for words in tables)


@once
def _cited(document: Document) -> frozenset[str]:
    """Return the words that stand alone in quotation marks, or as a command: "man(1)"."""
    found = (match[1] or match[2] for match in _CITED.finditer(document.folded))
    return frozenset(found)


def _languages(document: Document, start: int) -> set[str]:
    """Return the languages of the record and of the paragraph, which may hold both."""
    return {document.language.code, document.language_at(start)}


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 10) : start].rstrip(" \"'\u201c\u00ab\u00bf\u00a1(")
    return not before or before[-1] in ".!?\u2026:\n"


@cache
def _allowed(language: str) -> frozenset[str]:
    return frozenset(
        entry.partition(" ")[2]
        for entry in entries(__file__, "doubled.txt")
        if entry.startswith(f"{language} ")
    )


EXAMPLES = (
    Bad("She said the the vote was fair.", span="the the", fix="the", language="en"),
    Bad("Es parte de de un plan mayor.", span="de de", fix="de", language="es"),
    Good("If they had had time, they would have come.", language="en"),
    Good("Duran Duran played in the hall.", language="en"),
    Good("Es muy muy importante.", language="es"),
    Good("Das sind die, die die Stadt lieben.", language="de"),
)
