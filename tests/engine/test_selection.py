"""Which checks run: codes and prefixes, the most specific one wins."""

from dataclasses import replace

import pytest

from textassay.engine.selection import chosen, kept
from textassay.engine.settings import ConfigurationError, Settings
from textassay.model import Finding, Severity


def _codes(**values: object) -> set[str]:
    return {check.code for check in chosen(replace(Settings(), **values))}  # type: ignore[arg-type]


def test_by_default_every_stable_check_runs_and_no_preview_one() -> None:
    """Preview checks run when they are asked for."""
    assert all(check.status == "stable" for check in chosen(Settings()))
    assert "CLM007" not in _codes()
    assert "CLM007" not in _codes(select=("CLM",))
    assert "CLM007" in _codes(select=("CLM007",))
    assert "CLM007" in _codes(preview=True)


def test_the_more_specific_selector_wins() -> None:
    """As in ruff."""
    assert _codes(select=("ENC",), ignore=("ENC001",)) >= {"ENC004"}
    assert "ENC001" not in _codes(select=("ENC",), ignore=("ENC001",))
    assert _codes(select=("ENC001",), ignore=("ENC",)) == {"ENC001"}
    assert _codes(select=("ENC001",), extend_select=("DUP001",)) == {"ENC001", "DUP001"}


def test_severities_are_overridden_by_code() -> None:
    """The graded check is a copy: the registry keeps the declared severity."""
    (check,) = chosen(Settings(select=("ENC001",), severity={"ENC001": "info"}))

    assert check.severity is Severity.INFO
    assert chosen(Settings(select=("ENC001",)))[0].severity is Severity.ERROR


@pytest.mark.parametrize("values", [{"select": ("XYZ",)}, {"options": {"TYP1": {}}}])
def test_a_selector_that_fits_nothing_is_refused(values: dict[str, object]) -> None:
    """A misspelt code must not switch a gate off."""
    with pytest.raises(ConfigurationError, match="no check is called"):
        _codes(**values)


def test_per_file_ignores_match_paths_and_prefixes() -> None:
    """A glob over the path, prefixes of codes."""
    finding = Finding(
        "i", "DUP001", "x", "duplicate", "a", "poems/a.txt", 0, 1, 1, 1, Severity.ERROR, "m", "t"
    )
    settings = Settings(per_file_ignores={"poems/*": ("DUP",)})

    assert not kept(finding, settings)
    assert kept(replace(finding, path="news/a.txt"), settings)
    assert kept(replace(finding, code="ENC001"), settings)
