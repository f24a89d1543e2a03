"""English infinitives that lack their "to": "forced cancel the fair", "agreed accept it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.typos.clauses import side_by_side
from textassay.checks.typos.english_words import verbs
from textassay.checks.typos.sequence import lowered, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textassay.text.document import Document

_BE = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_BEFORE_STATES = _BE | {"not", "still", "also", "now", "who"}
# After a form of be
_STATES = frozenset(
    {"able", "unable", "likely", "unlikely", "willing", "unwilling", "expected", "due", "forced"}
    | {"ordered", "allowed", "obliged", "permitted", "determined", "keen", "eager", "reluctant"}
    | {"prepared", "entitled", "asked", "told", "invited", "urged", "ready", "set", "supposed"}
    | {"scheduled"}
)
# After these a noun may stand ("told stories"), not an infinitive of the first list
_NOUNS_TOO = frozenset({"asked", "told", "invited", "urged", "keen", "eager", "entitled"})
_FINITE = frozenset(
    {"decided", "refused", "agreed", "wants", "wanted", "intends", "intend", "vowed", "pledged"}
    | {"failed", "managed", "tried", "trying", "hoping", "waiting", "seeking", "struggling"}
    | {"expects", "promised", "offered", "threatened", "began", "attempted", "hoped", "hopes"}
)
_NOUNS = frozenset({"hopes", "offered", "waiting", "seeking", "struggling", "hoping", "began"})
_SUBJECTS = frozenset(
    {"he", "she", "it", "they", "we", "who", "which", "has", "have", "had", "army", "government"}
    | {"police", "minister", "president", "company", "union", "party"}
    | {"court", "team", "bank", "council", "spokesman", "spokeswoman"}
    | {"sides", "parties", "countries", "governments", "companies", "unions", "officials"}
)
_AGENTS = ("ers", "ors", "ists", "ians", "men")  # people who do something: "leaders"
_OBJECTS = frozenset(
    {"the", "a", "an", "his", "her", "its", "their", "more", "before", "in", "on", "at", "what"}
    | {"how", "whether", "all", "any", "some", "from", "with", "it", "them", "out", "back"}
    | {"two", "three", "up", "to"}
)


def missing_to(document: Document) -> Iterator[tuple[int, str]]:
    """Yield the places of the words that lack a "to" behind them, with it."""
    small = lowered(document)
    infinitives = verbs("object") | verbs("subject") | verbs("state")
    for index in places(document, _STATES | _FINITE):
        if not index or index + 1 >= len(small) or small[index + 1] not in infinitives:
            continue
        if _lacks(document, small, index) and side_by_side(document, index - 1, index + 1):
            yield index, f"{document.words[index]} to"


def _lacks(document: Document, small: list[str], index: int) -> bool:
    """Tell whether a plain form follows that can be nothing else."""
    before, lead, verb, *after = small[index - 1 : index + 3]
    end = document.word_spans[index + 1][1]
    if document.text[end : end + 1] in {"-", "/"}:
        return False
    behind = bool(after) and (after[0] in _OBJECTS or after[0].isdecimal())
    governs = behind and verb in verbs("object") and document.text[end : end + 1] == " "
    if lead in _STATES:
        sure = before in _BE and verb in verbs("state") and lead not in _NOUNS_TOO
        return sure or (before in _BEFORE_STATES and governs)
    sure = before in _SUBJECTS or before.endswith(_AGENTS)
    sure = sure and verb in verbs("subject") and after[:1] not in (["is"], ["was"])
    return (sure and lead not in _NOUNS) or (governs and lead != "hopes")
