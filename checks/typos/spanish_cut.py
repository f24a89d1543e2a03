"""Spanish participles that lost their last letter and became imperatives: "una obra titulad".

No imperative of the plural stands right behind a word of its clause but a conjunction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.agreement import noun
from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.vocabulary import LOWER, vocabulary

if TYPE_CHECKING:
    from textassay.text.document import Document

SHORTEST = 6  # letters
# Behind these an imperative may stand: "venid y cantad", "pues andad", "hermanos todos, id"
_BEFORE_IMPERATIVES = frozenset(
    {"y", "e", "o", "u", "ni", "no", "pues", "que", "as\u00ed", "si", "pero", "ahora", "luego"}
    | {
        "se\u00f1or",
        "se\u00f1ora",
        "dios",
        "siempre",
        "entonces",
        "todos",
        "todas",
        "vosotros",
        "mas",
    }
)
_YOU = frozenset({"os", "vos", "vosotros", "vosotras"})
_YOUR_FORMS = ("\u00e1is", "\u00e9is")


def cut_participle(document: Document, index: int) -> str | None:
    """Return the participle that an imperative was, where none can stand."""
    words = document.words
    if not index or words[index - 1].lower() in _BEFORE_IMPERATIVES:
        return None
    if not side_by_side(document, index - 1, index) or _addresses(document, words[index]):
        return None
    return _participle(words[index], words[index - 1])


def _addresses(document: Document, form: str) -> bool:
    """Tell whether the record speaks to several people otherwise, too: "vuestro", "habéis"."""
    others = document.vocabulary - {form}
    return any(
        word.startswith("vuestr")
        or word in _YOU
        or word.endswith(_YOUR_FORMS)
        or is_imperative(word)
        for word in others
    )


def _participle(form: str, before: str = "") -> str:
    """Return the participle that a form was: of the gender of a noun before, or the likelier."""
    words, sure = vocabulary("es"), noun("es", before)
    if sure is not None:
        return form + {"m": "o", "f": "a"}[sure.gender]
    return max((f"{form}o", f"{form}a"), key=words.zipf if words else str)


def is_imperative(form: str) -> bool:
    """Tell whether a form is an imperative and no noun, which would have a plural."""
    words = vocabulary("es")
    if words is None or len(form) < SHORTEST or not form.endswith(("ad", "id")):
        return False
    if not form.islower() or words.flags(f"{form}es") & LOWER:
        return False
    return bool(words.flags(f"{form[:-1]}r") & words.flags(_participle(form)) & LOWER)
