"""The Spanish words that the grammar of attributions knows."""

from __future__ import annotations

from textassay.checks.claims.morphology import Form
from textassay.checks.claims.vocabulary import Endings, Vocabulary

VOCABULARY = Vocabulary(
    "es",
    Endings(
        people=(
            "istas",
            "\N{LATIN SMALL LETTER O WITH ACUTE}logos",
            "\N{LATIN SMALL LETTER O WITH ACUTE}logas",
        ),
        perhaps=("dores", "doras", "eros", "eras"),
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


def is_finite(word: str) -> bool:
    """Tell whether a word is a predicate: a finite verb of saying, and no noun."""
    form = sayings().get(word)
    return form is not None and bool(form & (Form.SINGULAR | Form.PLURAL)) and not source_of(word)
