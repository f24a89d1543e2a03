"""The configuration: found upwards, checked key by key, refused with a hint."""

from pathlib import Path

import pytest

from textassay.engine.settings import ConfigurationError, Settings, load, parse


def test_values_are_taken_by_their_toml_names() -> None:
    """Lists become tuples, dashes underscores."""
    settings = parse(
        {
            "seeds": ["a"],
            "fail-on": "warning",
            "warnings-per-1000-words": 3,
            "per-file-ignores": {"a/*": ["DUP"]},
            "severity": {"TYP001": "info"},
        },
        "textassay.toml",
    )

    assert settings.seeds == ("a",)
    assert settings.fail_on == "warning"
    assert settings.warnings_per_1000_words == 3
    assert settings.per_file_ignores == {"a/*": ("DUP",)}
    assert settings.severity == {"TYP001": "info"}


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"sedes": ["a"]}, "unknown key 'sedes': did you mean 'seeds'"),
        ({"seeds": "a"}, "seeds must be a list of strings"),
        ({"fail-on": "errors"}, "fail-on is 'errors', not one of .*did you mean 'error'"),
        ({"preview": "yes"}, "preview must be bool"),
        ({"max-warnings": True}, "max-warnings must be int"),
        ({"max-record-bytes": 0}, "must be above 0"),
        ({"severity": {"TYP001": "grave"}}, "severity.TYP001 is 'grave'"),
        ({"per-file-ignores": {"a": "DUP"}}, "per-file-ignores.a must be a list"),
        ({"options": 3}, "options must be dict"),
        ({"profile": "full"}, "profile is 'full'"),
    ],
)
def test_what_cannot_be_used_is_refused_with_file_and_hint(
    table: dict[str, object], message: str
) -> None:
    """The file is named first, so that the place is clear."""
    with pytest.raises(ConfigurationError, match=f"^textassay.toml: .*{message}"):
        parse(table, "textassay.toml")


def test_the_nearest_file_counts_and_a_project_file_only_with_our_table(tmp_path: Path) -> None:
    """A pyproject.toml of somebody else does not stop the search."""
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / "textassay.toml").write_text('seeds = ["outer"]\n', encoding="utf-8")
    (tmp_path / "a" / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")

    assert load(None, start=inner).seeds == ("outer",)
    (inner / "pyproject.toml").write_text('[tool.textassay]\nseeds = ["inner"]\n', encoding="utf-8")
    assert load(None, start=inner).seeds == ("inner",)
    assert load(None, start=inner, isolated=True) == Settings()


def test_a_file_that_is_no_toml_or_not_there_is_named(tmp_path: Path) -> None:
    """What, where, what to do."""
    broken = tmp_path / "textassay.toml"
    broken.write_text("seeds = [", encoding="utf-8")

    with pytest.raises(ConfigurationError, match=r"textassay\.toml: not valid TOML"):
        load(broken)
    with pytest.raises(ConfigurationError, match="cannot be read"):
        load(tmp_path / "nowhere.toml")
