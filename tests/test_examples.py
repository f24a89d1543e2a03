"""The examples on each check hold: they are its tests and its documentation."""

import tempfile
from pathlib import Path

import pytest

from textassay import registry
from textassay.contract import Bad, BadInput, Check, Good, GoodInput
from textassay.engine.examples import failures, judge

CHECKS = registry.builtin()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_example_on_the_check_holds(check: Check) -> None:
    """Bad examples are flagged at their span with their fix, good ones are not."""
    assert list(failures(check)) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_has_bad_and_good_examples(check: Check) -> None:
    """At least one of each: a check without a counter-example is not understood."""
    kinds = {type(example) for example in registry.examples(check)}

    assert kinds == ({BadInput, GoodInput} if check.scope == "input" else {Bad, Good})


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_every_check_is_documented(check: Check) -> None:
    """The docstring has the five sections that every reader relies on."""
    sections = ("What it finds", "Why it matters", "How it decides", "Known mistakes", "Options")
    missing = [section for section in sections if f"## {section}" not in check.documentation]

    assert missing == []


def test_an_example_leaves_no_file_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it is compared with is kept in a temporary folder, which goes with it."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    judge("One text.", registry.builtin(), corpus=("Another.",), reference=("A third.",))

    assert not list(tmp_path.iterdir())
