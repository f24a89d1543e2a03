"""Undoing escapes is only safe where plain text comes out, once and for all."""

import pytest

from textassay import registry
from textassay.engine.examples import judge

CHECKS = [check for check in registry.builtin() if check.code == "ENC018"]


def _is_safe(text: str) -> list[bool]:
    return [edit.safe for finding in judge(text, CHECKS) for edit in finding.edits]


@pytest.mark.parametrize(
    "escape", [r"\u0000", r"\x1b", r"\u200b", r"\u202e", r"\u0301", r"\ufffd", r"\U000e0041"]
)
def test_an_escape_that_means_no_plain_text_is_not_undone_by_itself(escape: str) -> None:
    """A control, a mark without its letter or an invisible character would be new damage."""
    assert _is_safe(f"The end {escape} of it") == [False]


@pytest.mark.parametrize("text", [r"0%20\u0030", r"\u005cu0041", r"caf%\u0043\u0033%A9"])
def test_escapes_that_make_another_escape_are_not_undone_by_themselves(text: str) -> None:
    """Applying the edits twice must not give another text than applying them once."""
    assert not any(_is_safe(text))


def test_the_escape_of_a_letter_is_undone_by_itself() -> None:
    """The common case stays safe."""
    assert _is_safe("Econom\\u00eda y pol\\u00edtica.\\n\\nFin") == [True, True, True]


@pytest.mark.parametrize(
    "text",
    [
        'A&ap;"',
        "&#12;",
        "0&#37;20b",
        "&#38;#65; and &amp;",
        "Yn&ap;A",
        "&#48;%20b",
        "a&alpha;b",
        "&filig;n",
    ],
)
def test_entities_that_make_other_defects_are_not_undone_by_themselves(text: str) -> None:
    """A form feed, an escape, another entity, a quotation mark read in another way."""
    checks = [check for check in registry.builtin() if check.code == "ENC017"]
    found = judge(text, checks)

    assert found
    assert not any(edit.safe for finding in found for edit in finding.edits)
