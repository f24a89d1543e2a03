"""What the search for mojibake waves through."""

from textassay.checks.encoding.suspicion import FAMILIAR, exemplars, never_inside


def test_the_letters_that_are_passed_without_the_tables_are_those_of_a_language() -> None:
    """The tables would wave them through too."""
    letters = {char for char in FAMILIAR if char.isalpha()}

    assert letters <= exemplars()["es"]
    assert FAMILIAR - letters <= never_inside()
