"""The English words that the grammar of attributions knows."""

from __future__ import annotations

from functools import cache

from textassay.checks.claims.morphology import Form
from textassay.checks.claims.vocabulary import Endings, Vocabulary
from textassay.text.lexicon import entries

VOCABULARY = Vocabulary(
    "en",
    Endings(
        people=("ists", "ians", "ologists", "crats", "workers", "makers", "goers", "owners"),
        perhaps=("ers", "ors", "ees"),
    ),
)
words_of = VOCABULARY.words_of
source_of = VOCABULARY.source_of
is_guess = VOCABULARY.is_guess
sayings = VOCABULARY.sayings
showings = VOCABULARY.showings
judgings = VOCABULARY.judgings
human_verbs = VOCABULARY.human_verbs
documents = VOCABULARY.documents


@cache
def stops() -> frozenset[str]:
    """Return the words that no noun phrase holds between its ends."""
    kinds = ("auxiliary", "conjunction", "definite", "indefinite", "possessive", "preposition")
    found = frozenset().union(*(words_of(kind) for kind in (*kinds, "pronoun", "quantifier")))
    finite = {form for form, role in sayings().items() if not role & Form.PARTICIPLE}
    verbs_only = finite - words_of("noun") - {"find", "finds", "show", "shows"}  # "TV show hosts"
    return found | verbs_only | {"said", "told", "there", "here", "only"}


@cache
def mass_nouns() -> frozenset[str]:
    """Return the kinds of evidence that need no article: research."""
    return frozenset(entries(__file__, "mass_documents.en.txt"))


@cache
def demonyms() -> frozenset[str]:
    """Return the capitalised adjectives that name no institution."""
    return frozenset(entries(__file__, "demonyms.en.txt"))
