"""The Spanish words that the grammar of attributions knows."""

from __future__ import annotations

from functools import cache, lru_cache

from textassay.checks.claims.clauses import Source
from textassay.checks.claims.morphology import Form, nouns, verbs
from textassay.text.lexicon import entries

_LONGEST_COUNT = 3  # figures; four are mostly a year
_PERHAPS_PEOPLE = ("dores", "doras", "eros", "eras")
_SHORTEST_GUESS = 6  # letters
_PEOPLE_ENDINGS = (
    "istas",
    "\N{LATIN SMALL LETTER O WITH ACUTE}logos",
    "\N{LATIN SMALL LETTER O WITH ACUTE}logas",
)


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return a closed class of words from function_words.es.txt."""
    rows = dict(line.split("\t") for line in entries(__file__, "function_words.es.txt"))
    return frozenset(rows[kind].split())


@cache
def sayings() -> dict[str, int]:
    """Return the forms of the verbs of saying."""
    return verbs("verbs_of_saying.es.txt")


@cache
def showings() -> dict[str, int]:
    """Return the forms of the verbs for what documents do."""
    return verbs("verbs_of_showing.es.txt")


@cache
def judgings() -> frozenset[str]:
    """Return the verbs that report only before a clause: "ven que"."""
    return frozenset(verbs("verbs_of_judging.es.txt"))


@cache
def kinds_of_source() -> dict[str, tuple[Source, int]]:
    """Return the kind and number of each noun that can be a source."""
    found: dict[str, tuple[Source, int]] = {}
    for name, source in (
        ("documents.es.txt", Source.DOCUMENT),
        ("groups.es.txt", Source.GROUP),
        ("people.es.txt", Source.COLLECTIVE),
        ("outlets.es.txt", Source.OUTLET),
        ("authorities.es.txt", Source.AUTHORITY),
    ):
        for noun, form in nouns(name).items():
            found[noun] = (source, form)
    return found


def source_of(word: str) -> tuple[Source, int] | None:
    """Return kind and number of a noun, by lexicon or by suffix."""
    known = kinds_of_source().get(word)
    if known is not None:
        return known
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
    return frozenset(entries(__file__, "inanimate.es.txt"))


@cache
def human_verbs() -> frozenset[str]:
    """Return the verbs that only people do."""
    return frozenset(verbs("human_verbs.es.txt"))


def is_finite(word: str) -> bool:
    """Tell whether a word is a predicate: a finite verb of saying, and no noun."""
    form = sayings().get(word)
    return form is not None and bool(form & (Form.SINGULAR | Form.PLURAL)) and not source_of(word)


def is_count(word: str) -> bool:
    """Tell whether a word is a number of people in figures, and no year."""
    return word.isdigit() and len(word) <= _LONGEST_COUNT
