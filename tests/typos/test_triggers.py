"""The triggers of the closed patterns: what a pattern matches must have one."""

import random
import re
from collections.abc import Iterable
from re import _parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from textassay.checks.typos import patterns as module
from textassay.text.lexicon import entries

PATTERNS = [entry.split(" | ") for entry in entries(module.__file__, "patterns.txt")]
SAMPLES = 25  # strings that a pattern matches, made by chance
Parsed = Iterable[tuple[Any, Any]]


@pytest.mark.parametrize("language", ["es", "pt"])
def test_whatever_a_pattern_matches_has_one_of_its_triggers(language: str) -> None:
    """A pattern is tried around its triggers alone: other matches would never be found."""
    chance = random.Random(1)  # noqa: S311 - repeatable, not secret
    rows = [row for row in PATTERNS if row[1] == language]
    for _, _, triggers, source, _, _ in rows:
        made = (f"mas {_made(_parser.parse(source), chance, {})} mas" for _ in range(SAMPLES))
        unseen = [
            text
            for text in filter(re.compile(source).search, made)
            if not any(trigger in text for trigger in triggers.split("/"))
        ]

        assert unseen == [], source
    assert rows


def _made(parsed: Parsed, chance: random.Random, groups: dict[int, str]) -> str:
    """Return a string that a parsed pattern matches, if what it must not see is not in it."""
    return "".join(_piece(str(kind), value, chance, groups) for kind, value in parsed)


def _piece(  # noqa: PLR0911 - one for each kind
    kind: str,
    value: Any,  # noqa: ANN401 - as the parser gives it
    chance: random.Random,
    groups: dict[int, str],
) -> str:
    """Return a string for a piece of a pattern; what looks behind or ahead is written, too."""
    match kind:
        case "LITERAL":
            return chr(value)
        case "IN":
            return _letter(value, chance)
        case "BRANCH":
            return _made(chance.choice(value[1]), chance, groups)
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, what = value
            times = chance.randint(least, min(most, least + 1))
            return "".join(_made(what, chance, groups) for _ in range(times))
        case "SUBPATTERN":
            groups[value[0]] = made = _made(value[3], chance, groups)
            return made
        case "ASSERT":
            return _made(value[1], chance, groups)
        case "GROUPREF":
            return groups[value]
    return ""


def _letter(members: Parsed, chance: random.Random) -> str:
    """Return one letter of a set: a blank where it may be, since triggers begin with one."""
    kinds = {str(value) if str(kind) == "CATEGORY" else str(kind) for kind, value in members}
    letters = [chr(value) for kind, value in members if str(kind) == "LITERAL"]
    letters += [chr(chance.randint(*value)) for kind, value in members if str(kind) == "RANGE"]
    if "NEGATE" in kinds:
        return " " if "CATEGORY_WORD" in kinds else "m"
    if " " in letters or kinds & {"CATEGORY_SPACE", "CATEGORY_NOT_WORD"}:
        return " "
    shown = {"CATEGORY_WORD": "m", "CATEGORY_DIGIT": "3"}
    return chance.choice(letters + [shown[kind] for kind in kinds & shown.keys()])
