"""The tables that the typo checks read: words, patterns, weights."""

import re
import time
from pathlib import Path

import pytest

from textassay.checks.typos import patterns as module
from textassay.checks.typos.vocabulary import (
    LANGUAGES,
    LOWER,
    TITLE,
    common_words,
    known_slip,
    vocabulary,
)
from textassay.text.lexicon import entries

LEXICON = Path(module.__file__).parent / "lexicon"
PATTERNS = [entry.split(" | ") for entry in entries(module.__file__, "patterns.txt")]
MEGABYTE = 1_000_000
SECONDS = 2.0  # of CPU for a megabyte: linear patterns take a tenth of it


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_knows_its_commonest_words(language: str) -> None:
    """The trie and the values belong together."""
    words = vocabulary(language)
    assert words is not None
    sample = [
        word
        for letter in "abcdeilmnoprst"
        for size in (5, 10)
        for word in common_words(language, letter * size)[-12:]
    ]

    assert all(words.flags(word) & LOWER and words.zipf(word) >= 3 for word in sample)
    assert len(sample) > 200
    assert words.entry("qxqxqx") == (0.0, 0)


def test_names_are_words_with_a_capital_only() -> None:
    """A dictionary that knows "London" does not make "london" a word."""
    words = vocabulary("en")
    assert words is not None

    assert words.valid("London")
    assert words.valid("LONDON")
    assert not words.valid("london")
    assert words.flags("london") & (LOWER | TITLE) == TITLE


def test_a_misspelling_that_many_make_has_its_correction() -> None:
    """The list is of English."""
    assert known_slip("en", "recieve") == "receive"
    assert known_slip("en", "receive") is None
    assert known_slip("es", "recieve") is None


def test_a_language_without_tables_has_no_vocabulary() -> None:
    """Nothing is guessed."""
    assert vocabulary("fi") is None
    assert vocabulary("und") is None


@pytest.mark.parametrize("row", PATTERNS, ids=[f"{row[0]}-{i}" for i, row in enumerate(PATTERNS)])
def test_a_pattern_compiles_and_has_its_group(row: list[str]) -> None:
    """Six fields; the replacement uses no group that the pattern lacks."""
    code, language, trigger, source, replacement, reason = row
    pattern = re.compile(source)

    assert re.fullmatch(r"TYP\d{3}", code)
    assert language in LANGUAGES
    assert trigger == trigger.lower()
    assert reason
    assert "x" in pattern.groupindex
    assert not re.search(r"\\\d", replacement)


def test_the_patterns_are_linear_on_a_megabyte_of_their_worst() -> None:
    """No pattern runs away: triggers and blanks repeated without end."""
    worst = ("he have did not a el de el more then " * (MEGABYTE // 37)) + " " * 1000
    start = time.process_time()
    for _, _, _, source, _, _ in PATTERNS[::10]:
        for _match in re.compile(source).finditer(worst):
            pass

    assert time.process_time() - start < SECONDS * len(PATTERNS[::10])


@pytest.mark.parametrize("path", sorted(LEXICON.glob("*.txt")), ids=lambda path: path.name)
def test_a_lexicon_names_its_source_and_licence(path: Path) -> None:
    """Data files say where they come from and are sorted."""
    text = path.read_text(encoding="utf-8")
    assert "icence" in text
    if path.name == "LICENSES.txt":
        return
    rows = [line for line in text.splitlines() if line and not line.startswith("#")]

    assert text.startswith("#")
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("language", sorted({where for _, where, *_ in PATTERNS}))
def test_short_first_texts_are_searched_for_triggers_as_long_ones_are(language: str) -> None:
    """Which way a text is searched must not show in what is found."""
    rows = (row[2].split("/") for row in PATTERNS if row[1] == language)
    triggers = {trigger for row in rows for trigger in row}
    text = "".join(sorted(triggers)) * 2
    found = module.one_by_one(text, language)

    assert found == module.at_once(text, language)
    assert found.keys() == triggers


@pytest.mark.parametrize(
    ("source", "groups"),
    [
        (r"\ba (?P<x>(?P<s>day|year)s)\b(?! (?:old|ago)\b)", [["day", "year"]]),
        (r"\b(?:has|had)(?: (?:not|also))? (?P<x>went)\b", [["has", "had"], [" went"]]),
        (r"\b(?:he|it) (?P<x>go|eat)\b", [["he go", "he eat", "it go", "it eat"]]),
        (r"\b(?:has|had)? (?P<x>goes?)\b", []),
        (r"(?:he|she) (?P<x>go)|(?:they) (?P<y>goes)", []),
        (r"(?P<x>(?:a|an) b|c) d", []),
        (r"(?P<x>(?:a|an) b)? d", []),
        (r"(?P<x>the) (?:very|)", [["the"]]),
    ],
)
def test_only_words_that_no_match_can_do_without_are_needed(
    source: str, groups: list[list[str]]
) -> None:
    """A pattern is not compiled where they are missing."""
    assert module.needed(source) == groups
