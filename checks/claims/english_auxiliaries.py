"""What stands between an English subject and its verb: "have begun to", "were quoted as"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textassay.checks.claims.english_words import source_of, words_of
from textassay.checks.claims.morphology import Form

if TYPE_CHECKING:
    from textassay.checks.claims.clauses import Clause

_TOOK = frozenset({"take", "takes", "taken", "took"})


def before_auxiliaries(clause: Clause, verb: int) -> tuple[int, list[str]]:
    """Return the last word before a verb and its auxiliaries, and these, the nearest first."""
    index, passed = verb - 1, []
    while index >= 0 and clause.gap(index) == "":
        word = clause.words[index]
        adverb = word in words_of("adverb") or (word.endswith("ly") and not source_of(word))
        if word == "to":
            raising = _raising(clause, index)
            if raising == index:
                break
            passed.append(word)
            index = raising
            word = clause.words[index]
        elif word == "as" and clause.word(index - 1) in {"quoted", "cited"}:
            index -= 1  # "were quoted as saying"
        elif not (
            adverb
            or word in words_of("auxiliary")
            or (word in words_of("raising") and clause.words[verb] in words_of("attitude"))
        ):
            break
        passed.append(word)
        index -= 1
    return index, passed


def _raising(clause: Clause, to: int) -> int:
    """Return the word that hands its subject on over a "to", or the "to" itself."""
    before = clause.word(to - 1)
    if before in words_of("raising") or before in words_of("disposed"):
        return to - 1
    if to > 3 and clause.words[to - 3 : to] == ["so", "far", "as"]:  # noqa: PLR2004 - its length
        return to - 4  # "have gone so far as to call"
    for index in range(to - 2, max(0, to - 5), -1):  # "took to social media to"
        if clause.words[index] == "to" and clause.words[index - 1] in _TOOK:
            return index - 1
    return to


def required_form(passed: list[str]) -> int:
    """Return the form that the auxiliaries before a verb ask for, 0 if they ask for none."""
    for word in passed:  # the nearest decides: "have begun to say", "begin to be saying"
        if word in words_of("be"):
            return Form.GERUND
        if word in words_of("have"):
            return Form.PARTICIPLE
        if word == "to" or word in words_of("modal"):
            return Form.INFINITIVE
    return 0
