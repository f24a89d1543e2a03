"""The English words that the grammar of attributions knows."""

from __future__ import annotations

from functools import cache, lru_cache

from textassay.checks.claims.clauses import Source
from textassay.checks.claims.morphology import Form, nouns, verbs
from textassay.text.lexicon import entries

_LONGEST_COUNT = 3  # figures; four are mostly a year
_PERHAPS_PEOPLE = ("ers", "ors", "ees")
_SHORTEST_GUESS = 6  # letters
_PEOPLE_ENDINGS = ("ists", "ians", "ologists", "crats", "workers", "makers", "goers", "owners")


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return a closed class of words from function_words.en.txt."""
    rows = dict(line.split("\t") for line in entries(__file__, "function_words.en.txt"))
    return frozenset(rows[kind].split())


@cache
def sayings() -> dict[str, int]:
    """Return the forms of the verbs of saying."""
    return verbs("verbs_of_saying.en.txt")


@cache
def showings() -> dict[str, int]:
    """Return the forms of the verbs for what documents do."""
    return verbs("verbs_of_showing.en.txt")


@cache
def judgings() -> frozenset[str]:
    """Return the verbs that report only before a clause: "feel that"."""
    return frozenset(verbs("verbs_of_judging.en.txt"))


@cache
def stops() -> frozenset[str]:
    """Return the words that no noun phrase holds between its ends."""
    kinds = ("auxiliary", "conjunction", "definite", "indefinite", "possessive", "preposition")
    found = frozenset().union(*(words_of(kind) for kind in (*kinds, "pronoun", "quantifier")))
    finite = {form for form, role in sayings().items() if not role & Form.PARTICIPLE}
    verbs_only = finite - words_of("noun")
    return found | verbs_only | {"said", "told", "there", "here", "only"}


@cache
def kinds_of_source() -> dict[str, tuple[Source, int]]:
    """Return the kind and number of each noun that can be a source."""
    found: dict[str, tuple[Source, int]] = {}
    for name, source in (
        ("documents.en.txt", Source.DOCUMENT),
        ("groups.en.txt", Source.GROUP),
        ("people.en.txt", Source.COLLECTIVE),
        ("outlets.en.txt", Source.OUTLET),
        ("authorities.en.txt", Source.AUTHORITY),
    ):
        for noun, form in nouns(name).items():
            found[noun] = (source, form)
    return found


def source_of(word: str) -> tuple[Source, int] | None:
    """Return kind and number of a noun, by lexicon or by suffix."""
    known = kinds_of_source().get(word)
    if known is not None:
        return known
    last = word.rpartition("-")[2]
    if last != word:
        return kinds_of_source().get(last)
    human = word.endswith(_PEOPLE_ENDINGS) or is_guess(word)
    return (Source.COLLECTIVE, Form.PLURAL) if human else None


@lru_cache(maxsize=4096)
def is_guess(word: str) -> bool:
    """Tell whether only its ending makes a plural look human: "dockers"."""
    return (
        word.endswith(_PERHAPS_PEOPLE)
        and len(word) >= _SHORTEST_GUESS
        and word not in kinds_of_source()
        and word not in sayings()
        and word not in _inanimate()
    )


@cache
def _inanimate() -> frozenset[str]:
    return frozenset(entries(__file__, "inanimate.en.txt"))


@cache
def human_verbs() -> frozenset[str]:
    """Return the verbs that only people do."""
    return frozenset(verbs("human_verbs.en.txt"))


@cache
def mass_nouns() -> frozenset[str]:
    """Return the kinds of evidence that need no article: research."""
    return frozenset(entries(__file__, "mass_documents.en.txt"))


@cache
def demonyms() -> frozenset[str]:
    """Return the capitalised adjectives that name no institution."""
    return frozenset(entries(__file__, "demonyms.en.txt"))


def is_count(word: str) -> bool:
    """Tell whether a word is a number of people in figures, and no year."""
    return word.isdigit() and len(word) <= _LONGEST_COUNT
