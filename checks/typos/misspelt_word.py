"""A word that no dictionary has, near one that was likely meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.accents import LANGUAGES as ACCENT_LANGUAGES
from textassay.checks.typos.accents import begins_sentence, spanish_twins
from textassay.checks.typos.candidates import UNCOMPOUNDING, candidates
from textassay.checks.typos.company import among_foreign, among_unknown, is_foreign, spoken
from textassay.checks.typos.derivation import coined
from textassay.checks.typos.framed import framed, framed_hit, framed_words
from textassay.checks.typos.halves import whole
from textassay.checks.typos.names import may_be_name
from textassay.checks.typos.near import odd
from textassay.checks.typos.phrases import explained
from textassay.checks.typos.prospects import PROMISING
from textassay.checks.typos.score import (
    HALVES_LIKELY,
    LIKELY,
    LISTED_LIKELY,
    LONG_NAME,
    LONG_NAME_LIKELY,
    MOST_JARGON,
    NAME_LIKELY,
    OPENING,
    REPEATED,
    company_features,
    echoed,
    jargon,
    most_probable,
    own_features,
    place_features,
    probability,
    wanted,
    wanted_for,
)
from textassay.checks.typos.spelling import ACCENT, plain, same_case
from textassay.checks.typos.technical import may_be_program
from textassay.checks.typos.unknown import named_in_code, shouting, unknown_words
from textassay.checks.typos.vocabulary import LANGUAGES, LOWER, foreign, known_slip, vocabulary
from textassay.contract import Bad, Edit, Good, Hit, Severity, check
from textassay.text.document import once
from textassay.text.lines import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textassay.checks.typos.candidates import Candidate
    from textassay.checks.typos.unknown import Unknown
    from textassay.contract import Context, WordFacts
    from textassay.text.document import Document

# Read by eye on two thirds of the development texts: of the unmarked words above CERTAIN nine in
# ten were errors that nobody had marked; between LIKELY and CERTAIN, four in five.
CERTAIN = 0.9  # LIKELY is .6
UNLISTED_CERTAIN = 0.94  # where no list of misspellings has the word
BRIEF = 5  # letters; a shorter word is certain only where a list has it ("acpid", "atrm")
PLAUSIBLE = 7  # letters; rare words ("spraint") and coined ones are this near to another by chance
MEANT_ZIPF = 3.5  # of the word meant; rarer ones are as new to the reader as the one written
FOREIGN_LISTED, FOREIGN_UNLISTED = 3.5, 2.0  # Zipf in another language ("aktion")
SHORT, SHORT_CERTAIN = 4, 0.98  # letters; agencies and peoples ("dpa", "kven") scored .9 to .97
PURE = 0.1  # unknown words in a hundred that are near no other: news has none, manuals have
SHORTEST = 3  # letters; such words are certain only where a list says so ("teh", not "dpa")
# Else they are likely where a word of grammar was meant ("dij"); names of programs and
# abbreviations ("tty", "thx") have no vowel as often.
BRIEFEST_LIKELY, GRAMMATICAL, FOREIGN_BRIEF = 0.75, 5.5, 3.25
OWN_WORD = 5  # records; what so many of a corpus write is a word of its own, unless a list knows it
PART_ZIPF = 3.5  # of both parts of a coined word, in a dictionary or not
_INFINITIVES = frozenset({"ar", "er", "ir"})  # of Spanish and Portuguese
_BEFORE_INFINITIVES = frozenset(
    {"a", "al", "de", "para", "por", "sin", "sem", "tras"}
    | {"debe", "deben", "deve", "puede", "pueden", "pode", "quiere", "quer"}
)
SHOWN = 3  # suggestions kept as evidence

GLUED = "ENC025"  # words that hang together: a blank was lost, no letter is wrong


@check(
    code="TYP001",
    name="misspelt-word",
    since="0.1",
    status="stable",
    severity=Severity.WARNING,
    languages=LANGUAGES,
    fix="unsafe",
    facts=("words", "pairs"),
)
def misspelt_word(document: Document, context: Context) -> Iterator[Hit]:
    """A word that no dictionary has, near one that was likely meant.

    ## What it finds
    "goverment", "ofthe", "ASUMAR" in a headline of capitals.

    ## Why it matters
    The word is lost to search and statistics, and what is trained on it learns
    to misspell.

    ## How it decides
    The word is in no dictionary of the paragraph's language and not built from
    known parts; a dictionary word is one or two edits away. A logistic sum of
    some twenty features (frequency of both, cost of the edit, place, case,
    repetition, frequency in other languages, what the corpus knows of the
    word) gives a probability; its weights are a table. From .6 it is a warning (in words
    of three letters a remark, unless they stand for a word of grammar). An error needs
    .9 and a list of misspellings, or .94 and a form that is hardly a word of its own: seen
    once in the corpus, unlike a foreign word, with the first and last letter of a frequent
    one, long or with letters in a row that no word has, or an infinitive in the wrong
    conjugation, and no two words together ("manpages"). Capitalised words have
    weights of their own and need .8, long ones .55, and those near a name that the record
    also has ("Diaro" beside "Diario").

    A word with letters that the language lacks, with the same in another script beside it,
    and a capitalised one of two words that the corpus repeats ("Traveland") are remarks.
    A form that the record also has in a path or an address, or before an
    option ("chage -E"), is the name of a program. New words by rule ("rigidify"),
    capitalised ones where a name stands, and words of another language are remarks.
    In a record with marks of code
    (paths, options, "man(1)") small words of eight letters and fewer that no list has are no
    errors, and only those are warnings that would be errors elsewhere.

    In Spanish, Portuguese, French and Italian a form without one letter of a frequent noun that
    agrees with the article before it ("una cart"), or in Spanish of a participle behind haber,
    is a warning whatever else is so; so is a Spanish word whose last letter stands twice.

    Where only a blank is missing ("ofthe") and glued-words runs, too, the finding is its.

    A word that five records of the corpus have is a word, unless a list of
    misspellings has it, too.

    ## Known mistakes
    Rare foreign names one letter from a word; terms of a trade used once.

    ## Options
    None.
    """
    told: set[int] = set()
    for word in unknown_words(document, PROMISING, _loud):
        if not _loud(document, word):
            continue
        found = candidates(word.language, word.lowered, capitalised=word.capitalised)
        values = place_features(document, word, found)
        least = _least(document, word, found[0], values)
        if most_probable(values, capitalised=word.capitalised) < least:
            continue
        facts = context.facts.word(word.language, word.text)
        if facts.records >= OWN_WORD and not known_slip(word.language, word.lowered):
            continue
        score = _score(document, word, found, facts, least)
        if score is None or _others(document, context, word):
            continue
        if word.language in ACCENT_LANGUAGES and _accent_alone(word, found[0]):
            continue  # another check's, which knows the accepted variants
        told.add(word.start)
        hit = _hit(document, word, found, score, facts.records)
        meant = framed(document, word) if hit.severity is Severity.INFO else None
        yield framed_hit(word, meant) if meant else hit
    for word, meant in framed_words(document):
        records = context.facts.word(word.language, word.text).records
        if word.start in told or records >= OWN_WORD or spanish_twins(word.lowered):
            continue
        if not _others(document, context, word):
            yield framed_hit(word, meant)


def _others(document: Document, context: Context, word: Unknown) -> bool:
    """Tell whether another check explains a word, or it is foreign, of a program or spoken."""
    if explained(document, context, word) or whole(document, word):
        return True
    foreign_ = among_foreign(document, word) or named_in_code(document, word)
    return foreign_ or spoken(document, word)


def _loud(document: Document, word: Unknown) -> bool:
    """Tell whether a word in capitals stands among others and is no name that the text has.

    Any other word is judged.
    """
    if not word.shouted:
        return True
    return shouting(document, word) and word.text not in _shouted_names(document)


@once
def _shouted_names(document: Document) -> frozenset[str]:
    """Return in capitals the words that the text also writes with some: "Ruding"."""
    return frozenset(
        form.upper() for form in document.vocabulary if not (form.isupper() or form.islower())
    )


def _score(
    document: Document,
    word: Unknown,
    found: tuple[Candidate, ...],
    facts: WordFacts,
    least: float,
) -> float | None:
    """Return the probability that the word is a typo, None where that is not likely."""
    values = own_features(document, word, found, facts)
    if most_probable(values, capitalised=word.capitalised) < least:
        return None
    values |= company_features(document, word)
    least = _least(document, word, found[0], values)
    if most_probable(values, capitalised=word.capitalised) < least:
        return None
    values["jargon"] = jargon(document)
    score = probability(values, capitalised=word.capitalised)
    return score if score >= least else None


def _least(
    document: Document, word: Unknown, meant: Candidate, values: Mapping[str, float]
) -> float:
    """Return the probability from which a word is reported where it stands."""
    least = wanted_for(word.language, word.text, meant.zipf)
    if values["echoed"]:
        least = min(least, LONG_NAME_LIKELY)
    elif word.capitalised and least > LISTED_LIKELY and len(word.text) < LONG_NAME:
        least = least if _opens(document, word, meant) else NAME_LIKELY
    elif values["halves"] and not word.capitalised:
        least = min(least, HALVES_LIKELY)
    grammatical = word.capitalised and meant.zipf >= OPENING and _opens(document, word, meant)
    unusual = word.times > 1 or (values["first-letter"] and not grammatical)
    if unusual or values.get("foreign", 0.0) >= FOREIGN_UNLISTED:
        return max(least, NAME_LIKELY if word.capitalised else LIKELY)
    return least


def _opens(document: Document, word: Unknown, meant: Candidate) -> bool:
    """Tell whether a word has its capital from the sentence, as its small neighbour shows."""
    after = document.words[word.place + 1 : word.place + 2]
    small = bool(after) and after[0].islower() and document.text[word.end : word.end + 1] == " "
    return small and _ordinary(document, word, meant)


def _hit(
    document: Document, word: Unknown, found: tuple[Candidate, ...], score: float, records: int
) -> Hit:
    written = [same_case(word.text, candidate.word) for candidate in found[:SHOWN]]
    slip = known_slip(word.language, word.lowered) is not None
    least = CERTAIN if slip else UNLISTED_CERTAIN
    if len(word.text) <= SHORT:
        least = SHORT_CERTAIN
    glued = " " in found[0].word  # brands and foreign words too ("masvoz")
    prose = jargon(document) <= MOST_JARGON
    clear = (
        len(word.text) > SHORTEST
        or slip
        or (prose and _brief_slip(word, found[0], score))
        or _slip_in_prose(document, word, found[0], score)
    )
    sure = (
        score >= least
        and clear
        and prose
        and not glued
        and (not word.capitalised or _ordinary(document, word, found[0]))
        and _no_word(document, word, found[0], records)
    )
    program = not slip and may_be_program(document, word.text)
    brand = glued and word.capitalised and (records > 1 or word.times > 1)
    odd = not slip and _odd(document, word)
    named = not slip and (
        (may_be_name(document, word, found[0]) and not echoed(document, word, found[0].word))
        or is_foreign(document, word)
    )
    certain = sure and not program and not odd
    remark = not clear or brand or odd or ((program or named) and not sure)
    likely = Severity.INFO if remark else Severity.WARNING
    return Hit(
        word.start,
        word.end,
        f"{'Words without a blank' if glued else 'Misspelt word'}: {word.text},"
        f" probably {written[0]}.",
        evidence={
            "rule": "unknown word near a known one",
            "probability": round(score, 3),
            "threshold": least if certain else wanted(word.language, word.text),
            "suggestions": written,
            "corpus records": records,
        },
        suggestion=written[0],
        edits=(Edit(word.start, word.end, written[0]),),
        severity=Severity.ERROR if certain else likely,
        belongs=GLUED if glued else "",
    )


def _odd(document: Document, word: Unknown) -> bool:
    """Tell whether the word is new, a term, an acronym, of a poem, or one of many unknown ones."""
    return (
        (word.shouted and len(word.text) <= SHORT)
        or word.times >= REPEATED
        or coined(word.language, word.lowered)
        or among_unknown(document, word)
        or document.line_at(word.start).role is Role.VERSE
    )


def _accent_alone(word: Unknown, meant: Candidate) -> bool:
    """Tell whether accents are all that a word lacks, be it a rare Spanish one ("mohino")."""
    return meant.cost == ACCENT or (word.language == "es" and bool(spanish_twins(word.lowered)))


def _brief_slip(word: Unknown, meant: Candidate, score: float) -> bool:
    """Tell whether a form of three letters stands for a small word, and is no abbreviation."""
    voiced = not set(plain(word.text)).isdisjoint("aeiou")
    likely = score >= BRIEFEST_LIKELY and meant.zipf >= GRAMMATICAL
    most = FOREIGN_BRIEF if score >= CERTAIN else FOREIGN_UNLISTED
    likely = likely and foreign(word.language, word.lowered) <= most  # "dpa"
    return likely and voiced and word.text.islower() and word.times == 1


def _slip_in_prose(document: Document, word: Unknown, meant: Candidate, score: float) -> bool:
    """Tell the same, of a language whose dictionary is whole, from the text: "sio", "pra"."""
    if word.language not in UNCOMPOUNDING or jargon(document) > PURE or score < NAME_LIKELY:
        return False
    if meant.zipf < GRAMMATICAL or not word.text.islower() or word.times > 1:
        return False
    return all(_small_word(document, word, place) for place in (word.place - 1, word.place + 1))


def _small_word(document: Document, word: Unknown, place: int) -> bool:
    """Tell whether a known small word stands at a place, with one blank between."""
    if not 0 <= place < len(document.words):
        return False
    (_, first), (second, _) = sorted((document.word_spans[place], (word.start, word.end)))
    words = vocabulary(word.language)
    known = words is not None and bool(words.flags(document.words[place]) & LOWER)
    return known and document.text[first:second] == " "


def _no_word(document: Document, word: Unknown, meant: Candidate, records: int) -> bool:
    """Tell whether the form is hardly a rare, coined or foreign word.

    Such words repeat in the record and in others, look like words, and differ
    from the next word in how they begin or end.
    """
    written, wanted = word.lowered, meant.word
    strange = foreign(word.language, written)
    if known_slip(word.language, written):
        return strange <= FOREIGN_LISTED and word.times < REPEATED  # "buildd"
    damaged = len(written) > PLAUSIBLE or (len(written) > BRIEF and odd(written, word.language))
    return (
        not _composed(word)
        and strange <= FOREIGN_UNLISTED
        and records <= 1
        and word.times == 1
        and written.capitalize() not in document.vocabulary - {word.text}  # a name as well
        and meant.zipf >= MEANT_ZIPF
        and written[0] == wanted[0]
        and written[-1] == wanted[-1]
        and (damaged or _no_infinitive(document, word, wanted))
    )


def _no_infinitive(document: Document, word: Unknown, wanted: str) -> bool:
    """Tell whether a verb stands after a preposition in another conjugation than its own.

    No name and no noun is there: "después de asumar el cargo" is "asumir".
    """
    before = document.words[word.place - 1].lower() if word.place else ""
    verbal = {word.lowered[-2:], wanted[-2:]} <= _INFINITIVES
    same_verb = verbal and word.lowered[:-2] == wanted[:-2]
    return same_verb and word.language in {"es", "pt"} and before in _BEFORE_INFINITIVES


def _composed(word: Unknown) -> bool:
    """Tell whether two words make the form, as writers coin them ("manpages")."""
    words, written = vocabulary(word.language), word.lowered
    cuts = range(SHORTEST, len(written) - SHORTEST + 1)
    return words is not None and any(
        words.zipf(written[:cut]) >= PART_ZIPF and words.zipf(written[cut:]) >= PART_ZIPF
        for cut in cuts
    )


def _ordinary(document: Document, word: Unknown, meant: Candidate) -> bool:
    """Tell whether a capitalised word has its capital from the sentence only."""
    words = vocabulary(word.language)
    small = words is not None and bool(words.flags(meant.word) & LOWER)
    return small and begins_sentence(document.text, word.start)


EXAMPLES = (
    Bad("The goverment has fallen.", span="goverment", fix="government", language="en"),
    Bad("One ofthe houses burnt.", span="ofthe", fix="of the", language="en"),
    Bad("El gobierrno cayó ayer.", span="gobierrno", fix="gobierno", language="es"),
    Good("Run chage -l to see it; chage changes the age of a password.", language="en"),
    Good("Mr. Zelinka of the government spoke.", language="en"),
    Good("Write to box@govermnt.example or see /usr/libexecc.", language="en"),
    Good("The subgovernmental bodies met.", language="en"),
)
