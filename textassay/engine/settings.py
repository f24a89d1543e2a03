"""What a run is asked to do: the settings, their defaults, their TOML form."""

from __future__ import annotations

from dataclasses import field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textassay.frozen import frozen
from textassay.model import NOTHING, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONFIG_FILE = "textassay.toml"
PROJECT_FILE = "pyproject.toml"
PROFILES = ("basic", "complete")


class ConfigurationError(ValueError):
    """The configuration cannot be used; the message says where and what to do."""


@frozen
class Settings:
    """Everything that decides the result of a run.

    ``warnings_per_1000_words`` is the budget of the Great Expectations suite;
    ``fail_on`` the lowest severity that fails a run; ``max_warnings`` the
    number of warnings that a run may have (None: any). ``profile`` names the
    provenance columns that must be complete: "basic" asks for none,
    "complete" for source, licence, language and date.
    """

    seeds: tuple[str, ...] = ("seeds",)
    exclude: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    preview: bool = False
    plugins: tuple[str, ...] = ()
    fail_on: str = "error"
    max_warnings: int | None = None
    warnings_per_1000_words: float = 20.0
    profile: str = "basic"
    text_column: str = "text"
    id_column: str = "id"
    max_record_bytes: int = 64 * 1024 * 1024
    severity: Mapping[str, str] = field(default_factory=lambda: NOTHING)
    options: Mapping[str, Mapping[str, Any]] = field(default_factory=lambda: NOTHING)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: NOTHING)
    source: str | None = None


def load(path: Path | None, *, isolated: bool = False, start: Path | None = None) -> Settings:
    """Return the settings of a file, else of the nearest one, else the defaults.

    Args:
        path: The file that the user named, or None.
        isolated: Look for no file at all.
        start: The folder that the search upwards begins in.

    Raises:
        ConfigurationError: Unreadable file, unknown key, wrong type or value.
    """
    if path is None and not isolated:
        path = _nearest(start or Path.cwd())
    if path is None:
        return Settings()
    try:
        table = _table(path)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}): name an existing file"
        raise ConfigurationError(message) from error
    return parse(table or {}, str(path))


def parse(table: Mapping[str, Any], source: str) -> Settings:
    """Return the settings that a TOML table holds.

    Raises:
        ConfigurationError: Unknown key, wrong type or value.
    """
    names = {item.name.replace("_", "-"): item.name for item in fields(Settings)}
    del names["source"]
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in names:
            message = f"{source}: unknown key {key!r}{suggestion(key, names)}"
            raise ConfigurationError(message)
        values[names[key]] = _value(source, key, value, getattr(Settings(), names[key]))
    return validated(replace(Settings(source=source), **values))


def validated(settings: Settings) -> Settings:
    """Return the settings, or say which value is not one of the allowed.

    Raises:
        ConfigurationError: A value outside its range.
    """
    where = settings.source or "command line"
    _one_of(where, "fail-on", settings.fail_on, (*map(str, Severity), "never"))
    _one_of(where, "profile", settings.profile, PROFILES)
    for code, severity in settings.severity.items():
        _one_of(where, f"severity.{code}", severity, tuple(map(str, Severity)))
    if settings.max_record_bytes <= 0:
        message = f"{where}: max-record-bytes must be above 0, not {settings.max_record_bytes}"
        raise ConfigurationError(message)
    return settings


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return ``: did you mean 'x'?`` for the nearest known word, or ""."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=1)
    return f": did you mean {near[0]!r}?" if near else ""


def _one_of(where: str, key: str, value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        choices = ", ".join(map(str, allowed))
        message = f"{where}: {key} is {value!r}, not one of {choices}{suggestion(value, allowed)}"
        raise ConfigurationError(message)


def _nearest(start: Path) -> Path | None:
    for folder in (start, *start.parents):
        own = folder / CONFIG_FILE
        if own.is_file():
            return own
        project = folder / PROJECT_FILE
        if project.is_file() and b"[tool.textassay" in project.read_bytes():
            return project
    return None


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not valid TOML: {error}"
        raise ConfigurationError(message) from error
    if path.name == PROJECT_FILE:
        table: dict[str, Any] = data.get("tool", {}).get("textassay", {})
        return table
    return data


def _value(source: str, key: str, value: object, default: object) -> object:
    if isinstance(default, tuple):
        return _strings(source, key, value)
    if key == "per-file-ignores" and isinstance(value, dict):
        return {glob: _strings(source, f"{key}.{glob}", codes) for glob, codes in value.items()}
    expected: tuple[type, ...] = (type(default),)
    if default is None:
        expected = (int,)
    elif isinstance(default, float):
        expected = (int, float)
    elif not isinstance(default, (bool, int, str)):
        expected = (dict,)
    if not isinstance(value, expected) or (isinstance(value, bool) and bool not in expected):
        message = f"{source}: {key} must be {expected[-1].__name__}, not {value!r}"
        raise ConfigurationError(message)
    return value


def _strings(source: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        message = f"{source}: {key} must be a list of strings, not {value!r}"
        raise ConfigurationError(message)
    return tuple(value)
