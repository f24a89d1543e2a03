"""What saves the search for candidates: it may not lose a finding."""

import pytest

from textassay.checks.typos import forms as remembering
from textassay.checks.typos import patterns as table
from textassay.checks.typos.candidates import candidates
from textassay.checks.typos.forms import Question
from textassay.checks.typos.known import UNKNOWN
from textassay.checks.typos.prospects import PROMISING
from textassay.checks.typos.score import LIKELY, form_features, most_probable
from textassay.checks.typos.spelling import ACCENT
from textassay.checks.typos.vocabulary import LANGUAGES, common_words, foreign


def _damaged(language: str) -> set[str]:
    words = [
        word
        for letter in "aceimpst"
        for size in (5, 9)
        for word in common_words(language, letter * size)[::97]
        if word.isalpha()
    ]
    swapped = {word[:2] + word[3:4] + word[2:3] + word[4:] for word in words}
    twice = {word[:1] + word[2:-2] + word[-1:] for word in words if len(word) > 7}
    return swapped | twice | {f"{word}q" for word in words} | {f"re{word}" for word in words}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_form_that_could_be_likely_is_left_out(language: str) -> None:
    """The bound is one: no place and no company makes a refused form likely."""
    forms = frozenset(_damaged(language))
    refused = forms - PROMISING.those(language, forms)
    assert refused
    assert refused != forms
    for form in refused:
        found = candidates(language, form, capitalised=False)
        if found and (found[0].cost != ACCENT or language == "en"):
            values = form_features(language, form, found) | {"foreign": foreign(language, form)}
            most = most_probable(values, capitalised=False)
            assert most < LIKELY, (form, found[:2])


def test_a_question_is_asked_of_a_form_once() -> None:
    """Languages apart; both answers are remembered; a language without tables has no unknowns."""
    asked = []

    def answer(language: str, form: str) -> bool:
        asked.append((language, form))
        return "a" in form

    question = Question(answer)

    assert question.those("en", frozenset({"at", "it"})) == {"at"}
    assert question.those("en", frozenset({"at", "it", "an"})) == {"at", "an"}
    assert question.those("es", frozenset({"it"})) == set()
    assert UNKNOWN.those("xx", frozenset({"the"})) == set()
    assert sorted(asked) == [("en", "an"), ("en", "at"), ("en", "it"), ("es", "it")]


def test_the_forms_of_other_languages_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered is bounded for all languages together, and answers stay the same."""
    monkeypatch.setattr(remembering, "CACHED", 5)
    asked = []

    def answer(language: str, form: str) -> bool:
        asked.append((language, form))
        return "a" in form

    question = Question(answer)
    for language in ("en", "es", "pt", "pt", "en"):
        assert question.those(language, frozenset({"at", "it"})) == {"at"}

    assert asked.count(("pt", "at")) == 1
    assert asked.count(("en", "at")) == 2


@pytest.mark.parametrize(
    ("trigger", "source", "lead"),
    [
        ("this ", r"(?<!in )\bthis (?P<x>men)\b", 0),
        (" a ", r"(?<![\w.])a (?P<x>men|ways)\b", 1),
        ("their", r"\b(?P<x>their) (?:is|are)\b", 0),
        ("theirs", r"\b(?P<x>theirs?) (?:is|are)\b", None),
        ("their", r"\b(?P<x>their is|there are)\b", None),
        ("their", r"\btheir is|there are\b", None),
        (" ate", r"\b(?:has|had) (?P<x>ate)\b", None),
    ],
)
def test_a_pattern_is_anchored_only_where_it_begins_with_its_trigger(
    trigger: str, source: str, lead: int | None
) -> None:
    """Another beginning, an optional letter or a bar leave the search around it."""
    assert table.lead(table.Pattern(trigger, source, "", "")) == lead


@pytest.mark.parametrize(
    ("trigger", "source", "words"),
    [
        (" ate", r"\b(?:has|had) (?P<x>ate)\b", ("has ", "had ")),
        (" ate", r"(?:^|[.!?] )(?:he|no one) (?P<x>ate)\b", ("he ", "no one ")),
        (
            " ate",
            r"\b(?:has|had)(?: (?:not|never))? (?P<x>ate)\b",
            ("has ", "had ", "not ", "never "),
        ),
        ("como ", r"\b(?:sab\u00eda) (?P<x>como) se\b", ("sab\u00eda ",)),
        (" ate", r"\b(?:has|had)? (?P<x>ate)\b", ()),
        (" ate", r"\b(?:has|ha[ds]) (?P<x>ate)\b", ()),
        (" ate", r"\b(?:has|had) (?P<x>ate)|never ate\b", ()),
        (" ate", r"\b(?:has|had) (?:\w+ )?(?P<x>ate)\b", ()),
    ],
)
def test_words_that_must_stand_before_a_trigger_are_read_from_the_pattern(
    trigger: str, source: str, words: tuple[str, ...]
) -> None:
    """A group that may be left out, and a bar outside, leave the search as it is."""
    assert table.words_before(table.Pattern(trigger, source, "", ""))[0] == words
